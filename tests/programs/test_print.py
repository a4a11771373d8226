"""What comes out on paper: read back by pdftotext, page by page."""

import os
import subprocess
import unittest

from programs import DONE, EXAMPLE, FAILED, REFUSED, USAGE, Place

DESKTOP = os.environ["BONGSU_DESKTOP"]


class Print(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        self.place.environment.pop("DISPLAY", None)
        founded = self.place.init()
        self.place.startRelay()
        self.place.join("admin", founded["invite"], "박도윤")

    def declare(self, *words):
        answer = self.place.ctl("admin", "declare", "--title", "판교 데이터센터 화재", "--grade", "total", *words)
        self.assertEqual(answer.code, DONE)
        return answer.last["incident"]

    def print(self, what, incident, *words, name="out.pdf"):
        return self.place.run(DESKTOP, "print", what, "--home", self.place.path("admin"), "--incident", incident, "--lang",
                              "ko", "-o", self.place.path(name), *words, timeout=120)

    def pages(self, name="out.pdf"):
        text = subprocess.run(["pdftotext", "-layout", self.place.path(name), "-"], check=True, capture_output=True,
                              text=True).stdout
        return text.split("\f")[:-1]

    def test_theTimelineHasItsDaysAndPageNumbers(self):
        incident = self.declare()
        self.place.ctl("admin", "import", incident, EXAMPLE)
        self.place.ctl("admin", "decide", incident, "문자부터 복구", "--basis", "연락 우선", "--option", "DR 전체 전환")
        answer = self.print("timeline", incident)
        self.assertEqual(answer.code, DONE, answer.words)
        pages = self.pages()
        self.assertEqual(answer.last["pages"], len(pages))
        for number, page in enumerate(pages, 1):
            self.assertIn("판교 데이터센터 화재", page)
            self.assertIn("기준", page)
            self.assertRegex(page, rf"\b{number} ?/ ?{len(pages)}\b")
            self.assertNotIn("훈련", page)
        whole = "".join(pages)
        for words in ("2022년 10월 15일 토요일", "15:19", "#1", "결정: 문자부터 복구", "근거 연락 우선", "기록 끝", "박도윤"):
            self.assertIn(words, whole)

    def test_aRangeIsPrintedAlone(self):
        incident = self.declare()
        self.place.ctl("admin", "import", incident, EXAMPLE)
        self.assertEqual(self.print("timeline", incident, "--since", "2022-10-16T00:00:00+09:00", "--until",
                                    "2022-10-16T23:59:59+09:00").code, DONE)
        whole = "".join(self.pages())
        self.assertIn("2022년 10월 16일 일요일", whole)
        self.assertNotIn("2022년 10월 15일", whole)
        self.assertEqual(self.print("timeline", incident, "--since", "soon").error, "value.out_of_range")

    def test_theBoardIsASummary(self):
        incident = self.declare()
        self.place.ctl("admin", "import", incident, EXAMPLE)
        self.place.ctl("admin", "hold", "판교", "--incident", incident, "--reason", "전원")
        answer = self.print("board", incident)
        self.assertEqual(answer.code, DONE, answer.words)
        whole = "".join(self.pages())
        for words in ("1차 공지", "서비스", "정상", "택시", "막힌 것", "건물주", "작업 중지", "임시 총괄", "공지"):
            self.assertIn(words, whole)

    def test_aDrillIsStampedOnEachPage(self):
        incident = self.declare("--drill")
        for number in range(60):
            self.place.ctl("admin", "--offline", "note", incident, f"줄 {number}")
        for what in ("timeline", "board", "brief"):
            self.assertEqual(self.print(what, incident).code, DONE)
            pages = self.pages()
            self.assertGreaterEqual(len(pages), 2 if what == "timeline" else 1)
            for page in pages:
                self.assertIn("[훈련]", page)

    def test_whatCannotBePrintedSaysSo(self):
        incident = self.declare()
        self.assertEqual(self.print("poster", incident).code, USAGE)
        self.assertEqual(self.print("brief", "00000000").code, REFUSED)
        self.assertEqual(self.print("brief", incident, name="no/where.pdf").code, FAILED)
        self.assertFalse(os.path.exists(self.place.path("no")))


if __name__ == "__main__":
    unittest.main()
