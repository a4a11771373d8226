"""E-mail through a real SMTP server with STARTTLS and AUTH, read back by a mail parser that is not ours."""

import email
import email.policy
import tempfile
import unittest

from certificates import Authority
from mailserver import PASSWORD, Mailroom, MailServer
from speaking import EN, KO, Speaker, SpeakingTest

class Mail(SpeakingTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="bongsu-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.authority = Authority(folder.name)
        cls.speaker = Speaker(total=2000, authorities=cls.authority.file)
        cls.addClassCleanup(cls.speaker.close)

    def server(self, name="127.0.0.1", **contexts):
        mailroom = Mailroom()
        server = MailServer(mailroom, **(contexts or {"starttls": self.authority.serverContext(name)}))
        self.addCleanup(server.close)
        return mailroom, {"server": "127.0.0.1", "port": server.port, "user": "relay",
                          "from": "다온 장애대응 <notice@daon.example.kr>",
                          "unsubscribe": "https://status.daon.example.kr/unsubscribe/x1"}

    def sendTo(self, settings, *recipients, password=PASSWORD, **changes):
        return self.speaker.send("mail", settings, {"password": password}, recipients=list(recipients), **changes)

    def test_oneMessageForEachIsReadAsItWasWritten(self):
        mailroom, settings = self.server()
        outcomes = self.sendTo(settings, "a@example.kr", "김하나 <b@example.kr>")
        for outcome in outcomes:
            self.assertOutcome(outcome, "sent")
            self.assertEqual(outcome["reference"], "<n-7Q2X-1@daon.example.kr>")
        self.assertEqual([envelope.rcpt_tos for envelope in mailroom.kept], [["a@example.kr"], ["b@example.kr"]])
        self.assertEqual(mailroom.encrypted, [True, True])
        self.assertEqual({envelope.mail_from for envelope in mailroom.kept}, {"notice@daon.example.kr"})
        raw = mailroom.kept[0].content
        self.assertTrue(raw.isascii())
        self.assertLessEqual(max(len(line) for line in raw.split(b"\r\n")), 78)
        self.assertNotIn(b"\n", raw.replace(b"\r\n", b""))
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        self.assertEqual(mail.defects, [])
        self.assertEqual(mail["Subject"], KO["title"] + " / " + EN["title"])
        self.assertEqual(mail["From"].addresses[0].display_name, "다온 장애대응")
        self.assertEqual(mail["From"].addresses[0].addr_spec, "notice@daon.example.kr")
        self.assertEqual(mail["To"], "a@example.kr")
        self.assertEqual(mail["Message-ID"], "<n-7Q2X-1@daon.example.kr>")
        self.assertEqual(mail["Date"].datetime.isoformat(), "2026-03-02T05:06:07+00:00")
        self.assertEqual(mail["List-Unsubscribe"], "<https://status.daon.example.kr/unsubscribe/x1>")
        self.assertEqual(mail["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        self.assertEqual(mail["Auto-Submitted"], "auto-generated")
        self.assertEqual(mail["Content-Language"], "ko, en")
        self.assertEqual(mail.get_content_type(), "multipart/alternative")
        self.assertEqual([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"])  # best last
        plain = mail.get_body(("plain",)).get_content()
        self.assertEqual(plain, f"{KO['title']}\n{KO['body']}\n\n{EN['title']}\n{EN['body']}\n".replace("\n", "\r\n")
                         if "\r" in plain else f"{KO['title']}\n{KO['body']}\n\n{EN['title']}\n{EN['body']}\n")
        html = mail.get_body(("html",)).get_content()
        self.assertIn('<div lang="ko">', html)
        self.assertIn('<a href="https://status.example.kr/i/7Q2X">https://status.example.kr/i/7Q2X</a>', html)

    def test_aLongSubjectAndWhatLooksLikeHtml(self):
        mailroom, settings = self.server()
        title = "가나다라 " * 30 + "<b>=?UTF-8?B?x?=</b>"
        self.sendTo(settings, "a@example.kr", texts=[dict(KO, title=title, body="1 < 2 & \"3\"\n.\n점 하나")],
                    inReplyTo="<n-first@daon.example.kr>")
        raw = mailroom.kept[0].content
        self.assertLessEqual(max(len(line) for line in raw.split(b"\r\n")), 78)
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        self.assertEqual(mail["Subject"], title)
        self.assertEqual(mail["In-Reply-To"], "<n-first@daon.example.kr>")
        self.assertEqual(mail["References"], "<n-first@daon.example.kr>")
        self.assertEqual(mail.get_body(("plain",)).get_content().split(), "1 < 2 & \"3\" . 점 하나".split())
        self.assertIn("<p>1 &lt; 2 &amp; &quot;3&quot;</p>", mail.get_body(("html",)).get_content())

    def test_eachRecipientHasAnOutcomeOfItsOwn(self):
        mailroom, settings = self.server()
        outcomes = self.sendTo(settings, "a@example.kr", "full@example.kr", "gone@example.kr", "no address",
                               "a@b.kr\r\nDATA", "spam@example.kr", "greylisted@example.kr", "z@example.kr")
        self.assertEqual([(outcome["sending"], outcome["code"]) for outcome in outcomes],
                         [("sent", ""), ("later", "unavailable"), ("refused", "gone"), ("refused", "recipient"),
                          ("refused", "recipient"), ("refused", "rejected"), ("later", "unavailable"), ("sent", "")])
        self.assertEqual(outcomes[1]["words"], "452 4.2.2 mailbox of full@example.kr is full")
        self.assertEqual(outcomes[2]["words"], "550 5.1.1 no such mailbox")
        self.assertEqual([envelope.rcpt_tos[0] for envelope in mailroom.kept], ["a@example.kr", "z@example.kr"])

    def test_silenceAfterTheMessageIsUnknown(self):
        mailroom, settings = self.server()
        outcomes = self.sendTo(settings, "silent@example.kr", "cut@example.kr", "a@example.kr")
        self.assertEqual([(outcome["sending"], outcome["code"]) for outcome in outcomes],
                         [("unknown", "timeout"), ("unknown", "reset"), ("sent", "")])
        self.assertEqual(len(mailroom.kept), 3)  # each handed over once

    def test_aWrongPasswordIsFinalAndNobodyReadsIt(self):
        mailroom, settings = self.server()
        for outcome in self.sendTo(settings, "a@example.kr", "b@example.kr", "c@example.kr", password="wrong password"):
            self.assertOutcome(outcome, "refused", "credentials")
            self.assertNotIn("wrong password", outcome["words"])
        self.assertEqual(mailroom.asked, 1)  # and an account is not locked by a list of recipients
        settings["user"] = "temporary"
        self.assertOutcome(self.sendTo(settings, "a@example.kr")[0], "later", "unavailable")
        self.assertEqual(mailroom.kept, [])

    def test_nothingGoesToAServerThatIsNotTheOne(self):
        mailroom, settings = self.server(name="192.0.2.7")
        self.assertOutcome(self.sendTo(settings, "a@example.kr")[0], "later", "tls")
        self.assertEqual(mailroom.begun, 0)

    def test_nothingGoesInClear(self):
        mailroom, settings = self.server(starttls=None)
        self.assertOutcome(self.sendTo(settings, "a@example.kr")[0], "later", "tls")
        self.assertEqual(mailroom.begun, 0)
        # A program of this machine that passes mails on may be spoken to so.
        here = {name: value for name, value in settings.items() if name != "user"}
        self.assertOutcome(self.sendTo(dict(here, security="none"), "a@example.kr", password="")[0], "sent")

    def test_nobodyThere(self):
        _, settings = self.server()
        self.assertOutcome(self.sendTo(dict(settings, port="1"), "a@example.kr")[0], "later", "connect")
        self.assertOutcome(self.sendTo(dict(settings, server="no.such.host.invalid"), "a@example.kr")[0], "later", "dns")

    def test_encryptedFromTheStart(self):
        mailroom, settings = self.server(tls=self.authority.serverContext("127.0.0.1"))
        self.assertOutcome(self.sendTo(dict(settings, security="tls"), "a@example.kr")[0], "sent")
        self.assertEqual(len(mailroom.kept), 1)


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # of aiosmtpd, which leaves closed connections to the collector
