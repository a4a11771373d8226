"""Mastodon, Bluesky, Telegram, X, Facebook and Statuspage, as their documents have them."""

import re
import time
import types
import unittest
import urllib.parse

from oauthlib.oauth1.rfc5849 import signature as oauth

from services import Answer, Service
from speaking import EN, KO, SpeakingTest

POST = dict(KO, title="", body="[장애] 14:05부터 로그인이 늦습니다. https://status.example.kr/i/7Q2X.")


class Mastodon(Service):
    """docs.joinmastodon.org/methods/statuses: Bearer, a status of 500 characters with links counted as 23, one per key."""

    def __init__(self):
        super().__init__()
        self.posts = {}

    def answer(self, request):
        self.demand((request.method, request.path, request.type) == ("POST", "/api/v1/statuses", "application/json"), "the call")
        if request.headers.get("authorization") != "Bearer ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0":
            return Answer(401, {"error": "The access token is invalid"})
        key, body = request.headers.get("idempotency-key"), request.json
        if not self.demand(key, "an Idempotency-Key"):
            return Answer(400)
        if not body.get("status"):
            return Answer(422, {"error": "Validation failed: Text can't be blank"})
        if len(re.sub(r"https?://\S+", "x" * 23, body["status"])) > 500:
            return Answer(422, {"error": "Validation failed: Text character limit of 500 exceeded"})
        self.demand(body["visibility"] in ("public", "unlisted", "private", "direct") and re.fullmatch("[a-z]{2}", body["language"]), "words")
        self.posts.setdefault(key, {"id": str(103254962155278888 + len(self.posts)), "url": "https://m.example/@daon/1"})
        return Answer(200, self.posts[key])


class Bluesky(Service):
    """docs.bsky.app, HTTP reference: createSession, putRecord; text of 3,000 bytes, facets by bytes of UTF-8."""

    DID, TOKEN = "did:plc:44ybard66vv44zksje25o7dz", "eyJhbGciOiJFUzI1NksifQ.session"

    def __init__(self):
        super().__init__()
        self.records = {}

    def answer(self, request):
        self.demand(request.method == "POST" and request.type == "application/json", "JSON by POST")
        if request.path == "/xrpc/com.atproto.server.createSession":
            if request.json != {"identifier": "daon.bsky.social", "password": "abcd-efgh-ijkl-mnop"}:
                return Answer(401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
            return Answer(200, {"did": self.DID, "handle": "daon.bsky.social", "accessJwt": self.TOKEN, "refreshJwt": "r"})
        self.demand(request.path == "/xrpc/com.atproto.repo.putRecord", "the call")
        if request.headers.get("authorization") != "Bearer " + self.TOKEN:
            return Answer(401, {"error": "AuthMissing", "message": "Authentication Required"})
        body, record = request.json, request.json["record"]
        text = record["text"].encode()
        ok = (self.demand(body["repo"] == self.DID and body["collection"] == record["$type"] == "app.bsky.feed.post", "where")
              and self.demand(re.fullmatch("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}", body["rkey"]), "a TID")
              and self.demand(0 < len(text) <= 3000, "text")
              and self.demand(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", record["createdAt"]), "createdAt")
              and self.demand(1 <= len(record["langs"]) <= 3, "langs"))
        for facet in record.get("facets", []):
            span = text[facet["index"]["byteStart"]:facet["index"]["byteEnd"]].decode()
            self.demand(facet["features"] == [{"$type": "app.bsky.richtext.facet#link", "uri": span}], f"a facet over {span}")
        for place in ("root", "parent") if "reply" in record else ():
            ok = ok and self.demand(record["reply"][place]["uri"].startswith("at://") and record["reply"][place]["cid"], "reply")
        if not ok:
            return Answer(400, {"error": "InvalidRequest", "message": "Input/record is invalid"})
        self.records[body["rkey"]] = record
        return Answer(200, {"uri": f"at://{self.DID}/app.bsky.feed.post/{body['rkey']}", "cid": "bafyreib2rxk3rh6kzwq"})


class Telegram(Service):
    """core.telegram.org/bots/api."""

    def answer(self, request):
        if not request.path.startswith("/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11/"):
            return Answer(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        self.demand(request.method == "POST" and request.path.endswith("/sendMessage") and request.type == "application/json", "the call")
        body = request.json
        if body["chat_id"] != "@daon_status":
            return Answer(400, {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"})
        self.demand(1 <= len(body["text"].encode("utf-16-le")) // 2 <= 4096, "1-4096 characters")
        self.demand("parse_mode" not in body, "a text that would be parsed")
        if "reply_parameters" in body:
            self.demand(isinstance(body["reply_parameters"]["message_id"], int), "an integer")
        return Answer(200, {"ok": True, "result": {"message_id": 42, "date": 1, "chat": {"id": -100, "type": "channel"}, "text": body["text"]}})


class X(Service):
    """docs.x.com: OAuth 1.0a (recomputed by oauthlib), 201 with data.id; the same text again is 403."""

    SECRETS = {"consumer-key": "xvz1evFS4wEEPTGEFPHBog", "consumer-secret": "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
               "token": "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "token-secret": "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"}

    def __init__(self):
        super().__init__()
        self.texts = []

    def answer(self, request):
        header = request.headers["authorization"]
        given = {name: urllib.parse.unquote(value) for name, value in
                 (part.replace('"', "").split("=", 1) for part in header.removeprefix("OAuth ").split(", "))}
        self.demand(abs(int(given["oauth_timestamp"]) - time.time()) < 300, "a timestamp that is not now")
        parameters = [pair for pair in given.items() if pair[0] != "oauth_signature"]
        base = oauth.signature_base_string(request.method, oauth.base_string_uri(self.url + request.path),
                                           oauth.normalize_parameters(parameters))
        client = types.SimpleNamespace(client_secret=self.SECRETS["consumer-secret"], resource_owner_secret=self.SECRETS["token-secret"])
        right = oauth.sign_hmac_sha1_with_client(base, client)
        if given["oauth_signature"] != right or given["oauth_consumer_key"] != self.SECRETS["consumer-key"]:
            return Answer(401, {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"})
        self.demand((request.method, request.path, request.type) == ("POST", "/2/tweets", "application/json"), "the call")
        text = request.json["text"]
        if text in self.texts:
            return Answer(403, {"detail": "You are not allowed to create a Tweet with duplicate content.", "status": 403, "title": "Forbidden"})
        self.texts.append(text)
        return Answer(201, {"data": {"id": "1445880548472328192", "text": text}})


class Facebook(Service):
    """developers.facebook.com, Pages API: a form; codes within errors."""

    def answer(self, request):
        form = urllib.parse.parse_qs(request.body.decode())
        self.demand((request.method, request.path, request.query) == ("POST", "/1012345/feed", ""), "the call, and no token in it")
        self.demand(request.type == "application/x-www-form-urlencoded", "a form")
        if form["access_token"] != ["EAAB+page/token="]:
            return Answer(400, {"error": {"message": "Invalid OAuth access token.", "type": "OAuthException", "code": 190}})
        self.demand(form["message"][0], "a message")
        return Answer(200, {"id": "1012345_67890"})


class Statuspage(Service):
    """developer.statuspage.io: incidents of a page, updated by PATCH, with metadata that is ours."""

    def __init__(self):
        super().__init__()
        self.incidents = {}

    def answer(self, request):
        if request.headers.get("authorization") != "OAuth 89a229ce-1a8d-4bcf-b2c1-c1a8d4bcfb2c":
            return Answer(401, {"error": "Could not authenticate"})
        path = request.path.split("/")
        self.demand(path[1:3] == ["v1", "pages"] and path[3] == "kctbh9vrtdwd" and path[4] == "incidents", "the call")
        known = self.incidents.get(path[5]) if len(path) > 5 else None
        if len(path) > 5 and known is None:
            return Answer(404, {"error": "Not Found"})
        if request.method == "GET":
            return Answer(200, known or list(self.incidents.values()))
        incident = request.json["incident"]
        self.demand(request.type == "application/json" and 0 < len(incident["body"]) <= 25000, "body")
        if "status" in incident:
            self.demand(incident["status"] in ("investigating", "identified", "monitoring", "resolved"), "status")
        if request.method == "POST":
            self.demand(0 < len(incident["name"]) <= 255, "name")
            made = {"id": f"p31zjtct2je{len(self.incidents)}", "shortlink": "http://stspg.io/x", "updates": [incident["body"]], **incident}
            self.incidents[made["id"]] = made
            return Answer(201, made)
        self.demand(request.method == "PATCH" and known, "an update is a PATCH")
        known.update(incident)
        known["updates"].append(incident["body"])
        return Answer(200, known)


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
