"""Every byte of a sealed export of 100 entries is flipped in turn, and the verifier finds each: test_flips.py GENERATOR.

What makes this fast is proven here too. CBOR is decoded once for the same bytes (the decoder is a function of them). The verifier is a machine that takes one record after another: a file whose
first k records are unchanged leaves it in the state it had after them, so that a flip in the next record is judged from a
copy of that state (`test_states`). Signatures that held are remembered by the hash of all three of key, message and
signature, so that a changed one is always asked anew (`test_memory`)."""

import functools
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from bongsu import cbor, records  # noqa: E402
from bongsu.chain import Bad  # noqa: E402
from bongsu.export import BEGIN, END, ENTRY, HEAD, MAGIC, ORG_ENTRY, Export  # noqa: E402
from bongsu.records import decode_entry  # noqa: E402
from bongsu.signatures import Signatures  # noqa: E402

GENERATOR = None
ENTRIES = 100


class Piece:
    """One record of the sound file: where it begins, what it is, and the machine before it."""

    def __init__(self, at, data, state):
        self.at, self.size, self.state = at, 4 + len(data), state
        self.items = cbor.decode(data)
        self.kind = self.items[0]
        self.place = state.where()
        if self.kind == ENTRY and state.phase == "organisation":
            self.place = (state.second.log, 1)
        if self.kind == HEAD:
            chain = state.first if state.phase == "organisation" else state.second
            self.place = (chain.log, chain.count)

    def contents(self):
        """(name, first byte, length) of the byte strings in it that are signed or hashed."""
        wanted = {}
        if self.kind in (ORG_ENTRY, ENTRY):
            wanted["entry"] = self.items[1]
            wanted["facts salt"], wanted["facts"] = self.items[2]
            text = self.items[3]
            if text and text[0] == 0:
                wanted["text salt"], wanted["text"] = text[1:]
            if text and text[0] == 2:
                wanted["eraser"] = text[1]
        if self.kind == HEAD:
            wanted["head"], wanted["head signature"] = self.items[1:]
        return wanted


def load(entries):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "export"
        told = subprocess.run([GENERATOR, "--long", str(entries), str(path)], check=True, capture_output=True, text=True)
        return bytes.fromhex(told.stdout.strip()), path.read_bytes()


def verdict(export, file):
    """None, or (log, seq) of the first fault."""
    try:
        export.records(file)
    except Bad as fault:
        return fault.log, fault.seq
    return None


class Machine:
    """A sound file, taken apart with the verifier's state before each record."""

    @classmethod
    def setUpClass(cls):
        cls.org, cls.data = cls.file()
        records.decode = functools.lru_cache(maxsize=4 * ENTRIES)(cbor.decode)
        cls.signatures = Signatures()
        export = Export(cls.org, cls.signatures)
        export.magic(cls.data[:len(MAGIC)])
        cls.pieces = []
        at = len(MAGIC)
        while not export.done:
            length = export.length(cls.data[at:at + 4])
            data = cls.data[at + 4:at + 4 + length]
            cls.pieces.append(Piece(at, data, export.snapshot()))
            export.record(cls.data[at:at + 4], data)
            at += 4 + length
        cls.export = export

    def judged(self, piece, index, bits):
        """The verdict on the file with one byte flipped, from the state before the record the byte is in."""
        changed = bytearray(self.data[piece.at:])
        changed[index - piece.at] ^= bits
        return verdict(piece.state.snapshot(), io.BytesIO(bytes(changed)))

    def whole(self, index, bits, signatures):
        """The same from the first byte of the file."""
        changed = bytearray(self.data)
        changed[index] ^= bits
        try:
            Export(self.org, signatures).read(io.BytesIO(bytes(changed)))
        except Bad as fault:
            return fault.log, fault.seq
        return None

    def check_every_byte(self, names):
        """Each flipped byte is found; in what is signed or hashed, at the entry it belongs to."""
        named = dict.fromkeys(names, 0)
        elsewhere = 0
        for piece in self.pieces:
            inside = {}
            for name, content in piece.contents().items():
                first = self.data.index(content, piece.at)
                inside |= dict.fromkeys(range(first, first + len(content)), name)
            for index in range(piece.at, piece.at + piece.size):
                found = self.judged(piece, index, 1 << index % 8)
                name = inside.get(index)
                if name is None:
                    elsewhere += 1
                    self.assertIsNotNone(found, f"byte {index}")
                else:
                    named[name] += 1
                    self.assertEqual(found, piece.place, f"byte {index}, in {name}")
        print(f"{sum(named.values())} bytes named at their entry: {named}; {elsewhere} found elsewhere; "
              f"{self.signatures.verified} signatures verified", file=sys.stderr)
        self.assertTrue(all(named.values()))
        self.assertEqual(sum(named.values()) + elsewhere + len(MAGIC), len(self.data))


NAMES = ("entry", "facts salt", "facts", "text salt", "text", "eraser", "head", "head signature")


class Flips(Machine, unittest.TestCase):
    @staticmethod
    def file():
        return load(ENTRIES)

    def test_sound(self):
        entries = [piece for piece in self.pieces if piece.kind in (ORG_ENTRY, ENTRY)]
        self.assertEqual(len(entries), ENTRIES)
        self.assertEqual([piece.kind for piece in self.pieces if piece.kind in (BEGIN, HEAD, END)],
                         [BEGIN, HEAD, HEAD, END])
        texts = self.export.summary()["texts"]
        self.assertTrue(all(texts.values()), texts)
        self.assertGreater(self.export.summary()["organisationTexts"]["erased"], 0)

    def test_every_byte(self):
        self.check_every_byte(NAMES)

    def test_magic(self):
        for index in range(len(MAGIC)):
            self.assertIsNotNone(self.whole(index, 1, self.signatures))

    def test_states(self):
        """From the state before a record or from the first byte, the verdict is the same; so it is without a memory."""
        for piece in self.pieces:
            for index in (piece.at + 3, piece.at + 4, piece.at + piece.size // 2):
                fast = self.judged(piece, index, 1)
                self.assertEqual(fast, self.whole(index, 1, self.signatures), f"byte {index}")
        for piece in self.pieces[::9]:
            index = piece.at + piece.size // 3
            fast = self.judged(piece, index, 4)
            records.decode.cache_clear()
            self.assertEqual(fast, self.whole(index, 4, Signatures()), f"byte {index}")
        for piece in self.pieces:  # and the copies were not touched by what was judged from them
            self.assertIsNone(verdict(piece.state.snapshot(), io.BytesIO(self.data[piece.at:])))

    def test_memory(self):
        """What is remembered is one key, one message, one signature: flip any bit of any, and it is asked anew."""
        event = decode_entry(self.pieces[1].items[1]).event
        device = event.header.device
        three = [self.export.organisation.keys[device][1], event.signed, event.signature]
        signatures = Signatures()
        self.assertTrue(signatures.holds(*three))
        self.assertTrue(signatures.holds(*three))
        self.assertEqual(signatures.verified, 1)
        asked = 1
        for which, part in enumerate(three):
            for bit in range(8 * len(part)):
                changed = bytearray(part)
                changed[bit // 8] ^= 1 << bit % 8
                asked += 1
                self.assertFalse(signatures.holds(*three[:which], bytes(changed), *three[which + 1:]))
        self.assertEqual(signatures.verified, asked)
        # Nor can the three be cut elsewhere: the key is always the first 32 bytes and the signature the next 64.
        self.assertEqual((len(three[0]), len(three[2])), (32, 64))

    def test_left_out_twice_or_turned(self):
        def told(pieces):
            return b"".join(self.data[piece.at:piece.at + piece.size] for piece in pieces)

        def refused(pieces):
            self.assertIsNotNone(verdict(pieces[0].state.snapshot(), io.BytesIO(told(pieces[1:]))))

        for at, piece in enumerate(self.pieces[:-1]):
            rest = self.pieces[at:]
            refused(rest[:1] + rest[1:])                       # left out: the state is the one before it
            refused([piece, piece] + rest)                     # twice
            refused([piece, rest[1], piece] + rest[2:])        # after its successor
        refused([self.pieces[0]] + [piece for piece in self.pieces if piece.kind != ENTRY])
        refused([self.pieces[0]] + [piece for piece in self.pieces if piece.kind != ORG_ENTRY])
        refused([self.pieces[0]] + [piece for piece in self.pieces if piece.kind != HEAD])
        self.assertIsNone(verdict(self.pieces[0].state.snapshot(), io.BytesIO(told(self.pieces))))

    def test_truncations(self):
        for piece in self.pieces:
            for cut in (piece.at, piece.at + 2, piece.at + 4, piece.at + piece.size - 1):
                self.assertIsNotNone(verdict(piece.state.snapshot(), io.BytesIO(self.data[piece.at:cut])))
        self.assertIsNotNone(verdict(self.pieces[-1].state.snapshot(), io.BytesIO(self.data[self.pieces[-1].at:] + b"\0")))


class WithoutOrganisationHead(Machine, unittest.TestCase):
    """Where only the log's head covers the organisation's last entry."""

    @staticmethod
    def file():
        files = json.loads((HERE.parent / "vectors" / "export.json").read_text(encoding="utf-8"))["files"]
        return bytes.fromhex(files[0]["org"]), bytes.fromhex(files[0]["hex"])

    def test_every_byte(self):
        self.assertEqual([piece.kind for piece in self.pieces].count(HEAD), 1)
        self.check_every_byte(NAMES)


class CommandLine(unittest.TestCase):
    def run_verifier(self, data, org):
        with tempfile.NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            return self.answer("--file", file.name, "--org", org)

    @staticmethod
    def answer(*arguments):
        done = subprocess.run([sys.executable, "-B", str(HERE / "bongsu_verify.py"), *arguments], capture_output=True,
                              text=True, check=False)
        return done.returncode, json.loads(done.stdout.splitlines()[-1]) if done.stdout else None

    def test_answers(self):
        org, data = load(40)
        code, said = self.run_verifier(data, org.hex())
        self.assertEqual((code, said["org"], said["entries"] + said["organisationEntries"]), (0, org.hex(), 40))
        code, said = self.run_verifier(data[:-1], org.hex())
        self.assertEqual((code, set(said["bad"])), (6, {"log", "seq", "why"}))
        code, said = self.run_verifier(data, "0" * 64)
        self.assertEqual(code, 6)
        self.assertEqual(self.answer("--file", "/nowhere", "--org", org.hex())[0], 5)
        self.assertEqual(self.answer("--file", "/nowhere", "--org", "short")[0], 2)
        self.assertEqual(self.answer("--org", org.hex())[0], 2)


if __name__ == "__main__":
    GENERATOR = sys.argv.pop(1)
    unittest.main()
