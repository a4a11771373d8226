"""Mastodon, Bluesky, Telegram, X, Facebook and Statuspage, as their documents have them."""

import time
import unittest
import urllib.parse

from contracts import Bluesky, Facebook, Mastodon, Statuspage, Telegram, X
from services import Answer
from speaking import EN, KO, SpeakingTest

POST = dict(KO, title="", body="[장애] 14:05부터 로그인이 늦습니다. https://status.example.kr/i/7Q2X.")


class Posts(SpeakingTest):
    def mastodon(self, service, token="ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0", **changes):
        return self.speaker.one("mastodon", {"endpoint": service.url}, {"token": token}, **{"texts": [POST], **changes})

    def test_mastodonTakesAKeyOnce(self):
        mastodon = self.serve(Mastodon())
        first = self.mastodon(mastodon)
        self.assertOutcome(first, "sent")
        self.assertEqual(self.mastodon(mastodon)["reference"], first["reference"])
        self.assertEqual(len(mastodon.posts), 1)
        self.assertOutcome(self.mastodon(mastodon, key="n-2", inReplyTo=first["reference"]), "sent")
        self.assertKept(mastodon, requests=3)
        self.assertEqual(mastodon.taken[2].json["in_reply_to_id"], first["reference"])
        self.assertEqual(mastodon.taken[0].json, {"status": POST["body"], "visibility": "public", "language": "ko"})
        self.assertOutcome(self.mastodon(mastodon, token="another-token"), "refused", "credentials")
        self.assertOutcome(self.mastodon(mastodon, key="n-3", texts=[dict(POST, body="가" * 501)]), "refused", "too_long")

    def test_mastodonSaysWhenByTheClock(self):
        mastodon = self.serve(Mastodon())
        reset = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 100)) + ".000000Z"
        mastodon.next = [Answer(429, {"error": "Too many requests"}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset})]
        outcome = self.mastodon(mastodon)
        self.assertOutcome(outcome, "later", "busy")
        self.assertAlmostEqual(outcome["retryAfter"], 100_000, delta=3000)

    def bluesky(self, service, password="abcd-efgh-ijkl-mnop", **changes):
        return self.speaker.one("bluesky", {"handle": "daon.bsky.social", "endpoint": service.url}, {"app-password": password},
                                **{"texts": [POST], **changes})

    def test_blueskyPutsTheSameRecordTwice(self):
        bluesky = self.serve(Bluesky())
        first, second = self.bluesky(bluesky), self.bluesky(bluesky)
        self.assertKept(bluesky, requests=4)
        self.assertOutcome(first, "sent")
        self.assertEqual(first, second)
        self.assertEqual(len(bluesky.records), 1)
        record = next(iter(bluesky.records.values()))
        self.assertEqual(record["facets"][0]["features"][0]["uri"], "https://status.example.kr/i/7Q2X")
        self.assertOutcome(self.bluesky(bluesky, key="n-2", inReplyTo=first["reference"]), "sent")
        self.assertKept(bluesky, requests=6)
        self.assertEqual(bluesky.taken[5].json["record"]["reply"]["root"]["uri"] + " bafyreib2rxk3rh6kzwq", first["reference"])
        self.assertOutcome(self.bluesky(bluesky, password="wrong-password"), "refused", "credentials")
        self.assertOutcome(self.bluesky(bluesky, texts=[dict(POST, body="가" * 301)]), "refused", "too_long")

    def test_blueskySaysWhenInSeconds(self):
        bluesky = self.serve(Bluesky())
        bluesky.next = [Answer(429, {"error": "RateLimitExceeded"}, {"ratelimit-reset": str(int(time.time()) + 60)})]
        outcome = self.bluesky(bluesky)
        self.assertOutcome(outcome, "later", "busy")
        self.assertAlmostEqual(outcome["retryAfter"], 60_000, delta=3000)

    def telegram(self, service, token="123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", chat="@daon_status", **changes):
        return self.speaker.one("telegram", {"chat-id": chat, "endpoint": service.url}, {"bot-token": token}, **changes)

    def test_telegram(self):
        telegram = self.serve(Telegram())
        outcome = self.telegram(telegram)
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "42")
        self.assertOutcome(self.telegram(telegram, inReplyTo="42"), "sent")
        self.assertKept(telegram, requests=2)
        self.assertEqual(telegram.taken[1].json["reply_parameters"], {"message_id": 42, "allow_sending_without_reply": True})
        self.assertOutcome(self.telegram(telegram, chat="@other"), "refused", "gone")
        self.assertOutcome(self.telegram(telegram, token="123456:another-token"), "refused", "credentials")
        self.assertOutcome(self.telegram(telegram, texts=[dict(KO, title="", body="가" * 4097)]), "refused", "too_long")
        telegram.next = [Answer(429, {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 35",
                                      "parameters": {"retry_after": 35}}),
                         Answer(403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was kicked from the channel chat"})]
        outcome = self.telegram(telegram)
        self.assertOutcome(outcome, "later", "busy")
        self.assertEqual(outcome["retryAfter"], 35_000)
        self.assertOutcome(self.telegram(telegram), "refused", "gone")

    def x(self, service, secrets=None, **changes):
        return self.speaker.one("x", {"endpoint": service.url}, secrets or X.SECRETS, **{"texts": [POST], **changes})

    def test_x(self):
        x = self.serve(X())
        outcome = self.x(x)
        self.assertKept(x)
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "1445880548472328192")
        self.assertOutcome(self.x(x), "refused", "duplicate")
        self.assertOutcome(self.x(x, texts=[dict(EN, title="")], inReplyTo="1445880548472328192"), "sent")
        self.assertEqual(x.taken[2].json["reply"], {"in_reply_to_tweet_id": "1445880548472328192"})
        self.assertOutcome(self.x(x, dict(X.SECRETS, **{"token-secret": "another+secret/="})), "refused", "credentials")
        x.next = [Answer(429, {"title": "Too Many Requests"}, {"x-rate-limit-reset": str(int(time.time()) + 900)})]
        outcome = self.x(x)
        self.assertOutcome(outcome, "later", "busy")
        self.assertAlmostEqual(outcome["retryAfter"], 900_000, delta=3000)

    def facebook(self, service, token="EAAB+page/token=", **changes):
        return self.speaker.one("facebook", {"page-id": "1012345", "endpoint": service.url}, {"page-token": token}, **changes)

    def test_facebook(self):
        facebook = self.serve(Facebook())
        outcome = self.facebook(facebook)
        self.assertOutcome(outcome, "sent")
        self.assertEqual(outcome["reference"], "1012345_67890")
        self.assertKept(facebook)
        self.assertIn(KO["body"], urllib.parse.parse_qs(facebook.taken[0].body.decode())["message"][0])
        self.assertOutcome(self.facebook(facebook, token="another+token"), "refused", "credentials")
        for code, status, wanted in ((4, 403, ("later", "busy")), (80001, 400, ("later", "busy")), (2, 500, ("later", "unavailable")),
                                     (506, 400, ("refused", "duplicate")), (100, 400, ("refused", "rejected"))):
            facebook.next = [Answer(status, {"error": {"message": "m", "type": "OAuthException", "code": code}})]
            self.assertOutcome(self.facebook(facebook), *wanted)

    def statuspage(self, service, apiKey="89a229ce-1a8d-4bcf-b2c1-c1a8d4bcfb2c", **changes):
        return self.speaker.one("statuspage", {"page-id": "kctbh9vrtdwd", "endpoint": service.url}, {"api-key": apiKey},
                                **{"texts": [KO], **changes})

    def test_statuspageIsToldOnce(self):
        page = self.serve(Statuspage())
        first = self.statuspage(page)
        self.assertKept(page, requests=2)
        self.assertOutcome(first, "sent")
        self.assertEqual(self.statuspage(page), first)  # found, and not told again
        self.assertKept(page, requests=3)
        for _ in range(2):
            again = self.statuspage(page, texts=[dict(KO, body="복구되었습니다.")], key="n-2", step="resolved", inReplyTo=first["reference"])
            self.assertOutcome(again, "sent")
        self.assertKept(page, requests=6)
        incident = page.incidents[first["reference"]]
        self.assertEqual((incident["status"], incident["updates"]), ("resolved", [KO["body"], "복구되었습니다."]))
        self.assertEqual(incident["metadata"], {"bongsu": {"keys": ["n-7Q2X-1", "n-2"]}})
        self.assertEqual(incident["name"], KO["title"])
        self.assertOutcome(self.statuspage(page, inReplyTo="no-such-incident"), "refused", "gone")
        self.assertOutcome(self.statuspage(page, apiKey="another-key"), "refused", "credentials")
        page.next = [Answer(420, {"error": "Too many requests"}, {"Retry-After": "60"})]
        self.assertOutcome(self.statuspage(page), "later", "busy")


if __name__ == "__main__":
    unittest.main()
