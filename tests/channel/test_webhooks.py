"""Slack, Mattermost, Discord, Teams and the organisation's own webhook, as their documents have them."""

import base64
import email.utils
import hashlib
import hmac
import json
import time
import unittest

from services import Answer, Service
from speaking import EN, KO, SpeakingTest


class Slack(Service):
    """https://api.slack.com/messaging/webhooks: JSON with `text`; plain "ok", or a word and a status."""

    def answer(self, request):
        if request.path != "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX":
            return Answer(404, "no_service", type="text/plain")
        if not (self.demand(request.method == "POST", "not a POST")
                and self.demand(request.type == "application/json", "no JSON by its type")
                and self.demand(isinstance(request.json.get("text"), str) and request.json["text"], "no text")):
            return Answer(400, "invalid_payload", type="text/plain")
        self.demand("<" not in request.json["text"] and ">" not in request.json["text"], "a control character of Slack's")
        return Answer(200, "ok", type="text/html")


class Mattermost(Service):
    """https://developers.mattermost.com/integrate/webhooks/incoming/: JSON with `text` of at most 16,383 characters."""

    def answer(self, request):
        if request.path != "/hooks/xxx-generatedkey-xxx":
            return Answer(404, {"id": "web.incoming_webhook.invalid.app_error", "message": "Invalid webhook", "status_code": 404})
        if not (self.demand(request.method == "POST", "not a POST")
                and self.demand(request.type == "application/json", "no JSON by its type")
                and self.demand(0 < len(request.json.get("text", "")) <= 16383, "no text, or too long")):
            return Answer(400, {"id": "web.incoming_webhook.text.app_error", "message": "No text specified", "status_code": 400})
        return Answer(200, "ok", type="text/plain")


class Discord(Service):
    """https://discord.com/developers/docs/resources/webhook#execute-webhook: content up to 2,000, mentions off, wait for it."""

    def answer(self, request):
        if request.path != "/api/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11":
            return Answer(404, {"message": "Unknown Webhook", "code": 10015})
        if not (self.demand(request.method == "POST", "not a POST")
                and self.demand(request.type == "application/json", "no JSON by its type")
                and self.demand(0 < len(request.json.get("content", "")) <= 2000, "content is 1 to 2,000 characters")):
            return Answer(400, {"message": "Cannot send an empty message", "code": 50006})
        self.demand(request.json.get("allowed_mentions") == {"parse": []}, "mentions are not turned off")
        self.demand(set(request.json) <= {"content", "allowed_mentions"}, "a field that nobody asked for")
        if not self.demand(request.query == "wait=true", "does not wait for the message"):
            return Answer(204)
        return Answer(200, {"id": "1234567890123456789", "type": 0, "content": request.json["content"], "channel_id": "42",
                            "webhook_id": "223704706495545344"})


class Teams(Service):
    """A Workflows flow "when a Teams webhook request is received": a message with one adaptive card; 202."""

    def answer(self, request):
        if request.path != "/workflows/abc/triggers/manual/paths/invoke" or "sig=s3cr3tsig" not in request.query:
            return Answer(401, {"error": {"code": "DirectApiAuthorizationRequired", "message": "The request must have a valid signature."}})
        self.demand(request.method == "POST" and request.type == "application/json", "not JSON by POST")
        body = request.json
        card = body["attachments"][0]
        ok = (self.demand(body["type"] == "message" and len(body["attachments"]) == 1, "not a message with one card")
              and self.demand(card["contentType"] == "application/vnd.microsoft.card.adaptive", "no adaptive card")
              and self.demand(card["content"]["type"] == "AdaptiveCard", "no adaptive card")
              and self.demand(card["content"]["version"] in ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5"), "no version")
              and self.demand(card["content"]["body"], "an empty card")
              and self.demand(len(request.body) <= 28 * 1024, "larger than a message may be"))
        for block in card["content"]["body"]:
            self.demand(block["type"] == "TextBlock" and block["text"] and block["wrap"] is True, "no text that wraps")
            self.demand("\n" not in block["text"], "a line end, which Teams takes away")
        return Answer(202) if ok else Answer(400, {"error": {"code": "TriggerInputSchemaMismatch"}})


class Receiver(Service):
    """CloudEvents 1.0 (JSON, structured) and Standard Webhooks 1, by their specifications."""

    KEY = b"0123456789abcdef0123456789abcdef"

    def answer(self, request):
        event = request.json
        self.demand(request.type == "application/cloudevents+json", "not a structured event by its type")
        self.demand(event["specversion"] == "1.0", "specversion")
        for name in ("id", "source", "type"):
            self.demand(isinstance(event[name], str) and event[name], f"{name} is required and not empty")
        for name in event:
            self.demand(name.isalnum() and name == name.lower(), f"{name} is no name of an attribute")
        self.demand(event["time"] == "2026-03-02T05:06:07.000Z", "the time of release, RFC 3339")
        self.demand(event["datacontenttype"] == "application/json", "datacontenttype")
        self.demand(request.headers["idempotency-key"] == request.headers["webhook-id"] == event["id"], "three names of one sending")
        self.demand(abs(int(request.headers["webhook-timestamp"]) - time.time()) < 300, "a timestamp that is not now")
        signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode() + request.body
        right = "v1," + base64.b64encode(hmac.new(self.KEY, signed, hashlib.sha256).digest()).decode()
        if right not in request.headers["webhook-signature"].split(" "):
            return Answer(401, {"error": "signature"})
        return Answer(200, {"id": "push-1"})


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


if __name__ == "__main__":
    unittest.main()
