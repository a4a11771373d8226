"""What is known of services, the committee and its votes, requests and periods, at the command line of several homes."""

import signal
import unittest

from programs import DONE, REFUSED, AtPlace, Place

SERVICES = """\
catalogue: 1
sites: [{site: 판교, name: {ko: 판교, en: Pangyo}}]
departments:
  - {department: chat, name: {ko: 채팅개발, en: Chat}}
  - {department: pay, name: {ko: 결제개발, en: Pay}}
services:
""" + "".join(f"  - {{service: 서비스{n}, name: {{ko: 서비스{n}, en: Service {n}}}, department: chat, rto-minutes: 1, "
              "sites: [판교]}\n" for n in range(1, 9)) + """\
  - {service: 결제, name: {ko: 결제, en: Pay}, department: pay, sites: [판교]}
"""

COMMITTEE = """\
committee: 1
name: {ko: 재난대응위원회, en: Disaster recovery committee}
quorum: 2
place: "02-000-0000 #815"
members:
  - {name: 김하늘, office: {ko: 대표이사, en: CEO}}
  - {name: 정우진, office: {ko: 기술 총괄, en: CTO}}
  - {name: 외부위원}
criteria:
  disaster: [{ko: 센터 한 곳이 멈췄다, en: A site is down}]
"""


class Response(AtPlace):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")
        for home, permission, name, department in (("chat", "responder", "정우진", "chat"), ("pay", "responder", "최서연", "pay")):
            p.join(home, p.invite("admin", permission), name)
            self.done("admin", "department", name, department)

    def done(self, home, *words):
        answer = self.place.ctl(home, "--lang", "ko", *words)
        self.assertEqual(answer.code, DONE, (words, answer.lines, answer.words))
        return answer

    def declare(self):
        return self.done("admin", "declare", "--title", "판교 화재", "--grade", "total", "--site", "판교").last["incident"]

    def status(self, home, incident, *words):
        return {line["service"]: line for line in self.done(home, *words, "services", "status", incident).lines}


class Services(Response):
    def test_allOfASiteInOneActAndEachOwnerConfirmsOnce(self):
        self.done("admin", "services", "publish", self.write("services.yaml", SERVICES))
        incident = self.declare()
        self.done("admin", "services", "set", incident, "major_outage", "--site", "판교")
        stated = [line for line in self.place.log("admin", incident) if line["kind"] == "service.stated"]
        self.assertEqual([len(line["services"]) for line in stated], [9])
        self.assertEqual({line["ownerWord"] for line in self.status("chat", incident).values()}, {"waiting"})

        confirmed = self.done("chat", "services", "confirm", incident)
        self.assertEqual(confirmed.last["state"], "recorded")
        kept = [line for line in self.place.log("chat", incident) if line["kind"] == "services.confirmed"]
        self.assertEqual([len(line["services"]) for line in kept], [8])
        self.refused("chat", "not_found", "services", "confirm", incident)  # once is enough
        status = self.status("pay", incident)
        self.assertEqual(status["서비스1"]["ownerWord"], "confirmed")
        self.assertEqual((status["결제"]["ownerWord"], status["결제"]["owner"]), ("waiting", "pay"))
        self.assertEqual(self.done("pay", "services", "confirm", incident, "--service", "결제").last["state"], "recorded")
        self.refused("admin", "not_found", "services", "confirm", incident)  # of no department

        # Stated anew by somebody else, it waits anew.
        self.done("admin", "services", "set", incident, "recovering", "--service", "서비스3")
        self.assertEqual(self.status("chat", incident)["서비스3"]["ownerWord"], "waiting")
        self.assertEqual(self.status("chat", incident)["서비스4"]["ownerWord"], "confirmed")

    def test_whatIsAwayTooLongIsSaid(self):
        self.done("admin", "services", "publish", self.write("services.yaml", SERVICES))
        incident = self.declare()
        self.done("admin", "services", "set", incident, "major_outage", "--service", "서비스1")
        self.assertIsNone(self.status("admin", incident)["서비스1"]["overRtoMs"])
        self.assertIsNotNone(self.status("admin", incident)["서비스1"]["outSince"])

    def test_howManyWhyAndUntilWhen(self):
        incident = self.declare()
        self.done("chat", "service", incident, "메신저", "major_outage")
        self.done("chat", "services", "hit", incident, "12.5~20%", "--service", "메신저", "--platform", "PC")
        self.done("chat", "services", "hit", incident, "200,000~300,000", "--service", "메신저")
        hit = {one["platform"]: one for one in self.status("admin", incident)["메신저"]["hit"]}
        self.assertEqual(hit["PC"]["permille"], {"from": 125, "to": 200})
        self.assertEqual(hit[None]["users"], {"from": 200000, "to": 300000})
        self.refused("chat", "value.out_of_range", "services", "hit", incident, "120%", "--service", "메신저")

        self.refused("chat", "reason.missing", "services", "expect", incident, "+90", "--service", "메신저")
        self.done("chat", "services", "expect", incident, "+90", "--service", "메신저", "--basis", "전원 공급사 통화")
        self.done("chat", "services", "expect", incident, "+180", "--service", "메신저", "--basis", "배터리 교체")
        status = self.status("admin", incident)["메신저"]
        self.assertEqual((status["expectedChanges"], status["expectedBy"], status["expectedPassed"]), (1, "정우진", False))
        self.done("chat", "services", "expect", incident, "unknown", "--service", "메신저", "--reason", "출입 통제")
        self.assertIsNone(self.status("admin", incident)["메신저"]["expectedAt"])
        said = [line["text"] for line in self.place.log("admin", incident, "--lang", "ko") if line["kind"] == "recovery.expected"]
        self.assertEqual(len(said), 3)  # every change stays

        self.refused("chat", "malformed", "cause", incident, "suspected")
        self.done("chat", "cause", incident, "suspected", "UPS 배터리 화재")
        page = self.done("admin", "sitrep", incident).last["text"]
        self.assertIn("원인(추정): UPS 배터리 화재", page)
        self.done("admin", "cause", incident, "confirmed", "UPS 배터리 화재", "--by", "정우진")
        self.assertIn("원인(확인됨): UPS 배터리 화재", self.done("admin", "sitrep", incident).last["text"])

    def test_somebodyOutsidePromised(self):
        incident = self.declare()
        self.done("chat", "blocker", incident, "판교", "전원 점검", "--party", "건물주", "--promised", "18시까지 점검 완료")
        found = self.done("admin", "search", "점검 완료").lines
        self.assertEqual(len([line for line in found if line["kind"] == "blocker.raised"]), 1)


class Committee(Response):
    def test_calledWithOneCommandAndDecidedWithTheLineDown(self):
        p = self.place
        self.done("admin", "committee", "publish", self.write("committee.yaml", COMMITTEE))
        incident = self.declare()
        for home in ("chat", "pay"):
            self.done(home, "sync")
        self.done("admin", "committee", "call", incident)
        meeting = self.done("chat", "committee", "show", incident).last
        self.assertEqual([one["name"] for one in meeting["members"]], ["김하늘 (대표이사)", "정우진 (기술 총괄)", "외부위원"])
        self.assertEqual([one["person"] is not None for one in meeting["members"]], [True, True, False])
        self.assertEqual((meeting["number"], meeting["quorum"]), (1, 2))

        self.done("chat", "committee", "attend", incident, "정우진", "present")
        self.done("admin", "committee", "attend", incident, "3", "absent", "--deputy", "대리인")
        self.refused("chat", "not_found", "committee", "attend", incident, "없는 사람", "present")
        self.assertEqual(self.done("pay", "committee", "show", incident).last["present"], 1)

        motion = self.done("chat", "motion", "open", incident, "재해를 선언한다", "--kind", "disaster").last["event"]
        self.refused("admin", "quorum.missing", "motion", "close", incident, motion)
        self.done("chat", "motion", "vote", incident, motion, "2", "for")
        self.done("admin", "motion", "vote", incident, motion, "김하늘", "for", "--reason", "기준 충족")
        self.refused("admin", "not_found", "motion", "vote", incident, motion, "4", "for")
        p.stopRelay(signal.SIGKILL)
        self.done("admin", "--offline", "motion", "close", incident, motion)
        minutes = self.done("admin", "--offline", "committee", "minutes", incident).last
        self.assertEqual(minutes["number"], 1)
        for line in ("회의록 제1호", "위원 3명", "김하늘 (대표이사)", "재해를 선언한다", "센터 한 곳이 멈췄다", "찬성 2", "가결"):
            self.assertIn(line, minutes["text"])
        p.startRelay()
        self.done("admin", "sync")
        self.done("pay", "sync")
        decided = [line for line in self.done("pay", "committee", "show", incident).lines if "motion" in line]
        self.assertEqual([(one["outcome"], one["for"], one["missing"]) for one in decided], [("carried", 2, 1)])

    def test_aMotionHasItsCriteriaHoweverSoonItIsOpened(self):
        # With no relay to wait for, the command comes before its own documents are read from the store.
        self.done("admin", "committee", "publish", self.write("committee.yaml", COMMITTEE))
        incident = self.declare()
        self.done("admin", "committee", "call", incident)
        self.done("chat", "sync")
        self.done("chat", "--offline", "motion", "open", incident, "재해를 선언한다", "--kind", "disaster")
        minutes = self.done("chat", "--offline", "committee", "minutes", incident).last
        self.assertIn("센터 한 곳이 멈췄다", minutes["text"])

    def test_aCommitteeThatCannotBeReadIsNotCalledUnpublished(self):
        published = self.done("admin", "committee", "publish", self.write("committee.yaml", COMMITTEE)).last["published"]["event"]
        incident = self.declare()
        self.done("admin", "erase", published, "--reason", "잘못 올림")
        answer = self.place.ctl("admin", "--lang", "en", "committee", "call", incident)
        self.assertEqual((answer.code, answer.error), (REFUSED, "malformed"), answer.lines)
        self.assertIn("cannot be used here", answer.words)
        self.done("admin", "committee", "call", incident, "--member", "김하늘", "--member", "정우진")
        opened = self.done("admin", "motion", "open", incident, "재해를 선언한다", "--kind", "disaster")
        self.assertIn("--criteria", opened.words)
        general = self.done("admin", "motion", "open", incident, "문을 연다")
        self.assertNotIn("--criteria", general.words)

    def test_withoutAStandingCommitteeNamesAreGiven(self):
        incident = self.declare()
        self.refused("admin", "not_found", "committee", "call", incident)
        self.refused("chat", "permission.missing", "committee", "call", incident, "--member", "정우진")
        self.done("admin", "committee", "call", incident, "--member", "정우진", "--member", "최서연", "--member", "외부위원",
                  "--place", "본관 3층")
        meeting = self.done("chat", "committee", "show", incident).last
        self.assertEqual((meeting["quorum"], len(meeting["members"])), (2, 3))

    def test_aBrokenFileIsNotPublished(self):
        broken = COMMITTEE.replace("quorum: 2", "quorum: 9").replace("office:", "ofice:", 1)
        answer = self.place.ctl("admin", "committee", "publish", self.write("committee.yaml", broken))
        self.assertEqual(answer.code, REFUSED)
        faults = [(line["fault"]["line"], line["fault"]["code"]) for line in answer.lines]
        self.assertEqual(faults, [(3, "out_of_range"), (6, "unknown_key")], answer.lines)
        self.assertEqual(self.place.ctl("admin", "committee", "check", self.place.path("committee.yaml")).code, REFUSED)
        starter = self.place.path("starter.yaml")
        self.done("admin", "manual", "starter", "committee", "-o", starter)
        self.assertEqual(self.done("admin", "committee", "check", starter).last["ok"], True)


class Demands(Response):
    def test_whatAnAuthorityDemandsHasItsClockAndStandsInTheReport(self):
        incident = self.declare()
        self.refused("chat", "value.out_of_range", "demand", "add", incident, "서비스별 피해 현황")
        demand = self.done("chat", "demand", "add", incident, "서비스별 피해 현황", "--party", "과기정통부 김 사무관", "--due", "120")
        self.assertIn("과기정통부 김 사무관", self.place.log("admin", incident, "--lang", "ko")[-1]["text"])
        listed = self.done("admin", "task", "list", incident).last
        self.assertEqual((listed["kind"], listed["text"], listed["state"]), ("demand", "서비스별 피해 현황", "open"))
        self.assertIn("자료 제출 요구", self.done("admin", "sitrep", incident).last["text"])
        self.done("chat", "demand", "done", incident, demand.last["event"])
        self.assertNotIn("자료 제출 요구", self.done("admin", "sitrep", incident).last["text"])


class Requests(Response):
    def test_askedGrantedAndThere(self):
        incident = self.declare()
        request = self.done("chat", "request", "add", incident, "people", "12", "야간 복구 인력", "--until", "120").last["event"]
        self.refused("pay", "permission.missing", "request", "answer", incident, request, "granted")
        self.refused("admin", "reason.missing", "request", "answer", incident, request, "declined")
        self.done("admin", "request", "answer", incident, request, "granted", "--amount", "8")
        self.done("chat", "request", "answer", incident, request, "provided")
        kept = self.done("pay", "request", "list", incident).last
        self.assertEqual((kept["resource"], kept["amount"], kept["outcome"], kept["by"]), ("people", 8, "provided", "정우진"))
        self.refused("admin", "already_done", "request", "answer", incident, request, "dropped")
        self.refused("chat", "value.out_of_range", "request", "add", incident, "people", "0", "아무도")

    def test_periodsAreNumbered(self):
        incident = self.declare()
        self.done("admin", "period", "open", incident, "문자부터 복구", "--until", "480")
        self.refused("pay", "permission.missing", "period", "open", incident, "다음")
        self.done("admin", "period", "open", incident, "사진까지 복구")
        numbers = [line["number"] for line in self.place.log("chat", incident) if line["kind"] == "period.opened"]
        self.assertEqual(numbers, [1, 2])


if __name__ == "__main__":
    unittest.main()
