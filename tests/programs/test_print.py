"""What comes out on paper: read back by pdftotext, page by page."""

import os
import re
import stat
import subprocess
import unittest

from programs import DONE, EXAMPLE, FAILED, REFUSED, USAGE, Place, SmallDisk

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

    def test_theRetrospectiveHasItsContentsAndEntries(self):
        incident = self.declare()
        self.place.ctl("admin", "import", incident, EXAMPLE)
        answer = self.print("retrospective", incident)
        self.assertEqual(answer.code, DONE, answer.words)
        pages = self.pages()
        self.assertGreater(len(pages), 2)
        contents = dict(re.findall(r"^\s*(요약|걸린 시간|경과|이용자 공지|배운 것|근거 기록)\s+(\d+)\s*$", pages[0], re.MULTILINE))
        self.assertEqual(len(contents), 6, pages[0])
        for title, number in contents.items():
            self.assertIn(title, pages[int(number) - 1])
        whole = " ".join("".join(pages).split())
        for words in ("문의 상담전화를 안내합니다", "운이 좋았던 것", "#18", "bongsuctl verify"):
            self.assertIn(words, whole)
        for words in ("멈춘 서비스와 멈춘 시간", "10월 18일(화)", "이용자에게 알린 때", "15:50, 16:10", "모두 복구 23:03"):
            self.assertIn(words, whole)  # what stands in its charts
        self.assertEqual(self.print("retrospective", incident, "--kind", "public", "--remove", "데이터센터").code, DONE)
        whole = " ".join("".join(self.pages()).split())
        for words in ("이용자에게 드리는 장애 보고", "문의 상담전화를 안내합니다", "■■■"):
            self.assertIn(words, whole)
        for words in ("박도윤", "임시 총괄", "#18", "기록 끝", incident[:16]):
            self.assertNotIn(words, whole)
        self.assertNotIn("데이터센터", whole.replace(" ", ""))
        self.assertEqual(self.print("retrospective", incident, "--kind", "secret").code, USAGE)

    def test_theBoardIsASummary(self):
        incident = self.declare()
        self.place.ctl("admin", "import", incident, EXAMPLE)
        self.place.ctl("admin", "hold", "판교", "--incident", incident, "--reason", "전원")
        answer = self.print("board", incident)
        self.assertEqual(answer.code, DONE, answer.words)
        whole = "".join(self.pages())
        for words in ("1차 공지", "서비스", "정상", "택시", "막힌 것", "건물주", "작업 중지", "임시 총괄", "공지"):
            self.assertIn(words, whole)

    def test_theBoardNamesPeopleAndWhatIsNeeded(self):
        incident = self.declare("--site", "판교", "--service", "지도")
        self.place.join("other", self.place.invite("admin", "responder"), "이수민")
        self.place.ctl("other", "sync")
        self.assertEqual(self.place.ctl("other", "note", incident, "현장 도착").code, DONE)
        self.assertEqual(self.place.ctl("admin", "sync").code, DONE)
        self.assertEqual(self.print("board", incident).code, DONE)
        whole = "".join(self.pages())
        needed = whole[whole.index("지금 필요한 것"):whole.index("서비스\n")]
        for words in ("1 ", "총괄 미수락", "모두 호출", "1차 공지", "이용자 안내 없이"):
            self.assertIn(words, needed)
        self.assertNotIn("내가", needed)
        self.assertRegex(whole[whole.index("사람\n"):], r"이수민 · 대응 담당 · 마지막 기록 \d+월 \d+일 \d\d:\d\d")
        self.assertIn("지도", whole)  # named, and nobody has stated how it is
        # Over: nothing is needed, and paper says so.
        self.assertEqual(self.place.ctl("admin", "phase", incident, "resolved").code, DONE)
        self.assertEqual(self.print("board", incident).code, DONE)
        self.assertIn("지금 필요한 것이 없습니다", "".join(self.pages()))

    def test_theBoardTellsTheCauseTheRecoveryAndTheCommittee(self):
        incident = self.declare("--site", "판교", "--service", "지도")
        run = lambda *words: self.place.ctl("admin", *words)
        self.assertEqual(run("service", incident, "지도", "major_outage").code, DONE)
        self.assertEqual(self.print("board", incident).code, DONE)
        whole = "".join(self.pages())
        for words in ("원인 확인 중", "복구 예상 시각은 확인되는 대로 알리겠습니다"):
            self.assertIn(words, " ".join(whole.split()))
        self.assertNotIn("위원회", whole)  # nobody called one
        for words in (("cause", incident, "suspected", "배터리 화재"),
                      ("services", "expect", incident, "+90", "--service", "지도", "--basis", "발전차 두 대"),
                      ("committee", "call", incident, "--member", "박도윤", "--member", "외부위원", "--place", "본관 3층"),
                      ("committee", "attend", incident, "박도윤", "present")):
            answer = run(*words)
            self.assertEqual(answer.code, DONE, (words, answer.lines, answer.words))
        carried = run("motion", "open", incident, "주 센터가 멈췄다", "--kind", "disaster").last["event"]
        for member in ("박도윤", "외부위원"):
            self.assertEqual(run("motion", "vote", incident, carried, member, "for").code, DONE)
        self.assertEqual(run("motion", "close", incident, carried).code, DONE)
        self.assertEqual(run("motion", "open", incident, "안양으로 넘긴다", "--kind", "failover").code, DONE)
        for what in ("board", "summary"):
            answer = self.print(what, incident)
            self.assertEqual((answer.code, answer.last["pages"]), (DONE, 1), answer.words)
            whole = " ".join("".join(self.pages()).split())
            self.assertRegex(whole, r"지도 복구 예상 \d+월 \d+일 \d\d:\d\d. 근거: 발전차 두 대 \(박도윤\)")
            for words in ("원인 추정: 배터리 화재 (박도윤",
                          "2명 중 참석 1 · 오는 중 0 · 정족수 2 · 본관 3층", "가결 재해선언: 주 센터가 멈췄다 · 찬성 2 · 반대 0",
                          "표결할 안건 DR 전환: 안양으로 넘긴다 · 찬성 0 · 반대 0 · 미표결 2"):
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

    def envelope(self, name="envelope.pdf", home="admin"):
        return self.place.run(DESKTOP, "print", "envelope", "--home", self.place.path(home), "--lang", "ko", "-o",
                              self.place.path(name), timeout=120)

    def test_aSealedEnvelopeLetsOneIn(self):
        answer = self.envelope()
        self.assertEqual((answer.code, answer.last["pages"], answer.last["state"]), (DONE, 1, "recorded"), answer.words)
        self.assertEqual(stat.S_IMODE(os.stat(self.place.path("envelope.pdf")).st_mode), 0o600)
        page, = self.pages("envelope.pdf")
        self.assertIn("다온", page)
        line = "".join(page[page.index("bongsu:"):].split())  # typed off, without what divides its groups
        joined = self.place.ctl("new", "join", line, "--person", "이수민")
        self.assertEqual(joined.code, DONE, (line, joined.words))
        again = self.envelope()  # never over a file
        self.assertEqual((again.code, again.error), (FAILED, "disk"), again.words)
        # Whoever may not invite a responder makes none.
        refused = self.envelope("other.pdf", home="new")
        self.assertEqual(refused.code, REFUSED, refused.words)
        self.assertFalse(os.path.exists(self.place.path("other.pdf")))

    def test_anEnvelopeThatAFullDiskDoesNotTakeIsNotThere(self):
        folder = self.place.path("to")
        os.mkdir(folder)
        with SmallDisk(self.place, folder, "8k"):
            answer = self.envelope("to/envelope.pdf")
            self.assertEqual((answer.code, answer.error, os.listdir(folder)), (FAILED, "disk.full", []), answer.words)

    def test_anEnvelopeWithoutARelaySaysThatItWaits(self):
        self.place.stopRelay()
        answer = self.envelope()
        self.assertEqual((answer.code, answer.last["state"]), (DONE, "pending"))
        self.assertIn("연결", answer.words)
        self.assertEqual(len(self.pages("envelope.pdf")), 1)

    def test_whatCannotBePrintedSaysSo(self):
        incident = self.declare()
        self.assertEqual(self.print("poster", incident).code, USAGE)
        self.assertEqual(self.print("brief", "00000000").code, REFUSED)
        self.assertEqual(self.print("brief", incident, name="no/where.pdf").code, FAILED)
        self.assertFalse(os.path.exists(self.place.path("no")))


if __name__ == "__main__":
    unittest.main()
