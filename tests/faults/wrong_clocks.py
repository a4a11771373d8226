"""Clocks that are an hour or a day off, and that jump while programs run: of the relay and of desktops. Order and authority must be what
they would have been: a relay whose clock is behind what it numbered, or moves by itself, numbers nothing and says why, until somebody
accepts its clock; what a desktop's clock says is written down and decides nothing."""

import collections
import random

from faultrow import FaultRow
from programs import CTL, DONE, Place, byClock, setClock

OFFSETS = {"+1h": 1, "-1h": -1, "+1d": 24, "-1d": -24}  # hours


class Clocks:
    """One office: an admin who commands, and somebody else whose clock is right."""

    def __init__(self, chance):
        self.chance = chance
        self.figures = collections.Counter()
        self.made = 0
        self.order = []  # events of each device as it made them
        self.numbered = 0  # hours ahead, by the clock of the relay that was farthest ahead
        self.place = Place()

    def open(self):
        place = self.place
        invite = place.init()["invite"]
        self.startRelay("+0")
        place.join("admin", invite, "김하늘")
        place.join("other", place.invite("admin", "commander"), "박도윤")
        self.incident = place.declare("admin", "판교 화재")
        self.commander = self.state()

    def startRelay(self, offset, *words):
        self.place.stopRelay()
        self.place.startRelayAt(offset, *words)

    def note(self, home, environment=None):
        """The state that the command told."""
        self.made += 1
        answer = self.place.run(CTL, "--home", self.place.path(home), "--wait", "2", "note", self.incident, f"line {self.made}",
                                environment=environment)
        assert answer.code == DONE, answer.words
        self.order.append((home, answer.last["event"]))
        return answer.last["state"], answer.words

    def state(self):
        shown = self.place.ctl("other", "show", self.incident).last
        return {name: shown.get(name) for name in ("commander", "acting", "grade", "phase")}

    def expect(self, isSo, what):
        if not isSo:
            print("not so:", what, flush=True)
        self.figures["otherwise"] += not isSo

    def desktop(self, offset):
        clock = self.place.path("desktop-clock")
        setClock(clock, offset)
        told, _ = self.note("admin", byClock(self.place.environment, clock))
        self.expect(told == "recorded", f"a desktop at {offset} records")

    def relayFromItsStart(self, offset):
        self.startRelay(offset)
        told, words = self.note("other")
        if OFFSETS[offset] < self.numbered:
            self.expect(told == "pending" and words, f"a relay at {offset} stops and says so")
        else:
            self.expect(told == "recorded", f"a relay at {offset} goes on")
            self.numbered = OFFSETS[offset]
        self.backToRight()

    def relayThatJumps(self, offset):
        self.place.setRelayClock(offset)
        told, words = self.note("other")
        self.expect(told == "pending" and words, f"a relay that jumps by {offset} stops and says so")
        self.backToRight()

    def backToRight(self):
        """Right again, but perhaps behind what it numbered: somebody accepts that."""
        self.startRelay("+0", "--accept-clock")
        for home in ("admin", "other"):
            answer = self.place.ctl(home, "--wait", "20", "sync")
            self.expect(answer.code == DONE, "everybody goes on")

    def compare(self):
        entries = self.place.log("other", self.incident)
        numbered = [entry["event"] for entry in entries]
        self.figures["gaps"] += [entry["seq"] for entry in entries] != list(range(1, len(entries) + 1))
        recorded = [entry["recordedAt"] for entry in entries]
        self.figures["backwards"] += recorded != sorted(recorded)
        for home in ("admin", "other"):
            own = [event for whose, event in self.order if whose == home]
            self.figures["reordered"] += own != [event for event in numbered if event in own]
        self.figures["authority_changed"] += self.state() != self.commander
        self.figures["not_verified"] += sum(self.place.ctl(home, "verify").code != DONE for home in ("admin", "other"))


def main():
    row = FaultRow(9, __doc__)
    chance = random.Random(row.seed)
    clocks = Clocks(chance)
    try:
        clocks.open()
        acts = [(act, offset) for act in (clocks.desktop, clocks.relayFromItsStart, clocks.relayThatJumps) for offset in OFFSETS]
        order = []
        while len(order) < row.count:
            order += chance.sample(acts, len(acts))
        for act, offset in order[:row.count]:
            act(offset)
        clocks.compare()
    finally:
        clocks.place.close()
    figures = {name: clocks.figures[name] for name in ("otherwise", "gaps", "backwards", "reordered", "authority_changed", "not_verified")}
    return row.end(row.count, not any(figures.values()), **figures)


if __name__ == "__main__":
    raise SystemExit(main())
