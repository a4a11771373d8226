"""A text message through a real Kannel: bearerbox, smsbox, and fakesmsc as the centre that it hands messages to."""

import shutil
import tempfile
import unittest
import urllib.parse

from gateway import Gateway
from speaking import KO, SpeakingTest

class TextMessages(SpeakingTest):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.gateway = Gateway(self.folder, self.begin)
        self.centre = self.gateway.centre

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def sendTo(self, *recipients, password=Gateway.PASSWORD, **changes):
        settings = {"endpoint": self.gateway.endpoint, "user": "bongsu", "from": "021234567"}
        return self.speaker.send("sms", settings, {"password": password}, via="kannel", recipients=list(recipients), **changes)

    def test_theCentreHasItAsItWasWritten(self):
        text = dict(KO, title="", body="로그인 지연 & 복구중 100%")
        self.assertOutcome(self.sendTo("010-1234-5678", texts=[text])[0], "sent")
        self.centre.waitForWords(b"021234567 01012345678 ucs-2 ")
        self.centre.waitForWords(b">\n")
        said = self.centre.said.decode().partition(" ucs-2 ")[2].partition(">\n")[0]
        self.assertEqual(urllib.parse.unquote_to_bytes(said.replace("+", " ")).decode("utf-16-be"), text["body"])
        self.assertOutcome(self.sendTo("01012345678", texts=[dict(KO, body="Login is slow.")])[0], "sent")
        self.centre.waitForWords(b"text Login is slow.>")

    def test_aWrongPassword(self):
        outcome = self.sendTo("01012345678", password="another password")[0]
        self.assertOutcome(outcome, "refused", "credentials")

    def test_oneAtATimeAndNoLongerThanTenParts(self):
        self.assertOutcome(self.sendTo("01012345678", texts=[dict(KO, body="가" * 671)])[0], "refused", "too_long")
        self.assertEqual([outcome["code"] for outcome in self.sendTo("01012345678", "01087654321")], ["rejected"] * 2)


if __name__ == "__main__":
    unittest.main()
