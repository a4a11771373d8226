"""An organisation with everything in it that somebody wrote, and every word of it known: what nobody else may find."""

import base64
import os
import random
import re

from programs import RELAY

SERVICES = """\
catalogue: 1
sites:
  - {{site: pangyo, name: {{ko: "{site}", en: Pangyo}}}}
departments:
  - {{department: infra, name: {{ko: "{department}", en: Infrastructure}}}}
services:
  - {{service: messenger, name: {{ko: "{service}", en: Messenger}}, public: {{ko: "{service}", en: Messenger}}, department: infra, grade: 1, sites: [pangyo]}}
"""

MANUAL = """\
manual: site-loss
name: {{ko: "{manual}", en: Site loss}}
reviewed: 2026-11-01
seats:
  - seat: commander
    name: {{ko: 총괄 지휘, en: Commander}}
    department: infra
    holders: ["{commander}"]
    accept-minutes: 5
    duties: [{{ko: 총괄한다, en: Commands}}]
  - seat: network
    name: {{ko: "{seat}", en: Network}}
    department: infra
    holders: ["{holder}"]
    accept-minutes: 5
    duties: [{{ko: "{duty}", en: Recovers}}]
"""

CHANNELS = """\
channels: 1
link: https://status.example.kr
contact: {{ko: 1577-0000, en: 1577-0000}}
pages: [kannel]
list:
  - channel: page
    kind: status-page
    name: {{ko: 상태 페이지, en: Status page}}
    for: [users]
    languages: [ko]
    places:
      - {{place: one, via: directory, settings: {{path: "{page}"}}}}
  - channel: push
    kind: webhook
    name: {{ko: "{channel}", en: App push}}
    for: [users]
    languages: [ko]
    settings: {{endpoint: "{push}"}}
  - channel: hundreds
    kind: apprise
    name: {{ko: 그 밖, en: Others}}
    for: [users]
    languages: [ko]
  - channel: mail
    kind: mail
    name: {{ko: 메일, en: Mail}}
    for: [partners]
    languages: [ko]
    settings: {{server: 127.0.0.1, port: "{mail}", security: none, from: notice@daon.example.kr}}
    recipients: partners
  - channel: kannel
    kind: sms
    via: kannel
    name: {{ko: 호출, en: Pages}}
    for: [staff]
    languages: [ko]
    settings: {{endpoint: "{kannel}", user: bongsu, from: "021234567"}}
    stands-on: {{others: [통신사]}}
"""


class Words:
    """Made-up ones by a seed, so that none of their pieces stands anywhere by chance."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.said = {}  # by name: str or bytes

    def keep(self, name, secret):
        assert name not in self.said and len(secret if isinstance(secret, bytes) else secret.encode()) >= 9, name
        self.said[name] = secret
        return secret

    def syllables(self, count):
        """Of those 2,350 that a text message may have."""
        return b"".join(bytes((self.chance.randint(0xB0, 0xC8), self.chance.randint(0xA1, 0xFE))) for _ in range(count)).decode("euc-kr")

    def person(self, name):
        return self.keep(name, self.syllables(4))

    def text(self, name, words=8):
        return self.keep(name, " ".join(self.syllables(4) for _ in range(words)))

    def plain(self, name, count=24):
        """Letters that a keyboard has."""
        return self.keep(name, "".join(self.chance.choice("bcdfghjklmnpqrstvwxz") for _ in range(count)))

    def telephone(self, name):
        digits = "010" + "".join(str(self.chance.randrange(10)) for _ in range(8))
        self.keep(name, digits)
        self.keep(name + ", with hyphens", f"{digits[:3]}-{digits[3:7]}-{digits[7:]}")
        self.keep(name + ", from abroad", "+82" + digits[1:])
        return self.said[name + ", with hyphens"]

    def address(self, name):
        return self.keep(name, f"{self.plain(name + ', its first part', 16)}@daon.example.kr")

    def bytes(self, name, count):
        return self.keep(name, self.chance.randbytes(count))


def inviteSeed(line):
    """The one thing in it that nobody else may know."""
    payload = line.rsplit("#", 1)[1]
    known = base64.urlsafe_b64decode(re.sub(r"[^\w-]", "", payload) + "==")
    at = known.index(b"\x03\x58\x20") + 3
    return known[at:at + 32]


class Example:
    """Filled through the programs at a test's place: homes `admin`, `desk` and `talk`, and a relay."""

    def __init__(self, test, seed):
        self.test, self.place = test, test.place
        self.words = Words(seed)
        self.seed = seed
        self.incident = None

    def done(self, *words, **more):
        return self.test.done(*words, **more)

    def invited(self, name, permission, *more):
        answer = self.done("admin", "invite", "--permission", permission, *more).last
        self.words.keep(f"invite of {name}", inviteSeed(answer["invite"]))
        return answer

    def people(self, invite):
        say = self.words
        say.keep("first invite", inviteSeed(invite))
        self.admin, self.chief, self.talker = (say.person(f"person {n}") for n in range(3))
        self.place.join("admin", invite, self.admin)
        self.place.join("desk", self.invited("desk", "admin")["invite"], self.chief)
        spoken = self.invited("talk", "communications", "--spoken")
        self.done("talk", "join", spoken["address"], say.keep("spoken invite", spoken["words"]), "--person", self.talker)
        say.keep("spoken invite in Korean", spoken["wordsKorean"])
        self.telephone = say.telephone("telephone")
        self.done("admin", "person", "set", self.talker, "--phone", self.telephone, "--email", say.address("mail of a person"),
                  "--contact", say.telephone("second telephone"))

    def documents(self, outside, gateway):
        say, write = self.words, self.test.write
        self.done("admin", "services", "publish", write("services.yaml", SERVICES.format(
            site=say.text("site"), department=say.text("department"), service=say.text("service", 3))))
        self.done("admin", "manual", "publish", write("manual.yaml", MANUAL.format(
            manual=say.text("manual"), seat=say.text("seat", 2), holder=self.talker, commander=self.admin, duty=say.text("duty"))))
        self.done("admin", "notice", "publish", "channels", write("channels.yaml", CHANNELS.format(
            page=outside["page"], push=outside["push"], mail=outside["mail"], kannel=gateway.endpoint, channel=say.text("channel"))))
        relay = self.place.path("relay")
        for channel, secret in (("push", "signing-key=" + say.plain("secret of push")),
                                ("hundreds", f"url={outside['apprise']}/{say.plain('secret of apprise')}"),
                                ("kannel", "password=" + say.keep("secret of kannel", gateway.PASSWORD))):
            path = write("secrets", secret + "\n")
            self.test.atRelay("channel", "add", relay, channel, "--secrets", path)
            os.remove(path)
        partners = "\n".join(say.address(f"recipient {n}") for n in range(8))
        self.test.atRelay("recipients", "set", relay, "partners", "--addresses", write("partners", partners))

    def outage(self):
        say, done = self.words, self.done
        self.incident = done("admin", "declare", "--title", say.text("title"), "--grade", "total", "--site", "pangyo",
                             "--service", "messenger").last["incident"]
        self.note = done("admin", "note", self.incident, say.text("note")).last["event"]
        done("desk", "decide", self.incident, say.text("decision"), "--basis", say.text("basis"), "--option", say.text("option"))
        done("talk", "correct", done("talk", "note", self.incident, say.text("first words")).last["event"], say.text("correction"))
        done("admin", "blocker", self.incident, "pangyo", say.text("blocker"), "--party", say.text("party"), "--promised",
             say.text("promise"))
        done("admin", "demand", "add", self.incident, say.text("demand"), "--party", say.text("who demands"))
        done("admin", "task", "add", self.incident, say.text("task"))
        name = say.plain("file name") + ".pdf"
        done("admin", "attach", self.incident, self.test.write(name, b"%PDF-1.7\n" + say.bytes("attachment", 100_000)),
             "--caption", say.text("caption"))

    def paged(self, gateway, follower):
        self.done("admin", "call", self.incident, "--failure-type", "site-loss")
        self.test.line(follower, lambda line: line.get("kind") == "page.told" and line["states"] == ["sent"])
        digits = self.telephone.replace("-", "")
        gateway.answer(digits, re.search(r"수락 (\d{4})", gateway.waitForMessage(digits))[1])
        self.test.line(follower, lambda line: line.get("kind") == "page.answered")

    def told(self, follower):
        notice = self.done("talk", "notice", "propose", self.incident, "--feels", self.words.text("notice", 4), "--channel", "page",
                           "--channel", "push", "--channel", "hundreds", "--channel", "mail").last["notice"]
        self.done("admin", "notice", "approve", self.incident, notice)
        for channel, sent in (("page", 1), ("push", 1), ("hundreds", 1), ("mail", 8)):
            self.test.line(follower, lambda line, channel=channel, sent=sent: line.get("kind") == "delivery.told" and
                           line["channel"] == channel and line["done"] and line["sent"] == sent)

    def lookedBack(self):
        say, done, write = self.words, self.done, self.test.write
        done("admin", "sitrep", self.incident, "--issue", "--to", say.text("who is told"))
        done("admin", "retro", "edit", self.incident, "causes", write("section.txt", say.text("section", 40)))
        done("talk", "retro", "remark", self.incident, "causes", say.text("remark"))
        done("admin", "retro", "finding", self.incident, say.text("finding"), "--area", "facilities", "--evidence", self.note)
        done("admin", "actions", "add", self.incident, say.text("action"), "--owner", self.admin, "--due", "2027-03-31")
        done("admin", "retro", "issue", self.incident, write("plan.docx", b"PK\x03\x04" + say.bytes("document", 5000)), "--kind",
             "plan", "--ask", self.chief)
        for home in ("admin", "desk", "talk"):
            done(home, "sync")


def keysOfRelay(place):
    """What gateways say to be heard."""
    return re.search(r"key=([^&]+)&", place.run(RELAY, "replies", place.path("relay")).last["address"])[1]
