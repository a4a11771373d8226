"""What is on the disks of a relay and of a desktop for whoever gets them: nothing that anybody wrote, and keys in key files only."""

import base64
import contextlib
import functools
import glob
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

sys.path.insert(0, os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "channel"))

import disks  # noqa: E402
from disks import Disk, OnlyHere, Search, isMounted, read  # noqa: E402
from display import DESKTOP, Desk, Display  # noqa: E402
from example import Example, keysOfRelay  # noqa: E402
from gateway import Gateway  # noqa: E402
from mailserver import Mailroom, MailServer  # noqa: E402
from programs import CTL, DONE, RELAY, AtPlace, Place, freePort  # noqa: E402
from services import Answer, Service  # noqa: E402

SEED = int(os.environ.get("BONGSU_SEED", "7"))

# What may hold keys in the clear, and which. Whatever else is found, and wherever, fails.
MAY_HOLD = {
    "relay's data": {},
    "relay's keys": {"*.key": {"store key", "relay seed", "TLS key", "next TLS key", "sealing key"}},
    "desktop's data": {},
    "desktop's keys": {"*.key": {"store key", "device seed"}},
}
KEY_NAMES = {1: "store key", 2: "device seed", 3: "relay seed", 4: "TLS key", 5: "next TLS key", 6: "sealing key"}


def keysIn(path):
    """{name: bytes} of a key file: its mark, the length, a map of numbers to bytes."""
    content = read(path)
    assert content.startswith(b"BONGSUK1"), path
    body, found, at = content[12:-32], {}, 1
    for _ in range(body[0] - 0xA0):
        key, head, at = body[at], body[at + 1], at + 2
        if head == 0x58:
            size, at = body[at], at + 1
        elif head == 0x59:
            size, at = int.from_bytes(body[at:at + 2], "big"), at + 2
        else:
            size = head - 0x40
        found[KEY_NAMES[key]] = body[at:at + size]
        at += size
    assert at == len(body)
    return found


def privatePart(pem):
    """Of a P-256 key: what stands beside it in its file is in every certificate."""
    content = base64.b64decode("".join(line for line in pem.decode().splitlines() if "-----" not in line))
    at = content.index(b"\x02\x01\x01\x04\x20") + 5
    return content[at:at + 32]


def asked(store, question, *values):
    """Of a copy: somebody else may hold the store."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if os.path.exists(store + end):
                shutil.copy(store + end, os.path.join(folder, "store.db" + end))
        with contextlib.closing(sqlite3.connect(os.path.join(folder, "store.db"))) as connection:
            return connection.execute(question, values).fetchall()


def opened(key, sealed, place):
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], place)


def logKeys(store, key):
    """By log: each has its own, under the store's. Nothing if that is another store's."""
    try:
        return {log: opened(key, sealed, b"\x05" + log) for log, sealed in asked(store, "SELECT log, key FROM log")}
    except InvalidTag:
        return None


def sealedTexts(store, event):
    """As they lie in a store, sealed: that event's, and the chunks of the blob that it names."""
    named = bytes.fromhex(event)
    rows = asked(store, "SELECT text FROM entry WHERE event = ?1 UNION ALL SELECT text FROM own_event WHERE event = ?1", named)
    rows += asked(store, "SELECT c.sealed FROM blob_chunk c JOIN blob b ON c.blob = b.number WHERE b.event = ?", named)
    return [row[0] for row in rows]


class Disks(Place):
    """A relay and a desktop with disks of their own, one for data and one for keys each; what people hold in their hands and
    what other machines have lies elsewhere."""

    def __init__(self):
        super().__init__()
        self.only = OnlyHere([os.environ["BONGSU_SOURCE_DIR"], *map(os.path.dirname, (RELAY, CTL, DESKTOP))])
        if self.only.place:
            shutil.rmtree(self.folder)
            self.folder = self.only.place
        self.disks = {name: Disk(os.path.join(self.folder, name.replace(" ", "-").replace("'s", ""))) for name in MAY_HOLD}
        self.hand = os.path.join(self.folder, "hand")
        os.mkdir(self.hand)
        tempfile.tempdir = self.hand
        self.only.close(self.disks["desktop's data"].folderFor("tmp"))
        self.environments = {RELAY: self.of("relay's"), CTL: self.of("desktop's"), DESKTOP: self.of("desktop's")}

    def of(self, whose):
        data, keys = self.disks[whose + " data"], self.disks[whose + " keys"]
        return dict(self.environment, HOME=data.folderFor("person"), TMPDIR=data.folderFor("tmp"),
                    XDG_CONFIG_HOME=keys.folderFor("config"), XDG_DATA_HOME=data.folderFor("person/data"),
                    XDG_CACHE_HOME=data.folderFor("cache"), XDG_STATE_HOME=data.folderFor("state"),
                    XDG_RUNTIME_DIR=data.folderFor("runtime"))

    def path(self, name):
        top = name.split("/")[0]
        if top == "relay":
            return self.disks["relay's data"].path(name)
        return self.disks["desktop's data"].path("homes", name) if top in ("admin", "desk", "talk") else os.path.join(self.hand, name)

    def run(self, program, *words, stdin=None, timeout=60, environment=None):
        return super().run(program, *words, stdin=stdin, timeout=timeout, environment=environment or self.environments[program])

    def log(self, whose):
        """Where what a program says goes, as a service's does."""
        return open(os.path.join(self.disks[whose + " data"].folderFor("log"), "said"), "ab")  # noqa: SIM115

    def startRelay(self, *words):
        with self.log("relay's") as log:
            self.relay = subprocess.Popen([RELAY, "run", self.path("relay"), *words], stdout=log, stderr=log,
                                          env=self.environments[RELAY])
        self.waitUntilServing("relay", self.relay)

    def stopRelay(self, how=signal.SIGTERM):
        if self.relay:
            self.relay.send_signal(how)
            self.relay.wait(timeout=30)
            self.relay = None

    def follow(self, home, incident):
        self.environment, whole = self.environments[CTL], self.environment
        try:
            return super().follow(home, incident)
        finally:
            self.environment = whole

    def close(self):
        tempfile.tempdir = None
        super().close()
        for disk in self.disks.values():
            disk.close()
        self.only.open()


class LoggedDesk(Desk):
    def environment(self):
        return dict(self.place.environments[DESKTOP], DISPLAY=self.display.name, QT_QPA_PLATFORM="xcb")

    def start(self, *words):
        with self.place.log("desktop's") as log:
            self.program = subprocess.Popen([DESKTOP, "--home", self.place.path(self.home), *words], stdout=log, stderr=log,
                                            env=self.environment())
        self.place.waitUntilServing(self.home, self.program)


class Taking(Service):
    def answer(self, request):
        return Answer(202)


class Secrets(AtPlace):
    @classmethod
    def setUpClass(cls):
        print("seed", SEED, "" if isMounted() else "- NO DISKS OF THEIR OWN HERE (root and loop mounts are needed): files are read, "
              "what was deleted is not seen", flush=True)

    def setUp(self):
        self.place = p = Disks()
        self.addCleanup(p.close)
        invite = p.init("다온")["invite"]
        for which in ("1", "2"):
            self.atRelay("root", "export", p.path("relay"), p.path(f"root-{which}.key"), "--which", which)
        self.atRelay("root", "forget", p.path("relay"))
        p.startRelay("--replies", str(freePort()))
        self.example = Example(self, SEED)
        self.example.people(invite)
        self.sealed = Search()

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def serve(self, service):
        self.addCleanup(service.close)
        return service

    def fill(self):
        example, p = self.example, self.place
        kannel = p.path("kannel")
        os.mkdir(kannel)
        gateway = Gateway(kannel, self.begin, p.run(RELAY, "replies", p.path("relay")).last["address"])
        self.addCleanup(gateway.close)
        self.mail = self.serve(MailServer(Mailroom()))
        page = p.path("page")
        os.mkdir(page)
        example.documents({"page": page, "push": self.serve(Taking()).url, "mail": self.mail.port,
                           "apprise": self.serve(Taking()).url.replace("http", "json")}, gateway)
        example.outage()
        follower = p.follow("talk", example.incident)
        p.waitUntilServing("talk", follower)
        example.told(follower)
        example.paged(gateway, follower)
        self.close(follower)
        example.lookedBack()

    def close(self, follower):
        follower.terminate()
        follower.wait()
        follower.stdout.close()
        self.place.followers.remove(follower)

    def atTheWindow(self):
        """A line, one that is still being written, and a window that has shown everything."""
        display = Display()
        self.addCleanup(display.close)
        desk = LoggedDesk(self.place, display, "desk")
        self.addCleanup(desk.kill)
        desk.start("--incident", self.example.incident, "--lang", "en")
        desk.settled(display.focus(self.example.words.said["title"]))
        display.keyboard("type", self.example.words.plain("typed line"))
        display.keyboard("key", "Return")
        display.keyboard("type", self.example.words.plain("line still being typed"))
        desk.waitFor(lambda: desk.kept(b"draft." + self.example.incident[:32].encode()) is not None)
        desk.kill()

    @functools.cached_property
    def keys(self):
        """By name, of every key file there is; and of every log."""
        found = {}
        for disk, stores in (("relay's keys", ["relay/relay.db"]),
                             ("desktop's keys", [home + "/home.db" for home in ("admin", "desk", "talk")])):
            files = [path for path in self.place.disks[disk].files() if path.endswith(".key")]
            self.assertEqual(len(files), len(stores))
            for path in files:
                for name, key in keysIn(path).items():
                    self.assertIn(name, MAY_HOLD[disk]["*.key"])
                    found[f"{name} in {os.path.basename(path)}"] = privatePart(key) if "TLS" in name else key
            for store in map(self.place.path, stores):
                tried = [logKeys(store, key) for name, key in found.items() if name.startswith("store key")]
                [ofLogs] = [keys for keys in tried if keys is not None]
                found.update({f"key of log {log.hex()} in {store}": key for log, key in ofLogs.items()})
        for which in (1, 2):
            content = read(self.place.path(f"root-{which}.key"))
            found[f"root key {which}"] = content[content.index(b"\x03\x58\x20") + 3:][:32]
        found["key of replies"] = keysOfRelay(self.place)
        return found

    def kept(self, disk):
        return {path for pattern in MAY_HOLD[disk] for path in self.place.disks[disk].files() if glob.fnmatch.fnmatch(path, pattern)}

    def assertNothingIsRead(self):
        search = Search()
        for name, secret in {**self.example.words.said, **self.keys}.items():
            search.add(name, secret)
        for name, disk in self.place.disks.items():
            self.assertEqual(search.found(disk.content(besides=self.kept(name))), set(), name)

    def test_nothingIsReadOnTheDisks(self):
        self.fill()
        self.atTheWindow()
        backup = self.place.disks["relay's data"].path("relay", "backup.db")
        self.assertEqual(self.place.relayCommand("backup", backup).code, DONE)
        self.place.stopRelay(signal.SIGKILL)
        self.assertNothingIsRead()  # as while it ran
        self.place.startRelay()
        self.place.stopRelay()
        self.assertNothingIsRead()

    def everyStore(self):
        return [self.place.path(name) for name in ("relay/relay.db", "admin/home.db", "desk/home.db", "talk/home.db")]

    def syncAll(self, *homes):
        for _ in range(2):  # what the first round brought up comes down to those before it in the second
            for home in homes or ("admin", "desk", "talk"):
                self.done(home, "sync")

    def isReadable(self, store, event, text):
        """Whether that text opens, for whoever has this store and its key."""
        keyFiles = [path for disk in ("relay's keys", "desktop's keys") for path in self.place.disks[disk].files()
                    if path.endswith(".key")]
        [keys] = [keys for keys in (logKeys(store, keysIn(path)["store key"]) for path in keyFiles) if keys is not None]
        for sealed in sealedTexts(store, event)[:1]:
            for key in keys.values():
                with contextlib.suppress(InvalidTag):
                    return text.encode() in opened(key, sealed, b"\x02" + bytes.fromhex(event))
        return False

    def writeWhatGoes(self):
        """{event: text}: a line, one that its author takes back, and an attachment; each was pending for a while, each is everywhere."""
        say, p = self.example.words, self.place
        self.incident = self.done("desk", "declare", "--title", say.text("title"), "--grade", "total").last["incident"]
        self.done("talk", "sync")
        p.stopRelay()
        line, back, caption = say.text("line that goes", 40), say.text("line taken back", 40), say.text("caption that goes")
        events = {self.done("talk", "--offline", "note", self.incident, words).last["event"]: words for words in (line, back)}
        path = self.write("gone.pdf", b"%PDF-1.7\n" + say.bytes("attachment that goes", 120_000))
        events[self.done("talk", "--offline", "attach", self.incident, path, "--caption", caption).last["event"]] = caption
        self.remember(events)
        p.startRelay()
        self.syncAll()
        attached = list(events)[2]
        for home in ("admin", "desk"):
            self.done(home, "--wait", "60", "fetch", attached, "-o", p.path("fetched-by-" + home))
        self.remember(events)
        return events

    def remember(self, events):
        """How these texts lie sealed in the stores that have them: what has to be gone from the disks later."""
        for store in self.everyStore():
            for event in events:
                for sealed in sealedTexts(store, event) if self.isReadable(store, event, events[event]) else ():
                    self.sealed.add(f"{events[event][:9]} in {os.path.relpath(store, self.place.folder)}", sealed, onlyAsItIs=True)

    def eraseThem(self, events):
        line, back, attached = events
        self.done("desk", "erase", line, "--reason", "개인정보")
        self.done("talk", "withdraw", back)
        self.done("desk", "erase", attached, "--reason", "개인정보")

    def assertGone(self):
        for name, disk in self.place.disks.items():
            self.assertEqual(self.sealed.found(disk.content()), set(), name)

    def test_whatWasErasedIsOnTheDisksNoMore(self):
        """Not sealed either: whoever has the key reads nothing of it, in no file, no backup and no block that a file once had."""
        events = self.writeWhatGoes()
        self.assertGreater(len(self.sealed.found(self.place.disks["relay's data"].content())), 2)
        self.assertGreater(len(self.sealed.found(self.place.disks["desktop's data"].content())), 5)
        self.eraseThem(events)
        self.syncAll()
        self.assertGone()
        backup = self.place.disks["relay's data"].path("relay", "backup.db")
        self.assertEqual(self.place.relayCommand("backup", backup).code, DONE)
        self.place.stopRelay()
        self.assertGone()

    def goBackTo(self, backup):
        self.place.stopRelay()
        self.assertEqual(self.place.relayCommand("restore", backup).code, DONE)
        self.place.startRelay()

    def test_anErasureReachesARelayThatCameBackFromBefore(self):
        events = self.writeWhatGoes()
        backup, relay = self.place.path("backup.db"), self.place.path("relay/relay.db")
        self.assertEqual(self.place.relayCommand("backup", backup).code, DONE)
        self.eraseThem(events)
        self.syncAll()
        self.goBackTo(backup)
        self.remember(events)
        self.assertTrue(all(self.isReadable(relay, event, text) for event, text in events.items()))  # as it was then
        self.done("desk", "sync")  # which gives back what it holds: the erasures too
        self.done("admin", "sync")
        self.done("admin", "--wait", "20", "declare-epoch", "--reason", "백업에서 되살림")
        self.syncAll()
        self.assertFalse(any(self.isReadable(store, event, text) for store in self.everyStore() for event, text in events.items()))
        self.place.stopRelay()
        self.assertGone()

    def test_itReachesItWhereOnlyTheAbsentKnewOfIt(self):
        events = self.writeWhatGoes()
        backup = self.place.path("backup.db")
        self.assertEqual(self.place.relayCommand("backup", backup).code, DONE)
        self.eraseThem(events)
        self.syncAll("desk", "talk")
        self.goBackTo(backup)
        self.remember(events)
        self.done("admin", "--wait", "20", "declare-epoch", "--reason", "백업에서 되살림")  # and knows of no erasure
        self.assertTrue(all(self.isReadable(self.place.path("admin/home.db"), event, text) for event, text in events.items()))
        self.syncAll()
        self.assertFalse(any(self.isReadable(store, event, text) for store in self.everyStore() for event, text in events.items()))
        self.place.stopRelay()
        self.assertGone()

    @unittest.skipUnless(isMounted(), "no file systems of their own here: root and loop mounts are needed")
    def test_theSearchFindsWhatWasThereForAMoment(self):
        """In every form, in pieces, and deleted: else the other tests would find nothing either."""
        say, disk = self.example.words, self.place.disks["desktop's data"]
        search = Search()
        secrets = {"text": say.text("a text"), "name": say.person("a name"), "number": say.telephone("a number"),
                   "key": say.bytes("a key", 32)}
        for name, secret in secrets.items():
            search.add(name, secret)
        self.assertEqual(search.found(disk.content()), set())
        written = {}
        for name, secret in secrets.items():
            for form, length, content in disks.forms(secret):
                size = min(length, len(content))
                at = (len(content) - size) // 2
                written[disk.path(f"moment-{len(written)}")] = (name, form)
                with open(disk.path(f"moment-{len(written) - 1}"), "wb") as file:
                    file.write(b"x" * say.chance.randrange(300) + content[at:at + size] + b"y")
        for path in written:
            os.remove(path)
        self.assertEqual(search.found(disk.content()), set(written.values()))


if __name__ == "__main__":
    disks.ownMounts()
    unittest.main(verbosity=2)
