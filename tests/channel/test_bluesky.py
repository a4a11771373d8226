"""Posts to a real PDS, the server that Bluesky itself runs."""

import tempfile
import unittest

from realservers import Pds
from speaking import KO, SpeakingTest

LINK = "https://status.example.kr/i/7Q2X"
POST = dict(KO, title="", body=f"[장애] 14:05부터 로그인이 늦습니다. {LINK}")


class RealBluesky(SpeakingTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.pds = Pds(folder.name, self.begin)

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def post(self, password="", **changes):
        return self.speaker.one("bluesky", {"handle": Pds.HANDLE, "endpoint": self.pds.url},
                                {"app-password": password or self.pds.password}, **{"texts": [POST], **changes})

    def test_postsOnceWithItsLinkAndAnswersItself(self):
        first = self.post()
        self.assertOutcome(first, "sent")
        self.assertEqual(self.post(), first)
        (kept,) = self.pds.posts()
        self.assertEqual(first["reference"], f"{kept['uri']} {kept['cid']}")
        self.assertEqual(kept["value"]["text"], POST["body"])
        self.assertEqual(kept["value"]["langs"], ["ko"])
        (facet,) = kept["value"]["facets"]
        place = facet["index"]
        self.assertEqual(POST["body"].encode()[place["byteStart"]:place["byteEnd"]].decode(), LINK)
        self.assertEqual(facet["features"], [{"$type": "app.bsky.richtext.facet#link", "uri": LINK}])
        corrected = dict(POST, body="[정정] 14:10부터입니다.")
        self.assertOutcome(self.post(key="n-2", at="2026-03-02T05:16:07.000Z", texts=[corrected], inReplyTo=first["reference"]), "sent")
        answer, beneath = self.pds.posts()
        self.assertEqual(beneath, kept)
        self.assertEqual(answer["value"]["text"], corrected["body"])
        thread = {"uri": kept["uri"], "cid": kept["cid"]}
        self.assertEqual(answer["value"]["reply"], {"root": thread, "parent": thread})

    def test_whatItRefuses(self):
        self.assertOutcome(self.post(texts=[dict(POST, body="가" * 300)]), "sent")
        self.assertOutcome(self.post(key="n-2", texts=[dict(POST, body="가" * 301)]), "refused", "too_long")
        self.assertEqual(len(self.pds.posts()), 1)
        for _ in range(40):  # somebody guesses, until the server has had enough: thirty in five minutes, says its code
            refused = self.post(password="abcd-efgh-ijkl-mnop")
            if refused["sending"] != "refused":
                break
            self.assertOutcome(refused, "refused", "credentials")
        self.assertOutcome(refused, "later", "busy")
        self.assertGreater(refused["retryAfter"], 200_000)
        self.assertLessEqual(refused["retryAfter"], 300_000)


if __name__ == "__main__":
    unittest.main()
