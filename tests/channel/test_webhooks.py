"""Slack, Mattermost, Discord, Teams and the organisation's own webhook, as their documents have them."""

import base64
import email.utils
import time
import unittest

from contracts import Discord, Mattermost, Receiver, Slack, Teams
from services import Answer
from speaking import EN, KO, SpeakingTest


class Webhooks(SpeakingTest):
    def hook(self, service, path):
        return {"webhook": service.url + path}

    def test_slackTakesAnEscapedText(self):
        slack = self.serve(Slack())
        secrets = self.hook(slack, "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX")
        outcome = self.speaker.one("slack", secrets=secrets, texts=[dict(KO, body="5분 <!channel> & 그 뒤")])
        self.assertOutcome(outcome, "sent")
        self.assertKept(slack)
        self.assertEqual(slack.taken[0].json, {"text": KO["title"] + "\n5분 &lt;!channel&gt; &amp; 그 뒤"})

    def test_slackThatIsGone(self):
        slack = self.serve(Slack())
        secret = "/services/T00000000/B00000000/YYYYYYYYYYYYYYYYYYYYYYYY"
        outcome = self.speaker.one("slack", secrets=self.hook(slack, secret))
        self.assertOutcome(outcome, "refused", "gone")
        self.assertEqual(outcome["words"], "no_service")
        self.assertKept(slack)

    def test_aPortalsPageIsNoAnswerOfSlacks(self):
        slack = self.serve(Slack())
        slack.next = [Answer(200, "<html>로그인하세요</html>", type="text/html")]
        self.assertOutcome(self.speaker.one("slack", secrets=self.hook(slack, "/x")), "unknown", "strange")

    def test_wordsHoldNoSecret(self):
        slack = self.serve(Slack())
        path = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"
        slack.next = [Answer(400, f"cannot post to {slack.url + path} nor {path} nor XXXXXXXXXXXXXXXXXXXXXXXX " + "가" * 400)]
        outcome = self.speaker.one("slack", secrets=self.hook(slack, path))
        self.assertOutcome(outcome, "refused", "rejected")
        self.assertNotIn("XXXXXXXX", outcome["words"])
        self.assertNotIn("B00000000", outcome["words"])
        self.assertLessEqual(len(outcome["words"].encode()), 500)
        self.assertTrue(outcome["words"].startswith("cannot post to *** nor "))

    def test_mattermost(self):
        mattermost = self.serve(Mattermost())
        self.assertOutcome(self.speaker.one("mattermost", secrets=self.hook(mattermost, "/hooks/xxx-generatedkey-xxx")), "sent")
        self.assertKept(mattermost)
        self.assertEqual(mattermost.taken[0].json["text"], f"{KO['title']}\n{KO['body']}\n\n{EN['title']}\n{EN['body']}")
        self.assertOutcome(self.speaker.one("mattermost", secrets=self.hook(mattermost, "/hooks/none")), "refused", "gone")
        long = self.speaker.one("mattermost", secrets=self.hook(mattermost, "/hooks/xxx-generatedkey-xxx"),
                                texts=[dict(KO, body="가" * 16384)])
        self.assertOutcome(long, "refused", "too_long")
        self.assertKept(mattermost, requests=2)  # nothing that is too long goes out

    def test_discordWaitsForItsMessage(self):
        discord = self.serve(Discord())
        secrets = self.hook(discord, "/api/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11")
        outcome = self.speaker.one("discord", secrets=secrets)
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "1234567890123456789")
        self.assertKept(discord)
        self.assertOutcome(self.speaker.one("discord", secrets=secrets, texts=[dict(KO, title="", body="가" * 2001)]), "refused", "too_long")
        self.assertKept(discord)

    def test_discordSaysHowLongToTheMillisecond(self):
        discord = self.serve(Discord())
        discord.next = [Answer(429, {"message": "You are being rate limited.", "retry_after": 64.57, "global": False},
                               {"Retry-After": "65", "X-RateLimit-Scope": "user"})]
        outcome = self.speaker.one("discord", secrets=self.hook(discord, "/api/webhooks/1/2"))
        self.assertOutcome(outcome, "later", "busy")
        self.assertEqual(outcome["retryAfter"], 64570)

    def test_aDateToComeBackAt(self):
        slack = self.serve(Slack())
        at = email.utils.formatdate(time.time() + 90, usegmt=True)
        slack.next = [Answer(503, "down", {"Retry-After": at}), Answer(429, "slow", {"Retry-After": "12"}), Answer(429, "slow")]
        outcomes = [self.speaker.one("slack", secrets=self.hook(slack, "/services/T0/B0/XXXXXXXX")) for _ in range(3)]
        self.assertAlmostEqual(outcomes[0]["retryAfter"], 90_000, delta=3000)
        self.assertEqual(outcomes[1]["retryAfter"], 12_000)
        self.assertNotIn("retryAfter", outcomes[2])

    def test_teams(self):
        teams = self.serve(Teams())
        path = "/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig="
        self.assertOutcome(self.speaker.one("teams", secrets=self.hook(teams, path + "s3cr3tsig")), "sent")
        self.assertKept(teams)
        lines = [block["text"] for block in teams.taken[0].json["attachments"][0]["content"]["body"]]
        self.assertEqual(lines, [KO["title"], *KO["body"].split("\n"), EN["title"], *EN["body"].split("\n")])
        self.assertOutcome(self.speaker.one("teams", secrets=self.hook(teams, path + "another")), "refused", "credentials")
        self.assertOutcome(self.speaker.one("teams", secrets=self.hook(teams, path + "s3cr3tsig"), texts=[dict(KO, body="가" * 10000)]),
                           "refused", "too_long")

    def test_ownWebhook(self):
        receiver = self.serve(Receiver())
        whsec = "whsec_" + base64.b64encode(Receiver.KEY).decode()
        for key in (Receiver.KEY.decode(), whsec):
            outcome = self.speaker.one("webhook", {"endpoint": receiver.url + "/push"}, {"signing-key": key}, sandbox=True, drill=True)
            self.assertOutcome(outcome, "sent")
            self.assertEqual(outcome["reference"], "push-1")
        self.assertKept(receiver, requests=2)
        data = receiver.taken[0].json["data"]
        self.assertEqual(data, {"channel": "channel", "step": "investigating", "drill": True, "texts": [KO, EN]})
        self.assertOutcome(self.speaker.one("webhook", {"endpoint": receiver.url}, {"signing-key": "another key"}), "refused", "credentials")

    def test_aDrillGoesToSandboxesOnly(self):
        slack = self.serve(Slack())
        secrets = self.hook(slack, "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX")
        self.assertOutcome(self.speaker.one("slack", secrets=secrets, drill=True), "refused", "drill")
        self.assertKept(slack, requests=0)
        self.assertOutcome(self.speaker.one("slack", secrets=secrets, drill=True, sandbox=True), "sent")

    def test_whatLacksIsNamed(self):
        for kind, settings, secrets, lacks in (
                ("slack", {}, {}, "webhook"),
                ("slack", {}, {"webhook": "http://hooks.example.com/x"}, "webhook"),      # in clear
                ("slack", {}, {"webhook": "https://u:p@hooks.example.com/x"}, "webhook"), # a password beside it
                ("slack", {}, {"webhook": "file:///etc/passwd"}, "webhook"),
                ("slack", {}, {"webhook": "https://hooks.example.com/x\r\nX: y"}, "webhook"),
                ("webhook", {}, {"signing-key": "k"}, "endpoint"),
                ("webhook", {"endpoint": "http://192.0.2.1/x"}, {"signing-key": "k"}, "endpoint"),
                ("mail", {"server": "192.0.2.1", "from": "a@b.kr", "security": "none"}, {}, "security"),
                ("mail", {"server": "127.0.0.1", "from": "nobody"}, {}, "from")):
            with self.subTest(kind=kind, settings=settings, secrets=secrets):
                outcome = self.speaker.one(kind, settings, secrets)
                self.assertOutcome(outcome, "refused", "unconfigured")
                self.assertEqual(outcome["words"], lacks)

    def test_aListGetsAnEventEachAndOneThatHangsKeepsNobodyWaiting(self):
        first, second, busy = self.serve(Receiver()), self.serve(Receiver()), self.serve(Receiver())
        busy.next = [Answer(503, {"error": "not now"})]
        urls = [first.url + "/a", "ftp://example.kr", busy.url + "/b", second.url + "/c"]
        asked = dict(settings={}, secrets={"signing-key": Receiver.KEY.decode()}, recipients=urls, keys=["k-1", "k-2", "k-3", "k-4"])
        outcomes = self.speaker.send("webhook", **asked)
        self.assertEqual([(one["sending"], one["code"]) for one in outcomes],
                         [("sent", ""), ("refused", "recipient"), ("later", "unavailable"), ("sent", "")])
        for service, key in ((first, "k-1"), (busy, "k-3"), (second, "k-4")):
            self.assertKept(service)
            self.assertEqual(service.taken[0].headers["idempotency-key"], key)
        outcomes = self.speaker.send("webhook", **dict(asked, recipients=[busy.url + "/b"], keys=["k-3"]))
        self.assertOutcome(outcomes[0], "sent")
        self.assertEqual({request.headers["idempotency-key"] for request in busy.taken}, {"k-3"})


if __name__ == "__main__":
    unittest.main()
