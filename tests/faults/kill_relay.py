"""Kills the relay with -9 while writers of every kind of entry are at work, and counts: nothing acknowledged may be lost, nothing may
stand there twice, nothing that was kept as pending may vanish."""

import collections
import random
import signal
import sys

from faultrow import FaultRow
from office import Office

KILLS_AN_OFFICE = 50  # then a new one: a record that grows without end would test opening alone
MOST_ACKNOWLEDGED = 30  # between two kills
AT_ONCE = 0.3           # so often everybody writes while the relay is only coming back
WHILE_OPENING = 0.1     # so often the next kill follows at once


def oneOffice(kills, chance):
    office = Office(chance.random())
    try:
        office.found()
        office.startRelay()
        office.open()
        office.hold()
        office.begin()
        done = lost = 0
        while done < kills:
            wanted = office.told.acknowledged + chance.randint(0, MOST_ACKNOWLEDGED)
            office.told.waitFor(lambda least=wanted: office.told.acknowledged >= least)
            office.stopRelay(signal.SIGKILL)
            office.pause()
            lost += len(office.relayLost())
            done += 1
            while done < kills and chance.random() < WHILE_OPENING:
                office.killRelayWhileOpening()
                done += 1
            office.startRelay()
            office.relayIsBack(chance.random() < AT_ONCE)
        office.settle()
        figures, entries = office.compare()
        figures["lost"] += lost
        return {**figures, "acknowledged": office.told.acknowledged, "entries": entries, "refused": office.told.refused}
    finally:
        office.close()


def main():
    row = FaultRow(1, __doc__)
    chance = random.Random(row.seed)
    sums = collections.Counter()
    for done in range(0, row.count, KILLS_AN_OFFICE):
        kills = min(KILLS_AN_OFFICE, row.count - done)
        sums.update({"killed": kills, **oneOffice(kills, chance)})
        print(dict(sums), flush=True)
    holds = not any(sums[name] for name in ("lost", "vanished", "twice", "gaps", "not_verified"))
    return row.end(sums.pop("killed"), holds, **sums)


if __name__ == "__main__":
    sys.exit(main())
