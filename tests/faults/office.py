"""An office under load, for programs that break something beneath it: a relay, homes that are held, and writers of many kinds of
entries that note what they were told. Afterwards it is compared with what the record holds."""

import collections
import contextlib
import glob
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

from programs import CHANNELS, CTL, DONE, REFUSED, RELAY, Place

SERVICES = """\
catalogue: 1
sites:
  - {site: 판교, name: {ko: 판교 데이터센터, en: Pangyo data centre}}
departments:
  - {department: infra, name: {ko: 인프라실, en: Infrastructure}}
services:
  - {service: 메신저, name: {ko: 메신저, en: Messenger}, public: {ko: 메신저, en: Messenger}, department: infra, grade: 1, sites: [판교]}
"""
HOMES = (("chief", "commander", "박도윤"), ("talk", "communications", "최서연"), ("field", "responder", "정우진"))
WAIT = "20"  # seconds that a command waits for the relay
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
tempfile.tempdir = IN_MEMORY  # a killed process loses nothing there either; what loses its power has a disk of its own


def openFiles(pid):
    """The names of the files that a process has open; none of one that is gone."""
    folder = f"/proc/{pid}/fd"
    try:
        return [os.readlink(os.path.join(folder, name)) for name in os.listdir(folder)]
    except OSError:
        return []


class StoreCopy:
    """A copy of a store as it lies on the disk, so that nothing here mends it for the program that comes next."""

    def __init__(self, folder):
        with tempfile.TemporaryDirectory(dir=IN_MEMORY) as aside:
            for file in glob.glob(folder + "/*.db*"):
                shutil.copy(file, aside)
            with contextlib.closing(sqlite3.connect(glob.glob(aside + "/*.db")[0])) as store:
                self.isWhole = store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                self.events = {event.hex() for event, in store.execute("SELECT event FROM entry")} if self.isWhole else set()


class Told:
    """What somebody was told: nothing of it may ever be otherwise."""

    def __init__(self):
        self.changed = threading.Condition()
        self.answers = {}        # event -> (home, state) as a command said
        self.entries = {}        # (log, seq) -> (event, hash) as a follower printed it
        self.kinds = {}          # event -> what kind, as a follower printed it
        self.recordedTexts = []
        self.contradictions = []
        self.acknowledged = 0
        self.kept = collections.Counter()  # by home: events that a command said are kept, pending or recorded
        self.refused = 0
        self.underWay = 0        # commands that have not answered
        self.unanswered = 0      # the holder died before it could answer: nobody was told anything

    def entry(self, line):
        if line.get("seq") is None:
            return
        with self.changed:
            place, content = (line["log"], line["seq"]), (line["event"], line["hash"])
            self.kinds[line["event"]] = line["kind"]
            if self.entries.setdefault(place, content) != content:
                self.contradictions.append((place, self.entries[place], content))

    def ask(self):
        with self.changed:
            self.underWay += 1

    def answer(self, home, code, lines):
        with self.changed:
            self.underWay -= 1
            if code is None:
                self.unanswered += 1
            elif code == REFUSED:
                self.refused += 1
            for line in lines:
                if "event" in line and line.get("state") in ("recorded", "pending"):
                    self.answers[line["event"]] = (home, line["state"])
                    self.acknowledged += line["state"] == "recorded"
                    self.kept[home] += 1
            self.changed.notify_all()

    def waitFor(self, isSo):
        with self.changed:
            assert self.changed.wait_for(isSo, 120), "nothing more is acknowledged"

    def eventsOf(self, home):
        with self.changed:
            return [event for event, (whose, _) in self.answers.items() if whose == home]


class Holder:
    """The program that holds a home; commands are handed to it through its socket, as bongsuctl does."""

    def __init__(self, office, home):
        self.office, self.home = office, home
        self.isReplaced = threading.Event()
        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen([CTL, "--home", office.path(home), "log", office.incident, "--follow"],
                                        stdout=subprocess.PIPE, stderr=self.said, text=True, env=office.environment)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        office.waitUntilServing(home, self.process)

    def _read(self):
        for line in self.process.stdout:
            if line.endswith("\n"):  # a killed program may leave half a line
                self.office.told.entry({**json.loads(line), "log": self.office.incident})

    def ask(self, *words, given=()):
        """(exit code, lines), or (None, []) if the holder died before it had answered."""
        lines = []
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.connect(self.office.path(self.home + "/socket"))
                line.sendall(json.dumps({"args": words, "input": given}).encode() + b"\n")
                for answer in line.makefile():
                    said = json.loads(answer)
                    if "exit" in said:
                        return said["exit"], lines
                    lines += [said["out"]] if "out" in said else []
        except (OSError, ValueError):
            pass
        return None, []

    def became(self):
        """How its process ended, None while it runs, and what it wrote to stderr last."""
        self.said.seek(0)
        return self.process.poll(), self.said.read().decode(errors="replace")[-8000:]

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(timeout=60)
        self.reader.join()
        self.process.stdout.close()
        self.said.close()


class Writer(threading.Thread):
    """Goes on recording acts of every kind at one home, as long as it may."""

    def __init__(self, office, home, number, seed):
        super().__init__(daemon=True)
        self.office, self.home, self.number = office, home, number
        self.chance = random.Random(seed)
        self.own = []        # events of notes that were recorded
        self.version = None  # of the section that only this one writes
        self.made = 0
        self.sectionOf = f"section-{home}-{number}"

    def run(self):
        while not self.office.ended:
            if self.office.mayWrite[self.home].wait(1):
                self.once()

    def once(self):
        holder = self.office.holders[self.home]
        words, given = self.act()
        offline = ["--offline"] if self.office.relay is None else ["--wait", WAIT]
        self.office.told.ask()
        code, lines = holder.ask(*offline, *words, given=given)
        self.office.told.answer(self.home, code, lines)
        if code is None:
            holder.isReplaced.wait()
        events = [line["event"] for line in lines if "event" in line]
        if events and words[0] == "note":
            self.own = (self.own + events)[-20:]
        if words[:2] == ["retro", "edit"]:
            self.version = events[-1] if events else None
            if not events:
                self.sectionOf += "x"  # nobody told us its newest version
        if words[:2] == ["notice", "propose"] and events:
            self.office.notices.append(events[-1])

    def act(self):
        """The words of one command and its input."""
        incident = self.office.incident
        self.made += 1
        text = f"{self.home} {self.number} {self.made} " + "말" * self.chance.randint(0, 200)
        acts = [(40, lambda: ["note", incident, text]), (6, lambda: ["decide", incident, text, "--basis", "b"]),
                (6, lambda: ["retro", "finding", incident, text, "--kind", "lucky"]),
                (6, lambda: ["actions", "add", incident, text, "--kind", "prevent"]),
                (6, lambda: ["task", "add", incident, text]), (4, lambda: ["services", "hit", incident, "30%", "--service", "메신저"]),
                (4, lambda: ["cause", incident, "suspected", text]), (8, self.edit), (6, self.attach)]
        if self.own:
            acts += [(6, lambda: ["correct", self.chance.choice(self.own), text]), (4, lambda: ["pin", self.chance.choice(self.own)])]
        acts += {"chief": [(6, lambda: ["assign", incident, f"seat-{self.made}", "정우진"]), (6, self.approve),
                           (3, lambda: ["grade", incident, self.chance.choice(["partial", "major", "total"])])],
                 "talk": [(6, lambda: ["notice", "propose", incident, "--feels", text[:60]])],
                 "field": [(6, lambda: ["accept", incident, f"seat-{self.chance.randint(1, 40)}"])]}[self.home]
        act = self.chance.choices([make for _, make in acts], [weight for weight, _ in acts])[0]()
        return act if isinstance(act, tuple) else (act, ())

    def edit(self):
        over = ["--over", self.version] if self.version else []
        return ["retro", "edit", self.office.incident, self.sectionOf, "-", *over], [f"글 {self.made}"]

    def attach(self):
        path = self.office.path(f"{self.home}-{self.number}.txt")
        with open(path, "wb") as file:
            file.write(self.chance.randbytes(self.chance.choice([10, 5000, 100_000])))
        return ["attach", self.office.incident, path]

    def approve(self):
        try:
            return ["notice", "approve", self.office.incident, self.office.notices.popleft()]
        except IndexError:
            return ["note", self.office.incident, f"{self.home} {self.number} {self.made} no notice"]


class Office(Place):
    def __init__(self, seed, writersPerHome=2):
        super().__init__()
        self.told = Told()
        self.mayWrite = {home: threading.Event() for home, _, _ in HOMES}
        self.ended = False
        self.notices = collections.deque()
        self.holders = {}
        self.writers = [Writer(self, home, number, f"{seed} {home} {number}")
                        for home, _, _ in HOMES for number in range(writersPerHome)]

    def open(self):
        """Founds it and declares an incident; nobody writes yet."""
        self.join("admin", self.firstInvite, "김하늘")
        for home, permission, name in HOMES:
            self.join(home, self.invite("admin", permission), name)
        os.mkdir(self.path("page"))
        for words, content in ((("services", "publish"), SERVICES),
                               (("notice", "publish", "channels"), CHANNELS.replace("PAGE", self.path("page")))):
            path = self.path("document.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            assert self.ctl("chief", *words, path).code == DONE
        self.incident = self.ctl("chief", "declare", "--title", "판교 화재", "--grade", "total", "--site", "판교", "--service",
                                 "메신저").last["incident"]
        for home, _, _ in HOMES:
            assert self.ctl(home, "sync").code == DONE

    def found(self):
        self.firstInvite = self.init()["invite"]

    def lostFrom(self, home):
        """Events that this home said it keeps and does not hold."""
        told = self.told.eventsOf(home)
        held = {line["event"] for line in self.log(home, self.incident, "--offline")}
        held |= {line["event"] for line in self.ctl(home, "--offline", "refused").lines if "event" in line}
        return [event for event in told if event not in held]

    def hold(self, *homes):
        for home in homes or self.mayWrite:
            before = self.holders.get(home)
            self.holders[home] = Holder(self, home)
            if before:
                before.isReplaced.set()

    def begin(self):
        for writer in self.writers:
            writer.start()
        self.letWrite()

    def letWrite(self, *homes):
        for home in homes or self.mayWrite:
            self.mayWrite[home].set()

    def pause(self, *homes):
        """What is under way there goes on to its end."""
        for home in homes or self.mayWrite:
            self.mayWrite[home].clear()

    def killRelayWhileOpening(self):
        """Starts it and ends it as soon as it has its store open."""
        with subprocess.Popen([RELAY, "run", self.path("relay")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=self.environment) as process:
            while process.poll() is None and not any(file.endswith(".db") for file in openFiles(process.pid)):
                pass
            process.kill()

    def relayIsBack(self, writeAtOnce=True):
        """Homes dial at once: their own patience between attempts grows with every end of a session."""
        if writeAtOnce:
            self.letWrite()
        asking = [threading.Thread(target=holder.ask, args=("--relay", f"127.0.0.1:{self.port}", "--wait", WAIT, "sync"))
                  for holder in self.holders.values()]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
        self.letWrite()

    def close(self):
        self.ended = True
        for holder in self.holders.values():
            holder.isReplaced.set()
            holder.end(signal.SIGKILL)
        for writer in self.writers:
            if writer.ident:
                writer.join(60)
        super().close()

    # --- what became of it

    def relayLost(self):
        """Events that were told to be recorded and are not in the dead relay's store. Desktops would offer them again: so it is asked
        before anybody can. Nobody may write then, and what was under way has its answer soon, without a relay."""
        self.told.waitFor(lambda: self.told.underWay == 0)
        held = StoreCopy(self.path("relay")).events
        lost = [event for event, (_, state) in self.told.answers.items() if state == "recorded" and event not in held]
        if lost:
            print("not in the dead relay's store", lost[:5], flush=True)
        return lost

    def settle(self):
        """Nobody writes any more, and all that was written is answered."""
        self.ended = True
        for writer in self.writers:
            writer.join(120)
        for home in self.holders:
            deadline = time.monotonic() + 120
            while True:
                code, _ = self.holders[home].ask("--wait", WAIT, "sync")
                _, lines = self.holders[home].ask("--offline", "status")
                if code == DONE and lines[-1]["pending"] == 0:
                    break
                assert time.monotonic() < deadline, (home, code, lines, *self.holders[home].became())

    def compare(self):
        """How much of what was told is not so: figures that all have to be 0, after settle()."""
        told = self.told
        with told.changed:  # as of now: the relay may go on by itself, sending a notice
            answers, seen = dict(told.answers), dict(told.entries)
        fresh = f"fresh-{len(os.listdir(self.folder))}"
        self.join(fresh, self.invite("admin", "viewer"), "새로 온 사람")
        assert self.ctl(fresh, "sync", timeout=120).code == DONE
        entries = self.log(fresh, self.incident)
        events = collections.Counter(line["event"] for line in entries)
        texts = collections.Counter(line["text"] for line in entries if line["kind"] == "note.added")
        refused = {line["event"] for home in self.holders for line in self.holders[home].ask("refused")[1] if "event" in line}
        held = {(self.incident, line["seq"]): (line["event"], line["hash"]) for line in entries}
        lost = [event for event, (_, state) in answers.items() if state == "recorded" and event not in events]
        lost += [place for place, content in seen.items() if held.get(place) != content]
        vanished = [event for event, (_, state) in answers.items()
                    if state == "pending" and event not in events and event not in refused]
        notVerified = sum(self.holders[home].ask("verify")[0] != DONE for home in self.holders)
        notVerified += self.ctl(fresh, "verify", timeout=120).code != DONE
        for what, which in (("lost", lost), ("vanished", vanished), ("contradictions", told.contradictions)):
            if which:
                print(what, which[:5], flush=True)
        for place in [one for one in lost if one in seen][:5]:  # by whom it was, and what stands there
            there = next((line for line in entries if (self.incident, line["seq"]) == place), None)
            print(place[1], "was", seen[place], told.kinds[seen[place][0]], "is", there, flush=True)
        return {"lost": len(lost) + len(told.contradictions), "vanished": len(vanished),
                "twice": sum(n > 1 for n in events.values()) + sum(n > 1 for n in texts.values()),
                "gaps": sum(line["seq"] != n for n, line in enumerate(entries, 1)), "not_verified": notVerified}, len(entries)
