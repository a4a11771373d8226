"""Apprise itself, with a service of its own kind of JSON: what comes there, and that nobody sees its address."""

import glob
import tempfile
import unittest

from processes import everyProcess
from services import Answer, Service
from speaking import EN, KO, Speaker, SpeakingTest


class Json(Service):
    """github.com/caronc/apprise/wiki/Notify_Custom_JSON."""

    def __init__(self):
        super().__init__()
        self.told = []
        self.files = []

    def answer(self, request):
        self.told = everyProcess()
        self.files = glob.glob(tempfile.gettempdir() + "/bongsu-*.conf")
        self.demand(request.method == "POST" and request.json["version"] == "1.0", "its own form")
        return Answer(200 if request.path == "/s3cr3t-path" else 500)


class Apprise(SpeakingTest):
    @classmethod
    def setUpClass(cls):
        cls.speaker = Speaker(total=20000)
        cls.addClassCleanup(cls.speaker.close)

    def test_whatComesThere(self):
        service = self.serve(Json())
        outcome = self.speaker.one("apprise", {}, {"url": service.url.replace("http", "json") + "/s3cr3t-path"})
        self.assertOutcome(outcome, "sent")
        self.assertKept(service)
        self.assertEqual(service.taken[0].json["title"], KO["title"] + " / " + EN["title"])
        self.assertEqual(service.taken[0].json["message"].split(), f"{KO['body']} {EN['body']}".split())
        self.assertTrue(any(b"apprise" in told for told in service.told))
        self.assertFalse(any(b"s3cr3t-path" in told for told in service.told))
        self.assertEqual(service.files, [])  # it is on no disk, not even for that moment

    def test_whatItCouldNotDoMayHaveBeenDone(self):
        service = self.serve(Json())
        outcome = self.speaker.one("apprise", {}, {"url": service.url.replace("http", "json") + "/another-path"})
        self.assertOutcome(outcome, "unknown", "helper")
        self.assertNotIn("another-path", outcome["words"])
        self.assertKept(service)

    def test_anAddressOfNoService(self):
        outcome = self.speaker.one("apprise", {}, {"url": "nonsense://secret-of-nonsense"})
        self.assertOutcome(outcome, "refused", "unconfigured")
        self.assertNotIn("secret-of-nonsense", outcome["words"])


if __name__ == "__main__":
    unittest.main()
