"""A text message through a real Kannel: bearerbox, smsbox, and fakesmsc as the centre that it hands messages to."""

import os
import shutil
import tempfile
import unittest
import urllib.parse

from processes import Process, freePort
from speaking import KO, SpeakingTest

CONFIGURATION = """
group = core
admin-port = {admin}
admin-password = admin
smsbox-port = {boxes}
store-type = file
store-location = {folder}/store
log-level = 1
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = FAKE
host = 127.0.0.1
port = {centre}
connect-allow-ip = 127.0.0.1

group = smsbox
smsbox-id = box
bearerbox-host = 127.0.0.1
sendsms-port = {sending}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = bongsu
password = "p4ss of kannel"
concatenation = true
max-messages = 10
"""


class Gateway(SpeakingTest):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.ports = {name: freePort() for name in ("admin", "boxes", "centre", "sending")}
        path = os.path.join(self.folder, "kannel.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(folder=self.folder, **self.ports))
        bearer = self.begin(["/usr/sbin/bearerbox", path])
        bearer.waitForPort(self.ports["centre"])
        self.centre = self.begin(["/usr/lib/kannel/test/fakesmsc", "-H", "127.0.0.1", "-r", str(self.ports["centre"]), "-m", "0",
                                  "1 2 text nop"])
        self.begin(["/usr/sbin/smsbox", path])
        # Whoever asks smsbox before it has its line to bearerbox makes it end (assertion conn != NULL, 1.4.5).
        bearer.waitForWords(b"got boxc_id <box>")

    def begin(self, words):
        process = Process(words, cwd=self.folder)
        self.addCleanup(process.end)
        return process

    def sendTo(self, *recipients, password="p4ss of kannel", **changes):
        settings = {"endpoint": f"http://127.0.0.1:{self.ports['sending']}", "user": "bongsu", "from": "021234567"}
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
