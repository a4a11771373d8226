"""An organisation with every kind of channel there is: real servers where one runs here, and what the services' own documents
demand for the others."""

import json
import os
import sys
import tempfile

os.environ.setdefault("BONGSU_SPEAKER", "")  # of the channels' own tests; nobody speaks by it here
sys.path.insert(0, os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "channel"))

from programs import FIRST_WORDS, FIRST_WORDS_SHORT, AtPlace, Place  # noqa: E402
from certificates import Authority  # noqa: E402
from contracts import (Discord, Facebook, Mastodon, Mattermost, Nhn, Receiver, Sens, Slack, Solapi,  # noqa: E402
                       Statuspage, Teams, Telegram, X)
from gateway import Gateway  # noqa: E402
from mailserver import PASSWORD, Mailroom, MailServer  # noqa: E402
from realservers import Nginx, Pds, Prosody  # noqa: E402

SERVICES = """\
catalogue: 1
sites: [{site: Pangyo, name: {ko: 판교 데이터센터, en: Pangyo data centre}}]
departments: [{department: infra, name: {ko: 인프라실, en: Infrastructure}}]
services:
  - {service: Messenger, name: {ko: 메신저, en: Messenger}, public: {ko: 메신저, en: Messenger}, department: infra, sites: [Pangyo]}
  - {service: Taxi, name: {ko: 택시, en: Taxi}, public: {ko: 택시, en: Taxi}, department: infra, sites: [Pangyo]}
"""

FACTS = """\
first-notice: 1
services: [{ko: 메신저, en: Messenger}, {ko: 택시, en: Taxi}]
contacts: [{ko: 1577-0000, en: 1577-0000}]
texts:
  - channels: [page, banner, hosted]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스 장애, en: Service disruption}
""" + FIRST_WORDS_SHORT + """\
  - channels: [mail]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스가 원활하지 않습니다, en: Service disruption}
""" + FIRST_WORDS + """\
  - channels: [OTHERS]
    for: users
    tells: [event, response, contact]
    title: {ko: 일부 서비스 장애}
    body:
      ko: "[장애] {{since}}부터 {{services_short}} 장애. 원인 확인·긴급 조치 중. 문의 {{contact}}"
"""

CHAT = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"
DISCORD = "/api/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11"
TEAMS = "/workflows/abc/triggers/manual/paths/invoke?sig=s3cr3tsig"


class Push(Receiver):
    TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


class EveryChannel(AtPlace):
    """A commander, somebody of communications, and somebody who watches."""

    makePlace = Place

    def setUp(self):
        self.place = p = self.makePlace()
        self.addCleanup(p.close)
        self.authority = Authority(p.folder)
        p.environment["SSL_CERT_FILE"] = self.authority.file  # the certificates of this network are by one of its own
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")
        for home, permission, name in (("chief", "commander", "박도윤"), ("talk", "communications", "최서연"),
                                       ("watch", "viewer", "이수민")):
            p.join(home, p.invite("admin", permission), name)
        self.startServers()
        self.publish()

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def folder(self, name):
        folder = tempfile.mkdtemp(prefix=name + "-", dir=self.place.folder)
        os.chmod(self.place.folder, 0o755)
        os.chmod(folder, 0o755)
        return folder

    def serve(self, service):
        self.addCleanup(service.close)
        return service

    def startServers(self):
        self.directory = self.folder("directory")
        self.nginx = Nginx(self.folder("nginx"), self.begin)
        self.chat = Prosody(self.folder("prosody"), self.begin, self.authority)
        self.gateway = Gateway(self.folder("kannel"), self.begin)
        self.pds = Pds(self.folder("pds"), self.begin)
        self.mailroom = Mailroom()
        self.mail = MailServer(self.mailroom, starttls=self.authority.serverContext("127.0.0.1"))
        self.addCleanup(self.mail.close)
        self.services = {name: self.serve(kind()) for name, kind in (
            ("push", Push), ("x", X), ("facebook", Facebook), ("mastodon", Mastodon), ("telegram", Telegram),
            ("slack", Slack), ("mattermost", Mattermost), ("discord", Discord), ("teams", Teams), ("hosted", Statuspage),
            ("sens", Sens), ("solapi", Solapi), ("nhn", Nhn))}

    def channels(self):
        """(key, kind, via, settings, secrets, list of recipients or nothing, languages)"""
        url = {name: service.url for name, service in self.services.items()}
        return [
            ("banner", "banner", "", {}, {}, "", "ko, en"),
            ("mail", "mail", "", {"server": "127.0.0.1", "port": str(self.mail.port), "user": "relay", "from": "notice@daon.example.kr"},
             {"password": PASSWORD}, "readers", "ko, en"),
            ("chat", "xmpp", "", self.chat.settings, {"password": Prosody.PASSWORD}, "", "ko"),
            ("kannel", "sms", "kannel", {"endpoint": self.gateway.endpoint, "user": "bongsu", "from": "021234567"},
             {"password": Gateway.PASSWORD}, "phones", "ko"),
            ("sens", "sms", "sens", {"service-id": Sens.SERVICE, "from": "021234567", "endpoint": url["sens"]},
             {"access-key": Sens.ACCESS, "secret-key": Sens.SECRET}, "phones", "ko"),
            ("solapi", "sms", "solapi", {"from": "021234567", "endpoint": url["solapi"]},
             {"api-key": Solapi.KEY, "api-secret": Solapi.SECRET}, "phones", "ko"),
            ("nhn", "sms", "nhn", {"app-key": "Aa0Bb1Cc2Dd3", "from": "021234567", "endpoint": url["nhn"]},
             {"secret-key": "secret-of-nhn"}, "phones", "ko"),
            ("push", "webhook", "", {"endpoint": url["push"] + "/notices"}, {"signing-key": Push.KEY.decode()}, "", "ko"),
            ("x", "x", "", {"endpoint": url["x"]}, X.SECRETS, "", "ko"),
            ("facebook", "facebook", "", {"page-id": "1012345", "endpoint": url["facebook"]}, {"page-token": "EAAB+page/token="}, "", "ko"),
            ("bluesky", "bluesky", "", {"handle": Pds.HANDLE, "endpoint": self.pds.url}, {"app-password": self.pds.password}, "", "ko"),
            ("mastodon", "mastodon", "", {"endpoint": url["mastodon"]}, {"token": "ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0"}, "", "ko"),
            ("telegram", "telegram", "", {"chat-id": "@daon_status", "endpoint": url["telegram"]},
             {"bot-token": "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"}, "", "ko"),
            ("slack", "slack", "", {}, {"webhook": url["slack"] + CHAT}, "", "ko"),
            ("mattermost", "mattermost", "", {}, {"webhook": url["mattermost"] + "/hooks/xxx-generatedkey-xxx"}, "", "ko"),
            ("discord", "discord", "", {}, {"webhook": url["discord"] + DISCORD}, "", "ko"),
            ("teams", "teams", "", {}, {"webhook": url["teams"] + TEAMS}, "", "ko"),
            ("hosted", "statuspage", "", {"page-id": "kctbh9vrtdwd", "endpoint": url["hosted"]},
             {"api-key": "89a229ce-1a8d-4bcf-b2c1-c1a8d4bcfb2c"}, "", "ko, en")]

    def seal(self, channel, secrets):
        path = self.write("secrets", "".join(f"{name}={value}\n" for name, value in secrets.items()))
        self.atRelay("channel", "add", self.place.path("relay"), channel, "--secrets", path)
        os.remove(path)

    def publishChannels(self):
        written = f"""\
channels: 1
link: https://status.example.kr
contact: {{ko: 1577-0000, en: 1577-0000}}
list:
  - channel: page
    kind: status-page
    name: {{ko: 상태 페이지, en: Status page}}
    for: [users]
    languages: [ko, en]
    places:
      - {{place: directory, via: directory, settings: {{path: "{self.directory}"}}}}
      - {{place: nginx, via: webdav, settings: {{endpoint: "{self.nginx.endpoint}", user: {Nginx.USER}, url: "{self.nginx.url}"}}}}
"""
        for key, kind, via, settings, _, recipients, languages in self.channels():
            written += f"  - channel: {key}\n    kind: {kind}\n    name: {{ko: {key}, en: {key}}}\n    for: [users]\n    languages: [{languages}]\n"
            written += f"    via: {via}\n" if via else ""
            written += f"    settings: {json.dumps(settings)}\n" if settings else ""
            written += f"    recipients: {recipients}\n" if recipients else ""
        return self.done("chief", "notice", "publish", "channels", self.write("channels.yaml", written))

    def publish(self):
        self.done("chief", "services", "publish", self.write("services.yaml", SERVICES))
        self.publishChannels()
        named = {"banner", "hosted", "mail"}
        others = ", ".join(key for key, *_ in self.channels() if key not in named)
        self.done("chief", "notice", "publish", "first-notice", self.write("first.yaml", FACTS.replace("OTHERS", others)))
        self.done("talk", "notice", "preapprove")
        self.seal("page/nginx", {"password": Nginx.PASSWORD})
        for key, _, _, _, secrets, _, _ in self.channels():
            if secrets:
                self.seal(key, secrets)
        for name, addresses in (("readers", ["a@example.kr", "b@example.kr"]), ("phones", ["010-1000-0001", "010-1000-0002"])):
            self.atRelay("recipients", "set", self.place.path("relay"), name, "--addresses", self.write(name, "\n".join(addresses)))

    def told(self, follower, notice, channel):
        """The last entry about this channel, as soon as the record has it."""
        return self.line(follower, lambda line: line.get("kind") == "delivery.told" and line["channel"] == channel
                         and line["done"] and notice in (None, line["notice"]))
