"""Joining by eight words through the programs; and joining that was killed half-way."""

import os
import signal
import subprocess
import time
import unittest

from programs import CTL, DONE, REFUSED, Place


class Spoken(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")

    def spoken(self, *words):
        answer = self.place.ctl("admin", "invite", "--permission", "responder", "--spoken", *words)
        self.assertEqual(answer.code, DONE, answer.words)
        return answer.last

    def join(self, home, *words):
        return self.place.ctl(home, "join", *words, "--person", "이수민")

    def test_wordsInEitherLanguage(self):
        given = self.spoken()
        self.assertEqual(self.join("one", f"{given['address']}  {given['words'].upper()}").code, DONE)
        given = self.spoken()
        self.assertEqual(self.join("two", given["address"] + " " + given["wordsKorean"].replace(" ", "")).code, DONE)
        # Whoever has joined is told so again, though the words have served.
        self.assertEqual(self.join("two", given["address"] + " " + given["words"]).code, DONE)

    def test_theWordThatIsNotKnownIsNamed(self):
        given = self.spoken()
        words = given["words"].split()
        words[4] = "nowhere"
        answer = self.join("one", given["address"], *words)
        self.assertEqual((answer.code, answer.error), (REFUSED, "word.unknown"))
        self.assertIn("nowhere", answer.words)

    def test_onlyOneAndOnlyWithinTheHour(self):
        for words in (["--uses", "2"], ["--valid", "61"]):
            answer = self.place.ctl("admin", "invite", "--permission", "responder", "--spoken", *words)
            self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))

    def test_joiningThatWasKilledIsDoneAgain(self):
        p = self.place
        invite = p.invite("admin", "responder")
        p.relay.send_signal(signal.SIGSTOP)  # it takes the call and says nothing
        joining = subprocess.Popen([CTL, "--home", p.path("one"), "join", invite, "--person", "이수민"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=p.environment)
        deadline = time.monotonic() + 30
        while not os.path.exists(p.path("one/socket")) and time.monotonic() < deadline:
            pass
        joining.send_signal(signal.SIGKILL)
        joining.wait(timeout=30)
        p.relay.send_signal(signal.SIGCONT)
        again = p.ctl("one", "join", invite, "--person", "이수민")
        self.assertEqual(again.code, DONE, (again.lines, again.words))
        self.assertEqual(p.ctl("one", "sync").code, DONE)
        people = [line["name"] for line in p.ctl("one", "people").lines]
        self.assertEqual(sorted(people), ["김하늘", "이수민"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
