"""What every sender over HTTP says of a line or a service on a bad day: one request at the most, and no word too many."""

import json
import socket
import struct
import tempfile
import threading
import unittest

from certificates import Authority
from speaking import EN, KO, Speaker

SHORT = dict(KO, title="", body="로그인 지연 복구중")
SESSION = json.dumps({"did": "did:plc:1", "accessJwt": "eyJ.session.token"}).encode()

# (name, kind, via, settings, secrets, recipients, what the service says first, idempotent); {url} is the service.
SENDERS = [
    ("slack", "slack", "", {}, {"webhook": "{url}/services/T0/B0/XXXXXXXX"}, 0, [], False),
    ("mattermost", "mattermost", "", {}, {"webhook": "{url}/hooks/xxxxxxxx"}, 0, [], False),
    ("discord", "discord", "", {}, {"webhook": "{url}/api/webhooks/1/xxxxxxxx"}, 0, [], False),
    ("teams", "teams", "", {}, {"webhook": "{url}/workflows/x?sig=xxxxxxxx"}, 0, [], False),
    ("own webhook", "webhook", "", {"endpoint": "{url}/push"}, {"signing-key": "0123456789abcdef"}, 0, [], True),
    ("SENS text", "sms", "sens", {"service-id": "ncp:sms:kr:1:x", "from": "021234567", "endpoint": "{url}"},
     {"access-key": "access-key", "secret-key": "secret-key"}, 2, [], False),
    ("SENS AlimTalk", "messenger-template", "sens",
     {"service-id": "ncp:kkobizmsg:kr:1:x", "plus-friend-id": "@x", "template-code": "t", "endpoint": "{url}"},
     {"access-key": "access-key", "secret-key": "secret-key"}, 2, [], False),
    ("Solapi text", "sms", "solapi", {"from": "021234567", "endpoint": "{url}"}, {"api-key": "api-key", "api-secret": "api-secret"}, 2, [], False),
    ("Solapi AlimTalk", "messenger-template", "solapi", {"pf-id": "p", "template-id": "t", "endpoint": "{url}"},
     {"api-key": "api-key", "api-secret": "api-secret"}, 2, [], False),
    ("NHN text", "sms", "nhn", {"app-key": "k", "from": "021234567", "endpoint": "{url}"}, {"secret-key": "secret-key"}, 2, [], False),
    ("Kannel", "sms", "kannel", {"endpoint": "{url}", "user": "u", "from": "021234567"}, {"password": "password"}, 1, [], False),
    ("Mastodon", "mastodon", "", {"endpoint": "{url}"}, {"token": "token-of-mastodon"}, 0, [], True),
    ("Bluesky, session", "bluesky", "", {"handle": "x.bsky.social", "endpoint": "{url}"}, {"app-password": "app-password"}, 0, [], True),
    ("Bluesky, post", "bluesky", "", {"handle": "x.bsky.social", "endpoint": "{url}"}, {"app-password": "app-password"}, 0, [SESSION], True),
    ("Telegram", "telegram", "", {"chat-id": "@x", "endpoint": "{url}"}, {"bot-token": "1:token-of-bot"}, 0, [], False),
    ("X", "x", "", {"endpoint": "{url}"}, {"consumer-key": "consumer-key", "consumer-secret": "consumer-secret", "token": "token-of-x",
                                           "token-secret": "token-secret"}, 0, [], False),
    ("Facebook", "facebook", "", {"page-id": "1", "endpoint": "{url}"}, {"page-token": "page-token"}, 0, [], False),
    ("Statuspage, looking", "statuspage", "", {"page-id": "p", "endpoint": "{url}"}, {"api-key": "api-key"}, 0, [], True),
    ("Statuspage, telling", "statuspage", "", {"page-id": "p", "endpoint": "{url}"}, {"api-key": "api-key"}, 0, [b"[]"], True),
    ("WebDAV, writing", "place", "webdav", {"endpoint": "{url}/dav", "user": "u"}, {"password": "password"}, 0, [], True),
    ("WebDAV, moving", "place", "webdav", {"endpoint": "{url}/dav", "user": "u"}, {"password": "password"}, 0, [b""], True),
    ("S3", "place", "s3", {"endpoint": "{url}", "bucket": "b", "region": "r"}, {"access-key": "access-key", "secret-key": "secret-key"}, 0, [], True),
]


def said(status, body=b"", *headers, length=None):
    lines = [f"HTTP/1.1 {status} x", f"Content-Length: {len(body) if length is None else length}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


# name -> (what the service answers or does, outcome where sending twice would be two, outcome where it is harmless)
ANSWERS = {
    "429 with Retry-After": (said(429, b"slow", "Retry-After: 7"), ("later", "busy"), ("later", "busy")),
    "503": (said(503, b"down"), ("later", "unavailable"), ("later", "unavailable")),
    "502 of a gateway": (said(502, b"bad gateway"), ("unknown", "gateway"), ("later", "gateway")),
    "504 of a gateway": (said(504, b"gateway timeout"), ("unknown", "gateway"), ("later", "gateway")),
    "a redirection": (said(302, b"", "Location: /login"), ("refused", "redirected"), ("refused", "redirected")),
    "401": (said(401, b"who are you"), ("refused", "credentials"), ("refused", "credentials")),
    "silence": (None, ("unknown", "timeout"), ("later", "timeout")),
    "reset after the body": ("reset", ("unknown", "reset"), ("later", "reset")),
    "hung up after the body": (b"", ("unknown", "reset"), ("later", "reset")),
    "half an answer": (said(200, b"{\"id\":", length=400), ("unknown", "incomplete"), ("later", "incomplete")),
    "half of the headers": (b"HTTP/1.1 200 OK\r\nContent-Le", ("unknown", "incomplete"), ("later", "incomplete")),
    "an answer without end": (said(200, b"x" * 9_000_000), ("unknown", "incomplete"), ("later", "incomplete")),
}
NOBODY = {
    "connection refused": ("http://127.0.0.1:1", ("later", "connect")),
    "no such name": ("https://no.such.host.invalid", ("later", "dns")),
}


class BadDay:
    """A server that reads whole requests, counts them, answers `first` and then has its fault."""

    def __init__(self, first, fault, context=None, mute=False):
        self.first = list(first)
        self.fault = fault
        self.context = context
        self.mute = mute
        self.count = 0
        self.kept = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.threads = [threading.Thread(target=self.serve)]
        self.threads[0].start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.kept.append(connection)
            if not self.mute:  # else taken, and not a word of TLS
                self.threads.append(threading.Thread(target=self.meet, args=(connection,)))
                self.threads[-1].start()

    def meet(self, connection):
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
                self.kept.append(connection)
            self.talk(connection)
        except OSError:
            pass

    def talk(self, connection):
        while self.readRequest(connection):
            self.count += 1
            if self.first:
                body = self.first.pop(0)
                connection.sendall(said(200, body).replace(b"Connection: close\r\n", b""))
                continue
            if self.fault is None:
                return  # and the connection stays
            if self.fault == "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                connection.sendall(self.fault)
            connection.close()
            return

    @staticmethod
    def readRequest(connection):
        received = b""
        while b"\r\n\r\n" not in received:
            piece = connection.recv(65536)
            if not piece:
                return False
            received += piece
        head, _, body = received.partition(b"\r\n\r\n")
        lengths = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        while len(body) < sum(lengths):
            body += connection.recv(65536)
        return True

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.threads[0].join()
        for connection in self.kept:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        for thread in self.threads[1:]:
            thread.join()
        for connection in self.kept:
            connection.close()


class BadLines(unittest.TestCase):
    tried = unknown = twice = 0

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="bongsu-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.authority = Authority(folder.name)
        cls.speaker = Speaker(connect=1500, total=1500, authorities=cls.authority.file)
        cls.addClassCleanup(cls.speaker.close)

    @classmethod
    def tearDownClass(cls):
        print(f"\nsenders {len(SENDERS)}, faults tried {cls.tried}, answered as unknown where it must be {cls.unknown}, sent twice {cls.twice}")

    def begin(self, sender, url):
        _, kind, via, settings, secrets, recipients, _, _ = sender
        def filled(values):
            return {name: value.replace("{url}", url) for name, value in values.items()}
        if kind == "place":
            return self.speaker.begin(via=via, settings=filled(settings), secrets=filled(secrets), key="place",
                                      files=[{"path": "index.html", "text": "<h1>다온</h1>"}])
        return self.speaker.begin(kind=kind, via=via, settings=filled(settings), secrets=filled(secrets), sandbox=True, key="channel",
                                  message={"texts": [SHORT] if recipients else [KO, EN], "key": "n-1", "at": "2026-03-02T05:06:07.000Z",
                                           "step": "investigating", "recipients": ["01012345678", "01087654321"][:recipients]})

    def judge(self, sender, begun, wanted, server=None, requests=0):
        outcomes = self.speaker.outcomes(begun)
        self.assertEqual(len(outcomes), max(1, sender[5]), sender[0])
        for outcome in outcomes:
            self.assertEqual((outcome["sending"], outcome["code"]), wanted, (sender[0], outcome))
            for secret in sender[4].values():
                self.assertNotIn(secret.rpartition("/")[2].rpartition("=")[2], outcome["words"])
        type(self).tried += 1
        type(self).unknown += wanted[0] == "unknown"
        if server:
            type(self).twice += max(0, server.count - requests)
            self.assertEqual(server.count, requests, sender[0])
        return outcomes

    def test_faultsOfServices(self):
        for name, (fault, once, harmless) in ANSWERS.items():
            with self.subTest(fault=name):
                servers = [BadDay(sender[6], fault) for sender in SENDERS]
                try:
                    begun = [self.begin(sender, f"http://127.0.0.1:{server.port}") for sender, server in zip(SENDERS, servers)]
                    for sender, server, one in zip(SENDERS, servers, begun):
                        outcomes = self.judge(sender, one, harmless if sender[7] else once, server, 1 + len(sender[6]))
                        if name.startswith("429"):
                            self.assertEqual([outcome["retryAfter"] for outcome in outcomes], [7000] * len(outcomes))
                        if sender[0] == "Mastodon" and name == "silence":
                            self.assertEqual(outcomes[0]["retryWithin"], 3_600_000)
                finally:
                    for server in servers:
                        server.close()

    def test_nobodyThere(self):
        for name, (url, wanted) in NOBODY.items():
            with self.subTest(fault=name):
                begun = [self.begin(sender, url) for sender in SENDERS if not sender[6]]
                for sender, one in zip((sender for sender in SENDERS if not sender[6]), begun):
                    self.judge(sender, one, wanted)

    def test_certificates(self):
        with tempfile.TemporaryDirectory(prefix="bongsu-test-") as folder:
            stranger = Authority(folder)
            contexts = {"another's name": (self.authority.serverContext("192.0.2.7"), False, ("later", "tls")),
                        "nobody's authority": (stranger.serverContext("127.0.0.1"), False, ("later", "tls")),
                        "no TLS at all": (None, True, ("later", "connect"))}
            for name, (context, mute, wanted) in contexts.items():
                with self.subTest(fault=name):
                    alone = [sender for sender in SENDERS if not sender[6]]
                    servers = [BadDay([], said(200), context, mute) for _ in alone]
                    try:
                        begun = [self.begin(sender, f"https://127.0.0.1:{server.port}") for sender, server in zip(alone, servers)]
                        for sender, server, one in zip(alone, servers, begun):
                            self.judge(sender, one, wanted, server, 0)
                    finally:
                        for server in servers:
                            server.close()

    def test_theRightCertificateIsTaken(self):
        server = BadDay([], said(200, b"ok"), self.authority.serverContext("127.0.0.1"))
        self.addCleanup(server.close)
        self.judge(SENDERS[0], self.begin(SENDERS[0], f"https://127.0.0.1:{server.port}"), ("sent", ""), server, 1)


if __name__ == "__main__":
    unittest.main()
