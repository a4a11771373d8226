"""A message through a real Prosody, found where it keeps what nobody has read yet."""

import glob
import os
import re
import shutil
import socket
import tempfile
import unittest

from certificates import Authority
from processes import Process, freePort
from speaking import EN, KO, Speaker, SpeakingTest

CONFIGURATION = """
daemonize = false; run_as_root = true
pidfile = "{folder}/prosody.pid"; data_path = "{folder}/data"; certificates = "{folder}"
interfaces = {{ "127.0.0.1" }}; c2s_ports = {{ {port} }}; modules_disabled = {{ "s2s" }}
modules_enabled = {{ "roster", "saslauth", "tls", "ping", "disco" }}
authentication = "internal_plain"; c2s_require_encryption = true; allow_unencrypted_plain_auth = false
log = {{ info = "*console" }}
VirtualHost "daon.example.kr"
    ssl = {{ key = "{key}", certificate = "{certificate}" }}
"""


class Chat(SpeakingTest):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        os.chmod(cls.folder, 0o755)
        cls.authority = Authority(cls.folder)
        cls.speaker = Speaker(total=5000, authorities=cls.authority.file)
        cls.addClassCleanup(cls.speaker.close)

    def prosody(self, name="daon.example.kr"):
        folder = tempfile.mkdtemp(prefix="prosody-", dir=self.folder)
        accounts = folder + "/data/daon%2eexample%2ekr/accounts"
        os.makedirs(accounts)
        for user, password in (("relay", "비밀 of relay"), ("duty", "another")):
            with open(f"{accounts}/{user}.dat", "w", encoding="utf-8") as file:
                file.write(f'return {{ ["password"] = "{password}"; }};')
        certificate, key = self.authority.issue(name)
        port = freePort()
        with open(folder + "/prosody.cfg.lua", "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(folder=folder, port=port, key=key, certificate=certificate))
        process = Process(["/usr/bin/prosody", "--config", folder + "/prosody.cfg.lua"])
        self.addCleanup(process.end)
        process.waitForPort(port)
        self.offline = folder + "/data/daon%2eexample%2ekr/offline"
        return {"jid": "relay@daon.example.kr/bongsu", "to": "duty@daon.example.kr", "server": "127.0.0.1", "port": str(port)}

    def kept(self):
        found = b""
        for path in glob.glob(glob.escape(self.offline) + "/*"):
            with open(path, "rb") as file:
                found += file.read()
        return re.sub(rb"\\(\d{3})", lambda byte: bytes([int(byte[1])]), found).decode()  # as Lua writes strings

    def sendBy(self, settings, password="비밀 of relay", **changes):
        return self.speaker.one("xmpp", settings, {"password": password}, **changes)

    def test_isKeptForWhoeverIsOnDuty(self):
        outcome = self.sendBy(self.prosody())
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "n-7Q2X-1")
        kept = self.kept()
        for line in (*KO["body"].split("\n"), *EN["body"].split("\n"), "urn:xmpp:sid:0", "n-7Q2X-1"):
            self.assertIn(line, kept)
        self.assertEqual(kept.count("urn:xmpp:sid:0"), 1)

    def test_whoIsNotThere(self):
        outcome = self.sendBy(dict(self.prosody(), to="nobody@daon.example.kr"))
        self.assertOutcome(outcome, "refused", "gone")
        self.assertEqual(outcome["words"], "service-unavailable")

    def test_aWrongPassword(self):
        self.assertOutcome(self.sendBy(self.prosody(), password="wrong password"), "refused", "credentials")
        self.assertEqual(self.kept(), "")

    def test_aServerThatIsNotTheOne(self):
        self.assertOutcome(self.sendBy(self.prosody(name="other.example.kr")), "later", "tls")
        self.assertEqual(self.kept(), "")

    def test_nobodyThere(self):
        settings = {"jid": "relay@daon.example.kr", "to": "duty@daon.example.kr", "server": "127.0.0.1", "port": str(freePort())}
        self.assertOutcome(self.sendBy(settings), "later", "connect")

    def test_aServerThatSaysNothing(self):
        mute = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(mute.close)
        speaker = Speaker(total=500)
        self.addCleanup(speaker.close)
        settings = {"jid": "relay@daon.example.kr", "to": "duty@daon.example.kr", "server": "127.0.0.1",
                    "port": str(mute.getsockname()[1])}
        self.assertOutcome(speaker.one("xmpp", settings, {"password": "p"}), "later", "connect")


if __name__ == "__main__":
    unittest.main()
