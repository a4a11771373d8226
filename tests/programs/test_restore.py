"""A relay comes back from an old backup: what was acknowledged is taken back, or recorded again in a new epoch."""

import os
import shutil
import unittest

from display import AtDesk
from programs import CHANNELS, DONE, RELAY, Place, waitForLine


SERVICES = """\
catalogue: 1
departments:
  - {department: infra, name: {ko: 인프라실, en: Infrastructure}}
services:
  - {service: 메신저, name: {ko: 메신저, en: Messenger}, public: {ko: 메신저, en: Messenger}, department: infra, grade: 1}
"""


class Restore(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "관리자")
        p.join("kim", p.invite("admin", "commander"), "김하늘")
        p.join("lee", p.invite("admin", "responder"), "이수민")
        self.incident = p.declare("kim", "판교 데이터센터 화재")
        self.early = self.note("kim", "백업 전에 쓴 말")
        for home in ("admin", "kim", "lee"):
            self.assertEqual(p.ctl(home, "sync").code, DONE)
        self.assertEqual(p.relayCommand("backup", p.path("backup.db")).code, DONE)

    def note(self, home, text, incident=None, state="recorded"):
        answer = self.place.ctl(home, "--wait", "10" if state == "recorded" else "1", "note", incident or self.incident,
                                text)
        self.assertEqual((answer.code, answer.last["state"]), (DONE, state), answer.words)
        return answer.last["event"]

    def goBack(self):
        p = self.place
        p.stopRelay()
        self.assertEqual(p.relayCommand("restore", p.path("backup.db")).code, DONE)
        p.startRelay()

    def assertSame(self, *homes):
        p = self.place
        for _ in range(2):  # what the first round brought back reaches those before it in the second
            for home in homes:
                synced = p.ctl(home, "sync")
                self.assertEqual((synced.code, synced.last["forks"]), (DONE, []), (home, synced.lines, synced.words))
        heads = [p.heads(home) for home in homes]
        for other in heads[1:]:
            self.assertEqual(other, heads[0])
        for home in homes:
            verified = p.ctl(home, "verify")
            self.assertEqual(verified.code, DONE, (home, verified.lines))
            self.assertEqual(p.ctl(home, "--offline", "status").last["refused"], 0, home)

    def assertRecordedOnce(self, home, events, incident=None):
        entries = self.place.log(home, incident or self.incident, "--offline")
        self.assertEqual([e["seq"] for e in entries], list(range(1, len(entries) + 1)))
        numbered = [e["event"] for e in entries]
        for event in events:
            self.assertEqual(numbered.count(event), 1, event)

    def declareEpoch(self, home="admin"):
        answer = self.place.ctl(home, "--wait", "20", "declare-epoch", "--reason", "백업에서 되살림")
        self.assertEqual(answer.code, DONE, (answer.lines, answer.words))

    def test_takesBackWhatADesktopHolds(self):
        p = self.place
        after = [self.note("kim", "백업 뒤에 쓴 말"), self.note("lee", "또 하나")]
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        self.goBack()
        synced = p.ctl("admin", "sync")  # shows its heads; nothing of its own waits, and yet it hears of it
        self.assertEqual((synced.code, synced.last["stopped"]), (DONE, "relay.stopped"), synced.words)
        self.assertIn("declare-epoch", synced.words)
        waiting = self.note("admin", "번호를 기다리는 말", state="pending")
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        self.assertEqual(p.relayCommand("status").last["stopped"], "relay.stopped")
        self.declareEpoch()
        self.assertSame("admin", "kim", "lee")
        self.assertRecordedOnce("lee", [self.early, *after, waiting])
        self.assertEqual(p.relayCommand("status").last["stopped"], "")
        self.assertRecordedOnce("kim", [self.note("kim", "새 회차에서")])

    def callThatPasses(self):
        """What the relay will number of its own, 30 s from now; where the others hold that, the store from before it."""
        p = self.place
        self.assertEqual(p.ctl("kim", "assign", self.incident, "recovery", "이수민", "--within", "0.5").code, DONE)
        for home in ("admin", "kim", "lee"):
            self.assertEqual(p.ctl(home, "sync").code, DONE)
        p.stopRelay()
        shutil.copy(p.path("relay/relay.db"), p.path("backup.db"))
        p.startRelayAt("+31s")
        self.waitForPass("lee")
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        p.stopRelay()

    def waitForPass(self, home):
        """And is gone when the relay comes back."""
        follower = self.place.follow(home, self.incident)
        waitForLine(follower, lambda line: line["kind"] == "seat.passed")
        follower.terminate()
        follower.wait()

    def assertOnePass(self, home):
        passed = [e for e in self.place.log(home, self.incident, "--offline") if e["kind"] == "seat.passed"]
        self.assertEqual(len(passed), 1, passed)

    def test_numbersNothingOfItsOwnBeforeAnEpoch(self):
        p = self.place
        self.callThatPasses()
        self.assertEqual(p.relayCommand("restore", p.path("backup.db")).code, DONE)
        p.startRelayAt("+35s")
        self.assertEqual(p.relayCommand("status").last["stopped"], "relay.stopped")
        waiting = self.note("admin", "번호를 기다리는 말", state="pending")
        self.assertEqual(p.ctl("lee", "sync").code, DONE)
        self.declareEpoch()
        self.assertSame("admin", "kim", "lee")
        self.assertOnePass("kim")
        self.assertRecordedOnce("lee", [self.early, waiting])

    def test_stopsWhereItNumberedSomethingElse(self):
        """A disk from before, put back by other means than "restore"."""
        p = self.place
        self.callThatPasses()
        os.remove(p.path("relay/relay.db"))
        shutil.move(p.path("backup.db"), p.path("relay/relay.db"))
        p.startRelayAt("+35s")
        self.waitForPass("admin")
        self.assertEqual(p.relayCommand("status").last["stopped"], "")
        told = p.ctl("kim", "sync")
        self.assertEqual((told.code, told.last["forks"]), (DONE, [self.incident]), told.words)
        self.assertIn("two histories", told.words)
        self.assertEqual(p.relayCommand("status").last["stopped"], "relay.stopped")
        waiting = self.note("lee", "번호를 기다리는 말", state="pending")
        self.declareEpoch()
        self.assertSame("admin", "kim", "lee")
        self.assertOnePass("kim")
        self.assertRecordedOnce("lee", [self.early, waiting])

    def notice(self):
        """Of an incident of its own, approved; its only channel is a page in a folder, which is not there yet."""
        p = self.place
        p.join("talk", p.invite("admin", "communications"), "최서연")
        for words, content in ((("services", "publish"), SERVICES), (("notice", "publish", "channels"), CHANNELS)):
            with open(p.path("document.yaml"), "w", encoding="utf-8") as file:
                file.write(content.replace("PAGE", p.path("page")))
            self.assertEqual(p.ctl("kim", *words, p.path("document.yaml")).code, DONE)
        incident = p.ctl("kim", "declare", "--title", "판교 화재", "--grade", "total", "--service", "메신저").last["incident"]
        proposed = p.ctl("talk", "notice", "propose", incident, "--feels", "메시지가 가지 않습니다").last["event"]
        approved = p.ctl("kim", "notice", "approve", incident, proposed)
        self.assertEqual(approved.code, DONE, approved.words)
        return incident

    def test_sendsNothingBeforeAnEpoch(self):
        """It does not know what it has sent since the backup."""
        p = self.place
        incident = self.notice()
        follower = p.follow("kim", incident)
        waitForLine(follower, lambda line: line["kind"] == "delivery.told")  # there is no such folder
        os.remove(p.path("backup.db"))
        self.assertEqual(p.relayCommand("backup", p.path("backup.db")).code, DONE)
        os.mkdir(p.path("page"))
        self.goBack()
        self.note("admin", "번호를 기다리는 말", state="pending")
        self.assertEqual(os.listdir(p.path("page")), [])
        self.declareEpoch()
        waitForLine(follower, lambda line: line["kind"] == "delivery.told" and os.listdir(p.path("page")))

    def test_whatWentOutIsNotBegunAgain(self):
        """Who saw it go out comes after the epoch, and gives back approval and delivery together."""
        p = self.place
        os.mkdir(p.path("page"))
        incident = self.notice()
        follower = p.follow("kim", incident)
        waitForLine(follower, lambda line: line["kind"] == "delivery.told")
        follower.terminate()
        follower.wait()
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        sent = [e["event"] for e in p.log("kim", incident, "--offline") if e["kind"].startswith("delivery.")]
        self.assertEqual(len(sent), 2)
        self.goBack()
        self.declareEpoch()
        self.assertSame("kim", "talk", "admin")
        self.assertRecordedOnce("admin", sent, incident)
        self.assertEqual([e["event"] for e in p.log("kim", incident, "--offline") if e["kind"].startswith("delivery.")],
                         sent)

    def test_saysHowManyItsListsHoldNow(self):
        """People had been told of a list that is longer than the one in the backup."""
        p = self.place
        org = p.ctl("admin", "status").last["org"]

        def setList(count):
            with open(p.path("list"), "w", encoding="utf-8") as file:
                file.write("".join(f"someone{i}@example.kr\n" for i in range(count)))
            self.assertEqual(p.run(RELAY, "recipients", "set", p.path("relay"), "partners", "--addresses", p.path("list")).code,
                             DONE)

        def entries():
            self.assertEqual(p.ctl("kim", "sync").code, DONE)
            return p.heads("kim")[org][0]
        setList(2)
        os.remove(p.path("backup.db"))
        self.assertEqual(p.relayCommand("backup", p.path("backup.db")).code, DONE)
        setList(3)
        before = entries()
        self.goBack()
        self.assertEqual(p.run(RELAY, "recipients", "list", p.path("relay")).last["addresses"], 2)
        self.assertEqual(entries(), before)
        self.declareEpoch()
        self.assertSame("admin", "kim")
        self.assertEqual(entries(), before + 2)  # the epoch, and that it is two

    def test_rootLetsAnAdminInWhoDeclaresTheEpoch(self):
        """The admin's computer stood beside the relay's."""
        p = self.place
        after = [self.note("kim", "백업 뒤에 쓴 말"), self.note("lee", "또 하나")]
        self.goBack()
        shutil.rmtree(p.path("admin"))
        recovered = p.ctl("kim", "recover", "--root", p.path("relay/root/root-1.key"))
        self.assertEqual((recovered.code, recovered.last["state"]), (DONE, "recorded"), recovered.words)
        p.join("saved", recovered.last["invite"], "한지우")
        waiting = self.note("lee", "번호를 기다리는 말", state="pending")
        self.declareEpoch("saved")
        self.assertSame("kim", "lee", "saved")
        self.assertRecordedOnce("saved", [self.early, *after, waiting])
        self.assertEqual({line["name"] for line in p.ctl("lee", "people").lines}, {"관리자", "김하늘", "이수민", "한지우"})

    def test_isRememberedOverAnotherStart(self):
        p = self.place
        self.note("kim", "백업 뒤에 쓴 말")
        self.goBack()
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        p.stopRelay()
        p.startRelay()
        self.note("lee", "릴레이가 멈춘 줄 모르는 사람", state="pending")

    def test_whatOnlyTheAbsentHoldIsRecordedAgain(self):
        p = self.place
        secret = "지워야 하는 이름 홍길동"
        after = [self.note("kim", "백업 뒤에 쓴 말"), self.note("lee", "또 하나")]
        erased = self.note("lee", secret)
        p.join("park", p.invite("kim", "responder"), "박도윤")
        after += [self.note("park", "백업 뒤에 합류"), self.note("kim", "그 뒤")]
        withdrawn = p.ctl("lee", "withdraw", erased)
        self.assertEqual(withdrawn.code, DONE, withdrawn.words)
        second = p.declare("lee", "백업 뒤에 선언된 장애")
        later = [self.note("park", "두 번째 장애의 기록", second), self.note("lee", "이어서", second)]
        for home in ("kim", "lee", "park"):
            self.assertEqual(p.ctl(home, "sync").code, DONE)
        self.goBack()
        self.declareEpoch()  # by an admin who holds no more than the backup
        fresh = self.note("admin", "새 회차의 첫 기록")
        for home in ("kim", "lee", "park"):
            self.assertEqual(p.ctl(home, "sync").code, DONE, home)
        # Whose text is gone can be recorded by nobody: its author sees that, and everybody that its end is refused.
        self.assertEqual({r["event"]: r["code"] for r in p.ctl("lee", "--offline", "refused").lines},
                         {erased: "part.missing", withdrawn.last["event"]: "not_found"})
        self.discardRefused("kim", "lee", "park")
        self.assertSame("admin", "kim", "lee", "park")
        self.assertRecordedOnce("admin", [self.early, fresh, *after])
        self.assertRecordedOnce("park", later, second)
        order = [e["event"] for e in p.log("admin", self.incident, "--offline") if e["event"] in after]
        self.assertEqual(order, after)  # each device's own order, and here the whole branch's
        self.assertNotIn(secret, str(p.log("kim", self.incident)))

    def discardRefused(self, *homes):
        for home in homes:
            for refused in self.place.ctl(home, "--offline", "refused").lines:
                self.assertEqual(self.place.ctl(home, "refused", "--discard", refused["event"]).code, DONE)

    def test_goesBackBehindAnEpoch(self):
        p = self.place
        self.declareEpoch()
        after = self.note("kim", "두 번째 회차")
        for home in ("admin", "kim", "lee"):
            self.assertEqual(p.ctl(home, "sync").code, DONE)
        self.goBack()
        self.assertEqual(p.ctl("kim", "sync").code, DONE)
        self.assertEqual(p.relayCommand("status").last["stopped"], "relay.stopped")
        self.declareEpoch()
        self.assertSame("admin", "kim", "lee")
        self.assertRecordedOnce("lee", [self.early, after])


class InTheWindow(AtDesk):
    def test_anAdminLetsTheRelayRecordAgain(self):
        p = self.place
        self.assertEqual(p.relayCommand("backup", p.path("backup.db")).code, DONE)
        after = p.ctl("desk", "note", self.incident, "written after the backup").last["event"]
        p.stopRelay()
        self.assertEqual(p.relayCommand("restore", p.path("backup.db")).code, DONE)
        p.startRelay()
        self.desk.start("--lang", "en")
        self.display.focus("Bongsu")
        # Nothing of this desktop's waits for a number: it was told.
        self.desk.waitFor(lambda: p.ctl("desk", "sync").last.get("stopped") == "relay.stopped")
        self.display.keyboard("key", "ctrl+k")
        self.display.keyboard("type", "--delay", "20", "new epoch")
        self.display.keyboard("key", "Return")
        self.display.keyboard("type", "--delay", "20", "restored from the backup")
        self.display.keyboard("key", "Return")
        self.desk.waitFor(lambda: p.relayCommand("status").last["stopped"] == "")
        synced = p.ctl("desk", "sync")
        self.assertEqual((synced.last["stopped"], synced.last["pending"], synced.last["refused"]), ("", 0, 0))
        self.assertEqual([e["event"] for e in p.log("desk", self.incident)].count(after), 1)
        self.assertEqual(p.ctl("desk", "verify").code, DONE)


if __name__ == "__main__":
    unittest.main()
