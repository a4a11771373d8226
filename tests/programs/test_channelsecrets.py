"""What channels are spoken to with is in nothing that anybody reads: what programs print, command lines, environments, errors."""

import os
import random
import subprocess
import unittest

from disks import Search, read
from everychannel import EveryChannel
from processes import everyProcess
from programs import RELAY, Answer as Said, Place
from services import Answer, Service

SEED = int(os.environ.get("BONGSU_SEED", "7"))


class Overheard(Place):
    """Keeps all that the programs print."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def run(self, program, *words, stdin=None, timeout=60, environment=None):
        done = subprocess.run([program, *words], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=timeout, env=environment or self.environment, check=False)
        self.heard += [done.stdout.encode(), done.stderr.encode()]
        return Said(done)

    def startRelay(self, *words):
        with open(self.path("said-by-relay"), "ab") as log:
            self.relay = subprocess.Popen([RELAY, "run", self.path("relay"), *words], stdout=log, stderr=log, env=self.environment)
        self.waitUntilServing("relay", self.relay)

    def stopRelay(self, *how):
        if self.relay:
            self.relay.terminate()
            self.relay.wait(timeout=30)
            self.relay = None

    def printed(self):
        return [*self.heard, read(self.path("said-by-relay"))]


class Json(Service):
    """As Apprise speaks to one; while it waits, what /proc tells of everybody."""

    def __init__(self):
        super().__init__()
        self.told = []

    def answer(self, request):
        self.told += everyProcess()
        return Answer(200 if request.path == "/a-s3cr3t-path" else 500)


class Parrot(Service):
    """Refuses, and repeats everything that it was told: the worst that a service could write into an error."""

    def answer(self, request):
        said = "\n".join([request.path, request.query, *(f"{name}: {value}" for name, value in request.headers.items()),
                          request.body.decode(errors="replace")])
        return Answer(401, {"error": said, "message": said, "description": said, "errorMessage": said, "detail": said})


class ChannelSecrets(EveryChannel):
    makePlace = Overheard

    def startServers(self):
        super().startServers()
        self.json = self.serve(Json())

    def channels(self):
        return super().channels() + [("hundreds", "apprise", "", {}, {"url": self.json.url.replace("http", "json") + "/a-s3cr3t-path"},
                                      "", "ko")]

    def search(self, *more):
        search = Search()
        search.add("page/nginx", self.nginx.PASSWORD)
        for key, _, _, _, secrets, _, _ in [*self.channels(), *more]:
            for name, secret in secrets.items():
                # Of a webhook's address only the path is a secret.
                search.add(f"{name} of {key}", "/" + secret.split("/", 3)[3] if "://" in secret else secret)
        return search

    def test_nothingOfThemIsPrintedOrInACommandLineOrEnvironment(self):
        told = []
        for service in [*self.services.values(), self.json]:
            answer = service.answer

            def listening(request, answer=answer):
                told.extend(everyProcess())  # while a channel is spoken to
                return answer(request)
            service.answer = listening
        incident = self.done("chief", "declare", "--title", "판교 화재", "--grade", "total", "--site", "Pangyo",
                             "--service", "Messenger").last["incident"]
        follower = self.place.follow("watch", incident)
        notice = self.done("talk", "notice", "propose", incident, "--feels", "메시지가 보내지지 않습니다").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        for key in ["page"] + [key for key, *_ in self.channels()]:
            self.assertEqual(self.told(follower, notice, key)["failed"], 0, key)
        self.done("chief", "notice", "status", incident)
        self.atRelay("channel", "list", self.place.path("relay"))
        self.assertTrue(any(b"bongsu-relay" in process for process in told))
        self.assertTrue(any(b"apprise" in process for process in told))
        search = self.search()
        self.assertEqual(search.found(told), set())
        self.assertEqual(search.found(self.place.printed()), set())
        self.assertNotEqual(search.found([*told, "Bearer ".encode() + self.channels()[11][4]["token"].encode()]), set())

    def test_nothingGoesToAnotherAddressUntilItIsGivenForThat(self):
        """Whoever may publish channels may not have the secrets sent to a server of their own."""
        thief = self.serve(Parrot())
        own = self.channels
        moved = {"page/nginx", "push", "mastodon", "sens"}
        self.channels = lambda: [(key, kind, via, dict(settings, endpoint=thief.url) if key in moved else settings, *rest)
                                 for key, kind, via, settings, *rest in own()]
        port, self.nginx.port = self.nginx.port, thief.server.server_port
        published = self.publishChannels()
        for key in moved:
            self.assertIn(f"{key} has another address than before", published.words)
        self.assertNotIn("kannel has another address", published.words)
        relay = self.place.path("relay")
        for line in self.atRelay("channel", "list", relay).lines:
            self.assertEqual("givenFor" in line, line["channel"] in moved, line)
            self.assertEqual(bool(line["lacks"]), line["channel"] in moved, line)
        for key, address in (("push", []), ("mastodon", []), ("sens", ["010-1000-0001"])):
            answer = self.place.run(RELAY, "channel", "test", relay, key, *address)
            self.assertEqual((answer.last["outcome"], answer.last["cause"]), ("refused", "elsewhere"), key)
            self.assertIn("endpoint=", answer.last["words"])
        incident = self.done("chief", "declare", "--title", "판교 화재", "--grade", "total", "--site", "Pangyo",
                             "--service", "Messenger").last["incident"]
        follower = self.place.follow("watch", incident)
        notice = self.done("talk", "notice", "propose", incident, "--feels", "안 됩니다", "--channel", "push", "--channel", "page",
                           "--channel", "slack").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.assertEqual(self.told(follower, notice, "slack")["failed"], 0)
        self.assertEqual(self.told(follower, notice, "push")["cause"], "elsewhere")
        self.line(follower, lambda line: line.get("kind") == "delivery.told" and line["channel"] == "page" and line["cause"] == "elsewhere")
        self.assertEqual(thief.taken, [])
        # Given again by whoever runs the relay, they go there; and with the old address again, not.
        secrets = next(secrets for key, _, _, _, secrets, _, _ in self.channels() if key == "push")
        self.seal("push", secrets)
        self.assertEqual(self.place.run(RELAY, "channel", "test", relay, "push").last["cause"], "credentials")
        self.assertEqual(len(thief.taken), 1)
        self.channels, self.nginx.port = own, port
        self.publishChannels()
        self.assertEqual(self.place.run(RELAY, "channel", "test", relay, "push").last["cause"], "elsewhere")
        self.assertEqual(self.place.run(RELAY, "channel", "test", relay, "mastodon").last["outcome"], "sent")
        # What has no address has no secret.
        answer = self.place.run(RELAY, "channel", "add", relay, "none", "--secrets", self.write("secrets", "token=t\n"))
        self.assertEqual(answer.error, "not_found")
        self.assertIn("Nothing was recorded", answer.words)

    def wrong(self, secret, chance):
        """Another one of the same shape."""
        beginning = secret.index("/", 8) + 1 if "://" in secret else 0
        return secret[:beginning] + "".join(chance.choice("bcdfghjklmnpqrstvwxz") if letter.isalnum() else letter
                                            for letter in secret[beginning:])

    def test_aChannelThatRefusesTellsNothingOfThem(self):
        """By the services themselves, with wrong ones; and by servers that repeat whatever they were told."""
        parrot = self.serve(Parrot())
        addresses = {"mail": "a@example.kr", "kannel": "010-1000-0001", "sens": "010-1000-0001", "solapi": "010-1000-0001",
                     "nhn": "010-1000-0001"}
        chance = random.Random(SEED)
        wrong = [(key, kind, via, settings, {name: self.wrong(secret, chance) for name, secret in secrets.items()}, recipients, spoken)
                 for key, kind, via, settings, secrets, recipients, spoken in self.channels()]
        search = self.search(*wrong)
        refused = 0

        def ask(channels):
            nonlocal refused
            for key, _, _, _, secrets, _, _ in channels:
                if secrets:
                    self.seal(key, secrets)
                    answer = self.place.run(RELAY, "channel", "test", self.place.path("relay"), key, *addresses.get(key, "").split())
                    self.assertIn(answer.last["outcome"], ("refused", "unknown", "later"), (key, answer.lines))
                    refused += bool(answer.last["words"])
        ask(wrong)
        own = self.channels
        self.channels = lambda: [
            (key, kind, via, dict(settings, endpoint=parrot.url) if "endpoint" in settings else settings,
             {name: parrot.url + "/" + secret.split("/", 3)[3] if secret.startswith("http") else secret
              for name, secret in secrets.items()}, recipients, spoken)
            for key, kind, via, settings, secrets, recipients, spoken in own()]
        self.nginx.port = parrot.server.server_port
        self.publishChannels()
        ask([channel for channel in self.channels() if channel[0] not in ("mail", "chat", "hundreds")])
        self.assertGreater(refused, 20)
        self.assertGreater(len(parrot.taken), 14)
        incident = self.done("chief", "declare", "--title", "판교 화재", "--grade", "total", "--site", "Pangyo",
                             "--service", "Messenger").last["incident"]
        follower = self.place.follow("watch", incident)
        notice = self.done("talk", "notice", "propose", incident, "--feels", "안 됩니다", "--channel", "slack", "--channel",
                           "page").last["notice"]
        self.done("chief", "notice", "approve", incident, notice)
        self.line(follower, lambda line: line.get("kind") == "delivery.told" and line["channel"] == "page" and line["cause"])
        self.done("chief", "notice", "status", incident)
        self.done("chief", "log", incident)
        self.assertEqual(search.found(self.place.printed()), set())


if __name__ == "__main__":
    print("seed", SEED, flush=True)
    unittest.main(verbosity=2)
