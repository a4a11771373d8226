"""Text messages and AlimTalk as the carriers' documents have them: signatures made anew, limits in bytes of EUC-KR."""

import unittest

from contracts import Nhn, Sens, Solapi, bytesOf
from services import Answer
from speaking import KO, SpeakingTest

SHORT = dict(KO, title="", body="로그인 지연 복구중 https://s.kr/7Q2X")
LONG = dict(KO, title="[다온] 로그인 장애", body="가" * 46)


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
