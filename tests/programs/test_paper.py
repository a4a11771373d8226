"""Papers for the day on which nothing else works: printed with the relay gone by a program that was just started."""

import os
import re
import signal
import subprocess
import unittest

from programs import DONE, FAILED, REFUSED, USAGE, Place
from test_roles import MANUAL, SERVICES

DESKTOP = os.environ["BONGSU_DESKTOP"]
LONG = "판교 데이터센터 지하 3층 전기실 화재로 메신저와 택시와 지도와 결제가 모두 멈추고 복구 예상 시각을 알 수 없음 " * 3
MARGIN = 15 / 25.4 * 72 - 1  # points


ROSTER = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Asia/Seoul:20260101T000000
DURATION:PT12H
RRULE:FREQ=DAILY
SUMMARY:최서연
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Asia/Seoul:20260101T120000
DURATION:PT12H
RRULE:FREQ=DAILY
SUMMARY:박도윤
DESCRIPTION:야간
END:VEVENT
END:VCALENDAR
"""


class Paper(unittest.TestCase):
    """A catalogue, a manual, people with numbers, an incident with seats, tasks, a decision; then the relay is killed."""

    @classmethod
    def setUpClass(cls):
        cls.place = p = Place()
        cls.addClassCleanup(p.close)
        p.environment.pop("DISPLAY", None)
        invite = p.init("다온")["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")
        for home, permission, name in (("chief", "commander", "박도윤"), ("infra", "responder", "최서연"),
                                       ("talk", "responder", "이수민")):
            p.join(home, p.invite("admin", permission), name)
        for name, key, phone in (("최서연", "infra", "010-1111-2222"), ("이수민", "messaging", "010-3333-4444"),
                                 ("박도윤", "infra", "010-5555-6666")):
            cls.done("admin", "person", "set", name, "--department", key, "--phone", phone)
        for name, text in (("services", SERVICES), ("manual", MANUAL)):
            with open(p.path(name + ".yaml"), "w", encoding="utf-8") as file:
                file.write(text)
            cls.version = cls.done("admin", name, "publish", p.path(name + ".yaml")).last["published"]["event"]
        cls.incident = cls.done("chief", "declare", "--title", LONG, "--grade", "total", "--failure-type", "site-loss",
                                "--site", "판교", "--service", "지도").last["incident"]
        cls.done("chief", "--lang", "ko", "call", cls.incident)
        cls.done("infra", "accept", cls.incident, "recovery")
        cls.done("chief", "decide", cls.incident, "문자부터 복구", "--basis", "연락 우선")
        cls.done("infra", "note", cls.incident, "발전차 도착. " * 150)
        cls.done("infra", "task", "add", cls.incident, "발전차 급유", "--person", "최서연", "--due", "30")
        cls.done("chief", "alert", cls.incident, "caution")
        with open(p.path("duty.ics"), "w", encoding="utf-8") as file:
            file.write(ROSTER)
        cls.done("admin", "roster", "publish", p.path("duty.ics"), "--key", "infra")
        for home in ("chief", "infra"):
            cls.done(home, "sync")
        p.stopRelay(signal.SIGKILL)

    @classmethod
    def done(cls, home, *words):
        answer = cls.place.ctl(home, *words)
        assert answer.code == DONE, (words, answer.lines, answer.words)
        return answer

    def run_(self, *words, home="chief", language="ko", name="out.pdf"):
        return self.place.run(DESKTOP, "print", *words, "--home", self.place.path(home), "--lang", language, "-o",
                              self.place.path(name), timeout=120)

    def told(self, program, *words):
        return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout

    def print(self, *words, sideways=False, **how):
        """What stands on it, a page each; that it is A4 with its fonts in it, and nothing stands outside its margins."""
        answer = self.run_(*words, **how)
        self.assertEqual(answer.code, DONE, answer.words)
        path = self.place.path("out.pdf")
        wide, high = (842, 595) if sideways else (595, 842)
        self.assertRegex(self.told("pdfinfo", path), rf"Page size: +{wide} x {high} pts \(A4\)")
        fonts = self.told("pdffonts", path).splitlines()[2:]
        self.assertTrue(fonts and all(re.search(r"\byes (yes|no) +(yes|no)\b", font) for font in fonts), fonts)
        for box in re.finditer(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<',
                               self.told("pdftotext", "-bbox", path, "-")):
            left, top, right, bottom = (float(box[i]) for i in range(1, 5))
            self.assertTrue(MARGIN <= left and right <= wide - MARGIN and MARGIN - 6 <= top and bottom <= high - MARGIN + 6,
                            box[0])
        pages = self.told("pdftotext", "-layout", path, "-").split("\f")[:-1]
        self.assertEqual(answer.last["pages"], len(pages))
        for number, page in enumerate(pages, 1):
            self.assertRegex(page, rf"\b{number} ?/ ?{len(pages)}\b")
            self.assertRegex(page, "인쇄 2|Printed ")
            self.assertRegex(page, r"(알고 있는 마지막 기록|Newest entry known:) #\d+")
        return pages

    def printIncident(self, what, *words, **how):
        return self.print(what, "--incident", self.incident, *words, **how)

    def assertHas(self, pages, *words):
        whole = " ".join("".join(pages).split())
        for word in words:
            self.assertIn(word, whole)

    def test_theManualOfATypeOfFailure(self):
        pages = self.print("manual", "site-loss")
        self.assertHas(pages, "매뉴얼: 센터 상실", self.version[:8], "김하늘 발행", "2026-11-01", "복구 반장", "1. 인프라실 누구나",
                       "2. 메시징팀 누구나", "복구한다", "□ 복구 순서 정하기 · 30분 안에", "다온")
        self.assertHas(self.print("manual", "site-loss", language="en"), "Manual: Site loss", "Published", "Recovery chief",
                       "1. anybody of Infrastructure", "Set the order")
        self.assertHas(self.print("manual", "network"), "네트워크", "프로그램에 들어 있는 매뉴얼")

    def test_whoDoesWhatWhenWhatFails(self):
        pages = self.print("matrix", sideways=True)
        self.assertHas(pages, "장애 유형별 부서 역할표", "센터 상실", "인프라실", "총괄, 복구", "(복구 반장)", "센터 상실 · " + self.version[:8] + " · ",
                       "김하늘 발행", "조직이 발행하지 않았습니다")
        self.assertHas(self.print("matrix", sideways=True, language="en"), "Who does what when what fails", "Infrastructure",
                       "Commander")

    def test_whomToCall(self):
        pages = self.print("phones")
        self.assertHas(pages, "비상연락망", "개인정보", "인프라실", "최서연 010-1111-2222 □", "연락 시각", "1. 박도윤 010-5555-6666 □",
                       "복구 반장", "1. 박도윤", "2. 최서연", "3. 이수민 010-3333-4444", "센터 상실")
        self.assertHas(self.print("phones", language="en"), "Emergency telephone tree", "Infrastructure", "010-3333-4444",
                       "Recovery chief", "Reached")

    def test_whoIsOnDuty(self):
        pages = self.print("rosters")
        self.assertHas(pages, "근무표", "개인정보", "인프라실", "최서연", "010-1111-2222", "박도윤 010-5555-6666",
                       "야간", "다음: ", "바탕이 된 근무표", "김하늘 발행")
        self.assertHas(self.print("rosters", language="en"), "Who is on duty", "Infrastructure", "on duty for", "handover in")

    def test_theSituationSummary(self):
        pages = self.printIncident("summary")
        self.assertHas(pages, "상황 요약", "전면", "주의", "지도", "총괄 박도윤", "복구 반장 최서연", "결정: 문자부터 복구", "발전차 급유",
                       "복구 순서 정하기", "기준")
        self.assertHas(self.printIncident("summary", language="en"), "Situation summary", "Recovery chief", "What is to be done")

    def test_theOrganisationAsBoxes(self):
        pages = self.printIncident("organisation")
        self.assertEqual(len(pages), 1)
        self.assertHas(pages, "대응 조직도", "총괄", "박도윤", "복구 반장", "최서연", "이수민 (호출 중, 미수락)")
        self.assertHas(self.printIncident("organisation", language="en"), "Response organisation", "Recovery chief",
                       "이수민 (called, not accepted)")

    def test_whatOnePersonDid(self):
        pages = self.printIncident("activity", "--person", "최서연")
        self.assertHas(pages, "개인 활동일지", "최서연", "복구 반장", "발전차 도착", "발전차 급유", "서명")
        self.assertNotIn("문자부터 복구", "".join(pages), "another's")
        self.assertHas(self.printIncident("activity"), "박도윤", "문자부터 복구")
        self.assertHas(self.printIncident("activity", language="en"), "Activity log", "Decision: 문자부터 복구")

    def test_theSituationReport(self):
        pages = self.printIncident("sitrep")
        self.assertHas(pages, "상황보고 제1보", "□ 위기경보: 주의", "□ 개요", "○ 지도", "□ 향후 계획", "문자부터 복구")
        self.assertHas(self.printIncident("sitrep", language="en"), "Situation report no. 1", "□ Overview")

    def test_blackOnWhite(self):
        self.print("phones")
        base = self.place.path("page")
        self.told("pdftoppm", "-r", "30", self.place.path("out.pdf"), base)
        pictures = [name for name in os.listdir(self.place.folder) if name.startswith("page") and name.endswith(".ppm")]
        self.assertTrue(pictures)
        for name in pictures:
            with open(self.place.path(name), "rb") as file:
                self.assertEqual(file.readline(), b"P6\n")
                while not (line := file.readline()).startswith(b"255"):
                    self.assertTrue(line)
                pixels = file.read()
            self.assertEqual(pixels[0::3], pixels[1::3])
            self.assertEqual(pixels[1::3], pixels[2::3])
            self.assertIn(0xFF, pixels)

    def test_whatCannotBePrintedSaysSo(self):
        self.assertEqual(self.run_("manual").code, USAGE)
        self.assertEqual(self.run_("matrix", "site-loss").code, USAGE)
        missing = self.run_("manual", "rain", name="none.pdf")
        self.assertEqual((missing.code, missing.error), (REFUSED, "not_found"))
        self.assertFalse(os.path.exists(self.place.path("none.pdf")))
        nobody = self.run_("activity", "--incident", self.incident, "--person", "아무개", name="none.pdf")
        self.assertEqual((nobody.code, nobody.error), (REFUSED, "not_found"))
        self.assertEqual(self.run_("phones", name="no/where.pdf").code, FAILED)


if __name__ == "__main__":
    unittest.main(verbosity=2)
