"""A relay's certificate: another key at the same address is refused always and hears nothing; the right key is reached though its
certificate is out of date, or not valid yet, and people are told so, already thirty days before."""

import random
import signal
import sys
import unittest

from faultrow import FaultRow
from programs import DONE, NO_RELAY, Place

VALID = 3653 - 1  # days from a relay's start until its certificate has run out: it is dated a day back
AHEAD = 30        # days


def otherKey(place, dice):
    """Somebody else's relay takes the address: whatever its certificate's dates are."""
    other = Place()
    try:
        other.port = place.port
        other.init("Other")
        if dice.random() < 0.5:
            other.startRelayAt(f"-{dice.randrange(1, 5000)}d")
        else:
            other.startRelay()
        answers = [place.ctl("admin", *words) for words in (("sync",), ("--wait", "2", "sync"))]
        return all((answer.code, answer.error) == (NO_RELAY, "pin.wrong") for answer in answers)
    finally:
        other.close()


def dated(place, days):
    """The same relay, its certificate made when its clock was off by so many days. What people are told beside what was done."""
    place.startRelayAt(f"{days:+}d", "--accept-clock")
    try:
        answer = place.ctl("admin", "sync")
        assert answer.code == DONE, (answer.lines, answer.words)
        return "certificate" in answer.words
    finally:
        place.stopRelay(signal.SIGTERM)


def main():
    row = FaultRow(19, __doc__)
    dice = random.Random(row.seed)
    place = Place()
    refused = warned = quiet = 0
    wanted = [0, 0]
    try:
        invite = place.init()["invite"]
        place.startRelay()
        place.join("admin", invite, "Kim")
        place.stopRelay()
        for number in range(row.count):
            if number % 2 == 0:
                refused += otherKey(place, dice)
                continue
            left = (-dice.randrange(1, 2000), dice.randrange(2, AHEAD - 1), dice.randrange(AHEAD + 2, VALID))[number // 2 % 3]
            isWarning = dated(place, left - VALID)
            shouldWarn = left < AHEAD
            wanted[shouldWarn] += 1
            warned += isWarning and shouldWarn
            quiet += not isWarning and not shouldWarn
            if isWarning != shouldWarn:
                print(f"{left} days left: {'said' if isWarning else 'not said'}")
        keys = (row.count + 1) // 2
        return row.end(row.count, refused == keys and warned == wanted[1] and quiet == wanted[0], wrong_keys_refused=refused,
                       warned=f"{warned} of {wanted[1]}", quiet=f"{quiet} of {wanted[0]}")
    except unittest.SkipTest as why:
        row.notHere(str(why))
    finally:
        place.close()


if __name__ == "__main__":
    sys.exit(main())
