"""Where a status page is published: a folder, a real nginx over WebDAV, and a store that checks S3 signatures as AWS's own library makes them."""

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from realservers import Nginx
from services import Answer, Service
from speaking import SpeakingTest

FILES = [("api/v2/summary.json", '{"status":{"indicator":"major"}}'), ("i/7Q2X/안내 1.html", "<p>로그인이 늦습니다</p>" * 50),
         ("index.html", "<h1>다온</h1>")]


class Places(SpeakingTest):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="bongsu-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def filesBelow(self, folder):
        found = {}
        for above, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(above, name)
                with open(path, encoding="utf-8") as file:
                    found[os.path.relpath(path, folder)] = file.read()
        return found


class Directory(Places):
    def test_isWrittenAndReadBack(self):
        outcome = self.speaker.publish("directory", {"path": self.folder}, FILES)
        self.assertOutcome(outcome, "delivered")
        self.assertEqual(self.filesBelow(self.folder), dict(FILES))  # and no temporary file
        self.assertEqual(os.stat(self.folder + "/index.html").st_mode & 0o777, 0o644)
        self.assertOutcome(self.speaker.publish("directory", {"path": self.folder}, [("index.html", "anew")]), "delivered")
        self.assertEqual(self.filesBelow(self.folder)["index.html"], "anew")

    def test_whoeverReadsHasTheOldFileOrTheNewOne(self):
        self.speaker.publish("directory", {"path": self.folder}, [("index.html", "old")])
        reading = open(self.folder + "/index.html", encoding="utf-8")
        self.addCleanup(reading.close)
        self.speaker.publish("directory", {"path": self.folder}, [("index.html", "new and longer")])
        self.assertEqual(reading.read(), "old")

    def test_aPlaceThatIsNotThereIsNotMade(self):
        outcome = self.speaker.publish("directory", {"path": self.folder + "/unmounted"}, FILES)
        self.assertOutcome(outcome, "later", "disk")
        self.assertFalse(os.path.exists(self.folder + "/unmounted"))

    def test_nothingIsWrittenOutsideIt(self):
        for path in ("../x", "/x", "a/../../x", ".htaccess", "a//b", "", "a\nb"):
            self.assertOutcome(self.speaker.publish("directory", {"path": self.folder}, [(path, "x")]), "refused", "rejected")
        self.assertEqual(os.listdir(self.folder), [])

    def test_aFullDiskKeepsTheOldFile(self):
        if os.geteuid() != 0:
            self.skipTest("a small disk is for root to mount")
        place = os.path.join(self.folder, "small")
        os.mkdir(place)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False).returncode:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", place], check=True)
        self.assertOutcome(self.speaker.publish("directory", {"path": place}, [("index.html", "old")]), "delivered")
        outcome = self.speaker.publish("directory", {"path": place}, [("index.html", "x" * 100_000)])
        self.assertOutcome(outcome, "later", "disk")
        self.assertEqual(self.filesBelow(place), {"index.html": "old"})


class WebDav(Places):
    def nginx(self, **how):
        server = Nginx(self.folder, self.begin, **how)
        return {"endpoint": server.endpoint, "user": server.USER}, server.url

    def begin(self, process):
        self.addCleanup(process.end)
        return process

    def publish(self, settings, files=FILES, password=Nginx.PASSWORD):
        return self.speaker.publish("webdav", settings, files, {"password": password})

    def requests(self, count):
        """Once there are so many: nginx writes of a request only after its last byte has gone."""
        deadline = time.monotonic() + 30
        while True:
            with open(self.folder + "/access.log", encoding="utf-8") as file:
                lines = [line.split('"')[1].split(" ")[0] for line in file if line.endswith("\n")]
            if len(lines) >= count or time.monotonic() > deadline:
                return lines

    def test_isWrittenAndReadBackAsReadersHaveIt(self):
        settings, url = self.nginx()
        self.assertOutcome(self.publish(dict(settings, url=url)), "delivered")
        self.assertEqual(self.filesBelow(self.folder + "/www"), dict(FILES))
        self.assertEqual(self.requests(9), ["PUT", "MOVE"] * 3 + ["GET"] * 3)
        # What is read elsewhere is not what was written.
        self.assertOutcome(self.publish(dict(settings, url=url + "/elsewhere")), "sent", "differs")

    def test_foldersAreMadeWhereTheServerMakesNone(self):
        settings, _ = self.nginx(create="")
        self.assertOutcome(self.publish(settings), "delivered")
        self.assertEqual(self.filesBelow(self.folder + "/www"), dict(FILES))

    def test_aWrongPassword(self):
        settings, _ = self.nginx()
        self.assertOutcome(self.publish(settings, password="wrong password"), "refused", "credentials")
        self.assertEqual(self.filesBelow(self.folder + "/www"), {})

    def test_whatIsTooLarge(self):
        settings, _ = self.nginx()
        self.assertOutcome(self.publish(settings, [("index.html", "x" * (5 << 20))]), "refused", "too_long")


class Store(Service):
    """An S3 store that believes nothing: path-style objects, signature version 4 recomputed by botocore."""

    CREDENTIALS = Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")

    def __init__(self):
        super().__init__()
        self.objects = {}

    def answer(self, request):
        authorization = request.headers.get("authorization", "")
        signed = authorization.partition("SignedHeaders=")[2].partition(",")[0].split(";")
        if not self.demand({"host", "x-amz-content-sha256", "x-amz-date"} <= set(signed), f"signs only {signed}"):
            return self.error(403, "AccessDenied")
        if not self.demand(request.headers["x-amz-content-sha256"] == hashlib.sha256(request.body).hexdigest(), "another hash"):
            return self.error(400, "XAmzContentSHA256Mismatch")
        if not authorization.startswith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/"):
            return self.error(403, "InvalidAccessKeyId")
        if authorization.rpartition("Signature=")[2] != self.signature(request, signed):
            return self.error(403, "SignatureDoesNotMatch")
        path = urllib.parse.unquote(request.path)
        if request.method == "PUT":
            self.objects[path] = (request.body, request.headers["content-type"])
            return Answer(200, headers={"ETag": f'"{hashlib.md5(request.body).hexdigest()}"'})
        return Answer(200, self.objects[path][0]) if path in self.objects else self.error(404, "NoSuchKey")

    def signature(self, request, signed):
        headers = {name: request.headers[name] for name in signed if name not in ("x-amz-date",)}
        made = AWSRequest(request.method, self.url + request.path, data=request.body, headers=headers)
        made.context.update(timestamp=request.headers["x-amz-date"], signing={"bucket": "status"})
        auth = S3SigV4Auth(self.CREDENTIALS, "s3", "ap-northeast-2")
        made.headers["X-Amz-Date"] = request.headers["x-amz-date"]
        canonical = auth.canonical_request(made)
        return auth.signature(auth.string_to_sign(made, canonical), made)

    @staticmethod
    def error(status, code):
        return Answer(status, f"<?xml version='1.0'?><Error><Code>{code}</Code></Error>", type="application/xml")


class S3(Places):
    SECRETS = {"access-key": "AKIAIOSFODNN7EXAMPLE", "secret-key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}

    def test_isWrittenAndReadBack(self):
        store = self.serve(Store())
        settings = {"endpoint": store.url, "bucket": "status", "region": "ap-northeast-2", "prefix": "public"}
        outcome = self.speaker.publish("s3", settings, FILES, self.SECRETS)
        self.assertEqual(store.faults, [])
        self.assertOutcome(outcome, "delivered")
        self.assertKept(store, requests=6)
        self.assertEqual({path: body.decode() for path, (body, _) in store.objects.items()},
                         {"/status/public/" + path: text for path, text in FILES})
        self.assertEqual([type for _, type in store.objects.values()],
                         ["application/json", "text/html; charset=utf-8", "text/html; charset=utf-8"])

    def test_aWrongKey(self):
        store = self.serve(Store())
        settings = {"endpoint": store.url, "bucket": "status", "region": "ap-northeast-2"}
        wrong = dict(self.SECRETS, **{"secret-key": "another-secret-key-of-forty-characters"})
        outcome = self.speaker.publish("s3", settings, FILES, wrong)
        self.assertOutcome(outcome, "refused", "credentials")
        self.assertIn("SignatureDoesNotMatch", outcome["words"])
        self.assertEqual(store.objects, {})

    def test_aBusyStore(self):
        store = self.serve(Store())
        store.next = [Answer(503, "<Error><Code>SlowDown</Code></Error>", {"Retry-After": "7"})]
        settings = {"endpoint": store.url, "bucket": "status", "region": "ap-northeast-2"}
        outcome = self.speaker.publish("s3", settings, FILES, self.SECRETS)
        self.assertOutcome(outcome, "later", "unavailable")
        self.assertEqual(outcome["retryAfter"], 7000)


class Configuration(Places):
    def test_whatLacksIsNamed(self):
        for via, settings, secrets, lacks in (("directory", {}, {}, "path"), ("ftp", {}, {}, "via"),
                                              ("webdav", {"endpoint": "http://192.0.2.1/"}, {}, "endpoint"),
                                              ("webdav", {"endpoint": "https://192.0.2.1/", "user": "u"}, {}, "password"),
                                              ("s3", {"endpoint": "https://s3.example.com", "bucket": "b", "region": "r"}, {}, "access-key")):
            outcome = self.speaker.publish(via, settings, FILES, secrets)
            self.assertOutcome(outcome, "refused", "unconfigured")
            self.assertEqual(outcome["words"], lacks)


if __name__ == "__main__":
    unittest.main()
