"""Takes away the power of the disk that a relay, or a desktop's home, stands on, while everybody writes: an ext4 is shut down without
flushing its journal, who ran on it is dead, and it is mounted again. What was acknowledged and what was kept must be there, the store
must be whole, and the record must verify."""

import collections
import glob
import os
import random
import shutil

from faultrow import FaultRow
from disk import CuttableDisk, NoDisk, ownMounts
from office import Office, StoreCopy
from programs import DONE

CUTS_AN_OFFICE = 25
MOST_BETWEEN = 12  # answers between two cuts
AT_ONCE = 0.3      # so often everybody writes while the relay is only coming back
HOME = "field"     # of desktops, the one that loses its power


class Cutting:
    """One office with a part of it on a disk that is cut."""

    def __init__(self, what, chance):
        self.chance = chance
        self.disk = CuttableDisk()
        self.office = Office(chance.random(), writersPerHome=1)
        self.folder = os.path.join(self.disk.point, what)
        os.mkdir(self.folder, 0o700)
        os.symlink(self.folder, self.office.path(what))
        self.figures = collections.Counter()

    def found(self):
        self.office.found()

    def open(self):
        self.found()
        self.office.startRelay()
        self.office.open()
        self.office.hold()
        self.office.begin()

    def close(self):
        self.office.close()
        self.disk.close()

    def afterCut(self):
        self.disk.restore()
        self.figures["damaged"] += not StoreCopy(self.folder).isWhole

    def end(self):
        self.office.settle()
        figures, entries = self.office.compare()
        self.figures.update({**figures, "acknowledged": self.office.told.acknowledged, "entries": entries})
        return self.figures


class CuttingRelay(Cutting):
    def found(self):
        """What "init" said is done is done."""
        super().found()
        self.disk.cut([])
        self.afterCut()

    def end(self):
        """So is what "restore" said is done, of a backup that has less than desktops were told since."""
        office = self.office
        office.settle()
        backup = office.path("backup.db")
        assert office.relayCommand("backup", backup).code == DONE
        office.stopRelay()
        assert glob.glob(self.folder + "/*.db*") == [self.folder + "/relay.db"], "a relay that ends leaves one file"
        assert office.relayCommand("restore", backup).code == DONE
        self.disk.cut([])
        self.afterCut()
        office.startRelay()
        office.relayIsBack()  # what it numbered of its own meanwhile (that a notice was delivered) is given back
        assert office.relayCommand("status").last["stopped"] == "relay.stopped"
        assert office.ctl("admin", "--wait", "60", "declare-epoch", "--reason", "restored").code == DONE
        return super().end()

    def once(self):
        office = self.office
        wanted = office.told.acknowledged + self.chance.randint(0, MOST_BETWEEN)
        office.told.waitFor(lambda: office.told.acknowledged >= wanted)
        self.disk.cut([office.relay])
        office.stopRelay()
        office.pause()
        self.afterCut()
        self.figures["lost"] += len(office.relayLost())
        office.startRelay()
        office.relayIsBack(self.chance.random() < AT_ONCE)
        verifying = self.chance.choice(list(office.holders.values()))
        self.figures["not_verified"] += verifying.ask("verify")[0] != DONE


class CuttingDesktop(Cutting):
    """Half of the time there is no relay, so that much is pending."""

    def open(self):
        """What "join" said is done is done."""
        super().open()
        self.office.pause(HOME)
        self.office.holders[HOME].end()
        self.cutHome([])

    def once(self):
        office = self.office
        wanted = office.told.kept[HOME] + self.chance.randint(0, MOST_BETWEEN)
        office.told.waitFor(lambda: office.told.kept[HOME] >= wanted)
        office.pause()
        self.cutHome([office.holders[HOME].process])
        self.changeRelay()

    def cutHome(self, processes):
        office = self.office
        self.disk.cut(processes)
        self.afterCut()
        lost = office.lostFrom(HOME)
        if lost:
            print("lost from the home", lost, flush=True)
        self.figures["lost"] += len(lost)
        self.figures["not_verified"] += office.ctl(HOME, "--offline", "verify").code != DONE
        office.hold(HOME)
        office.letWrite(*([] if office.relay else [HOME]))

    def changeRelay(self):
        office = self.office
        if self.chance.random() < 0.5:
            return
        if office.relay is None:
            office.startRelay()
            office.relayIsBack(self.chance.random() < AT_ONCE)
        else:
            office.pause("chief", "talk")
            office.stopRelay()

    def end(self):
        if self.office.relay is None:
            self.office.startRelay()
            self.office.relayIsBack()
        return super().end()


def oneOffice(what, cuts, chance):
    cutting = {"relay": CuttingRelay, "field": CuttingDesktop}[what](what, chance)
    try:
        cutting.open()
        for _ in range(cuts):
            cutting.once()
        return cutting.end()
    finally:
        cutting.close()


def main():
    row = FaultRow(3, __doc__, ("of", "relay"))
    chance = random.Random(row.seed)
    sums = collections.Counter()
    what = {"relay": "relay", "desktop": HOME}[row.options.of]
    try:
        ownMounts()
        CuttableDisk().close()
    except NoDisk as why:
        row.notHere(f"no disk can be made and cut: {why}")
    for done in range(0, row.count, CUTS_AN_OFFICE):
        cuts = min(CUTS_AN_OFFICE, row.count - done)
        sums.update({"cut": cuts, **oneOffice(what, cuts, chance)})
        print(dict(sums), flush=True)
    bad = sum(sums[name] for name in ("lost", "vanished", "twice", "gaps", "not_verified", "damaged"))
    return row.end(sums.pop("cut"), bad == 0, **sums)


if __name__ == "__main__":
    raise SystemExit(main())
