"""Ed25519 as docs/format.md has it, and a memory of what was already verified."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .records import sha256

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P


def _roots(square):
    """Both square roots modulo P (which is 5 modulo 8), or none."""
    root = pow(square, (P + 3) // 8, P)
    if root * root % P != square % P:
        root = root * pow(2, (P - 1) // 4, P) % P
    return {root, P - root} if root * root % P == square % P else set()


def _small_order():
    """The y of the points whose order divides 8. Doubled, those of order 8 give y = 0, so x^2 = -y^2, which on the
    curve -x^2 + y^2 = 1 + D x^2 y^2 means D y^4 + 2 y^2 - 1 = 0."""
    ys = {0, 1, P - 1}
    for root in _roots(1 + D):
        ys |= _roots((root - 1) * pow(D, P - 2, P) % P)
    return ys


SMALL_ORDER = _small_order()
assert len(SMALL_ORDER) == 5


def acceptable(point):
    """Whether an encoding is canonical and not of small order."""
    y = int.from_bytes(point, "little") & (2**255 - 1)
    return y < P and y not in SMALL_ORDER


class Signatures:
    """Verifies, and remembers exactly which (key, message, signature) held: another of the three is another question."""

    def __init__(self):
        self._held = set()
        self.verified = 0

    def holds(self, key, message, signature):
        # Key and signature have fixed lengths, so the three cannot be divided in another way.
        question = sha256(key + signature + message)
        if question in self._held:
            return True
        self.verified += 1
        if not acceptable(key) or not acceptable(signature[:32]):
            return False
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        self._held.add(question)
        return True
