"""What is being typed into the real window is there again after the program was killed."""

import os
import unittest

from display import AtDesk
from programs import DONE

TYPED = "water reaches the batteries"
DRAFT_KEY = b"draft."  # what a draft's setting is named with
HELD_KEY = b"attaching."  # and that of what is to be attached


class Draft(AtDesk):
    def start(self):
        self.desk.start("--incident", self.incident, "--lang", "en")
        self.display.focus("Fire at Pangyo")

    def isDraftKept(self):
        return self.desk.kept(DRAFT_KEY + self.incident[:32].encode()) is not None

    def isHeld(self):
        return self.desk.kept(HELD_KEY + self.incident[:32].encode()) is not None

    def attached(self):
        return [line for line in self.place.log("desk", self.incident, "--offline") if line["kind"] == "attachment.added"]

    def notes(self):
        return [line["text"] for line in self.place.log("desk", self.incident, "--offline")
                if line["kind"] == "note.added"]

    def test_aKilledWindowGivesTheWordsBack(self):
        self.start()
        self.assertFalse(self.isDraftKept())
        self.display.keyboard("type", TYPED)
        self.desk.waitFor(self.isDraftKept)
        self.display.keyboard("type", " and")  # still being typed when it ends
        self.desk.kill()
        self.assertEqual(self.notes(), [])
        self.start()
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: self.notes() != [])
        said = self.notes()[0]
        self.assertTrue((TYPED + " and").startswith(said), said)
        # What was recorded is no draft any more.
        self.desk.kill()
        self.start()
        self.display.keyboard("key", "Return")
        self.display.keyboard("type", "second line")
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: len(self.notes()) > 1)
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
        self.desk.waitFor(self.isHeld)
        self.desk.kill()
        self.assertEqual(self.attached(), [])
        os.remove(given)
        self.start()
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: self.attached() != [])
        self.desk.kill()  # confirmed, and perhaps still on its way up
        self.assertEqual(self.place.ctl("desk", "sync").code, DONE)
        saved = self.place.path("saved.log")
        self.assertEqual(self.place.ctl("desk", "--wait", "60", "fetch", self.attached()[0]["event"], "-o", saved).code, DONE)
        with open(saved, "rb") as file:
            self.assertEqual(file.read(), content)
        # It was recorded once, and is held no more.
        self.start()
        self.display.keyboard("type", "and a line")
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: self.notes() != [])
        self.assertEqual(self.notes(), ["and a line"])
        self.assertEqual(len(self.attached()), 1)


if __name__ == "__main__":
    unittest.main()
