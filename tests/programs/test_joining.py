"""Joining in the real window, killed before the relay was there: what was typed and confirmed goes on by itself."""

import signal
import unittest

from display import Desk, Display
from programs import DONE, Place

LIST = "Bongsu"
ASKED = b"joining"  # the setting of what was confirmed


class Joining(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        founder = p.init()["invite"]
        p.startRelay()
        p.join("admin", founder, "Kim")
        self.display = Display()
        self.addCleanup(self.display.close)
        self.desk = Desk(p, self.display, "desk")
        self.addCleanup(self.desk.kill)

    def start(self):
        self.desk.start("--lang", "en")
        self.display.focus(LIST)

    def confirm(self, given):
        """The first page has the cursor where the invite is typed."""
        self.display.keyboard("type", "--delay", "1", given)
        self.display.keyboard("key", "Return")
        self.display.keyboard("type", "--delay", "1", "Lee")
        self.assertIsNone(self.desk.kept(ASKED))
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: self.desk.kept(ASKED) is not None)

    def hasJoined(self):
        answer = self.place.ctl("desk", "--offline", "people")
        return answer.code == DONE and sorted(line["name"] for line in answer.lines) == ["Kim", "Lee"]

    def goesOnByItself(self):
        """Killed, started without a relay, killed again; and there it is once the relay is there."""
        for _ in range(2):
            self.desk.kill()
            self.start()
            self.assertFalse(self.hasJoined())
        self.place.startRelay()
        self.desk.waitFor(self.hasJoined)
        self.desk.waitFor(lambda: "Lee" in [line["name"] for line in self.place.ctl("admin", "people").lines])
        # It is a member's from here on: what it writes is recorded.
        declared = self.place.ctl("desk", "declare", "--title", "Fire at Pangyo", "--grade", "total")
        self.assertEqual((declared.code, declared.last["state"]), (DONE, "recorded"), declared.words)

    def test_byALineWithNoRelay(self):
        invite = self.place.invite("admin", "responder")
        self.place.stopRelay()
        self.start()
        self.confirm(invite)
        self.goesOnByItself()

    def test_byWordsWithNoRelay(self):
        given = self.place.ctl("admin", "invite", "--permission", "responder", "--spoken").last
        self.place.stopRelay()
        self.start()
        self.confirm(given["address"] + " " + given["words"])
        self.goesOnByItself()

    def test_byWordsWithARelayThatSaysNothing(self):
        given = self.place.ctl("admin", "invite", "--permission", "responder", "--spoken").last
        self.place.relay.send_signal(signal.SIGSTOP)  # it takes the call
        self.start()
        self.confirm(given["address"] + " " + given["words"])
        self.desk.kill()
        self.place.relay.send_signal(signal.SIGCONT)
        self.start()
        self.desk.waitFor(self.hasJoined)


if __name__ == "__main__":
    unittest.main(verbosity=2)
