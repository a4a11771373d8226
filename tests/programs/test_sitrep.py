"""bongsuctl sitrep and alert: a situation report with no relay, what changed since the last one, and its number."""

import unittest

from programs import DONE, REFUSED, Place


class Sitrep(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "관리자")
        p.join("kim", p.invite("admin", "responder"), "김하늘")

    def ctl(self, *words, home="kim"):
        answer = self.place.ctl(home, "--lang", "ko", *words)
        self.assertEqual(answer.code, DONE, (answer.lines, answer.words))
        return answer.last

    def test_theFirstStandsThreeActsAfterDeclaringWithNoRelay(self):
        p = self.place
        p.stopRelay()
        incident = p.declare("kim", "판교 데이터센터 화재", "--offline")
        self.ctl("--offline", "service", incident, "메신저", "major_outage")
        self.ctl("--offline", "decide", incident, "문자부터 복구", "--basis", "연락이 먼저")
        first = self.ctl("--offline", "sitrep", incident, "--issue", "--to", "과기정통부")
        self.assertEqual((first["number"], first["state"]), (1, "pending"))
        self.assertTrue(first["text"].startswith("상황보고 제1보\n"), first["text"])
        for line in (" ○ 판교 데이터센터 화재\n", " ○ 메신저: 중단", "문자부터 복구\n", " ○ 임시 총괄: 김하늘\n"):
            self.assertIn(line, first["text"])
        # The line comes back: it is recorded as it was, and everybody reads the same page.
        p.startRelay()
        self.ctl("sync")
        self.ctl("sync", home="admin")
        kept = [line for line in p.log("admin", incident) if line["kind"] == "report.issued"]
        self.assertEqual([line["event"] for line in kept], [first["event"]])
        self.assertEqual(kept[0]["state"], "recorded")
        self.assertIn("과기정통부", kept[0]["text"])

        second = self.ctl("sitrep", incident)
        self.assertEqual(second["number"], 2)
        self.assertNotIn("event", second)  # shown, and not issued
        self.assertNotIn("문자부터 복구", second["text"])
        self.assertNotIn("변동", second["text"])
        self.ctl("service", incident, "메신저", "recovering", "--restored", "12000/32000")
        self.ctl("alert", incident, "caution", "--occurred-at", "2022-10-15T16:00:00+09:00")
        second = self.ctl("sitrep", incident, "--issue")
        self.assertIn(" ○ 메신저: 복구 중", second["text"])
        self.assertIn("직전 보고 이후 변동", second["text"])
        self.assertIn("□ 위기경보: 주의\n ○ 주의: '22. 10. 15.(토) 16:00\n", second["text"])
        self.assertEqual(self.ctl("sitrep", incident)["number"], 3)

    def test_ofTwoIssuedAtOnceOneIsRefused(self):
        p = self.place
        incident = p.declare("kim", "화재")
        self.ctl("sync", home="admin")
        self.ctl("--offline", "sitrep", incident, "--issue")
        self.ctl("sitrep", incident, "--issue", home="admin")
        self.place.ctl("kim", "sync")
        refused = self.place.ctl("kim", "refused").lines
        self.assertEqual([line["code"] for line in refused], ["stale"])

    def test_whatIsNoLevelIsRefused(self):
        incident = self.place.declare("kim", "화재")
        self.assertEqual(self.place.ctl("kim", "alert", incident, "red").code, REFUSED)


if __name__ == "__main__":
    unittest.main(verbosity=2)
