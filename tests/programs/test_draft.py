"""What is being typed into the real window is there again after the program was killed."""

import os
import signal
import subprocess
import time
import unittest

from programs import DONE, Place

DESKTOP = os.environ["BONGSU_DESKTOP"]
TYPED = "water reaches the batteries"
DRAFT_KEY = b"draft."  # what a draft's setting is named with


class Display:
    """A virtual display of its own, with somebody at the keyboard."""

    def __init__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten",
                                        "tcp"], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()

    def keyboard(self, *words):
        return subprocess.run(["xdotool", *words], env=dict(os.environ, DISPLAY=self.name), check=True, timeout=60,
                              stdout=subprocess.PIPE, text=True).stdout.split()

    def focus(self, name):
        window = self.keyboard("search", "--sync", "--onlyvisible", "--name", name)[-1]
        self.keyboard("windowfocus", "--sync", window)


class Draft(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("desk", invite, "Kim")
        self.incident = p.declare("desk", "Fire at Pangyo")
        self.display = Display()
        self.addCleanup(self.display.close)
        self.desktop = None
        self.addCleanup(self.kill)

    def start(self):
        environment = dict(self.place.environment, DISPLAY=self.display.name, QT_QPA_PLATFORM="xcb")
        self.desktop = subprocess.Popen([DESKTOP, "--home", self.place.path("desk"), "--incident", self.incident,
                                         "--lang", "en"], env=environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.display.focus("Fire at Pangyo")

    def kill(self):
        if self.desktop:
            self.desktop.send_signal(signal.SIGKILL)
            self.desktop.wait()
            self.desktop = None

    def isDraftKept(self):
        """Whether the home's files hold a draft: its words are sealed, the name it is kept under is not."""
        folder = self.place.path("desk")
        for name in os.listdir(folder):
            if "home.db" in name:
                with open(os.path.join(folder, name), "rb") as file:
                    if DRAFT_KEY in file.read():
                        return True
        return False

    def notes(self):
        return [line["text"] for line in self.place.log("desk", self.incident, "--offline")
                if line["kind"] == "note.added"]

    def waitFor(self, wanted):
        deadline = time.monotonic() + 30
        while not wanted():
            self.assertLess(time.monotonic(), deadline)
            self.place.ctl("desk", "status")  # the window answers: time goes by, and it is alive

    def test_aKilledWindowGivesTheWordsBack(self):
        self.start()
        self.assertFalse(self.isDraftKept())
        self.display.keyboard("type", TYPED)
        self.waitFor(self.isDraftKept)
        self.display.keyboard("type", " and")  # still being typed when it ends
        self.kill()
        self.assertEqual(self.notes(), [])
        self.start()
        self.display.keyboard("key", "Return")
        self.waitFor(lambda: self.notes() != [])
        said = self.notes()[0]
        self.assertTrue((TYPED + " and").startswith(said), said)
        # What was recorded is no draft any more.
        self.kill()
        self.start()
        self.display.keyboard("key", "Return")
        self.display.keyboard("type", "second line")
        self.display.keyboard("key", "Return")
        self.waitFor(lambda: len(self.notes()) > 1)
        self.assertEqual(self.notes(), [said, "second line"])
        self.assertEqual(self.place.ctl("desk", "sync").code, DONE)


if __name__ == "__main__":
    unittest.main()
