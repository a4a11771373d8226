"""Text messages and AlimTalk as the carriers' documents have them: signatures made anew, limits in bytes of EUC-KR."""

import base64
import datetime
import hashlib
import hmac
import re
import time
import unittest

from services import Answer, Service
from speaking import KO, SpeakingTest

SHORT = dict(KO, title="", body="로그인 지연 복구중 https://s.kr/7Q2X")
LONG = dict(KO, title="[다온] 로그인 장애", body="가" * 46)
DIGITS = re.compile(r"0\d{7,11}")


def bytesOf(text):
    return len(text.encode("euc-kr"))


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


class TextMessages(SpeakingTest):
    def pairs(self, outcomes):
        return [(outcome["sending"], outcome["code"]) for outcome in outcomes]

    def sens(self, service, kind="sms", secret=Sens.SECRET, recipients=("010-1234-5678", "+82 10-8765-4321"), **changes):
        settings = {"service-id": Sens.SERVICE, "from": "02-123-4567", "endpoint": service.url} if kind == "sms" else {
            "service-id": Sens.SERVICE, "plus-friend-id": "@다온", "template-code": "outage01", "endpoint": service.url}
        return self.speaker.send(kind, settings, {"access-key": Sens.ACCESS, "secret-key": secret}, via="sens",
                                 recipients=list(recipients), **changes)

    def test_sensSendsShortAndLong(self):
        sens = self.serve(Sens())
        outcomes = self.sens(sens, texts=[SHORT])
        self.assertEqual(sens.faults, [])
        self.assertEqual([(outcome["sending"], outcome["reference"]) for outcome in outcomes], [("sent", "VORSSA-1")] * 2)
        self.assertEqual(self.pairs(self.sens(sens, texts=[LONG])), [("sent", "")] * 2)
        self.assertKept(sens, requests=2)
        first, second = (request.json for request in sens.taken)
        self.assertEqual((first["type"], first["content"]), ("SMS", SHORT["body"]))
        self.assertEqual([message["to"] for message in first["messages"]], ["01012345678", "01087654321"])
        self.assertEqual((second["type"], second["subject"], bytesOf(second["content"])), ("LMS", LONG["title"], 92))

    def test_whatWouldBeCutSilentlyIsNotSent(self):
        sens = self.serve(Sens())
        for body, title, code in (("가" * 1001, "", "too_long"), ("화재 🔥", "", "unencodable"), ("똠", "", "unencodable"),
                                  ("가" * 46, "가" * 21, "too_long"), ("—", "", "unencodable")):
            self.assertEqual(self.pairs(self.sens(sens, texts=[dict(KO, body=body, title=title)])), [("refused", code)] * 2)
        self.assertKept(sens, requests=0)
        self.assertEqual(self.pairs(self.sens(sens, texts=[dict(KO, body="가" * 1000, title="")])), [("sent", "")] * 2)
        self.assertEqual(self.pairs(self.sens(sens, texts=[dict(KO, body="가" * 45, title="")])), [("sent", "")] * 2)
        self.assertKept(sens, requests=2)
        self.assertEqual([request.json["type"] for request in sens.taken], ["LMS", "SMS"])

    def test_sensWithAWrongKey(self):
        sens = self.serve(Sens())
        self.assertEqual(self.pairs(self.sens(sens, secret="another secret key", texts=[SHORT])), [("refused", "credentials")] * 2)

    def test_onlyTelephoneNumbersGoOn(self):
        sens = self.serve(Sens())
        outcomes = self.sens(sens, texts=[SHORT], recipients=("01012345678", "a@example.kr", "+1 202 555 0123", "01087654321"))
        self.assertEqual(self.pairs(outcomes), [("sent", ""), ("refused", "recipient"), ("refused", "recipient"), ("sent", "")])
        self.assertKept(sens)
        self.assertEqual(len(sens.taken[0].json["messages"]), 2)
        many = [f"010{number:08d}" for number in range(101)]
        self.assertEqual(self.pairs(self.sens(sens, texts=[SHORT], recipients=many)), [("refused", "rejected")] * 101)
        self.assertEqual(self.pairs(self.sens(sens, texts=[SHORT], recipients=many[:100])), [("sent", "")] * 100)
        self.assertKept(sens, requests=2)

    def test_sensAlimtalkAnswersForEach(self):
        sens = self.serve(Sens())
        outcomes = self.sens(sens, "messenger-template", texts=[dict(KO, title="")], recipients=("01012345678", "01000009999"))
        self.assertKept(sens)
        self.assertEqual(self.pairs(outcomes), [("sent", ""), ("refused", "rejected")])
        self.assertEqual(outcomes[0]["reference"], "m-0")
        self.assertEqual(outcomes[1]["words"], "A101 수신번호 오류")
        self.assertEqual(sens.taken[0].json["messages"][0]["content"], KO["body"])

    def solapi(self, service, kind="sms", recipients=("01012345678", "01000009999"), secret=Solapi.SECRET, **changes):
        settings = {"from": "021234567", "endpoint": service.url} if kind == "sms" else {
            "pf-id": "KA01PF1", "template-id": "KA01TP1", "endpoint": service.url}
        return self.speaker.send(kind, settings, {"api-key": Solapi.KEY, "api-secret": secret}, via="solapi",
                                 recipients=list(recipients), **changes)

    def test_solapiSaysWhichFailed(self):
        solapi = self.serve(Solapi())
        for text, type in ((SHORT, "SMS"), (LONG, "LMS")):
            outcomes = self.solapi(solapi, texts=[text])
            self.assertEqual(solapi.faults, [])
            self.assertEqual(self.pairs(outcomes), [("sent", ""), ("refused", "rejected")])
            self.assertEqual(outcomes[0]["reference"], "G4V20260302")
            self.assertEqual(outcomes[1]["words"], "1062 발신번호 미등록")
            self.assertEqual(solapi.taken[-1].json["messages"][0]["type"], type)
        self.assertEqual(self.pairs(self.solapi(solapi, texts=[SHORT], recipients=["01000009999"])), [("refused", "rejected")])
        self.assertKept(solapi, requests=3)
        self.assertEqual(self.pairs(self.solapi(solapi, texts=[SHORT], secret="wrong secret")), [("refused", "credentials")] * 2)

    def test_solapiAlimtalkHandsTheVariablesOver(self):
        solapi = self.serve(Solapi())
        text = dict(KO, title="", variables={"서비스": "로그인", "#{시각}": "14:05"})
        self.assertEqual(self.pairs(self.solapi(solapi, "messenger-template", texts=[text])), [("sent", ""), ("refused", "rejected")])
        self.assertKept(solapi)
        self.assertEqual(solapi.taken[0].json["messages"][0]["kakaoOptions"]["variables"], {"#{서비스}": "로그인", "#{시각}": "14:05"})

    def nhn(self, service, key="Aa0Bb1Cc2Dd3", secret="secret-of-nhn", **changes):
        return self.speaker.send("sms", {"app-key": key, "from": "021234567", "endpoint": service.url}, {"secret-key": secret},
                                 via="nhn", recipients=["01012345678", "01000009999"], **changes)

    def test_nhnSaysItInItsHeader(self):
        nhn = self.serve(Nhn())
        for text, call in ((SHORT, "sms"), (LONG, "mms"), (dict(LONG, title=""), "mms")):
            outcomes = self.nhn(nhn, texts=[text])
            self.assertEqual(nhn.faults, [])
            self.assertEqual(self.pairs(outcomes), [("sent", ""), ("refused", "rejected")])
            self.assertEqual(outcomes[0]["reference"], "20260302140607abc")
            self.assertTrue(nhn.taken[-1].path.endswith(call))
        outcomes = self.nhn(nhn, key="another", texts=[SHORT])
        self.assertEqual(self.pairs(outcomes), [("refused", "rejected")] * 2)
        self.assertEqual(outcomes[0]["words"], "-1000 Invalid appKey")
        nhn.next = [Answer(200, {"header": {"isSuccessful": False, "resultCode": -9999, "resultMessage": "SYSTEM ERROR"}}),
                    Answer(200, "<html>", type="text/html")]
        self.assertEqual(self.pairs(self.nhn(nhn, texts=[SHORT])), [("later", "unavailable")] * 2)
        self.assertEqual(self.pairs(self.nhn(nhn, texts=[SHORT])), [("unknown", "strange")] * 2)


if __name__ == "__main__":
    unittest.main()
