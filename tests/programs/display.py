"""The real window on a virtual display of its own, with somebody at the keyboard."""

import contextlib
import os
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import time
import unittest

from programs import Place

DESKTOP = os.environ["BONGSU_DESKTOP"]
PATIENCE = 30  # seconds, on a busy machine


class Display:
    def __init__(self, size="1280x800"):
        self.folder = tempfile.mkdtemp(prefix="bongsu-display-")
        reading, writing = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-nolisten",
                                        "tcp", "-noreset", "-fbdir", self.folder], pass_fds=[writing], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = ":" + answer.readline().strip()

        self.manager = None

    def manage(self):
        """With a window manager, as on a desktop: frames, minimising, and the keyboard for a window that asks for it."""
        self.manager = subprocess.Popen(["openbox", "--sm-disable"], env=dict(os.environ, DISPLAY=self.name),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE
        while not self.isManaged():
            assert time.monotonic() < deadline, "the window manager did not start"

    def isManaged(self):
        return subprocess.run(["xdotool", "get_desktop"], env=dict(os.environ, DISPLAY=self.name), timeout=60, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def close(self):
        for process in (self.manager, self.server):
            if process:
                process.terminate()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def keyboard(self, *words):
        return subprocess.run(["xdotool", *words], env=dict(os.environ, DISPLAY=self.name), check=True, timeout=60,
                              stdout=subprocess.PIPE, text=True).stdout.split()

    def windows(self, name):
        """Those that are shown and whose title holds this; none are waited for."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name], timeout=60, text=True,
                               env=dict(os.environ, DISPLAY=self.name), check=False, stdout=subprocess.PIPE)
        return found.stdout.split()

    def window(self, name):
        """The newest with such a title, as soon as there is one."""
        return self.keyboard("search", "--sync", "--onlyvisible", "--name", name)[-1]

    def focus(self, name):
        window = self.window(name)
        self.keyboard("windowfocus", "--sync", window)
        return window

    def focused(self):
        return self.keyboard("getwindowfocus", "-f")[0]

    def place(self, window):
        """(x, y, width, height) of what is inside its frame."""
        told = subprocess.run(["xwininfo", "-id", window], env=dict(os.environ, DISPLAY=self.name), check=True, timeout=60,
                              stdout=subprocess.PIPE, text=True).stdout
        return tuple(int(re.search(name + r":\s*(-?\d+)", told)[1])
                     for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))

    def seen(self, window):
        """What is seen where the window stands, row by row: four bytes a pixel, blue first."""
        x, y, width, height = self.place(window)
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            picture = file.read()
        # An X window dump: a head of big-endian words, a table of colours, the rows.
        head = struct.unpack(">25I", picture[:100])
        start, row = head[0] + 12 * head[19], head[12]
        return b"".join(picture[start + line * row + 4 * x:start + line * row + 4 * (x + width)]
                        for line in range(y, y + height))


def isPainted(seen):
    """Not only grounds: there are words with their edges."""
    return len({seen[at:at + 3] for at in range(0, len(seen), 4)}) > 60


def isAlike(seen, other):
    """The same picture, but for a caret and what a clock says."""
    if len(seen) != len(other):
        return False
    pixels = range(0, len(seen), 4)
    return sum(seen[at:at + 3] != other[at:at + 3] for at in pixels) < len(pixels) / 200


class Desk:
    """The window program over a home of a place."""

    def __init__(self, place, display, home):
        self.place, self.display, self.home = place, display, home
        self.program = None

    def environment(self):
        return dict(self.place.environment, DISPLAY=self.display.name, QT_QPA_PLATFORM="xcb")

    def start(self, *words):
        self.program = subprocess.Popen([DESKTOP, "--home", self.place.path(self.home), *words], stdout=subprocess.DEVNULL,
                                        env=self.environment(), stderr=subprocess.DEVNULL)
        self.place.waitUntilServing(self.home, self.program)

    def kept(self, setting):
        """A setting as it lies in the home, sealed; it is sealed anew whenever it is kept. Nothing where there is none."""
        with tempfile.TemporaryDirectory(prefix="bongsu-copy-") as folder:  # the program holds the file itself
            for name in ("home.db", "home.db-wal"):
                if os.path.exists(self.place.path(f"{self.home}/{name}")):
                    shutil.copy(self.place.path(f"{self.home}/{name}"), folder)
            with contextlib.closing(sqlite3.connect(os.path.join(folder, "home.db"))) as store:
                row = store.execute("SELECT sealed FROM setting WHERE key = ?", (setting,)).fetchone()
        return row and row[0]

    def startOnceMore(self, *words):
        return self.place.run(DESKTOP, "--home", self.place.path(self.home), *words, environment=self.environment())

    def settled(self, window):
        """What is seen of it once it is painted and does not change any more."""
        seen = [b"", b" "]
        self.waitFor(lambda: (seen.append(self.display.seen(window)) or isPainted(seen[-1])) and seen[-1] == seen[-2])
        return seen[-1]

    def kill(self):
        if self.program:
            self.program.send_signal(signal.SIGKILL)
            self.program.wait()
            self.program = None

    def waitFor(self, wanted):
        """Until wanted() is true; meanwhile the window answers: time goes by, and it is alive."""
        deadline = time.monotonic() + PATIENCE
        while not wanted():
            assert time.monotonic() < deadline, "what was waited for did not come"
            assert self.program.poll() is None, "the program has ended"
            self.place.ctl(self.home, "--offline", "status")


class AtDesk(unittest.TestCase):
    """Somebody at a desk of an organisation with one incident, before the program is started."""

    SIZE = "1280x800"
    MANAGED = False  # by a window manager

    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        invite = self.place.init()["invite"]
        self.place.startRelay()
        self.place.join("desk", invite, "Kim")
        self.incident = self.place.declare("desk", "Fire at Pangyo")
        self.display = Display(self.SIZE)
        self.addCleanup(self.display.close)
        if self.MANAGED:
            self.display.manage()
        self.desk = Desk(self.place, self.display, "desk")
        self.addCleanup(self.desk.kill)
