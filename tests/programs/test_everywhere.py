"""One notice on every channel there is, at once, from the window and from the command line."""

import email
import email.policy
import os
import unittest

from display import Desk, Display
from everychannel import EveryChannel


class Everywhere(EveryChannel):
    def assertEverywhere(self, follower, notice=None, times=1):
        for channel in ["page"] + [key for key, *_ in self.channels()]:
            told = self.told(follower, notice, channel)
            sent = 2 if channel in ("page", "banner", "mail", "kannel", "sens", "solapi", "nhn") else 1
            self.assertEqual((told["sent"], told["failed"], told["unknown"]), (sent, 0, 0), told)
        for name, service in self.services.items():
            self.assertEqual(service.faults, [], name)
        self.assertEqual(len(self.mailroom.kept), 2 * times)
        self.assertEqual(len(self.pds.posts()), times)
        self.assertTrue(all(self.mailroom.encrypted))
        for number in ("01010000001", "01010000002"):
            self.gateway.centre.waitForWords(number.encode())

    def assertPublished(self, words):
        for folder in (self.directory, self.nginx.www):
            for name in ("index.html", "banner.json", "api/v2/summary.json", "history.atom"):
                self.assertTrue(os.path.exists(os.path.join(folder, name)), name)
                self.assertTrue(os.path.exists(os.path.join(folder, name + ".sig")), name)
            with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
                self.assertIn(words, file.read())

    def duty(self, incident):
        return next(line for line in self.done("admin", "duty", "list", incident).lines if line["duty"] == "user-notice")

    def test_byKeysInTheWindow(self):
        display = Display()
        self.addCleanup(display.close)
        desk = Desk(self.place, display, "chief")
        self.addCleanup(desk.kill)
        desk.start("--lang", "en")
        window = display.focus("Bongsu")
        desk.settled(window)
        display.keyboard("type", "--delay", "20", "Pangyo Messenger Taxi down")
        display.keyboard("key", "Return")
        desk.settled(window)
        display.keyboard("key", "Return")
        incidents = []

        def isDeclared():
            known = self.place.ctl("admin", "status").last
            incidents[:] = [log["log"] for log in known["logs"] if log["log"] != known["org"]]
            return incidents
        desk.waitFor(isDeclared)
        incident = incidents[0]
        follower = self.place.follow("watch", incident)
        self.assertEqual(self.duty(incident)["state"], "running")
        display.keyboard("key", "alt+3")  # command, people, and what users have to hear
        desk.settled(window)
        display.keyboard("key", "ctrl+Return")
        self.assertEverywhere(follower)
        self.assertPublished("메신저, 택시")
        duty = self.duty(incident)
        self.assertEqual((duty["state"], duty["told"]), ("met", ["event", "response", "contact"]))
        proposed = [line for line in self.place.log("admin", incident) if line["kind"] == "notice.proposed"]
        self.assertEqual([line["preapproved"] for line in proposed], [True])
        mail = email.message_from_bytes(self.mailroom.kept[0].content, policy=email.policy.default)
        self.assertIn("메신저, 택시 이용이 원활하지 않습니다", mail.get_body(("plain",)).get_content())
        self.assertIn("메신저", self.chat.kept())

    def test_aFreeTextWithASecondPerson(self):
        incident = self.done("chief", "declare", "--title", "판교 화재", "--grade", "total", "--site", "Pangyo",
                             "--service", "Messenger", "--service", "Taxi").last["incident"]
        follower = self.place.follow("watch", incident)
        notice = self.done("talk", "notice", "propose", incident, "--feels", "메시지가 보내지지 않습니다", "--feels-en",
                           "Messages cannot be sent", "--doing", "전원을 복구하고 있습니다", "--doing-en",
                           "Power is being restored").last["notice"]
        self.assertEqual(self.duty(incident)["told"], [])
        self.done("chief", "notice", "approve", incident, notice)
        self.assertEverywhere(follower, notice)
        self.assertPublished("메시지가 보내지지 않습니다")
        self.assertEqual(self.duty(incident)["state"], "met")
        correction = self.done("talk", "notice", "propose", incident, "--corrects", notice, "--wrong",
                               "택시는 정상입니다", "--wrong-en", "Taxi works").last["notice"]
        self.done("chief", "notice", "approve", incident, correction)
        self.assertEverywhere(follower, correction, times=2)
        self.assertPublished("택시는 정상입니다")


if __name__ == "__main__":
    unittest.main(verbosity=2)
