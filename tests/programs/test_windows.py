"""What the real window promises: one program for a home, and windows that come back as they were left."""

import unittest

from display import AtDesk, Desk, isAlike
from programs import BUSY, DONE


WALL = "봉수: 상황판 화면"


class OneProgram(AtDesk):
    MANAGED = True

    def startAnotherAbove(self, window):
        """Somebody else's program covers it and has the keyboard."""
        other = Desk(self.place, self.display, "other")
        self.addCleanup(other.kill)
        before = self.display.windows("Bongsu")
        other.start("--lang", "en")
        other.waitFor(lambda: len(self.display.windows("Bongsu")) > len(before))
        above = next(one for one in self.display.windows("Bongsu") if one not in before)
        place = self.display.place(window)
        self.display.keyboard("windowmove", above, *map(str, place[:2]), "windowsize", above, *map(str, place[2:]),
                              "windowraise", above, "windowfocus", "--sync", above)
        return above

    def shows(self, window, shown):
        return isAlike(self.display.seen(window), shown)

    def test_startedOnceMoreItComesToTheFront(self):
        self.desk.start("--lang", "en")
        window = self.display.focus("Bongsu")
        shown = self.desk.settled(window)
        above = self.startAnotherAbove(window)
        self.desk.waitFor(lambda: not self.shows(window, shown) and self.display.focused() == above)
        again = self.desk.startOnceMore()
        self.assertEqual((again.code, again.lines), (DONE, []), again.words)
        self.desk.waitFor(lambda: self.shows(window, shown) and self.display.focused() == window)
        self.display.keyboard("windowminimize", "--sync", window)
        self.assertEqual(self.desk.startOnceMore().code, DONE)
        self.desk.waitFor(lambda: window in self.display.windows("Bongsu") and self.display.focused() == window)
        # With an incident: it is what is shown.
        self.assertEqual(self.display.windows("Fire at Pangyo"), [])
        self.assertEqual(self.desk.startOnceMore("--incident", self.incident[:8]).code, DONE)
        self.assertEqual(self.display.window("Fire at Pangyo"), window)
        self.assertEqual(len(self.display.windows("Bongsu")), 2)

    def test_aHomeThatACommandHoldsIsSaidToBeHeld(self):
        holder = self.place.follow("desk", self.incident)
        self.place.waitUntilServing("desk", holder)
        for language, words in (("en", "Another program holds this data."), ("ko", "다른 프로그램이")):
            answer = self.desk.startOnceMore("--lang", language)
            self.assertEqual((answer.code, answer.error), (BUSY, "store.locked"), answer.words)
            self.assertIn(words, answer.words)
        self.assertIsNone(holder.poll())
        self.assertEqual(self.display.windows("Bongsu"), [])


class Windows(AtDesk):
    SIZE = "2600x1800"
    MANAGED = True

    def do(self, act):
        """What somebody does with the windows, until it lies in the home."""
        before = self.desk.kept(b"window")
        act()
        self.desk.waitFor(lambda: self.desk.kept(b"window") != before)

    def key(self, window, keys):
        self.display.keyboard("windowfocus", "--sync", window)
        self.do(lambda: self.display.keyboard("key", keys))

    def put(self, window, x, y, width, height):
        self.do(lambda: self.display.keyboard("windowsize", window, str(width), str(height), "windowmove", window,
                                              str(x), str(y)))
        self.desk.waitFor(lambda: self.display.place(window)[2:] == (width, height))

    def shown(self):
        """Of every window, by its title: where it stands and what is seen of it."""
        shown = {}
        for window in self.display.windows("Bongsu|봉수"):
            self.display.keyboard("windowfocus", "--sync", window)
            shown[" ".join(self.display.keyboard("getwindowname", window))] = (self.display.place(window),
                                                                            self.desk.settled(window))
        return shown

    def test_theyComeBackAsTheyWereLeftThoughTheProgramWasKilled(self):
        self.desk.start()
        first = self.display.window("Bongsu")
        usual = self.desk.settled(first)
        self.key(first, "ctrl+l")  # Korean
        self.key(first, "ctrl+d")  # dark
        self.key(first, "ctrl+equal")
        self.key(first, "ctrl+equal")  # 120 %
        self.do(lambda: self.desk.startOnceMore("--incident", self.incident))
        self.assertEqual(self.display.windows("Fire at Pangyo"), [first])
        self.key(first, "ctrl+shift+n")
        self.desk.waitFor(lambda: len(self.display.windows("Fire at Pangyo")) == 2)
        second = next(one for one in self.display.windows("Fire at Pangyo") if one != first)
        self.key(second, "ctrl+n")  # back to the list, in this one
        self.put(first, 40, 60, 1200, 700)
        self.put(second, 1300, 900, 1000, 640)
        self.key(first, "ctrl+shift+w")
        self.put(self.display.window(WALL), 40, 900, 1000, 600)
        left = self.shown()
        self.assertEqual(sorted(left), ["Fire at Pangyo – 봉수", "봉수", WALL])
        self.assertFalse(isAlike(left["봉수"][1], usual))
        self.desk.kill()
        self.desk.start()
        self.desk.waitFor(lambda: len(self.display.windows("봉수")) >= len(left))
        back = self.shown()
        self.assertEqual({name: place for name, (place, seen) in back.items()},
                         {name: place for name, (place, seen) in left.items()})
        for name, (place, seen) in back.items():
            self.assertTrue(isAlike(seen, left[name][1]), name)
        # One that was closed does not come back.
        self.key(self.display.window("Fire at Pangyo"), "alt+F4")
        self.key(self.display.window(WALL), "Escape")
        self.desk.kill()
        self.desk.start()
        self.display.window("봉수")
        self.assertEqual(list(self.shown()), ["봉수"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
