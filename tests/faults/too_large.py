"""Frames too large and fragments without end, against the relay's program: each is closed with 1009, and its memory stays."""

import collections
import concurrent.futures
import itertools
import random
import sys

from faultrow import FaultRow
from programs import DONE, Place
from rawline import BINARY, CONTINUED, TOO_MUCH, RawLine, countFreedAsGone, frameHead, ownBytes

ALLOWED = 10 << 20   # bytes that the relay may grow by
FRAME = 65_536       # incomingFrameBytes of PROTOCOL.md
AT_ONCE = 8


def tooLargeFrame(dice):
    size = dice.choice((FRAME + 1, dice.randrange(FRAME + 1, 1 << 20), dice.randrange(1 << 20, 1 << 33)))
    return itertools.chain([frameHead(BINARY, dice.random() < 0.5, size)], itertools.repeat(b"x" * 16384, size // 16384 + 1))


def endlessFragments(dice):
    return fragments(dice.choice((dice.randrange(16, 1000), dice.randrange(1000, FRAME))))


def crumbs(dice):
    """A message of them never grows too large, or not in time."""
    return fragments(dice.randrange(2))


def fragments(size):
    piece = b"x" * size
    more = frameHead(CONTINUED, False, size) + piece
    if size < 1000:
        more *= 200
    return itertools.chain([frameHead(BINARY, False, size) + piece], itertools.repeat(more))


def attack(port, dice):
    """What it was, the code of the close that came, and the bytes sent until then."""
    kind = dice.choices((tooLargeFrame, endlessFragments, crumbs), weights=(2, 2, 1))[0]
    line = RawLine(port)
    try:
        line.upgrade()
        sent = line.pour(kind(dice))
        return kind, line.closeCode(), sent
    finally:
        line.close()


def main():
    row = FaultRow(16, __doc__)
    place = Place()
    try:
        countFreedAsGone(place)
        invite = place.init()["invite"]
        place.startRelay()
        place.join("admin", invite, "Kim")
        attackers = [random.Random(f"{row.seed} {number}") for number in range(row.count)]
        for dice in [random.Random(number) for number in range(AT_ONCE)]:  # what a first caller costs is no growth
            attack(place.port, dice)
        before = ownBytes(place.relay.pid)
        most, sent, codes = before, 0, collections.Counter()
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            for number, (kind, code, poured) in enumerate(pool.map(lambda dice: attack(place.port, dice), attackers)):
                codes[code] += 1
                sent += poured
                if code != TOO_MUCH:
                    print(f"attack {number}, {kind.__name__}: ended with {code} after {poured} bytes")
                most = max(most, ownBytes(place.relay.pid))
        served = place.ctl("admin", "sync").code == DONE
        return row.end(row.count, codes[TOO_MUCH] == row.count and most - before < ALLOWED and served,
                       closed_by_1009=codes[TOO_MUCH], KiB_grown=(most - before) // 1024, MiB_sent=sent >> 20)
    finally:
        place.close()


if __name__ == "__main__":
    sys.exit(main())
