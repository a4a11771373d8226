"""A message through a real Prosody, found where it keeps what nobody has read yet."""

import os
import shutil
import socket
import tempfile
import unittest

from certificates import Authority
from processes import freePort
from realservers import Prosody
from speaking import EN, KO, Speaker, SpeakingTest

class Chat(SpeakingTest):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        os.chmod(cls.folder, 0o755)
        cls.authority = Authority(cls.folder)
        cls.speaker = Speaker(total=5000, authorities=cls.authority.file)
        cls.addClassCleanup(cls.speaker.close)

    def prosody(self, **how):
        folder = tempfile.mkdtemp(prefix="prosody-", dir=self.folder)
        self.server = Prosody(folder, self.begin, self.authority, **how)
        return self.server.settings

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def kept(self):
        return self.server.kept()

    def sendBy(self, settings, password=Prosody.PASSWORD, **changes):
        return self.speaker.one("xmpp", settings, {"password": password}, **changes)

    def test_isKeptForWhoeverIsOnDuty(self):
        outcome = self.sendBy(self.prosody())
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "n-7Q2X-1")
        kept = self.kept()
        for line in (*KO["body"].split("\n"), *EN["body"].split("\n"), "urn:xmpp:sid:0", "n-7Q2X-1"):
            self.assertIn(line, kept)
        self.assertEqual(kept.count("urn:xmpp:sid:0"), 1)

    def test_aRoomHearsItOnce(self):
        settings = dict(self.prosody(), to="war-room@rooms.daon.example.kr", nick="봉수")
        outcome = self.sendBy(settings)
        self.assertOutcome(outcome, "sent")
        said = self.server.said()
        for line in KO["body"].split("\n"):
            self.assertIn(line, said)
        self.assertEqual(said.count("14:05부터"), 1)
        # Somebody else has that name there by now: the same account may come again, and does.
        self.assertOutcome(self.sendBy(settings, key="n-2"), "sent")

    def test_aRoomThatIsClosed(self):
        outcome = self.sendBy(dict(self.prosody(), to="war-room@closed.daon.example.kr", nick="봉수"))
        self.assertOutcome(outcome, "refused", "gone")

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
