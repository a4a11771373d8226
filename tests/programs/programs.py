"""Runs the real programs: a relay in a folder of its own, homes that talk to it, and what they print."""

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from ports import freePort  # noqa: E402

RELAY = os.environ["BONGSU_RELAY"]
CTL = os.environ["BONGSU_CTL"]
EXAMPLE = os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "data", "pangyo-2022.jsonl")

CLOCK = os.environ["BONGSU_FAKE_CLOCK"]

DONE, REFUSED, USAGE, NO_RELAY, BUSY, FAILED, NOT_VERIFIED = range(7)

# One channel: a page in the folder PAGE.
CHANNELS = """\
channels: 1
link: https://status.example.kr
contact: {ko: 1577-0000, en: 1577-0000}
list:
  - channel: page
    kind: status-page
    name: {ko: 상태 페이지, en: Status page}
    for: [users, press]
    languages: [ko, en]
    places:
      - {place: one, via: directory, settings: {path: "PAGE"}}
"""


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Answer:
    def __init__(self, done):
        self.code = done.returncode
        self.lines = lines(done.stdout)
        self.words = done.stderr

    @property
    def last(self):
        return self.lines[-1]

    @property
    def error(self):
        return self.last.get("error", {}).get("code") if self.lines else None


def setClock(path, offset):
    """What programs by this clock are told from now on: "+31s", "-1d", "+0"."""
    seconds = int(offset.rstrip("shd")) * {"s": 1, "h": 3600, "d": 86400}.get(offset[-1], 1)
    with open(path + ".new", "w", encoding="ascii") as file:
        file.write(str(seconds))
    os.rename(path + ".new", path)


def byClock(environment, path):
    """An environment in which the wall clock is off by what setClock() wrote there; the monotonic one goes on."""
    return dict(environment, LD_PRELOAD=CLOCK, BONGSU_CLOCK=path,
                ASAN_OPTIONS=environment.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0")


class Place:
    """A folder with one relay and any number of homes; everything in it is gone afterwards."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        self.environment = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder + "/config",
                                XDG_DATA_HOME=self.folder + "/data", LC_ALL="C.UTF-8",
                                # No test meets the keyring of whoever runs it; test_keys.py brings one of its own.
                                BONGSU_KEYCHAIN="off", DBUS_SESSION_BUS_ADDRESS="disabled:")
        self.port = freePort()
        self.relay = None
        self.followers = []

    def close(self):
        for follower in self.followers:
            follower.terminate()
            follower.wait()
            follower.stdout.close()
        self.stopRelay()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, program, *words, stdin=None, timeout=60, environment=None):
        return Answer(subprocess.run([program, *words], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     text=True, timeout=timeout, env=environment or self.environment, check=False))

    def relayCommand(self, command, *words):
        return self.run(RELAY, command, self.path("relay"), *words)

    def init(self, name="다온"):
        answer = self.relayCommand("init", "--org", name, "--listen", f"127.0.0.1:{self.port}")
        assert answer.code == DONE, answer.words
        return answer.last

    def startRelay(self, *words):
        with open(self.path("relay.stderr"), "w", encoding="utf-8") as said:
            self.relay = subprocess.Popen([RELAY, "run", self.path("relay"), *words], stdout=subprocess.PIPE,
                                          stderr=said, text=True, env=self.environment)
        # The line comes whole; ends with the process at the latest.
        ready = self.relay.stdout.readline() if select.select([self.relay.stdout], [], [], 60)[0] else "nothing in a minute"
        if "listening" not in ready:
            self.relay.kill()
            with open(self.path("relay.stderr"), encoding="utf-8", errors="replace") as said:
                raise AssertionError(f"the relay said {ready!r} and\n{said.read()[-4000:]}")

    def startRelayAt(self, offset, *words):
        """With a clock that is off by this much, in setClock()'s words; setRelayClock() moves it while the relay runs."""
        self.setRelayClock(offset)
        environment = self.environment
        self.environment = byClock(environment, self.path("clock"))
        try:
            self.startRelay(*words)
        finally:
            self.environment = environment

    def setRelayClock(self, offset):
        setClock(self.path("clock"), offset)

    def stopRelay(self, how=signal.SIGTERM):
        if self.relay:
            self.relay.send_signal(how)
            self.relay.stdout.close()
            code = self.relay.wait(timeout=30)
            self.relay = None
            return code
        return None

    def ctl(self, home, *words, stdin=None, timeout=60):
        return self.run(CTL, "--home", self.path(home), *words, stdin=stdin, timeout=timeout)

    def follow(self, home, incident):
        """Prints a log as it grows; it ends with the place."""
        self.followers.append(subprocess.Popen(
            [CTL, "--home", self.path(home), "log", incident, "--follow"], text=True, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=self.environment))
        return self.followers[-1]

    def join(self, home, invite, name):
        answer = self.ctl(home, "join", invite, "--person", name)
        assert answer.code == DONE, (answer.lines, answer.words)
        return answer.last

    def invite(self, home, permission, *words):
        # On a busy machine a build with sanitizers takes longer than people would wait.
        answer = self.ctl(home, "--wait", "60", "invite", "--permission", permission, *words, timeout=90)
        assert answer.code == DONE, (answer.lines, answer.words)
        return answer.last["invite"]

    def declare(self, home, title, *words):
        answer = self.ctl(home, *words, "declare", "--title", title, "--grade", "total")
        assert answer.code == DONE, (answer.lines, answer.words)
        return answer.last["incident"]

    def waitUntilServing(self, home, program):
        """Until this program takes commands for the home: one that came before it would hold the home itself."""
        deadline = time.monotonic() + 60
        while True:
            assert program.poll() is None, "the program has ended"
            assert time.monotonic() < deadline, "nobody takes commands"
            with socket.socket(socket.AF_UNIX) as door:  # one that a killed program left refuses
                if door.connect_ex(self.path(home + "/socket")) == 0:
                    return

    def heads(self, home):
        return {log["log"]: (log["seq"], log["hash"]) for log in self.ctl(home, "--offline", "status").last["logs"]}

    def log(self, home, incident, *words):
        answer = self.ctl(home, *words, "log", incident)
        assert answer.code == DONE, (answer.lines, answer.words)
        return answer.lines


class SmallDisk:
    """A folder of a place moved onto a file system of a few MiB in memory, and back afterwards."""

    def __init__(self, place, folder, size):
        self.place, self.folder, self.size = place, folder, size
        self.aside = folder + ".aside"

    def __enter__(self):
        os.rename(self.folder, self.aside)
        os.mkdir(self.folder, 0o700)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.size},mode=700", "tmpfs", self.folder],
                                 stderr=subprocess.PIPE, check=False)
        if mounted.returncode != 0:
            os.rmdir(self.folder)
            os.rename(self.aside, self.folder)
            raise unittest.SkipTest("no file system can be mounted here: " + mounted.stderr.decode())
        shutil.copytree(self.aside, self.folder, dirs_exist_ok=True,
                        ignore=lambda folder, names: [n for n in names if n.endswith(".sock")])
        return self

    def __exit__(self, *_):
        self.place.stopRelay()
        subprocess.run(["umount", self.folder], check=True)

    def fill(self):
        with open(os.path.join(self.folder, "filler"), "wb", buffering=0) as file:
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"f" * 4096)

    def clear(self):
        os.remove(os.path.join(self.folder, "filler"))


# A pre-approved first notice says these, whole and where there is little room.
FIRST_WORDS = """\
    body:
      ko: "[장애 안내] {{since}}경부터 {{services}} 이용이 원활하지 않습니다. 원인을 확인하며 긴급 조치하고 있습니다. {{next}}까지 다시 알리겠습니다. 문의 {{contact}}"
      en: "[Service notice] Since about {{since}}, {{services}} have not been working properly. We are looking into the cause and taking urgent action. We will report again by {{next}}. Contact: {{contact}}"
"""
FIRST_WORDS_SHORT = """\
    body:
      ko: "{{since}}부터 {{services_short}} 장애. 원인을 확인하며 긴급 조치하고 있습니다. 문의 {{contact}}"
      en: "Since {{since}}: {{services_short}} down. Urgent action is under way. Contact: {{contact}}"
"""


class AtPlace(unittest.TestCase):
    """What tests of the programs do again and again at their `place`."""

    def openPlace(self, home, name):
        """A relay that runs, and this home of its first admin."""
        self.place = Place()
        self.addCleanup(self.place.close)
        invite = self.place.init()["invite"]
        self.place.startRelay()
        self.place.join(home, invite, name)

    def write(self, name, content):
        path = self.place.path(name)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def done(self, home, *words, **more):
        answer = self.place.ctl(home, *words, **more)
        self.assertEqual(answer.code, DONE, (words, answer.lines, answer.words))
        return answer

    def refused(self, home, error, *words):
        answer = self.place.ctl(home, *words)
        self.assertEqual((answer.code, answer.error), (REFUSED, error), (words, answer.lines, answer.words))

    def atRelay(self, *words):
        answer = self.place.run(RELAY, *words)
        self.assertEqual(answer.code, DONE, (words, answer.lines, answer.words))
        return answer

    def line(self, follower, isIt, seconds=90):
        """The first of a followed log for which isIt(line) is true, read already or still to come: things end in any order."""
        seen = self.__dict__.setdefault("seen", [])

        def keep(line):
            seen.append(line)
            return isIt(line)
        return next((line for line in seen if isIt(line)), None) or waitForLine(follower, keep, seconds)


def waitForLine(process, wanted, seconds=20):
    """The next line of a followed log for which wanted(line) is true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        line = process.stdout.readline()
        if not line:
            break
        parsed = json.loads(line)
        if wanted(parsed):
            return parsed
    raise AssertionError("the line did not come")
