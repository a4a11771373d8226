"""bongsuctl search over real homes: words, initials, filters, what waits here, what was erased, after an epoch."""

import unittest

from programs import DONE, Place


class Search(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "관리자")
        p.join("kim", p.invite("admin", "commander"), "김하늘")
        self.incident = p.declare("kim", "판교 데이터센터 화재")

    def note(self, home, text, *words):
        answer = self.place.ctl(home, *words, "note", self.incident, text)
        self.assertEqual(answer.code, DONE, (answer.lines, answer.words))
        return answer.last["event"]

    def found(self, home, words, *options):
        answer = self.place.ctl(home, *options, "search", words)
        self.assertEqual(answer.code, DONE, (answer.lines, answer.words))
        for line in answer.lines:
            self.assertEqual(line["incident"], self.incident)
        return [line["text"] for line in answer.lines]

    def test_findsWhatPeopleType(self):
        p = self.place
        self.note("kim", "지하 전원 점검")
        self.note("admin", "전원 복구 UPS 확인")
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        for home in ("admin", "kim"):
            self.assertEqual(self.found(home, "전원"), ["전원 복구 UPS 확인", "지하 전원 점검"])
            self.assertEqual(self.found(home, "ups 전원"), ["전원 복구 UPS 확인"])
            self.assertEqual(self.found(home, "ㅈㅎ"), ["지하 전원 점검"])
            self.assertEqual(self.found(home, "전원 김하늘"), ["지하 전원 점검"])
            self.assertEqual(self.found(home, "전원 사람:관리자"), ["전원 복구 UPS 확인"])
            self.assertEqual(self.found(home, "종류:결정"), [])
            self.assertEqual(len(self.found(home, "화재")), 1)

    def test_findsWhatWaitsAndForgetsWhatWasErased(self):
        p = self.place
        slip = self.note("kim", "비밀번호는 일이삼사")
        self.note("kim", "연결 없이 쓴 일이삼사", "--offline")
        self.assertEqual(self.found("kim", "일이삼사", "--offline"), ["연결 없이 쓴 일이삼사", "비밀번호는 일이삼사"])
        self.assertEqual(p.ctl("kim", "withdraw", slip).code, DONE)
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        self.assertEqual(self.found("kim", "일이삼사"), ["연결 없이 쓴 일이삼사"])
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        self.assertEqual(self.found("admin", "일이삼사"), ["연결 없이 쓴 일이삼사"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
