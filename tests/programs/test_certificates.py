"""A relay's certificate gets old while the relay runs: those who use it and those who run it hear of that, and a restart ends it."""

import unittest

from programs import DONE, Place

VALID = 3653  # days, from a day before the relay's start


class Certificates(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        invite = self.place.init()["invite"]
        self.place.startRelay()
        self.place.join("admin", invite, "김하늘")
        self.place.stopRelay()
        self.place.startRelayAt(f"-{VALID - 13}d", "--accept-clock")  # twelve days are left by everybody else's clock

    def sync(self):
        answer = self.place.ctl("admin", "--lang", "en", "sync")
        self.assertEqual(answer.code, DONE, answer.words)
        return answer.last["certificate"], answer.words

    def status(self):
        answer = self.place.relayCommand("status")
        self.assertEqual(answer.code, DONE, answer.words)
        return answer.last["certificate"], answer.words

    def test_everybodyHearsOfItUntilTheRelayIsRestarted(self):
        self.assertEqual(self.status()[0], "")  # by its own clock it is new
        code, words = self.sync()
        self.assertEqual(code, "endsSoon")
        self.assertIn("certificate runs out", words)
        self.assertIn("Ask whoever runs the relay to restart it", words)
        self.place.setRelayClock("+0")
        code, words = self.status()
        self.assertEqual(code, "endsSoon")
        self.assertIn("Restart the relay", words)
        self.place.setRelayClock("+20d")
        self.assertEqual(self.status()[0], "expired")

        self.place.stopRelay()
        self.place.startRelay()
        self.assertEqual((self.status()[0], self.sync()), ("", ("", "")))

    def test_whoAsksForNoRelayHearsNothing(self):
        answer = self.place.ctl("admin", "--offline", "people")
        self.assertEqual((answer.code, answer.words), (DONE, ""))


if __name__ == "__main__":
    unittest.main()
