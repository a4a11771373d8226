"""The desktop on the same relay as two command-line homes: one record, and what one says is in the others by itself."""

import os
import subprocess
import time
import unittest

from programs import DONE, EXAMPLE, Place, waitForLine

DESKTOP = os.environ["BONGSU_DESKTOP"]


class Desktop(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("scribe", invite, "박도윤")
        p.join("other", p.invite("scribe", "responder"), "이수민")
        p.join("desk", p.invite("scribe", "commander"), "김하늘")
        self.incident = p.declare("scribe", "판교 데이터센터 화재")
        # No display is needed for this; its picture is another test's.
        environment = dict(p.environment, QT_QPA_PLATFORM="offscreen")
        self.desktop = subprocess.Popen([DESKTOP, "--home", p.path("desk"), "--lang", "ko"], env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.end)

    def end(self):
        self.desktop.terminate()
        self.desktop.wait(timeout=30)

    def askDesktop(self, *words):
        """A command for the desktop's home is handed over to it as soon as it holds its home."""
        deadline = time.monotonic() + 30
        while True:
            answer = self.place.ctl("desk", *words)
            if answer.code == DONE or time.monotonic() > deadline:
                return answer

    def test_oneRecordForAllThree(self):
        p = self.place
        heard = p.follow("other", self.incident)
        self.assertEqual(p.ctl("scribe", "import", self.incident, EXAMPLE).last["imported"], 17)
        waitForLine(heard, lambda line: line["seq"] == 18 and line["state"] == "recorded")
        said = p.ctl("scribe", "note", self.incident, "데스크톱에도 저절로")
        waitForLine(heard, lambda line: line["event"] == said.last["event"])
        self.assertEqual(self.askDesktop("sync").code, DONE)
        self.assertIsNone(self.desktop.poll())
        heads = [p.heads(home) for home in ("scribe", "desk")]
        heads.append({log["log"]: (log["seq"], log["hash"]) for log in p.ctl("other", "status").last["logs"]})
        self.assertEqual(heads[0], heads[1])
        self.assertEqual(heads[0], heads[2])
        self.assertEqual(self.askDesktop("verify").code, DONE)
        verdicts = [[(e["seq"], e["event"], e["state"]) for e in p.log(home, self.incident, "--offline")]
                    for home in ("scribe", "desk", "other")]
        self.assertEqual(verdicts[0], verdicts[1])
        self.assertEqual(verdicts[0], verdicts[2])

    def test_whatTheDesktopSaysReachesTheOthers(self):
        p = self.place
        heard = p.follow("other", self.incident)
        said = self.askDesktop("note", self.incident, "데스크톱을 거쳐")
        self.assertEqual(said.last["state"], "recorded")
        waitForLine(heard, lambda line: line["event"] == said.last["event"] and line["state"] == "recorded")


if __name__ == "__main__":
    unittest.main(verbosity=2)
