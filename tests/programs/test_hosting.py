"""A desktop that keeps an organisation on this computer serves two command-line homes over real sockets."""

import os
import signal
import subprocess
import time
import unittest

from programs import DONE, Place, waitForLine

DESKTOP = os.environ["BONGSU_DESKTOP"]


class Hosting(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        self.desktop = None
        self.addCleanup(self.end)
        self.start("--found", "다온", "--person", "김하늘")

    def start(self, *words):
        environment = dict(self.place.environment, QT_QPA_PLATFORM="offscreen")
        self.desktop = subprocess.Popen([DESKTOP, "--home", self.place.path("desk"), "--lang", "ko", *words],
                                        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.place.waitUntilServing("desk", self.desktop)

    def end(self, how=signal.SIGTERM):
        if self.desktop:
            self.desktop.send_signal(how)
            self.desktop.wait(timeout=30)
            self.desktop = None

    def ask(self, *words):
        """A command for the desktop's home is handed over to it, and done as soon as it has joined."""
        deadline = time.monotonic() + 60
        while True:
            answer = self.place.ctl("desk", *words)
            if answer.code == DONE or time.monotonic() > deadline:
                return answer

    def invite(self, permission, *words):
        answer = self.ask("invite", "--permission", permission, *words)
        self.assertEqual((answer.code, answer.last.get("state")), (DONE, "recorded"), answer.words)
        return answer.last

    def test_twoOthersAreServedAndServedAgain(self):
        p = self.place
        p.join("one", self.invite("commander")["invite"], "이수민")
        p.join("two", self.invite("scribe")["invite"], "박도윤")
        incident = p.declare("one", "판교 데이터센터 화재")
        heard = p.follow("two", incident)
        said = p.ctl("one", "note", incident, "데스크톱을 거쳐")
        self.assertEqual(said.last["state"], "recorded", said.words)
        waitForLine(heard, lambda line: line["event"] == said.last["event"] and line["state"] == "recorded")
        # The root keys lie there until a person moves them away.
        self.assertTrue(os.path.exists(p.path("desk/relay/root/root-1.key")))
        self.end(signal.SIGKILL)
        offline = p.ctl("one", "--wait", "1", "note", incident, "아무도 없을 때")
        self.assertEqual((offline.code, offline.last["state"]), (DONE, "pending"), offline.words)
        self.start()
        self.assertEqual(self.ask("sync").code, DONE)
        self.assertEqual(p.ctl("one", "--wait", "20", "sync").code, DONE)
        waitForLine(heard, lambda line: line["event"] == offline.last["event"] and line["state"] == "recorded", 60)
        for home in ("one", "desk"):
            self.assertEqual(self.ask("verify").code if home == "desk" else p.ctl(home, "verify").code, DONE)

    def test_wordsOfTheDesktopLetSomebodyIn(self):
        p = self.place
        given = self.invite("responder", "--spoken")
        self.assertEqual(len(given["words"].split()), 8)
        self.assertEqual(len(given["wordsKorean"].split()), 8)
        joined = p.ctl("one", "join", given["address"] + " " + given["wordsKorean"], "--person", "이수민")
        self.assertEqual(joined.code, DONE, (joined.lines, joined.words))
        again = p.ctl("two", "join", given["address"], *given["words"].split(), "--person", "박도윤")
        self.assertEqual(again.error, "invite.used", again.words)


if __name__ == "__main__":
    unittest.main(verbosity=2)
