"""Telling the users: channels and a first notice published, approved by two, sent by a relay to real places and services."""

import json
import os
import signal
import sys
import threading
import unittest

sys.path.insert(0, os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "channel"))

from programs import FIRST_WORDS, FIRST_WORDS_SHORT, REFUSED, AtPlace, Place  # noqa: E402
from mailserver import Mailroom, MailServer  # noqa: E402
from services import Answer, Service  # noqa: E402

SERVICES = """\
catalogue: 1
sites:
  - {site: 판교, name: {ko: 판교 데이터센터, en: Pangyo data centre}}
  - {site: 안양, name: {ko: 안양 데이터센터, en: Anyang data centre}}
departments:
  - {department: infra, name: {ko: 인프라실, en: Infrastructure}}
services:
  - {service: 메신저, name: {ko: 메신저, en: Messenger}, public: {ko: 메신저, en: Messenger}, department: infra, grade: 1, sites: [판교, 안양]}
  - {service: 택시, name: {ko: 택시, en: Taxi}, public: {ko: 택시, en: Taxi}, department: infra, grade: 2, sites: [판교, 안양]}
  - {service: 정산, name: {ko: 정산, en: Settlement}, department: infra, sites: [판교]}
"""

FIRST = """\
first-notice: 1
services: [{ko: 메신저, en: Messenger}, {ko: 택시, en: Taxi}]
contacts: [{ko: 1577-0000, en: 1577-0000}]
texts:
  - channels: [page]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스가 원활하지 않습니다, en: Service disruption}
""" + FIRST_WORDS + """\
  - channels: [banner]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스가 원활하지 않습니다, en: Service disruption}
""" + FIRST_WORDS_SHORT + """\
  - channels: [push]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스가 원활하지 않습니다}
    body:
      ko: "[장애 안내] {{since}}경부터 {{services}} 이용이 원활하지 않습니다. 원인을 확인하며 긴급 조치하고 있습니다. {{next}}까지 다시 알리겠습니다. 문의 {{contact}} status.example.kr"
"""


class Hook(Service):
    """The organisation's own program for app push: takes CloudEvents; `gate` closed, it takes the body and says nothing."""

    def __init__(self):
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.reached = threading.Event()

    def answer(self, request):
        self.demand(request.method == "POST" and request.json["specversion"] == "1.0", "no CloudEvent")
        self.demand("idempotency-key" in request.headers, "no key of its own")
        self.reached.set()
        self.gate.wait(60)
        return Answer(202)

    def close(self):
        self.gate.set()
        super().close()


class Notices(AtPlace):
    """A commander and somebody of communications; a page at two places, a banner, app push."""

    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")
        for home, permission, name in (("chief", "commander", "박도윤"), ("talk", "communications", "최서연")):
            p.join(home, p.invite("admin", permission), name)
        self.hook = Hook()
        self.addCleanup(self.hook.close)
        self.mailroom = Mailroom()
        self.mail = MailServer(self.mailroom)
        self.addCleanup(self.mail.close)
        self.publish()

    def publish(self):
        self.places = [self.place.path("one"), self.place.path("two")]
        for folder in self.places:
            os.makedirs(folder, exist_ok=True)
        channels = f"""\
channels: 1
link: https://status.example.kr
contact: {{ko: 1577-0000, en: 1577-0000}}
list:
  - channel: page
    kind: status-page
    name: {{ko: 상태 페이지, en: Status page}}
    for: [users, press]
    languages: [ko, en]
    places:
      - {{place: one, via: directory, settings: {{path: "{self.places[0]}"}}}}
      - {{place: two, via: directory, settings: {{path: "{self.places[1]}"}}}}
  - channel: banner
    kind: banner
    name: {{ko: 배너, en: Banner}}
    for: [users]
    languages: [ko, en]
  - channel: push
    kind: webhook
    name: {{ko: 앱 푸시, en: App push}}
    for: [users]
    languages: [ko]
    settings: {{endpoint: "{self.hook.url}/notices"}}
  - channel: mail
    kind: mail
    name: {{ko: 제휴사 메일, en: Partners' mail}}
    for: [partners]
    languages: [ko]
    settings: {{server: 127.0.0.1, port: "{self.mail.port}", security: none, from: notice@daon.example.kr}}
    recipients: partners
  - channel: practice
    kind: webhook
    name: {{ko: 훈련, en: Practice}}
    for: [users]
    languages: [ko]
    settings: {{endpoint: "{self.hook.url}/practice"}}
    sandbox: yes
"""
        self.done("chief", "services", "publish", self.write("services.yaml", SERVICES))
        self.done("chief", "notice", "publish", "channels", self.write("channels.yaml", channels))
        self.done("chief", "notice", "publish", "first-notice", self.write("first.yaml", FIRST))
        secrets = self.write("secrets", "signing-key=a key of push\n")
        for channel in ("push", "practice"):
            self.atRelay("channel", "add", self.place.path("relay"), channel, "--secrets", secrets)
        os.remove(secrets)

    def declare(self, *more):
        return self.done("chief", "declare", "--title", "판교 데이터센터 화재", "--grade", "total", "--site", "판교",
                         "--service", "메신저", "--service", "택시", "--service", "정산", *more).last["incident"]

    def told(self, follower, notice, channel, **wanted):
        """The entry that says so of this sending, as soon as the record has it."""
        return self.line(follower, lambda line: line.get("kind") == "delivery.told" and line["notice"] == notice
                         and line["channel"] == channel and all(line[name] == value for name, value in wanted.items()), 60)

    def status(self, incident, home="chief"):
        lines = self.done(home, "notice", "status", incident).lines
        return {line["notice"]: line for line in lines[:-1]}, lines[-1]

    def read(self, *path):
        with open(os.path.join(*path), encoding="utf-8") as file:
            return file.read()

    def test_theFirstNoticeNeedsOnePersonWhereTwoApprovedIt(self):
        incident = self.declare()
        self.refused("chief", "notice.not_preapproved", "notice", "send", incident)
        self.refused("chief", "notice.same_person", "notice", "preapprove")
        self.done("talk", "notice", "preapprove")
        follower = self.place.follow("admin", incident)
        notice = self.done("chief", "notice", "send", incident).last["notice"]
        self.told(follower, notice, "page", done=True, sent=2, delivered=2)
        self.told(follower, notice, "banner", done=True, sent=2)
        self.told(follower, notice, "push", done=True, sent=1)
        self.assertEqual(self.hook.faults, [])
        self.assertEqual(len(self.hook.taken), 1)
        self.assertIn("메신저, 택시 이용이 원활하지 않습니다", json.dumps(self.hook.taken[0].json, ensure_ascii=False))
        for folder in self.places:
            page = self.read(folder, "index.html")
            self.assertIn("메신저, 택시 이용이 원활하지 않습니다", page)
            self.assertNotIn("정산", page)  # users do not know it
            self.assertIn("일부 서비스가 원활하지 않습니다", self.read(folder, "banner.json"))
            self.assertTrue(os.path.exists(os.path.join(folder, "banner.json.sig")))
            summary = json.loads(self.read(folder, "api", "v2", "summary.json"))
            self.assertEqual(summary["incidents"][0]["status"], "investigating")
            self.assertNotIn("1970-", json.dumps(summary))
        # One publication at a time to a place: nobody's files were taken away by another.
        told = [line for line in self.seen if line.get("kind") == "delivery.told"]
        self.assertEqual([line["cause"] for line in told if line["cause"]], [])
        notices, law = self.status(incident)
        self.assertTrue(notices[notice]["preapproved"] and notices[notice]["finished"])
        self.assertTrue(law["event"] and law["response"] and law["contact"] and law["nextUpdate"])
        self.refused("talk", "stale", "notice", "send", incident)  # twice is once too often

    def test_aFreeTextNeedsASecondPersonAndACorrectionGoesWhereItWent(self):
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        draft = self.done("talk", "notice", "draft", incident, "--feels", "메시지가 보내지지 않습니다").lines
        self.assertTrue(draft[-1]["tellsAll"], draft[-1])
        notice = self.done("talk", "notice", "propose", incident, "--feels", "메시지가 보내지지 않습니다").last["notice"]
        self.refused("talk", "notice.same_person", "notice", "approve", incident, notice)
        self.assertEqual(self.hook.taken, [])
        self.done("chief", "notice", "approve", incident, notice)
        self.told(follower, notice, "push", done=True, sent=1)
        self.told(follower, notice, "page", done=True, sent=2)
        correction = self.done("talk", "notice", "propose", incident, "--corrects", notice,
                               "--wrong", "택시도 안 된다고 알렸으나 택시는 정상입니다").last["notice"]
        self.done("chief", "notice", "approve", incident, correction)
        for channel, sent in (("page", 2), ("banner", 2), ("push", 1)):
            self.told(follower, correction, channel, done=True, sent=sent)
        self.assertIn("택시는 정상입니다", self.read(self.places[0], "index.html"))
        self.assertIn("택시는 정상입니다", json.dumps(self.hook.taken[-1].json, ensure_ascii=False))
        notices, _ = self.status(incident)
        self.assertEqual(notices[notice]["correctedBy"], correction)

    def test_whatNobodyKnowsOfIsNotSentAgainByItself(self):
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        self.hook.gate.clear()
        notice = self.done("talk", "notice", "propose", incident, "--channel", "push").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.assertTrue(self.hook.reached.wait(60))  # it has the message, and says nothing
        self.place.stopRelay(signal.SIGKILL)
        self.hook.gate.set()
        self.place.startRelay()
        self.told(follower, notice, "push", done=True, sent=0, unknown=1)
        self.assertEqual(len(self.hook.taken), 1)
        notices, _ = self.status(incident)
        self.assertEqual(notices[notice]["channels"][0]["unknown"], 1)
        self.refused("chief", "reason.missing", "notice", "decide", incident, notice, "push", "again")
        self.done("chief", "notice", "decide", incident, notice, "push", "again", "--reason", "받은 사람이 없음")
        self.told(follower, notice, "push", done=True, sent=1, unknown=0)
        self.assertEqual(len(self.hook.taken), 2)
        keys = {request.headers["idempotency-key"] for request in self.hook.taken}
        self.assertEqual(len(keys), 1)  # whoever takes it can tell

    def test_thousandsOfMailsAreStoppedKilledAndGoneOnWithOnceEach(self):
        batch = 50  # of mail; what is under way at once
        addresses = [f"user{n}@example.kr" for n in range(3000)]
        self.atRelay("recipients", "set", self.place.path("relay"), "partners", "--addresses",
                     self.write("partners", "\n".join(addresses)))
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        draft = self.done("talk", "notice", "draft", incident, "--channel", "mail").last
        self.assertEqual(draft["messages"], 3000)  # as the relay told it
        notice = self.done("talk", "notice", "propose", incident, "--channel", "mail").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.mailroom.waitFor(400)
        self.place.stopRelay(signal.SIGKILL)
        self.place.startRelay()
        self.mailroom.waitFor(1200)
        self.done("chief", "notice", "stop", incident, notice)
        atStop = len(self.mailroom.kept)
        told = self.told(follower, notice, "mail", done=True)
        got = [kept.rcpt_tos[0] for kept in self.mailroom.kept]
        self.assertLessEqual(len(got), atStop + batch)
        self.assertEqual(len(got), len(set(got)))  # nobody twice
        self.assertLessEqual(told["unknown"], batch)
        self.assertLessEqual(told["sent"], len(got))
        self.assertLessEqual(len(got), told["sent"] + told["unknown"])  # and nothing that nobody knows of
        self.assertEqual(told["sent"] + told["unknown"] + told["failed"] + told["waiting"], 3000)

    def test_whatWasSentByMistakeIsWithdrawnAndAScriptIsThere(self):
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        notice = self.done("talk", "notice", "propose", incident, "--channel", "push").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.told(follower, notice, "push", done=True, sent=1)
        script = self.done("talk", "notice", "script", incident, "--doing", "전원을 복구하고 있습니다").last["text"]
        self.assertIn("전원을 복구하고 있습니다.", script)
        self.assertIn("전원을 복구하고 있습니다", self.done("talk", "notice", "script", incident, "--press", "--doing",
                                                "전원을 복구하고 있습니다").last["text"])
        withdrawal = self.done("talk", "notice", "propose", incident, "--corrects", notice, "--withdraw").last["notice"]
        self.done("chief", "notice", "approve", incident, withdrawal)
        self.told(follower, withdrawal, "push", done=True, sent=1)
        self.assertIn("잘못 나간 것입니다", json.dumps(self.hook.taken[-1].json, ensure_ascii=False))

    def test_aDrillReachesSandboxesAndNothingElse(self):
        incident = self.declare("--drill")
        follower = self.place.follow("admin", incident)
        notice = self.done("talk", "notice", "propose", incident).last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.told(follower, notice, "practice", done=True, sent=1)
        self.assertEqual([request.path for request in self.hook.taken], ["/practice"])
        self.assertIn("[훈련]", json.dumps(self.hook.taken[0].json, ensure_ascii=False))
        # Somebody chose the real ones by hand.
        other = self.done("talk", "notice", "propose", incident, "--channel", "push", "--channel", "page").last["notice"]
        self.done("chief", "notice", "approve", incident, other)
        for channel in ("push", "page"):
            self.told(follower, other, channel, done=True, sent=0, cause="drill")
        self.assertEqual(len(self.hook.taken), 1)
        self.assertEqual(os.listdir(self.places[0]), [])

    def test_aStoppedNoticeGoesNoFurtherAndOneOverriddenIsLoud(self):
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        notice = self.done("talk", "notice", "propose", incident, "--channel", "push").last["notice"]
        self.done("talk", "notice", "stop", incident, notice)
        self.refused("chief", "already_done", "notice", "approve", incident, notice)
        other = self.done("chief", "notice", "propose", incident, "--channel", "push").last["notice"]
        self.refused("chief", "reason.missing", "notice", "override", incident, other)
        self.refused("talk", "permission.missing", "notice", "override", incident, other, "--reason", "급함")
        self.done("chief", "notice", "override", incident, other, "--reason", "둘째 사람이 연락되지 않음")
        self.told(follower, other, "push", done=True, sent=1)
        self.assertEqual(len(self.hook.taken), 1)
        notices, _ = self.status(incident)
        self.assertTrue(notices[other]["alone"])


    def test_aPlaceThatWasGoneIsHealedAndTheOthersCarryOn(self):
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        os.rmdir(self.places[1])
        with open(self.places[1], "w", encoding="utf-8"):
            pass  # what stands there is no folder
        notice = self.done("talk", "notice", "propose", incident, "--channel", "page").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.told(follower, notice, "page", done=False, sent=1, waiting=1)
        self.assertIn("index.html", os.listdir(self.places[0]))
        self.place.stopRelay(signal.SIGKILL)  # and the relay forgets nothing of it
        self.place.startRelay()
        os.remove(self.places[1])
        os.mkdir(self.places[1])
        self.told(follower, notice, "page", done=True, sent=2)
        trees = [sorted(name for _, _, files in os.walk(folder) for name in files) for folder in self.places]
        self.assertEqual(trees[0], trees[1])
        self.assertIn("메신저", self.read(self.places[1], "index.html"))

    def test_mailGoesToAListThatOnlyTheRelayHas(self):
        relay = self.place.path("relay")
        addresses = [f"user{n}@example.kr" for n in range(120)] + ["gone@example.kr"]
        path = self.write("partners", "\n".join(addresses))
        self.assertEqual(self.atRelay("recipients", "set", relay, "partners", "--addresses", path).last["addresses"], 121)
        large = self.write("large", "a@example.kr\n" * 700_000)  # more than is taken: no part of it either
        answer = self.place.run(os.environ["BONGSU_RELAY"], "recipients", "set", relay, "partners", "--addresses", large)
        self.assertEqual((answer.code, answer.error), (REFUSED, "too_large"), answer.words)
        self.assertEqual(self.atRelay("recipients", "list", relay).last["addresses"], 121)
        incident = self.declare()
        follower = self.place.follow("admin", incident)
        notice = self.done("talk", "notice", "propose", incident, "--channel", "mail").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.told(follower, notice, "mail", done=True, sent=120, failed=1)
        self.assertEqual(sorted(kept.rcpt_tos[0] for kept in self.mailroom.kept), sorted(addresses[:-1]))
        # A newer version of the channels holds from the next notice on.
        self.publish()
        other = self.done("talk", "notice", "propose", incident, "--channel", "mail").last["notice"]
        self.done("chief", "notice", "approve", incident, other)
        self.told(follower, other, "mail", done=True, sent=120, failed=1)
        # What somebody has to decide of is known by its place in the list: that stays as it is.
        self.atRelay("recipients", "set", relay, "partners", "--addresses", self.write("few", "silent@example.kr\n"))
        third = self.done("talk", "notice", "propose", incident, "--channel", "mail").last["notice"]
        self.done("chief", "notice", "approve", incident, third)
        self.assertTrue(self.mailroom.silent.wait(60))
        self.place.stopRelay(signal.SIGKILL)
        self.place.startRelay()
        self.told(follower, third, "mail", done=True, unknown=1)
        answer = self.place.run(os.environ["BONGSU_RELAY"], "recipients", "set", relay, "partners", "--addresses", path)
        self.assertEqual((answer.code, answer.error), (REFUSED, "list.in_use"), answer.words)


if __name__ == "__main__":
    unittest.main(verbosity=2)
