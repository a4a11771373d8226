"""What the documents of each service demand of whoever speaks to it: servers that check it, and answer as the service does."""

import base64
import datetime
import hashlib
import hmac
import re
import time
import types
import urllib.parse

from oauthlib.oauth1.rfc5849 import signature as oauth

from services import Answer, Service

DIGITS = re.compile(r"0\d{7,11}")


def bytesOf(text):
    return len(text.encode("euc-kr"))


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
    TIME = "2026-03-02T05:06:07.000Z"

    def answer(self, request):
        event = request.json
        self.demand(request.type == "application/cloudevents+json", "not a structured event by its type")
        self.demand(event["specversion"] == "1.0", "specversion")
        for name in ("id", "source", "type"):
            self.demand(isinstance(event[name], str) and event[name], f"{name} is required and not empty")
        for name in event:
            self.demand(name.isalnum() and name == name.lower(), f"{name} is no name of an attribute")
        self.demand(re.fullmatch(self.TIME, event["time"]), "the time of release, RFC 3339")
        self.demand(event["datacontenttype"] == "application/json", "datacontenttype")
        self.demand(request.headers["idempotency-key"] == request.headers["webhook-id"] == event["id"], "three names of one sending")
        self.demand(abs(int(request.headers["webhook-timestamp"]) - time.time()) < 300, "a timestamp that is not now")
        signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode() + request.body
        right = "v1," + base64.b64encode(hmac.new(self.KEY, signed, hashlib.sha256).digest()).decode()
        if right not in request.headers["webhook-signature"].split(" "):
            return Answer(401, {"error": "signature"})
        return Answer(200, {"id": "push-1"})


class Sens(Service):
    """api.ncloud-docs.com, SENS: sms/v2 and alimtalk/v2 with API gateway signature v2."""

    ACCESS, SECRET, SERVICE = "2A4F6C8E0B1D3F5A7C9E", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c", "ncp:sms:kr:261234567890:bongsu"

    def answer(self, request):
        timestamp = request.headers["x-ncp-apigw-timestamp"]
        self.demand(re.fullmatch(r"\d{13}", timestamp) and abs(int(timestamp) / 1000 - time.time()) < 300, "within five minutes")
        signed = f"{request.method} {request.path}\n{timestamp}\n{self.ACCESS}"
        right = base64.b64encode(hmac.new(self.SECRET.encode(), signed.encode(), hashlib.sha256).digest()).decode()
        if request.headers["x-ncp-iam-access-key"] != self.ACCESS or request.headers["x-ncp-apigw-signature-v2"] != right:
            return Answer(401, {"error": {"errorCode": "200", "message": "Authentication Failed", "details": "Invalid authentication information."}})
        self.demand(request.headers["content-type"] == "application/json; charset=utf-8", "the type to the letter")
        path = request.path.split("/")
        if path[4] != self.SERVICE or path[5:] != ["messages"]:
            return Answer(404, {"status": 404, "errorMessage": "serviceId not found"})
        body = request.json
        self.demand(1 <= len(body["messages"]) <= 100, "1 to 100 recipients")
        for message in body["messages"]:
            self.demand(DIGITS.fullmatch(message["to"]), f"{message['to']} is not digits")
        return self.texted(body) if path[1:3] == ["sms", "v2"] else self.talked(body)

    def texted(self, body):
        ok = (self.demand(body["type"] in ("SMS", "LMS") and body["contentType"] in ("COMM", "AD"), "type")
              and self.demand(DIGITS.fullmatch(body["from"]), "a registered number in digits")
              and self.demand(0 < bytesOf(body["content"]) <= (90 if body["type"] == "SMS" else 2000), "content's bytes")
              and self.demand(bytesOf(body.get("subject", "")) <= 40 and ("subject" not in body or body["type"] == "LMS"), "subject"))
        if not ok:
            return Answer(400, {"status": 400, "errors": ["bad request"]})
        return Answer(202, {"requestId": "VORSSA-1", "requestTime": "2026-03-02T14:06:07.000", "statusCode": "202", "statusName": "success"})

    def talked(self, body):
        if body["plusFriendId"] != "@다온" or body["templateCode"] != "outage01":
            return Answer(400, {"error": {"errorCode": "400", "message": "Bad Request", "details": "template not found"}})
        messages = []
        for number, message in enumerate(body["messages"]):
            self.demand(0 < len(message["content"]) <= 1000, "content's characters")
            taken = not message["to"].endswith("9999")
            messages.append({"messageId": f"m-{number}", "to": message["to"], "content": message["content"],
                             "requestStatusCode": "A000" if taken else "A101", "requestStatusName": "success" if taken else "fail",
                             "requestStatusDesc": "성공" if taken else "수신번호 오류"})
        return Answer(202, {"requestId": "RBAA-1", "requestTime": "2026-03-02T14:06:07.000", "statusCode": "A000",
                            "statusName": "success", "messages": messages})


class Solapi(Service):
    """developers.solapi.com: HMAC over date and salt, send-many/detail, 200 with a list of those that failed."""

    KEY, SECRET = "NCSAYU7YDBXYORXC", "DQWZ9LBQZCMXTCJGZ3KKJYVXLCYZDO0F"

    def __init__(self):
        super().__init__()
        self.salts = set()

    def answer(self, request):
        found = re.fullmatch(r"HMAC-SHA256 apiKey=(\w+), date=([^,]+), salt=([0-9a-zA-Z]{12,64}), signature=([0-9a-f]{64})",
                             request.headers["authorization"])
        if not self.demand(found, "the header's form"):
            return Answer(400, {"errorCode": "InvalidAPIKey", "errorMessage": "형식"})
        key, date, salt, signature = found.groups()
        self.demand(salt not in self.salts, "a salt is used once")
        self.salts.add(salt)
        age = datetime.datetime.now(datetime.timezone.utc) - datetime.datetime.fromisoformat(date.replace("Z", "+00:00"))
        self.demand(abs(age.total_seconds()) < 900, "within fifteen minutes")
        if key != self.KEY or signature != hmac.new(self.SECRET.encode(), (date + salt).encode(), hashlib.sha256).hexdigest():
            return Answer(403, {"errorCode": "SignatureDoesNotMatch", "errorMessage": "생성한 Signature와 일치하지 않습니다."})
        self.demand(request.method == "POST" and request.path == "/messages/v4/send-many/detail", "the call")
        self.demand(request.type == "application/json", "JSON")
        failed = []
        for message in request.json["messages"]:
            self.demand(DIGITS.fullmatch(message["to"]), "to in digits")
            if message["type"] == "ATA":
                options = message["kakaoOptions"]
                self.demand(options["pfId"].startswith("KA01PF") and options["templateId"].startswith("KA01TP"), "ids")
                self.demand(options["disableSms"] is True, "a text message that nobody asked for")
                self.demand(all(name.startswith("#{") and name.endswith("}") for name in options["variables"]), "variables' names")
            else:
                self.demand(DIGITS.fullmatch(message["from"]), "from in digits")
                self.demand(0 < bytesOf(message["text"]) <= (90 if message["type"] == "SMS" else 2000), "text's bytes")
                self.demand(bytesOf(message.get("subject", "")) <= 40, "subject's bytes")
            if message["to"].endswith("9999"):
                failed.append({"to": message["to"], "statusCode": "1062", "statusMessage": "발신번호 미등록"})
        if len(failed) == len(request.json["messages"]):
            return Answer(400, {"errorCode": "MessagesNotFound", "errorMessage": "모두 실패", "failedMessageList": failed})
        return Answer(200, {"failedMessageList": failed, "groupInfo": {"groupId": "G4V20260302", "status": "SENDING"}})


class Nhn(Service):
    """docs.nhncloud.com, SMS v3.0: always 200; `header` says whether."""

    def answer(self, request):
        def said(code, words, data=None):
            return Answer(200, {"header": {"isSuccessful": code == 0, "resultCode": code, "resultMessage": words},
                                **({"body": {"data": data}} if data else {})})
        path = request.path.split("/")
        self.demand(path[1:4] == ["sms", "v3.0", "appKeys"] and path[5] == "sender" and path[6] in ("sms", "mms"), "the call")
        if path[4] != "Aa0Bb1Cc2Dd3":
            return said(-1000, "Invalid appKey")
        if request.headers.get("x-secret-key") != "secret-of-nhn":
            return said(-1003, "Invalid secretKey")
        body = request.json
        long = path[6] == "mms"
        self.demand(0 < bytesOf(body["body"]) <= (2000 if long else 90), "body's bytes")
        self.demand(not long or 0 < bytesOf(body["title"]) <= 40, "an LMS has a title")
        self.demand(DIGITS.fullmatch(body["sendNo"]) and 1 <= len(body["recipientList"]) <= 1000, "numbers")
        results = []
        for number, recipient in enumerate(body["recipientList"], 1):
            wrong = recipient["recipientNo"].endswith("9999")
            results.append({"recipientNo": recipient["recipientNo"], "resultCode": -2019 if wrong else 0,
                            "resultMessage": "수신번호 오류" if wrong else "SUCCESS", "recipientSeq": number})
        return said(0, "SUCCESS", {"requestId": "20260302140607abc", "statusCode": "2", "sendResultList": results})


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
