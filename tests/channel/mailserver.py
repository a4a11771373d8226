"""A real SMTP server on loopback, and what it does with each recipient."""

import asyncio
import logging
import socket
import threading

from aiosmtpd.smtp import SMTP, AuthResult

# aiosmtpd's own, of what is coming in its next version.
logging.disable(logging.WARNING)

PASSWORD = "비밀 correct horse"


class Mailroom:
    """What the server does with each recipient is in its name."""

    def __init__(self):
        self.kept = []  # envelopes
        self.news = threading.Condition()
        self.begun = 0
        self.asked = 0  # for a password
        self.encrypted = []
        self.silent = threading.Event()  # it has a message and says nothing

    def waitFor(self, messages, patience=120):
        with self.news:
            assert self.news.wait_for(lambda: len(self.kept) >= messages, patience), len(self.kept)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("full"):
            return "452 4.2.2 mailbox of %s is full" % address
        if address.startswith("gone"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.begun += 1
        self.encrypted.append(session.ssl is not None)
        to = envelope.rcpt_tos[0]
        if to.startswith("spam"):
            return "554 5.7.1 this is spam"
        if to.startswith("greylisted"):
            return "451 4.7.1 greylisted, come back"
        with self.news:
            self.kept.append(envelope)
            self.news.notify_all()
        if to.startswith("silent"):
            self.silent.set()
            await asyncio.Event().wait()  # which nobody sets
        if to.startswith("cut"):
            server.transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        return "250 2.0.0 queued as 4F2A"


class MailServer:
    """aiosmtpd on a loop and a thread of its own."""

    def __init__(self, mailroom, starttls=None, tls=None):
        self.loop = asyncio.new_event_loop()

        def session():
            return SMTP(mailroom, tls_context=starttls, require_starttls=starttls is not None, loop=self.loop,
                        auth_required=bool(starttls or tls), auth_require_tls=tls is None, authenticator=authenticate)

        self.server = self.loop.run_until_complete(self.loop.create_server(session, "127.0.0.1", 0, ssl=tls))
        self.port = str(self.server.sockets[0].getsockname()[1])
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.server.close()
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self.loop.run_until_complete(asyncio.wait(tasks))
        self.loop.close()


def authenticate(server, session, envelope, mechanism, data):
    server.event_handler.asked += 1
    if data.login == b"temporary":
        return AuthResult(success=False, handled=False, message="454 4.7.0 Temporary authentication failure")
    return AuthResult(success=data.login == b"relay" and data.password == PASSWORD.encode(), handled=False)
