"""What goes wrong on the worst day, through the real programs: each says so in both languages and loses nothing."""

import contextlib
import os
import socket
import sqlite3
import ssl
import subprocess
import threading
import time
import unittest

from programs import BUSY, DONE, FAILED, NO_RELAY, REFUSED, Place, RELAY, SmallDisk, freePort, lines


def hasKorean(words):
    return any("가" <= letter <= "힣" for letter in words)


class Faults(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        self.firstInvite = p.init()["invite"]
        p.startRelay()
        p.join("admin", self.firstInvite, "관리자")
        self.incident = p.declare("admin", "판교 데이터센터 화재")

    def inBothLanguages(self, home, *words, code, error=None):
        """The command's sentences; it must end the same way in each language."""
        said = {}
        for language in ("ko", "en"):
            answer = self.place.ctl(home, "--lang", language, *words)
            self.assertEqual(answer.code, code, (answer.lines, answer.words))
            self.assertEqual(answer.error, error)
            said[language] = answer.words
        self.assertTrue(hasKorean(said["ko"]), said)
        self.assertTrue(said["en"] and not hasKorean(said["en"]), said)
        return said

    def relayInBothLanguages(self, *words, code, error):
        for locale in ("ko_KR.UTF-8", "en_US.UTF-8"):
            environment = dict(self.place.environment, LANGUAGE=locale, LC_ALL=locale, LANG=locale)
            done = subprocess.run([RELAY, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  env=environment, timeout=60, check=False)
            self.assertEqual((done.returncode, lines(done.stdout)[-1]["error"]["code"]), (code, error), done.stderr)
            self.assertEqual(hasKorean(done.stderr), locale.startswith("ko"), done.stderr)

    def events(self, home="admin"):
        return [entry["event"] for entry in self.place.log(home, self.incident, "--offline")]

    def test_anExpiredInvite(self):
        p = self.place
        invite = p.invite("admin", "responder", "--valid", "1")
        p.stopRelay()
        p.startRelayAt("+1h")
        said = self.inBothLanguages("late", "join", invite, "--person", "늦은 사람", code=REFUSED, error="invite.expired")
        self.assertIn("초대", said["ko"])

    def test_aUsedInvite(self):
        p = self.place
        invite = p.invite("admin", "responder")
        p.join("first", invite, "먼저")
        self.inBothLanguages("second", "join", invite, "--person", "나중", code=REFUSED, error="invite.used")

    def test_aProxyThatInspects(self):
        p = self.place
        port = freePort()
        with Proxy(p, port) as proxy:
            for words in (["sync"], ["--wait", "2", "sync"]):
                answer = p.ctl("admin", "--relay", f"127.0.0.1:{port}", "--lang", "ko", *words)
                self.assertEqual((answer.code, answer.error), (NO_RELAY, "pin.wrong"), answer.words)
                self.assertIn("핫스팟", answer.words)
            english = p.ctl("admin", "--relay", f"127.0.0.1:{port}", "--lang", "en", "sync")
            self.assertIn("hotspot", english.words)
            self.assertEqual(proxy.heard, b"")  # not one byte was said to it
        self.assertEqual(p.ctl("admin", "sync").code, DONE)

    def test_aFullDiskAtTheRelay(self):
        p = self.place
        p.stopRelay()
        with SmallDisk(p, p.path("relay"), "6m") as disk:
            p.startRelay()
            before = p.ctl("admin", "note", self.incident, "자리가 있을 때")
            self.assertEqual(before.last["state"], "recorded")
            disk.fill()
            waiting = [self.pendingNote(f"자리가 없을 때 {'가' * 900} {n}") for n in range(12)]
            self.assertIn("pending", [state for _, state in waiting])
            said = self.inBothLanguages("admin", "--wait", "2", "note", self.incident, "또 " + "나" * 1500, code=DONE)
            self.assertIn("디스크", said["ko"])
            disk.clear()
            self.assertEqual(p.ctl("admin", "sync", timeout=120).code, DONE)
            numbered = self.events()
            self.assertEqual([numbered.count(event) for event, _ in waiting], [1] * len(waiting))
            p.stopRelay()

    def pendingNote(self, text):
        answer = self.place.ctl("admin", "--wait", "1", "note", self.incident, text)
        self.assertEqual(answer.code, DONE, answer.words)
        return answer.last["event"], answer.last["state"]

    def test_aFullDiskAtTheDesktop(self):
        p = self.place
        with SmallDisk(p, p.path("admin"), "6m") as disk:
            disk.fill()
            refused = None
            for n in range(200):
                answer = p.ctl("admin", "--offline", "note", self.incident, f"{n} {'다' * 1500}")
                if answer.code != DONE:
                    refused = answer
                    break
            self.assertIsNotNone(refused)
            self.assertEqual((refused.code, refused.error), (FAILED, "disk.full"))
            self.inBothLanguages("admin", "--offline", "note", self.incident, "라" * 1500, code=FAILED,
                                 error="disk.full")
            disk.clear()
            self.assertEqual(p.ctl("admin", "sync").code, DONE)
            self.assertEqual(p.ctl("admin", "verify").code, DONE)
            kept = self.events()
            self.assertEqual(len(kept), n + 1)  # the declaration and every note that was kept, no other

    def test_aDamagedRelay(self):
        p = self.place
        p.stopRelay()
        store = next(os.path.join(p.path("relay"), name) for name in os.listdir(p.path("relay")) if name.endswith(".db"))
        with open(store, "r+b") as file:
            file.write(b"this is no database at all")
        self.relayInBothLanguages("run", p.path("relay"), code=FAILED, error="corrupt")
        self.inBothLanguages("admin", "sync", code=NO_RELAY, error="relay.none")

    def test_aDamagedHome(self):
        with open(self.place.path("admin/home.db"), "r+b") as file:
            file.write(b"this is no database at all")
        self.inBothLanguages("admin", "--offline", "status", code=FAILED, error="corrupt")

    def test_aNewerStore(self):
        p = self.place
        p.stopRelay()
        store = next(os.path.join(p.path("relay"), name) for name in os.listdir(p.path("relay")) if name.endswith(".db"))
        stores = (p.path("admin/home.db"), store)
        versions = {}
        for file in stores:
            with contextlib.closing(sqlite3.connect(file)) as opened:
                versions[file] = opened.execute("PRAGMA user_version").fetchone()[0]
                opened.execute("PRAGMA user_version = 999")
                opened.commit()
        self.inBothLanguages("admin", "--offline", "note", self.incident, "새 판의 저장소", code=FAILED, error="store.newer")
        self.relayInBothLanguages("run", p.path("relay"), code=FAILED, error="store.newer")
        for file, version in versions.items():
            with contextlib.closing(sqlite3.connect(file)) as opened:
                opened.execute(f"PRAGMA user_version = {version}")
                opened.commit()
        p.startRelay()
        self.assertEqual(p.ctl("admin", "sync").code, DONE)

    def test_aRelaysClockADayBehind(self):
        p = self.place
        p.stopRelay()
        p.startRelayAt("-1d")
        answer = p.ctl("admin", "--wait", "2", "note", self.incident, "어제의 시계")
        self.assertEqual((answer.code, answer.last["state"]), (DONE, "pending"), answer.words)
        said = self.inBothLanguages("admin", "--wait", "2", "note", self.incident, "시계가 틀린 릴레이", code=DONE)
        self.assertIn("시계", said["ko"])
        p.stopRelay()
        p.startRelayAt("-1d", "--accept-clock")
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        entries = p.log("admin", self.incident)
        self.assertEqual([e["seq"] for e in entries], list(range(1, len(entries) + 1)))
        self.assertEqual([e["recordedAt"] for e in entries], sorted(e["recordedAt"] for e in entries))

    def test_aRelaysClockADayAhead(self):
        p = self.place
        p.stopRelay()
        p.startRelayAt("+1d")
        self.assertEqual(p.ctl("admin", "note", self.incident, "내일의 시계").last["state"], "recorded")
        p.stopRelay()
        p.startRelay()  # right again, and behind what it has numbered: a person decides
        self.assertEqual(self.pendingNote("바로잡은 시계")[1], "pending")
        p.stopRelay()
        p.startRelay("--accept-clock")
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        self.assertEqual(p.ctl("admin", "verify").code, DONE)

    def test_aHomeThatIsHeld(self):
        p = self.place
        follower = p.follow("admin", self.incident)
        follower.stdout.readline()
        self.assertNotEqual(p.ctl("admin", "note", self.incident, "둘이 함께").code, BUSY)  # handed over


class Proxy:
    """Answers TLS with a certificate of its own, as a company's inspecting proxy does, and notes what it hears."""

    def __init__(self, place, port):
        self.heard = b""
        key, certificate = place.path("proxy.key"), place.path("proxy.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "30", "-subj", "/CN=127.0.0.1", "-addext",
                        "subjectAltName=IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        # Trusted by the whole system: the pin must refuse it all the same.
        place.environment = dict(place.environment, SSL_CERT_FILE=certificate)
        self.listener = socket.create_server(("127.0.0.1", port))
        self.thread = threading.Thread(target=self.serve)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.listener.close()

    def serve(self):
        while True:
            try:
                raw, _ = self.listener.accept()
            except OSError:
                return
            raw.settimeout(10)
            with contextlib.suppress(OSError, ssl.SSLError), self.context.wrap_socket(raw, server_side=True) as line:
                while said := line.recv(4096):
                    self.heard += said
            raw.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
