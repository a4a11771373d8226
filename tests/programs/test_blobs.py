"""Attachments through the real programs: bytes beside the record, brought before their event and gone with its text."""

import hashlib
import os
import signal
import struct
import subprocess
import unittest
import zlib

from programs import CTL, DONE, FAILED, NO_RELAY, REFUSED, Place, SmallDisk

CHUNK = 48 * 1024


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture(secret):
    """A grey picture, with a secret in its text chunk."""
    rows = b"".join(b"\0" + bytes(range(64)) for _ in range(64))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)) +
            chunk(b"tEXt", b"Location\0" + secret) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pdf(size, seed=b"x"):
    """Bytes that begin like a PDF and do not repeat."""
    body, block = bytearray(b"%PDF-1.7\n"), seed
    while len(body) < size:
        block = hashlib.sha256(block).digest()
        body += block
    return bytes(body[:size])


class Blobs(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        founded = self.place.init()
        self.place.startRelay()
        self.place.join("admin", founded["invite"], "김하늘")
        self.place.join("second", self.place.invite("admin", "responder"), "최서연")
        self.incident = self.place.declare("second", "판교 데이터센터 화재")

    def write(self, name, data):
        with open(self.place.path(name), "wb") as file:
            file.write(data)
        return self.place.path(name)

    def read(self, name):
        with open(self.place.path(name), "rb") as file:
            return file.read()

    def attach(self, home, file, *words):
        answer = self.place.ctl(home, "--wait", "60", "attach", self.incident, file, *words, timeout=120)
        self.assertEqual(answer.code, DONE, (answer.lines, answer.words))
        return answer.last

    def fetch(self, home, event, to, *words):
        return self.place.ctl(home, "--wait", "60", *words, "fetch", event, "-o", self.place.path(to), timeout=120)

    def start(self, home, *words):
        return subprocess.Popen([CTL, "--home", self.place.path(home), *words], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True, env=self.place.environment)

    def filesBytes(self, *folders):
        everything = b""
        for folder in folders:
            for where, _, names in os.walk(self.place.path(folder)):
                for name in names:
                    path = os.path.join(where, name)
                    if os.path.isfile(path):
                        with open(path, "rb") as file:
                            everything += file.read()
        return everything

    def test_aFileThatIsNotReadToItsEndIsNotTaken(self):
        # Opened, and an error at its first byte, which no memory has: as from a disk that fails.
        unreadable = "/proc/self/mem"
        for command in ["attach", "import"]:
            answer = self.place.ctl("second", command, self.incident, unreadable)
            self.assertEqual((answer.code, answer.error), (FAILED, "disk"), (command, answer.lines, answer.words))
        self.assertEqual(len(self.place.log("second", self.incident)), 1)

    def test_whatAFullDiskDoesNotTakeIsNotCalledWritten(self):
        folder = self.place.path("to")
        os.mkdir(folder)
        attached = self.attach("second", self.write("보고.pdf", pdf(6000)))
        with SmallDisk(self.place, folder, "8k"):
            self.write("to/out.pdf", b"old")
            answer = self.fetch("second", attached["event"], "to/out.pdf")
            self.assertEqual((answer.code, answer.error), (FAILED, "disk.full"), (answer.lines, answer.words))
            self.assertEqual((self.read("to/out.pdf"), os.listdir(folder)), (b"old", ["out.pdf"]))

    def test_whatIsAttachedInOneIsFetchedInTheOther(self):
        p = self.place
        data = pdf(2 * CHUNK + 77)
        attached = self.attach("second", self.write("보고.pdf", data), "--caption", "원인 보고")
        self.assertEqual(attached["state"], "recorded")
        self.assertEqual(len(attached["blob"]), 64)
        line = p.log("admin", self.incident)[-1]
        self.assertEqual((line["kind"], line["event"]), ("attachment.added", attached["event"]))
        self.assertIn("보고.pdf", line["text"])
        self.assertIn("원인 보고", line["text"])
        answer = self.fetch("admin", attached["event"], "out.pdf")
        self.assertEqual((answer.code, answer.last["bytes"]), (DONE, len(data)), answer.words)
        self.assertEqual(self.read("out.pdf"), data)
        # Once here, no relay is needed; and who attached it never did.
        p.stopRelay()
        self.assertEqual(self.fetch("admin", attached["event"], "again.pdf", "--offline").code, DONE)
        self.assertEqual(self.fetch("second", attached["event"], "own.pdf", "--offline").code, DONE)
        self.assertEqual(self.read("again.pdf"), self.read("own.pdf"))

    def test_offlineItIsKeptAndGoesUpLater(self):
        p = self.place
        data = "10:05 복구 시작\n".encode() * 9000
        attached = self.attach("second", self.write("log.txt", data), "--offline")
        self.assertEqual(attached["state"], "pending")
        self.assertEqual(p.ctl("second", "--offline", "note", self.incident, "뒤에 쓴 말").code, DONE)
        self.assertEqual(self.fetch("second", attached["event"], "own.txt", "--offline").code, DONE)
        self.assertEqual(self.read("own.txt"), data)
        self.assertEqual(p.ctl("second", "--wait", "30", "sync", timeout=60).code, DONE)
        kinds = [line["kind"] for line in p.log("admin", self.incident)]
        self.assertEqual(kinds[-2:], ["note.added", "attachment.added"], "a line does not wait for a blob")
        away = self.fetch("admin", attached["event"], "out.txt", "--offline")
        self.assertEqual((away.code, away.error), (NO_RELAY, "blob.away"))
        self.assertFalse(os.path.exists(p.path("out.txt")))
        self.assertEqual(self.fetch("admin", attached["event"], "out.txt").code, DONE)
        self.assertEqual(self.read("out.txt"), data)

    def test_onlyWhatIsUnderstoodIsAttached(self):
        p = self.place
        secret = b"37.4021N 127.1086E"
        attached = self.attach("second", self.write("현장.jpg", picture(secret)))  # the name lies: it is a PNG
        self.assertEqual(self.fetch("admin", attached["event"], "out.png").code, DONE)
        got = self.read("out.png")
        self.assertTrue(got.startswith(b"\x89PNG") and secret not in got and b"IDAT" in got)
        for name, data, code in (("a.zip", b"PK\3\4" + bytes(100), "media.unknown"),
                                 ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(9), "media.damaged"),
                                 ("big.txt", b"x" * (16 * 1024 * 1024 + 1), "too_large"),
                                 ("big.png", picture(b"")[:33] + chunk(b"IDAT", bytes(2 << 20)) + chunk(b"IEND", b""),
                                  "too_large")):
            answer = p.ctl("second", "attach", self.incident, self.write(name, data))
            self.assertEqual((answer.code, answer.error), (REFUSED, code))
        self.assertEqual(p.ctl("second", "attach", self.incident, p.path("nowhere")).error, "disk")
        self.assertEqual(self.fetch("admin", self.incident, "none").error, "not_found")

    def test_aKilledRelayAndAKilledClientResume(self):
        p = self.place
        data = pdf(16 * 1024 * 1024)
        file = self.write("large.pdf", data)
        uploading = self.start("second", "--wait", "120", "attach", self.incident, file)
        self.whenHolds("relay", 4 << 20)
        p.stopRelay(signal.SIGKILL)
        p.startRelay()
        self.assertIn('"pending"', uploading.communicate(timeout=60)[0])
        self.assertGreaterEqual(self.sizeOf("relay"), 2 << 20, "what was brought is kept")  # half of it lay in the log
        uploading = self.start("second", "sync")
        self.whenHolds("relay", 9 << 20)
        uploading.kill()
        uploading.communicate()
        self.assertEqual(p.ctl("second", "sync", timeout=120).code, DONE)
        self.assertLess(self.sizeOf("relay"), 24 << 20)
        # Killed while it fetches: what came stays.
        event = p.log("admin", self.incident)[-1]["event"]
        fetching = self.start("admin", "fetch", event, "-o", p.path("out.pdf"))
        self.whenHolds("admin", 4 << 20)
        fetching.kill()
        fetching.communicate()
        self.assertEqual(self.fetch("admin", event, "out.pdf").code, DONE)
        self.assertEqual(self.read("out.pdf"), data)
        self.assertEqual(p.ctl("admin", "verify").code, DONE)

    def sizeOf(self, folder):
        found = 0
        for where, _, names in os.walk(self.place.path(folder)):
            for name in names:
                try:
                    found += os.path.getsize(os.path.join(where, name))
                except FileNotFoundError:
                    pass
        return found

    def whenHolds(self, folder, size):
        while self.sizeOf(folder) < size:
            os.sched_yield()

    def test_aKillWhileAttachingLosesNothingConfirmed(self):
        p = self.place
        data = pdf(3 << 20)
        file = self.write("report.pdf", data)
        before = self.sizeOf("second")
        for size in (1, 2, 3):  # MiB on its way to the disk
            attaching = subprocess.Popen([CTL, "--home", p.path("second"), "--offline", "attach", self.incident, file],
                                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=p.environment)
            while attaching.poll() is None and self.sizeOf("second") < before + (size << 20):
                os.sched_yield()
            attaching.kill()
            said = attaching.communicate()[0]
            lines = [line for line in p.log("second", self.incident, "--offline") if line["kind"] == "attachment.added"]
            # All of it or nothing, and all of what was confirmed.
            for line in lines:
                self.assertEqual(self.fetch("second", line["event"], "own.pdf", "--offline").code, DONE)
                self.assertEqual(self.read("own.pdf"), data)
            self.assertLessEqual(said.count(b"event"), len(lines))
            before = self.sizeOf("second")

    def test_erasureLeavesTheBytesInNoFile(self):
        p = self.place
        attached = self.attach("second", self.write("personal.pdf", pdf(5 * CHUNK)))
        self.assertEqual(self.fetch("admin", attached["event"], "out.pdf").code, DONE)
        blob = bytes.fromhex(attached["blob"])
        for folder in ("relay", "admin", "second"):
            self.assertIn(blob, self.filesBytes(folder), "what the test looks for is there before")
        self.assertEqual(p.ctl("admin", "erase", attached["event"], "--reason", "개인정보").code, DONE)
        p.ctl("second", "sync")
        gone = self.fetch("admin", attached["event"], "gone.pdf")
        self.assertEqual((gone.code, gone.error), (REFUSED, "already_done"))
        self.assertEqual(self.fetch("second", attached["event"], "gone.pdf").error, "already_done")
        self.assertEqual(p.relayCommand("backup", p.path("copy")).code, DONE)
        everything = self.filesBytes("relay", "admin", "second") + self.read("copy")
        self.assertNotIn(blob, everything, "a blob's row lies under its id")

    def test_withdrawalTakesTheBytes(self):
        p = self.place
        attached = self.attach("second", self.write("wrong.pdf", pdf(2 * CHUNK)))
        self.assertEqual(p.ctl("second", "withdraw", attached["event"]).code, DONE)
        p.ctl("admin", "sync")
        self.assertNotIn(bytes.fromhex(attached["blob"]), self.filesBytes("relay", "admin", "second"))
        # One that nobody else has seen is simply gone.
        unseen = self.attach("second", self.write("unseen.pdf", pdf(CHUNK, b"y")), "--offline")
        self.assertEqual(p.ctl("second", "--offline", "withdraw", unseen["event"]).code, DONE)
        self.assertNotIn(bytes.fromhex(unseen["blob"]), self.filesBytes("second"))

    def test_whoMayNotReadFetchesNothing(self):
        p = self.place
        attached = self.attach("second", self.write("inside.pdf", pdf(CHUNK)))
        outsider = p.join("outsider", p.invite("admin", "viewer"), "박도윤")
        second = [line for line in p.ctl("admin", "people").lines if line["name"] == "최서연"][0]
        self.assertEqual(p.ctl("second", "read", self.incident, "--add", second["person"]).code, DONE)
        self.assertTrue(outsider)
        p.ctl("outsider", "sync")
        answer = self.fetch("outsider", attached["event"], "out.pdf")
        self.assertEqual((answer.code, answer.error), (REFUSED, "permission.missing"))
        viewer = p.ctl("outsider", "attach", self.incident, self.write("mine.pdf", pdf(100)))
        self.assertEqual(viewer.error, "permission.missing")


if __name__ == "__main__":
    unittest.main()
