"""Everybody is called without a desktop of theirs: by text message through a real Kannel, and they answer with its code."""

import os
import re
import signal
import socket
import sys
import unittest

sys.path.insert(0, os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "channel"))

from programs import DONE, REFUSED, AtPlace, Place, freePort  # noqa: E402
from gateway import Gateway  # noqa: E402
from mailserver import Mailroom, MailServer  # noqa: E402

SERVICES = """\
catalogue: 1
sites: [{site: 판교, name: {ko: 판교 데이터센터, en: Pangyo data centre}}]
departments: [{department: infra, name: {ko: 인프라실, en: Infrastructure}}]
services: [{service: 메신저, name: {ko: 메신저, en: Messenger}, department: infra, sites: [판교]}]
"""

MANUAL = """\
manual: site-loss
name: {ko: 센터 상실, en: Site loss}
reviewed: 2026-11-01
seats:
  - seat: commander
    name: {ko: 총괄 지휘, en: Commander}
    department: infra
    holders: [박도윤]
    accept-minutes: 1
    duties: [{ko: 총괄한다, en: Commands}]
  - seat: network
    name: {ko: 네트워크 복구, en: Network}
    department: infra
    holders: [최서연, 이수민]
    accept-minutes: 1
    duties: [{ko: 복구한다, en: Recovers}]
  - seat: scribe
    name: {ko: 기록, en: Scribe}
    department: infra
    holders: [정우진]
    accept-minutes: 1
    duties: [{ko: 적는다, en: Writes}]
"""

PHONES = {"박도윤": "010-1000-0001", "최서연": "+82-10-1000-0002", "이수민": "010-1000-0003", "정우진": "010-1000-0004"}


def digits(name):
    return "010100000" + PHONES[name][-2:]


class Pages(AtPlace):
    """An admin who declares; four who are asleep."""

    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        self.replies = freePort()
        p.startRelay("--replies", str(self.replies))
        p.join("admin", invite, "김하늘")
        for index, name in enumerate(PHONES):
            p.join(f"home{index}", p.invite("admin", "responder"), name)
            self.done("admin", "person", "set", name, "--phone", PHONES[name], "--email", f"user{index}@example.kr")
        p.join("watch", p.invite("admin", "viewer"), "한지우")
        answer = p.run(os.environ["BONGSU_RELAY"], "replies", p.path("relay"))
        self.assertEqual(answer.code, DONE, answer.words)
        self.folder = p.path("kannel")
        os.mkdir(self.folder)
        self.gateway = Gateway(self.folder, self.begin, answer.last["address"])
        self.addCleanup(self.gateway.close)
        self.mute = socket.create_server(("127.0.0.1", 0))  # takes what it is given, and says nothing
        self.addCleanup(self.mute.close)
        self.mailroom = Mailroom()
        self.mail = MailServer(self.mailroom)
        self.addCleanup(self.mail.close)
        self.done("admin", "services", "publish", self.write("services.yaml", SERVICES))
        self.done("admin", "manual", "publish", self.write("site-loss.yaml", MANUAL))

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def publish(self, pages):
        channels = "channels: 1\nlink: https://status.example.kr\ncontact: {ko: 1577-0000, en: 1577-0000}\n"
        channels += f"pages: [{pages}]\nlist:\n"
        named = pages.split(", ")
        telephones = [channel for channel in (("hanging", f"http://127.0.0.1:{self.mute.getsockname()[1]}", ""),
                                        ("kannel", self.gateway.endpoint, ""), ("practice", self.gateway.endpoint, "yes"))
                      if channel[0] in named]
        for name, endpoint, sandbox in telephones:
            channels += f"""\
  - channel: {name}
    kind: sms
    via: kannel
    name: {{ko: 호출, en: Pages}}
    for: [staff]
    languages: [ko]
    settings: {{endpoint: "{endpoint}", user: bongsu, from: "021234567"}}
    {"sandbox: yes" if sandbox else "stands-on: {others: [통신사]}"}
"""
        if "mail" in named:
            channels += f"""\
  - channel: mail
    kind: mail
    name: {{ko: 호출 메일, en: Pages by mail}}
    for: [staff]
    languages: [ko]
    settings: {{server: 127.0.0.1, port: "{self.mail.port}", security: none, from: call@daon.example.kr}}
"""
        self.done("admin", "notice", "publish", "channels", self.write("channels.yaml", channels))
        secrets = self.write("secrets", f"password={Gateway.PASSWORD}\n")
        for channel, *_ in telephones:
            self.atRelay("channel", "add", self.place.path("relay"), channel, "--secrets", secrets)

    def declare(self, *more):
        return self.done("admin", "declare", "--title", "판교 데이터센터 화재", "--grade", "total", "--site", "판교", *more).last["incident"]

    def told(self, follower, **wanted):
        return self.line(follower, lambda line: all(line.get(name) == value for name, value in wanted.items()))

    def code(self, name):
        text = self.gateway.waitForMessage(digits(name))
        self.assertLessEqual(len(text.encode("euc-kr")), 90, text)
        return re.search(r"수락 (\d{4}) ", text)[1], text

    def roles(self, incident):
        return {line["seat"]: line for line in self.done("admin", "roles", incident).lines if "seat" in line}

    def test_allSeatsFillWithNobodysDesktopAndTheSecondVendorCarries(self):
        self.publish("hanging, kannel, mail")
        incident = self.declare()
        follower = self.place.follow("watch", incident)
        self.done("admin", "call", incident, "--failure-type", "site-loss")
        self.told(follower, kind="page.begun", channel="hanging", pages=3)
        self.told(follower, kind="page.begun", channel="kannel", pages=3)  # a quarter of their minute later
        code, text = self.code("박도윤")
        self.assertTrue(text.startswith("[봉수] 총괄 지휘 호출: 판교 데이터센터 화재"), text)
        # Somebody else with that code, and the right telephone with another one.
        self.assertIn("맞는 호출이 없습니다", self.gateway.answer("01099999999", code))
        self.assertIn("맞는 호출이 없습니다", self.gateway.answer(digits("박도윤"), f"{(int(code) + 1) % 10000:04}"))
        self.assertIn("수락으로 기록", self.gateway.answer(digits("박도윤"), code))
        self.told(follower, kind="page.answered", seat="commander", answer="accepted")
        self.assertIn("수락으로 기록", self.gateway.answer(digits("정우진"), self.code("정우진")[0] + " 네 갑니다"))
        # One cannot: the next in line is called, and paged, at once.
        self.assertIn("다음 사람을 부릅니다", self.gateway.answer(digits("최서연"), self.code("최서연")[0] + "X"))
        self.told(follower, kind="page.answered", seat="network", answer="declined")
        self.assertIn("수락으로 기록", self.gateway.answer(digits("이수민"), self.code("이수민")[0]))
        held = self.roles(incident)
        self.assertEqual({seat: held[seat]["personName"] for seat in ("commander", "network", "scribe")},
                         {"commander": "박도윤", "network": "이수민", "scribe": "정우진"})
        self.assertTrue(all(held[seat]["byMessage"] for seat in ("commander", "network", "scribe")))
        self.assertFalse(held["commander"]["acting"])  # whoever declared has handed over
        for line in self.place.log("admin", incident):  # the record has no code and no number
            for secret in (code, digits("박도윤"), PHONES["박도윤"]):
                self.assertNotIn(f'"{secret}"', str(line))

    def test_aRelayThatIsKilledPagesNobodyTwiceOverOneChannel(self):
        self.publish("hanging, kannel")
        incident = self.declare()
        follower = self.place.follow("watch", incident)
        self.done("admin", "assign", incident, "network", "최서연", "--within", "5")
        self.told(follower, kind="page.begun", channel="hanging")
        connection, _ = self.mute.accept()  # it has the page
        self.addCleanup(connection.close)
        self.assertTrue(connection.recv(1))
        self.place.stopRelay(signal.SIGKILL)
        self.place.startRelay()
        # Nobody knows whether that page went out: the next channel carries it, and this one is not asked again.
        self.told(follower, kind="page.told", states=["unknown"])
        code, _ = self.code("최서연")
        self.assertIn("수락으로 기록", self.gateway.answer(digits("최서연"), code))
        self.mute.settimeout(0)
        self.assertRaises(BlockingIOError, self.mute.accept)
        pages = [text for text in self.gateway.messages(digits("최서연")) if "회신" in text]
        self.assertEqual(len(pages), 1, pages)

    def test_aTelephoneThatGuessesIsNoLongerHeard(self):
        self.publish("kannel")
        incident = self.declare()
        self.done("admin", "assign", incident, "network", "최서연", "--within", "5")
        code, _ = self.code("최서연")
        for guess in range(1, 6):
            self.assertIn("맞는 호출이 없습니다", self.gateway.answer(digits("최서연"), f"{(int(code) + guess) % 10000:04}"))
        self.assertIn("맞는 호출이 없습니다", self.gateway.answer(digits("최서연"), code))
        self.assertEqual(self.roles(incident)["network"]["state"], "called")
        self.done("admin", "accept", incident, "network", "--for", "최서연")  # heard by telephone, and written down

    def test_mailIsTheLastWayAndADrillHasItsOwn(self):
        self.publish("practice, mail")
        incident = self.declare()
        follower = self.place.follow("watch", incident)
        self.done("admin", "assign", incident, "network", "최서연")
        self.told(follower, kind="page.told", states=["sent"])
        self.assertEqual([kept.rcpt_tos for kept in self.mailroom.kept], [["user1@example.kr"]])
        self.assertEqual(self.gateway.messages(digits("최서연")), [])
        drill = self.declare("--drill")
        self.done("admin", "assign", drill, "network", "정우진")
        self.assertTrue(self.gateway.waitForMessage(digits("정우진")).startswith("[훈련] [봉수]"))
        self.assertEqual(len(self.mailroom.kept), 1)

    def test_withoutAPortNobodyIsHeard(self):
        self.place.stopRelay()
        os.remove(os.path.join(self.place.path("relay"), "replies"))
        self.place.startRelay()
        answer = self.place.run(os.environ["BONGSU_RELAY"], "replies", self.place.path("relay"))
        self.assertEqual(answer.code, REFUSED)
        with socket.socket() as probe:
            self.assertNotEqual(probe.connect_ex(("127.0.0.1", self.replies)), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
