"""The walk: what people do with bongsu-relay and bongsuctl, over real TLS, from founding to revocation."""

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
import unittest

from programs import CTL, DONE, EXAMPLE, FAILED, NO_RELAY, NOT_VERIFIED, REFUSED, RELAY, USAGE, Place, waitForLine

VERIFIER = os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "verifier", "bongsu_verify.py")


class WithRelay(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        self.founded = self.place.init()
        self.place.startRelay()
        self.admin = self.place.join("admin", self.founded["invite"], "김하늘")

    def member(self, home, permission, name):
        return self.place.join(home, self.place.invite("admin", permission), name)


class Walk(WithRelay):
    def test_fromFoundingToRevocation(self):
        p = self.place
        responder = self.member("second", "responder", "최서연")
        incident = p.declare("second", "판교 데이터센터 화재", "--offline")
        shown = p.ctl("second", "--offline", "show", incident).last
        self.assertEqual((shown["commanderId"], shown["acting"]), (responder["person"], True))
        self.assertEqual(p.ctl("second", "--offline", "log", incident).last["state"], "pending")
        self.assertEqual(p.ctl("second", "sync").code, DONE)
        self.assertEqual([line["state"] for line in p.log("admin", incident)], ["recorded"])

        self.assertEqual(p.ctl("second", "--offline", "note", incident, "전하지 못한 말").last["state"], "pending")
        self.assertEqual(p.ctl("admin", "revoke", responder["device"]).code, DONE)
        p.ctl("second", "sync", timeout=30)
        refused = p.ctl("second", "--offline", "refused").lines
        self.assertEqual([line["code"] for line in refused], ["device.revoked"])
        self.assertEqual(len(p.log("admin", incident)), 1, "nothing from a revoked device")
        again = p.ctl("second", "refused", "--retry", refused[0]["event"])
        self.assertNotEqual(again.last.get("state"), "recorded")

    def test_commandIsTakenWithAReason(self):
        p = self.place
        incident = p.declare("admin", "접속 지연")
        commander = self.member("commander", "commander", "박도윤")
        self.assertEqual(p.ctl("commander", "take-command", incident).error, "reason.missing")
        self.assertEqual(p.ctl("commander", "take-command", incident, "--reason", "교대").code, DONE)
        shown = p.ctl("admin", "show", incident).last
        self.assertEqual((shown["commanderId"], shown["acting"]), (commander["person"], False))

    def test_oneInviteWithOneUseLetsOneIn(self):
        p = self.place
        invite = p.invite("admin", "viewer")
        racing = [subprocess.Popen([CTL, "--home", p.path(home), "join", invite, "--person", home],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=p.environment)
                  for home in ("one", "two")]
        codes = sorted(process.wait(timeout=60) for process in racing)
        self.assertEqual(codes, [DONE, REFUSED])
        winner = "one" if racing[0].returncode == DONE else "two"
        self.assertEqual(p.ctl(winner, "join", invite, "--person", winner).code, DONE, "safe to repeat")
        self.assertEqual(p.ctl("late", "join", invite, "--person", "late").error, "invite.used")

    def test_aPersonHasTwoDevices(self):
        p = self.place
        invite = p.invite("admin", "viewer", "--person", self.admin["person"])
        second = p.join("admin-phone", invite, "김하늘")
        self.assertEqual(second["person"], self.admin["person"])
        self.assertEqual(len(p.ctl("admin", "people").lines), 1)
        self.assertEqual(len(p.ctl("admin", "devices").lines), 2)
        self.assertEqual(p.ctl("admin-phone", "revoke", self.admin["device"]).code, DONE)

    def test_theLastAdminStays(self):
        answer = self.place.ctl("admin", "permit", self.admin["person"], "viewer")
        self.assertEqual((answer.code, answer.error), (REFUSED, "admin.last"))

    def test_rootLetsAnAdminInWhileTheRelayRuns(self):
        invite = self.place.relayCommand("invite")
        self.assertEqual(invite.code, DONE, invite.words)
        self.place.join("other", invite.last["invite"], "한지우")
        self.assertEqual(sorted(person["permission"] for person in self.place.ctl("admin", "people").lines),
                         ["admin", "admin"])
        status = self.place.relayCommand("status").last
        self.assertTrue(status["rootHere"])


    def test_rootLetsAnAdminInWhenTheLastOnesDeviceIsLost(self):
        p = self.place
        self.member("second", "viewer", "최서연")
        for which in ("1", "2"):
            exported = p.run(RELAY, "root", "export", p.path("relay"), p.path("root-" + which), "--which", which)
            self.assertEqual((exported.code, exported.last["which"]), (DONE, int(which)))
        self.assertEqual(p.run(RELAY, "root", "forget", p.path("relay")).last, {"forgotten": 2})
        self.assertFalse(p.relayCommand("status").last["rootHere"])
        self.assertEqual(p.relayCommand("invite").error, "key.unusable")
        shutil.rmtree(p.path("admin"))

        self.assertEqual(p.ctl("second", "revoke", self.admin["device"]).error, "permission.missing")
        recovered = p.ctl("second", "recover", "--root", p.path("root-2"))
        self.assertEqual((recovered.code, recovered.last["state"]), (DONE, "recorded"), recovered.words)
        saved = p.join("saved", recovered.last["invite"], "한지우")
        self.assertEqual(p.ctl("saved", "revoke", self.admin["device"]).code, DONE)
        permissions = {line["person"]: line["permission"] for line in p.ctl("second", "people").lines}
        self.assertEqual(permissions[saved["person"]], "admin")
        self.assertEqual(p.ctl("second", "verify").code, DONE)
        by_relay = p.relayCommand("invite", "--root", p.path("root-1"))
        self.assertEqual(by_relay.code, DONE, by_relay.words)

    def test_rootOfAnotherOrganisationRecoversNothing(self):
        p = self.place
        other = Place()
        self.addCleanup(other.close)
        other.init("남의 조직")
        answer = p.ctl("admin", "recover", "--root", other.path("relay/root/root-1.key"))
        self.assertEqual((answer.code, answer.error), (REFUSED, "organisation.wrong"))
        self.assertEqual(p.ctl("admin", "recover", "--root", p.path("nothing")).error, "key.unusable")
        self.assertEqual(p.ctl("nobody", "recover", "--root", p.path("relay/root/root-1.key")).error, "log.unknown")

    def test_rootInvitesOfflineAreKept(self):
        p = self.place
        kept = p.ctl("admin", "--offline", "recover", "--root", p.path("relay/root/root-1.key"))
        self.assertEqual((kept.code, kept.last["state"]), (DONE, "pending"))
        self.assertEqual(p.ctl("admin", "sync").last, {"pending": 0, "refused": 0, "forks": [], "stopped": "", "certificate": ""})
        p.join("other", kept.last["invite"], "한지우")
        self.assertEqual([line["permission"] for line in p.ctl("admin", "people").lines], ["admin", "admin"])


class Record(WithRelay):
    def test_importIsTheSameForEverybodyAndAddsOnce(self):
        p = self.place
        self.member("second", "viewer", "최서연")
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.log("second", incident)
        live = p.follow("second", incident)
        waitForLine(live, lambda line: line["kind"] == "incident.declared")
        self.assertEqual(p.ctl("admin", "import", incident, EXAMPLE).last, {"imported": 17})
        waitForLine(live, lambda line: line["seq"] == 18)
        self.assertEqual(p.ctl("admin", "import", incident, EXAMPLE).last, {"imported": 0})
        # The home is held by the one that follows: it answers for it.
        mine, theirs = p.log("admin", incident), p.log("second", incident)
        for field in ("seq", "hash", "event", "state", "text"):
            self.assertEqual([line[field] for line in mine], [line[field] for line in theirs])
        self.assertEqual(p.heads("admin"), p.heads("second"))
        self.assertEqual(mine[1]["occurredAt"], "2022-10-15T06:19:00.000Z")
        self.assertEqual(mine[1]["source"], "official")

    def test_aFaultyLineDoesNotKeepTheOthersOut(self):
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        with open(EXAMPLE, encoding="utf-8") as file:
            lines = file.readlines()
        mixed = p.path("mixed.jsonl")
        with open(mixed, "w", encoding="utf-8") as file:
            file.writelines([lines[0], '{"kind":"observation"}\n', lines[1]])
        answer = p.ctl("admin", "--lang", "ko", "import", incident, mixed)
        self.assertEqual((answer.code, answer.lines[-1]), (REFUSED, {"imported": 2}))
        self.assertEqual(answer.lines[0]["bad"], {"line": 2, "why": "malformed", "what": "occurredAt"})
        self.assertIn("2번째 줄", answer.words)
        self.assertEqual(p.ctl("admin", "import", incident, EXAMPLE).last, {"imported": 15})

    def test_verifiedByUsAndByTheIndependentReader(self):
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.ctl("admin", "import", incident, EXAMPLE)
        p.ctl("admin", "sync")
        self.assertEqual(p.ctl("admin", "verify").code, DONE)
        exported = p.path("pangyo.bongsu")
        self.assertEqual(p.ctl("admin", "export", incident, "--format", "sealed", "-o", exported).code, DONE)
        for org, code in ((self.founded["org"], DONE), ("00" * 32, NOT_VERIFIED)):
            self.assertEqual(self.verifiers(exported, org), (code, code))

    def verifiers(self, exported, org):
        """The exit codes of ours and of the independent one."""
        theirs = subprocess.run(["/usr/bin/python3", VERIFIER, "--file", exported, "--org", org], check=False,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self.place.run(CTL, "verify", "--file", exported, "--org", org).code, theirs.returncode

    def test_anExportHoldsAfterTextsWereErased(self):
        p = self.place
        second = self.member("second", "responder", "최서연")
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.ctl("admin", "note", incident, "남는 말")
        event = p.ctl("admin", "note", incident, "지워질 말").last["event"]
        joined = next(line["event"] for line in p.ctl("admin", "devices").lines if line["device"] == second["device"])
        # One in the incident's log, and one in the organisation's behind the place that the incident names.
        for erased in (event, joined):
            self.assertEqual(p.ctl("admin", "erase", erased, "--reason", "개인정보").code, DONE)
        exported = p.path("erased.bongsu")
        self.assertEqual(p.ctl("admin", "export", incident, "--format", "sealed", "-o", exported).code, DONE)
        self.assertEqual(self.verifiers(exported, self.founded["org"]), (DONE, DONE))

    def test_aFileThatIsNotVerifiedSaysWhere(self):
        p = self.place
        org = self.founded["org"]
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.ctl("admin", "note", incident, "바뀔 말")
        exported = p.path("changed.bongsu")
        p.ctl("admin", "export", incident, "--format", "sealed", "-o", exported)
        whole = p.run(CTL, "verify", "--file", exported, "--org", org)
        self.assertEqual((whole.code, whole.last["verified"]["entries"]), (DONE, 2))
        with open(exported, "rb") as file:
            data = bytearray(file.read())
        data[data.index("바뀔 말".encode()) + 2] ^= 1
        with open(exported, "wb") as file:
            file.write(data)
        changed = p.run(CTL, "--lang", "ko", "verify", "--file", exported, "--org", org)
        self.assertEqual((changed.code, changed.last),
                         (NOT_VERIFIED, {"bad": {"log": incident, "seq": 2, "why": "part.mismatch"}}))
        self.assertIn("증명하지 못합니다", changed.words)
        absent = p.run(CTL, "verify", "--file", p.path("nothing"), "--org", org)
        self.assertEqual((absent.code, absent.error), (FAILED, "disk"))
        for words in (["--file", exported], ["--file", exported, "--org", "short"], ["--org", org],
                      [incident, "--file", exported, "--org", org]):
            self.assertEqual(p.run(CTL, "--home", p.path("none"), "verify", *words).code, USAGE, words)

    def test_oneIncidentOfAHomeIsVerified(self):
        p = self.place
        incidents = [p.declare("admin", title) for title in ("판교 데이터센터 화재", "접속 지연")]
        p.ctl("admin", "note", incidents[0], "하나 더")
        counts = [p.ctl("admin", "verify", incident).last["verified"] for incident in incidents]
        self.assertEqual(counts, [{"entries": 2, "void": 0}, {"entries": 1, "void": 0}])
        self.assertEqual(p.ctl("admin", "verify", "00" * 32).error, "not_found")

    def test_threeDevicesOfflineAThousandNotesEach(self):
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        homes = ["one", "two", "three"]
        for home in homes:
            self.member(home, "responder", home)
            p.log(home, incident)
        for home in homes:
            notes = "".join(f"{home} {number}\n" for number in range(1000))
            written = p.ctl(home, "--offline", "note", incident, "-", stdin=notes)
            self.assertEqual((written.code, len(written.lines)), (DONE, 1000))
        for home in ("two", "three", "one"):
            self.assertEqual(p.ctl(home, "sync", timeout=120).code, DONE)
        for home in homes + ["admin"]:
            self.assertEqual(p.ctl(home, "sync", timeout=120).code, DONE)
        self.assertEqual(len({str(sorted(p.heads(home).items())) for home in homes + ["admin"]}), 1)
        texts = [line["text"] for line in p.log("admin", incident)[1:]]
        self.assertEqual(len(texts), 3000)
        for home in homes:
            own = [text for text in texts if f"{home} " in text]
            self.assertEqual([text.rsplit(" ", 1)[1] for text in own], [str(number) for number in range(1000)])

    def test_threeCompaniesDeclareOneFire(self):
        p = self.place
        homes = {"pay": "결제 안 됨", "taxi": "택시 호출 안 됨", "map": "지도 안 열림"}
        for home in homes:
            self.member(home, "responder", home)
        incidents = {home: p.declare(home, title, "--offline") for home, title in homes.items()}
        for home in homes:
            self.assertEqual(p.ctl(home, "sync").code, DONE)
        joined = p.ctl("admin", "join-incident", incidents["taxi"], incidents["map"], "--into", incidents["pay"],
                       "--reason", "같은 화재")
        self.assertEqual(joined.code, DONE, joined.words)
        listed = p.ctl("taxi", "incidents").lines
        self.assertEqual({line["primary"] for line in listed}, {incidents["pay"]})
        self.assertEqual(sum(line["entries"] for line in listed), 5)

    def test_erasedTextIsInNoFile(self):
        p = self.place
        secret = "고객 연락처 공일공 일이삼사"
        incident = p.declare("admin", "판교 데이터센터 화재")
        event = p.ctl("admin", "note", incident, secret).last["event"]
        self.assertIn(secret, str(p.log("admin", incident)))
        self.assertEqual(p.ctl("admin", "erase", event, "--reason", "개인정보").code, DONE)
        p.ctl("admin", "sync")
        self.assertEqual(p.relayCommand("backup", p.path("backup.db")).code, DONE)
        self.assertNotIn(secret, str(p.log("admin", incident)))
        self.assertEqual(p.ctl("admin", "verify").code, DONE)
        for folder, _, names in os.walk(p.folder):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        self.assertNotIn(secret.encode(), file.read(), path)


class Trouble(WithRelay):
    def test_withoutARelayEverythingIsKept(self):
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.stopRelay()
        written = p.ctl("admin", "--wait", "1", "note", incident, "연결 없이 쓴 말")
        self.assertEqual((written.code, written.last["state"]), (DONE, "pending"))
        self.assertEqual(p.ctl("admin", "sync").code, NO_RELAY)
        p.startRelay()
        self.assertEqual(p.ctl("admin", "sync").code, DONE)
        self.assertEqual(p.log("admin", incident)[-1]["state"], "recorded")

    def test_anotherKeyAtTheSameAddressIsRefused(self):
        p = self.place
        p.stopRelay()
        other = Place()
        self.addCleanup(other.close)
        other.port = p.port
        other.init("남의 조직")
        other.startRelay()
        answer = p.ctl("admin", "sync")
        self.assertEqual((answer.code, answer.error), (NO_RELAY, "pin.wrong"))
        korean = p.ctl("admin", "--lang", "ko", "sync").words
        self.assertIn("핫스팟", korean)

    def test_theRelayListensNowhereElseThanItWasTold(self):
        p = self.place
        p.stopRelay()
        for kept in ("listen", "replies"):
            file = p.path("relay/" + kept)
            if os.path.exists(file):
                os.rename(file, file + ".aside")
            os.mkdir(file)  # there, and not to be read, whoever runs this
            answer = p.run(RELAY, "run", p.path("relay"))
            self.assertEqual((answer.code, answer.error), (FAILED, "disk"), (kept, answer.words))
            os.rmdir(file)
            if os.path.exists(file + ".aside"):
                os.rename(file + ".aside", file)
        p.startRelay()

    def test_theRelayTakesAllTheOpenFilesItMay(self):
        p = self.place
        p.stopRelay()
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, before)
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        p.startRelay()
        self.assertEqual(resource.prlimit(p.relay.pid, resource.RLIMIT_NOFILE), (before[1], before[1]))

    def test_filesAreNamedFromWhereTheyWereAsked(self):
        """Whoever holds the home stands in another folder than who asks."""
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        live = p.follow("admin", incident)
        waitForLine(live, lambda line: line["kind"] == "incident.declared")
        os.mkdir(p.path("elsewhere"))
        asked = subprocess.run([CTL, "--home", p.path("admin"), "export", incident, "--format", "sealed", "-o", "out"],
                               cwd=p.path("elsewhere"), env=p.environment, check=False, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        self.assertEqual((asked.returncode, os.listdir(p.path("elsewhere"))), (DONE, ["out"]))

    def test_wordsThatDoNotFitAreUsage(self):
        for words in (["note"], ["nothing"], ["note", "a", "b", "--unknown"], ["--wait", "soon", "status"]):
            self.assertEqual(self.place.ctl("admin", *words).code, USAGE, words)
        self.assertIn("[--option O]…", self.place.ctl("admin").words)

    def test_verifyNamesTheDamagedPlaceOfAHome(self):
        p = self.place
        incident = p.declare("admin", "판교 데이터센터 화재")
        p.ctl("admin", "note", incident, "바뀔 말")
        with contextlib.closing(sqlite3.connect(p.path("admin/home.db"))) as store:
            store.execute("UPDATE entry SET facts = zeroblob(length(facts)) WHERE rowid = "
                          "(SELECT rowid FROM entry WHERE seq = 2 AND log = (SELECT max(log) FROM entry))")
            store.commit()
        answer = p.ctl("admin", "--offline", "verify")
        self.assertEqual((answer.code, answer.last["bad"]["log"], answer.last["bad"]["seq"]),
                         (NOT_VERIFIED, incident, 2))

    def test_aDamagedHomeSaysSo(self):
        p = self.place
        p.declare("admin", "판교 데이터센터 화재")
        with open(p.path("admin/home.db"), "r+b") as file:
            file.write(b"this is no database at all")
        answer = p.ctl("admin", "--offline", "status")
        self.assertNotEqual(answer.code, DONE)
        self.assertEqual(answer.error, "corrupt")


if __name__ == "__main__":
    unittest.main(verbosity=2)
