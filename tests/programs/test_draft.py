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
HELD_KEY = b"attaching."  # and that of what is to be attached


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

    def isKept(self, key):
        """Whether the home's files hold a setting: its value is sealed, the name it is kept under is not."""
        folder = self.place.path("desk")
        for name in os.listdir(folder):
            if "home.db" in name:
                with open(os.path.join(folder, name), "rb") as file:
                    if key in file.read():
                        return True
        return False

    def isDraftKept(self):
        return self.isKept(DRAFT_KEY)

    def attached(self):
        return [line for line in self.place.log("desk", self.incident, "--offline") if line["kind"] == "attachment.added"]

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

    def test_aKilledWindowStillHoldsTheFile(self):
        """Chosen, and not confirmed: killed, the file is there again, even if it is gone from where it was."""
        given = self.place.path("rack.log")
        content = "배터리실 41도\n".encode() * 20_000  # several chunks
        with open(given, "wb") as file:
            file.write(content)
        self.start()
        self.display.keyboard("key", "ctrl+shift+a")
        self.display.focus("Attach a file")
        self.display.keyboard("type", given)
        self.display.keyboard("key", "Return")
        self.waitFor(lambda: self.isKept(HELD_KEY))
        self.kill()
        self.assertEqual(self.attached(), [])
        os.remove(given)
        self.start()
        self.display.keyboard("key", "Return")
        self.waitFor(lambda: self.attached() != [])
        self.kill()  # confirmed, and perhaps still on its way up
        self.assertEqual(self.place.ctl("desk", "sync").code, DONE)
        saved = self.place.path("saved.log")
        self.assertEqual(self.place.ctl("desk", "--wait", "60", "fetch", self.attached()[0]["event"], "-o", saved).code, DONE)
        with open(saved, "rb") as file:
            self.assertEqual(file.read(), content)
        # It was recorded once, and is held no more.
        self.start()
        self.display.keyboard("type", "and a line")
        self.display.keyboard("key", "Return")
        self.waitFor(lambda: self.notes() != [])
        self.assertEqual(self.notes(), ["and a line"])
        self.assertEqual(len(self.attached()), 1)


if __name__ == "__main__":
    unittest.main()
