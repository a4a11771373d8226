"""Asks the speaker, which sends as a relay does, and hands back what came of it."""

import json
import os
import subprocess
import threading
import queue
import unittest

SPEAKER = os.environ["BONGSU_SPEAKER"]
KO = {"language": "ko", "title": "[장애] 로그인 지연", "body": "14:05부터 로그인이 늦습니다.\n자세히: https://status.example.kr/i/7Q2X"}
EN = {"language": "en", "title": "[Outage] Slow login", "body": "Since 14:05 signing in is slow.\nMore: https://status.example.kr/i/7Q2X"}


def message(**changes):
    made = {"texts": [KO, EN], "key": "n-7Q2X-1", "at": "2026-03-02T05:06:07.000Z", "step": "investigating"}
    made.update(changes)
    return made


class Speaker:
    """One process; any number of sendings at once."""

    def __init__(self, connect=5000, total=10000, authorities=""):
        environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        self.process = subprocess.Popen([SPEAKER, str(connect), str(total), authorities], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.waiting = {}
        self.count = 0
        self.words = []
        self.readers = [threading.Thread(target=self._read), threading.Thread(target=self._listen)]
        for reader in self.readers:
            reader.start()

    def _read(self):
        for line in self.process.stdout:
            answer = json.loads(line)
            self.waiting[answer["id"]].put(answer["outcomes"])
        for waiting in self.waiting.values():
            waiting.put(None)

    def _listen(self):
        self.words.extend(self.process.stderr)

    def begin(self, **asked):
        self.count += 1
        self.waiting[self.count] = queue.Queue()
        self.process.stdin.write(json.dumps(dict(asked, id=self.count)) + "\n")
        self.process.stdin.flush()
        return self.count

    def outcomes(self, begun, timeout=60):
        found = self.waiting[begun].get(timeout=timeout)
        assert found is not None, "the speaker ended: " + "".join(self.words)
        return found

    def send(self, kind, settings=None, secrets=None, via="", sandbox=False, **changes):
        return self.outcomes(self.begin(kind=kind, via=via, settings=settings or {}, secrets=secrets or {}, sandbox=sandbox,
                                        key="channel", message=message(**changes)))

    def one(self, *words, **named):
        outcomes = self.send(*words, **named)
        assert len(outcomes) == 1, outcomes
        return outcomes[0]

    def publish(self, via, settings, files, secrets=None):
        return self.outcomes(self.begin(via=via, settings=settings, secrets=secrets or {}, key="place",
                                        files=[{"path": path, "text": text} for path, text in files]))[0]

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)
        for reader in self.readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        assert self.process.returncode == 0, (self.process.returncode, self.words)
        assert not self.words, self.words  # nothing is ever written beside the answers


class SpeakingTest(unittest.TestCase):
    """A speaker for the class; `serve(Service())` for the test."""

    @classmethod
    def setUpClass(cls):
        cls.speaker = Speaker()
        cls.addClassCleanup(cls.speaker.close)

    def serve(self, service):
        self.addCleanup(service.close)
        return service

    def assertOutcome(self, outcome, sending, code=""):
        self.assertEqual((outcome["sending"], outcome["code"]), (sending, code), outcome)

    def assertKept(self, service, requests=1):
        """As often as said, and as the service's documents have it."""
        self.assertEqual(service.faults, [])
        self.assertEqual(len(service.taken), requests)
