"""Who does what: manuals published, everybody called at once, calls passed on by the relay, tasks, many services."""

import signal
import subprocess
import unittest

from programs import CTL, DONE, EXAMPLE, REFUSED, USAGE, AtPlace, Place, waitForLine

SERVICES = """\
catalogue: 1
sites:
  - {site: 판교, name: {ko: 판교 데이터센터, en: Pangyo data centre}}
  - {site: 안양, name: {ko: 안양 데이터센터, en: Anyang data centre}}
departments:
  - {department: infra, name: {ko: 인프라실, en: Infrastructure}}
  - {department: messaging, name: {ko: 메시징팀, en: Messaging}}
groups:
  - {group: talk, name: {ko: 대화, en: Talk}}
services:
""" + "".join(f"  - {{service: 서비스{n}, name: {{ko: 서비스{n}, en: Service {n}}}, department: infra, sites: [판교]}}\n"
              for n in range(1, 10)) + """\
  - {service: 지도, name: {ko: 지도, en: Map}, department: messaging, group: talk, sites: [안양]}
"""

MANUAL = """\
manual: site-loss
name: {ko: 센터 상실, en: Site loss}
reviewed: 2026-11-01
seats:
  - seat: commander
    name: {ko: 총괄, en: Commander}
    department: infra
    holders: [박도윤]
    accept-minutes: 3
    duties: [{ko: 총괄한다, en: Commands}]
  - seat: recovery
    name: {ko: 복구 반장, en: Recovery chief}
    department: infra
    holders: [{department: infra}, {department: messaging}]
    accept-minutes: 1
    duties: [{ko: 복구한다, en: Recovers}]
    tasks:
      - {task: order, name: {ko: 복구 순서 정하기, en: Set the order}, due-minutes: 30}
      - {task: shifts, name: {ko: 교대 정하기, en: Set shifts}}
  - seat: scribe
    name: {ko: 기록, en: Scribe}
    department: messaging
    holders: [이수민]
    accept-minutes: 5
    duties: [{ko: 적는다, en: Writes}]
"""


class Roles(AtPlace):
    """An admin, a commander and two responders of different departments."""

    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        self.ids = {"admin": p.join("admin", invite, "김하늘")["person"]}
        for home, permission, name in (("chief", "commander", "박도윤"), ("infra", "responder", "최서연"),
                                       ("talk", "responder", "이수민")):
            self.ids[home] = p.join(home, p.invite("admin", permission), name)["person"]
        for home, name, key in (("infra", "최서연", "infra"), ("talk", "이수민", "messaging")):
            self.done("admin", "department", name, key)

    def publish(self):
        services, manual = self.write("services.yaml", SERVICES), self.write("manual.yaml", MANUAL)
        self.done("admin", "services", "publish", services)
        return self.done("admin", "manual", "publish", manual, "--reason", "첫 판").last["published"]

    def declare(self, home="infra", *words):
        answer = self.done(home, *words, "declare", "--title", "판교 데이터센터 화재", "--grade", "total", "--failure-type",
                           "site-loss", "--site", "판교")
        return answer.last["incident"]

    def seats(self, home, incident, *words):
        return {line["seat"]: line for line in self.done(home, *words, "roles", incident).lines if "seat" in line}

    def rows(self, home, incident, kind):
        return [line for line in self.place.log(home, incident) if line["kind"] == kind]


class Documents(Roles):
    def test_whatIsPublishedIsHereWithoutTheRelay(self):
        p = self.place
        published = self.publish()
        self.assertEqual((published["state"], published["key"]), ("recorded", "site-loss"))
        for home in ("chief", "infra", "talk"):
            self.done(home, "sync")
        p.stopRelay(signal.SIGKILL)
        for home in ("admin", "chief", "infra", "talk"):
            manual = self.done(home, "--offline", "manual", "show", "site-loss").last
            self.assertEqual((manual["standing"], manual["event"], manual["text"]), ("here", published["event"], MANUAL))
            self.assertEqual(self.done(home, "--offline", "services", "show").last["text"], SERVICES)
        copy = p.path("copy.yaml")
        self.done("talk", "--offline", "manual", "show", "site-loss", "-o", copy)
        with open(copy, encoding="utf-8") as file:
            self.assertEqual(file.read(), MANUAL)
        listed = {line["key"]: line for line in self.done("talk", "--offline", "--lang", "en", "manual", "list").lines}
        self.assertEqual((len(listed), listed["site-loss"]["standing"], listed["network"]["standing"]),
                         (11, "here", "starter"))
        self.assertEqual((listed["site-loss"]["name"], listed["site-loss"]["seats"]), ("Site loss", 3))

    def test_whatIsWrongIsSaidWithItsPlace(self):
        p = self.place
        right = self.write("services.yaml", SERVICES)
        counts = self.done("talk", "services", "check", right).last
        self.assertEqual(counts, {"ok": True, "sites": 2, "departments": 2, "groups": 1, "services": 10, "functions": 0})
        wrong = self.write("wrong.yaml", MANUAL.replace("accept-minutes: 1\n", "accept-minutez: 1\n")
                           .replace("department: messaging\n    holders", "department: massaging\n    holders"))
        said = {}
        for language in ("ko", "en"):
            for words in (["manual", "check", wrong, "--services", right], ["manual", "publish", wrong]):
                answer = p.ctl("admin", "--lang", language, *words)
                self.assertEqual(answer.code, REFUSED)
                faults = {fault["fault"]["code"]: fault["fault"] for fault in answer.lines}
                key = faults["unknown_key"]
                self.assertEqual((key["line"], key["column"]), (15, 5))
                self.assertIn("accept-minutez", key["text"])
                self.assertIn(key["text"], answer.words)
                if words[1] == "check":
                    self.assertIn("massaging", faults["unknown_department"]["text"])
                said[language] = key["text"]
        self.assertTrue(said["en"].startswith("Line 15, column 5:") and said["ko"].startswith("15행 5열:"), said)
        self.assertEqual(self.done("admin", "manual", "list").lines[0]["standing"], "starter", "nothing was published")

        other = self.write("other.yaml", MANUAL.replace("manual: site-loss", "manual: network"))
        both = p.ctl("admin", "manual", "publish", other, wrong)
        self.assertEqual(both.code, REFUSED)
        self.assertEqual({line["standing"] for line in p.ctl("admin", "manual", "list").lines}, {"starter"})
        self.assertEqual(p.ctl("talk", "manual", "publish", other).error, "permission.missing")
        self.assertEqual(p.ctl("talk", "services", "check", p.path("nothing")).error, "disk")

    def test_departmentsAreThePublishedCatalogues(self):
        p = self.place
        self.publish()
        wrong = self.write("wrong.yaml", MANUAL.replace("{department: messaging}]", "{department: massaging}]"))
        answer = p.ctl("admin", "manual", "publish", wrong)
        self.assertEqual((answer.code, answer.lines[0]["fault"]["code"]), (REFUSED, "unknown_department"))

    def test_filesAreNamedFromWhereTheyWereAsked(self):
        """Whoever holds the home stands in another folder than who asks."""
        p = self.place
        self.write("services.yaml", SERVICES)
        self.write("manual.yaml", MANUAL)
        follower = p.follow("admin", self.declare("admin"))
        waitForLine(follower, lambda line: line["kind"] == "incident.declared")
        for words in (["services", "check", "services.yaml"], ["manual", "check", "manual.yaml", "--services", "services.yaml"],
                      ["manual", "publish", "manual.yaml", "--reason", "manual.yaml"]):
            asked = subprocess.run([CTL, "--home", p.path("admin"), *words], cwd=p.folder, env=p.environment, check=False,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            self.assertEqual(asked.returncode, DONE, asked.stdout)

    def test_starterFilesArePublishedAsTheyAre(self):
        p = self.place
        names = [line["starter"] for line in self.done("admin", "manual", "starter").lines]
        self.assertEqual((names[:2], len(names)), (["services", "committee"], 13))
        files = []
        for name in names:
            files.append(p.path(name + ".yaml"))
            self.done("admin", "manual", "starter", name, "-o", files[-1])
        self.assertIn("catalogue: 1", self.done("admin", "manual", "starter", "services").last["text"])
        self.done("admin", "services", "publish", files[0])
        self.assertEqual(self.done("admin", "committee", "publish", files[1]).last["published"]["state"], "recorded")
        published = self.done("admin", "manual", "publish", *files[2:], timeout=120).lines
        self.assertEqual([line["published"]["key"] for line in published], names[2:])
        self.assertEqual(p.ctl("admin", "manual", "starter", "../services").error, "not_found")

    def test_halfACommandSaysTheWholeOne(self):
        for words in (["manual"], ["services", "burn"], ["task"]):
            answer = self.place.ctl("admin", "--lang", "en", *words)
            self.assertEqual((answer.code, answer.error), (USAGE, "usage"))
            self.assertIn(f"Usage: {words[0]} ", answer.words)

    def test_aDepartmentKeepsNameAndContacts(self):
        people = {line["person"]: line for line in self.done("chief", "people").lines}
        self.assertEqual([(people[self.ids[home]]["name"], people[self.ids[home]]["department"])
                          for home in ("infra", "talk")], [("최서연", "infra"), ("이수민", "messaging")])

    def test_contactsAreSetKeptAndTakenAway(self):
        p = self.place
        person = lambda home: {line["person"]: line for line in self.done("chief", "people").lines}[self.ids[home]]
        self.done("talk", "person", "set", "이수민", "--phone", " 010-1234-5678  내선 7 ", "--email", "sumin@example.com")
        self.assertEqual((person("talk")["phone"], person("talk")["email"], person("talk")["department"]),
                         ("010-1234-5678 내선 7", "sumin@example.com", "messaging"))
        self.done("admin", "person", "set", "이수민", "--department", "infra")
        self.done("admin", "person", "set", "이수민", "--email", "")
        self.assertEqual((person("talk")["name"], person("talk")["phone"], person("talk")["email"],
                          person("talk")["department"]), ("이수민", "010-1234-5678 내선 7", "", "infra"))
        self.assertEqual(p.ctl("talk", "person", "set", "박도윤", "--phone", "119").error, "permission.missing")
        for option, wrong, words in (("--phone", "없음", "at least three digits"), ("--phone", "0" * 255, "254 bytes"),
                                     ("--email", "sumin", "an @"), ("--email", "a b@c", "without spaces")):
            answer = p.ctl("talk", "--lang", "en", "person", "set", "이수민", option, wrong)
            self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))
            self.assertIn(words, answer.words)
            self.assertIn("Nothing was recorded", answer.words)
        nothing = p.ctl("talk", "--lang", "ko", "person", "set", "이수민")
        self.assertEqual((nothing.code, nothing.error), (REFUSED, "value.out_of_range"))
        self.assertIn("--phone", nothing.words)
        # Only in the text: what a sealed export gives away without it names nobody's number.
        self.assertEqual(person("chief")["phone"], "")

    def test_whatIsMissingIsSaidPerTypeOfFailure(self):
        p = self.place
        answer = p.ctl("talk", "readiness")
        self.assertEqual(answer.code, REFUSED)
        self.assertEqual(answer.last, {"ready": 0, "types": 11})
        self.assertEqual({line["gaps"][0]["gap"] for line in answer.lines[:-1]}, {"not_published"})
        self.publish()
        found = self.missing("talk")
        self.assertEqual([one for one in found if one[0] != "not_read"],
                         [("no_successor", "commander"), ("unreachable", "commander"), ("unreachable", "recovery"),
                          ("no_successor", "scribe"), ("unreachable", "scribe")])
        answer = p.ctl("talk", "--lang", "ko", "readiness")
        self.assertIn("최서연", answer.words.split("아직 읽지 않았습니다")[0])
        self.makeReady()
        for language, words in (("ko", "대행자"), ("en", "Name a successor")):
            answer = p.ctl("talk", "--lang", language, "readiness")
            gaps = {line["type"]: line["gaps"] for line in answer.lines[:-1]}["site-loss"]
            self.assertEqual([(gap["gap"], gap["seat"]) for gap in gaps],
                             [("no_successor", "commander"), ("no_successor", "scribe")])
            self.assertIn(words, gaps[0]["text"])
            self.assertIn({"ko": "총괄, 기록: ", "en": "Commander, Scribe: "}[language], answer.words)
        self.assertEqual(p.ctl("talk", "readiness", "--json").words, "")
        whole = MANUAL.replace("[박도윤]", "[박도윤, 김하늘]").replace("[이수민]", "[이수민, 김하늘]")
        self.done("admin", "manual", "publish", self.write("whole.yaml", whole))
        self.assertEqual({one[0] for one in self.missing("talk")}, {"not_read"}, "nobody has read the new version")
        self.makeReady()
        self.done("talk", "sync")
        answer = p.ctl("talk", "--offline", "readiness", "--json")
        self.assertEqual(answer.last, {"ready": 1, "types": 11})
        # What ships with the program stays that, whoever publishes it.
        self.done("admin", "manual", "attach", self.place.declare("admin", "접속 지연"), "network")
        network = {line["type"]: line for line in p.ctl("admin", "readiness", "--json").lines[:-1]}["network"]
        self.assertEqual(network["gaps"][0]["gap"], "not_published")

    def missing(self, home):
        lines = self.place.ctl(home, "readiness", "--json").lines[:-1]
        return [(gap["gap"], gap["seat"]) for gap in {line["type"]: line["gaps"] for line in lines}["site-loss"]]

    def makeReady(self):
        for home, name in (("admin", "김하늘"), ("chief", "박도윤"), ("infra", "최서연"), ("talk", "이수민")):
            self.done(home, "person", "set", name, "--contact", f"{home}@home.example", "--contact", "010-0000-0000")
            self.done(home, "manual", "read", "site-loss")

    def test_whoHasReadAVersionSaysSoOnce(self):
        p = self.place
        self.assertEqual(p.ctl("talk", "manual", "read", "site-loss").error, "not_found", "nothing was published")
        self.publish()
        line = lambda: next(one for one in self.done("talk", "manual", "list").lines if one["key"] == "site-loss")
        self.assertEqual((line()["readBy"], line()["readByMe"]), (0, False))
        self.done("infra", "manual", "read", "site-loss")
        self.assertEqual((line()["readBy"], line()["readByMe"]), (1, False))
        self.done("talk", "manual", "read", "site-loss")
        self.assertEqual((line()["readBy"], line()["readByMe"]), (2, True))
        self.assertEqual(p.ctl("talk", "manual", "read", "site-loss").error, "already_done")

    def test_everybodyAtOneSiteIsMissed(self):
        self.publish()
        self.makeReady()
        whole = MANUAL.replace("[박도윤]", "[박도윤, 김하늘]")
        self.done("admin", "manual", "publish", self.write("whole.yaml", whole))
        for name in ("박도윤", "김하늘"):
            self.done("admin", "person", "set", name, "--site", "판교")
        self.assertIn(("one_site", "commander"), self.missing("admin"))
        people = {line["name"]: line for line in self.done("talk", "people").lines}
        self.assertEqual((people["김하늘"]["site"], people["김하늘"]["contacts"]),
                         ("판교", ["admin@home.example", "010-0000-0000"]))
        self.done("admin", "person", "set", "김하늘", "--site", "안양", "--phone", "02-111-2222")
        self.assertNotIn(("one_site", "commander"), self.missing("admin"))
        people = {line["name"]: line for line in self.done("talk", "people").lines}
        self.assertEqual(people["김하늘"]["contacts"], ["admin@home.example", "02-111-2222"])

    def test_aNameOfTwoIsRefusedWithTheCandidates(self):
        p = self.place
        other = p.join("namesake", p.invite("admin", "viewer"), "이수민")["person"]
        answer = p.ctl("admin", "department", "이수민", "infra")
        self.assertEqual((answer.code, answer.error), (REFUSED, "ambiguous"))
        for person in (other, self.ids["talk"]):
            self.assertIn(person[:8], answer.words)
        self.done("admin", "department", other[:10], "infra")
        self.assertEqual(p.ctl("admin", "department", "아무개", "infra").error, "not_found")


class Calls(Roles):
    def test_oneCommandCallsEverybody(self):
        p = self.place
        manual = self.publish()
        incident = self.declare()
        self.assertEqual([line for line in p.ctl("talk", "call", incident).lines if "error" not in line], [],
                         "who does not command calls nobody, and nobody is said to be called")
        proposed = self.done("infra", "call", incident, "--dry-run").lines
        self.assertEqual(self.rows("infra", incident, "seats.called"), [])
        called = self.done("infra", "call", incident)
        self.assertEqual([line for line in called.lines if "event" not in line], proposed)
        calls = {line["call"]["seat"]: line["call"] for line in called.lines if "call" in line}
        self.assertEqual({seat: (call["personName"], call["reason"]) for seat, call in calls.items()},
                         {"commander": ("박도윤", "named"), "recovery": ("최서연", "department"),
                          "scribe": ("이수민", "named")})
        self.assertEqual(calls["recovery"]["successors"], ["이수민"])
        other = p.ctl("infra", "call", incident, "--failure-type", "network")
        self.assertEqual((other.code, other.error), (REFUSED, "stale"), "it goes by another manual")
        row, = self.rows("infra", incident, "seats.called")
        self.assertEqual(len(row["calls"]), 3, "one act")
        self.assertEqual(self.done("infra", "call", incident).lines, [{"tasks": 0}], "everybody is called already")

        # Command passes to whoever accepts it, and to nobody before.
        self.assertEqual(p.ctl("infra", "show", incident).last["commanderId"], self.ids["infra"])
        seat = self.seats("infra", incident)["commander"]
        self.assertEqual((seat["state"], seat["personName"], seat["acting"], seat["calledName"]),
                         ("held", "최서연", True, "박도윤"))
        self.done("chief", "accept", incident, "commander")
        seat = self.seats("infra", incident)["commander"]
        self.assertEqual((seat["personName"], seat["acting"], seat["acceptBy"]), ("박도윤", False, None))
        self.assertEqual(p.ctl("talk", "show", incident).last["commanderId"], self.ids["chief"])
        answered, = self.rows("talk", incident, "seat.answered")
        self.assertEqual((answered["seat"], answered["answer"]), ("commander", "accepted"))

        # A no goes on to the successor at once; by phone, another writes it down.
        follower = p.follow("admin", incident)
        waitForLine(follower, lambda line: line["kind"] == "seat.answered")
        self.done("infra", "decline", incident, "recovery", "--reason", "이동 중")
        passed = waitForLine(follower, lambda line: line["kind"] == "seat.passed")
        self.assertEqual((passed["cause"], passed["to"]), ("declined", self.ids["talk"]))
        self.done("chief", "accept", incident, "recovery", "--for", "이수민")
        seat = self.seats("infra", incident)["recovery"]
        self.assertEqual((seat["state"], seat["personName"], seat["byName"], seat["successors"]),
                         ("held", "이수민", "박도윤", []))
        self.done("chief", "vacate", incident, "recovery", "--reason", "교대")
        self.assertEqual(self.seats("infra", incident)["recovery"]["state"], "empty")
        self.assertEqual(p.ctl("chief", "vacate", incident, "commander").error, "value.out_of_range")
        self.assertEqual(p.ctl("talk", "accept", incident, "recovery").error, "already_done")
        self.assertEqual(p.ctl("talk", "accept", incident, "nothing").error, "not_found")
        # A newer version does not change what this incident goes by.
        newer = self.write("newer.yaml", MANUAL.replace("복구 반장", "복구 대장"))
        self.assertNotEqual(self.done("admin", "manual", "publish", newer).last["published"]["event"], manual["event"])
        self.assertEqual(self.seats("talk", incident, "--lang", "ko")["recovery"]["name"], "복구 반장")

    def test_withoutATypeOfFailureNobodyIsCalled(self):
        p = self.place
        incident = p.declare("infra", "접속 지연")
        for language, words in (("ko", "--failure-type"), ("en", "Nobody was called")):
            answer = p.ctl("infra", "--lang", language, "call", incident)
            self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))
            self.assertIn(words, answer.words)
            self.assertIn("site-loss", answer.words)
        self.assertEqual(p.ctl("infra", "call", incident, "--failure-type", "rain").error, "not_found")
        self.assertEqual(self.rows("infra", incident, "seats.called"), [])
        # What ships with the program holds where nothing was published.
        called = self.done("infra", "call", incident, "--failure-type", "network").lines
        self.assertIn("commander", [line["call"]["seat"] for line in called if "call" in line])

    def test_whoDoesNotAnswerIsPassedOver(self):
        p = self.place
        incident = self.declare("chief")
        self.done("chief", "assign", incident, "recovery", "최서연", "--then", "이수민", "--then",
                  self.ids["admin"], "--within", "0.5")
        seat = self.seats("chief", incident)["recovery"]
        self.assertEqual((seat["state"], seat["successorNames"]), ("called", ["이수민", "김하늘"]))
        self.assertEqual(p.ctl("chief", "assign", incident, "recovery", "최서연", "--within", "0.1").error,
                         "value.out_of_range")
        self.assertEqual(p.ctl("talk", "assign", incident, "recovery", "이수민").error, "permission.missing")
        # The relay is gone when it is due, and looks at once when it is back.
        first, = self.rows("chief", incident, "seats.called")
        p.stopRelay(signal.SIGKILL)
        p.startRelayAt("+31s")
        follower = p.follow("admin", incident)
        passed = waitForLine(follower, lambda line: line["kind"] == "seat.passed")
        self.assertEqual((passed["cause"], passed["call"], passed["to"]), ("unanswered", first["event"], self.ids["talk"]))
        # Killed in the middle of the next, it repeats nothing and forgets nothing.
        p.stopRelay(signal.SIGKILL)
        p.startRelayAt("+62s")
        second = waitForLine(follower, lambda line: line["kind"] == "seat.passed")
        self.assertEqual((second["call"], second["to"]), (passed["event"], self.ids["admin"]))
        p.stopRelay(signal.SIGKILL)
        p.startRelayAt("+93s")
        last = waitForLine(follower, lambda line: line["kind"] == "seat.passed")
        self.assertEqual((last["call"], last["to"]), (second["event"], None))
        p.stopRelay(signal.SIGKILL)
        p.startRelayAt("+200s")
        self.assertEqual(self.seats("talk", incident)["recovery"]["state"], "nobody")
        self.done("talk", "note", incident, "그 뒤에")  # numbered behind whatever the relay had to say
        self.assertEqual([line["call"] for line in self.rows("talk", incident, "seat.passed")],
                         [first["event"], passed["event"], second["event"]], "each call once")

    def test_aSeatIsHandedOver(self):
        incident = self.declare("chief")
        self.done("chief", "assign", incident, "recovery", "최서연", "--within", "10")
        self.done("infra", "accept", incident, "recovery")
        self.done("infra", "handover", incident, "recovery", "이수민")
        self.done("chief", "decide", incident, "문자부터 복구", "--basis", "연락 우선")
        brief = self.done("talk", "--lang", "ko", "brief", incident, "--handover", "recovery").last["text"]
        for words in ("인수인계: 복구반장", "판교 데이터센터 화재", "문자부터 복구", "복구반장: 최서연"):
            self.assertIn(words, brief)
        seat = self.seats("chief", incident)["recovery"]
        self.assertEqual((seat["state"], seat["personName"], seat["calledName"]), ("held", "최서연", "이수민"))
        self.done("talk", "accept", incident, "recovery")
        self.assertEqual(self.seats("infra", incident)["recovery"]["personName"], "이수민")

    def test_aJoinedIncidentIsATeamAndCountsIntoTheSpan(self):
        p = self.place
        incident = self.declare("chief")
        other = self.done("talk", "declare", "--title", "택시 배차 안 됨", "--grade", "partial").last["incident"]
        self.done("chief", "join-incident", other, "--into", incident, "--reason", "같은 센터")
        teams = [line for line in self.done("infra", "roles", incident).lines if "team" in line]
        self.assertEqual([(line["team"], line["title"], line["lead"], line["acting"]) for line in teams],
                         [(other, "택시 배차 안 됨", "이수민", True)])
        for number in range(7):
            self.done("chief", "assign", incident, f"desk-{number}", "최서연")
        answer = self.done("infra", "--lang", "en", "roles", incident)
        self.assertIn("8 seats report to one", answer.words)
        # Somebody between: the span is narrow again.
        for number in range(3):
            self.done("chief", "assign", incident, f"line-{number}", "최서연", "--reports-to", "desk-0")
        self.done("chief", "vacate", incident, "desk-6", "--reason", "중복")
        self.assertNotIn("report to one", self.done("infra", "--lang", "en", "roles", incident).words)

    def test_withoutARelayCallsAreKept(self):
        p = self.place
        self.publish()
        self.done("infra", "sync")
        incident = self.declare("infra", "--offline")
        p.stopRelay(signal.SIGKILL)
        called = self.done("infra", "--wait", "1", "call", incident)
        self.assertEqual({line["state"] for line in called.lines if "event" in line}, {"pending"})
        self.assertEqual(self.seats("infra", incident, "--offline")["recovery"]["personName"], "최서연")
        p.startRelay()
        self.done("infra", "sync")
        seats = self.seats("talk", incident)
        self.assertEqual({seat: line["state"] for seat, line in seats.items()},
                         {"commander": "held", "recovery": "called", "scribe": "called"})
        self.done("talk", "accept", incident, "scribe")

    def test_anImportedRecordGoesOnWithPeople(self):
        p = self.place
        incident = self.declare()
        self.done("infra", "import", incident, EXAMPLE)
        called = {line["call"]["seat"]: line["call"] for line in self.done("infra", "call", incident).lines if "call" in line}
        self.assertEqual((called["commander"]["person"], called["commander"]["reason"]), (self.ids["infra"], "seat"),
                         "nobody is of the committee here, and recovery would go to infra")
        self.assertEqual(p.ctl("chief", "accept", incident, "commander").error, "permission.missing")
        self.done("infra", "accept", incident, "commander")
        self.assertFalse(self.seats("chief", incident)["commander"]["acting"])


NEWER = MANUAL.replace("복구 반장", "복구 대장").replace("accept-minutes: 1\n", "accept-minutes: 2\n").replace(
    "    duties: [{ko: 적는다, en: Writes}]\n", "    duties: [{ko: 적는다, en: Writes}, {ko: 사진을 모은다, en: Collects pictures}]\n"
) + """\
  - seat: network
    name: {ko: 네트워크, en: Network}
    department: infra
    holders: [{department: messaging}]
    accept-minutes: 5
    duties: [{ko: 우회한다, en: Reroutes}]
    tasks:
      - {task: reroute, name: {ko: 우회 경로, en: Reroute}}
"""


class Versions(Roles):
    """A manual that is published anew while an incident runs."""

    def differences(self, home, *words):
        lines = self.done(home, *words).lines
        return {(line["change"], line["seat"]) for line in lines[:-1]}, lines[-1]

    def test_aRunningIncidentKeepsItsManualUntilItIsTakenOver(self):
        p = self.place
        first = self.publish()["event"]
        incident = self.declare()
        self.done("infra", "--lang", "ko", "call", incident)
        self.done("infra", "accept", incident, "recovery")
        before = (self.seats("talk", incident, "--lang", "ko"), self.done("talk", "task", "list", incident).lines)
        self.assertEqual(self.differences("talk", "manual", "diff", incident),
                         (set(), {"type": "site-loss", "from": first, "to": first, "differences": 0}))

        second = self.done("admin", "manual", "publish", self.write("newer.yaml", NEWER), "--reason", "훈련 뒤").last[
            "published"]["event"]
        self.assertEqual((self.seats("talk", incident, "--lang", "ko"), self.done("talk", "task", "list", incident).lines),
                         before)
        self.assertEqual(p.log("talk", incident)[-1]["kind"], "seat.answered", "nothing was recorded")
        changed = {("time_changed", "recovery"), ("duty_added", "scribe"), ("seat_added", "network")}
        told = {"type": "site-loss", "from": first, "to": second, "differences": 3}
        # From the disk alone, too.
        self.done("talk", "sync")
        self.assertEqual(self.differences("talk", "--offline", "manual", "diff", incident), (changed, told))
        self.assertEqual(self.differences("talk", "--offline", "manual", "diff", "site-loss"), (changed, told))
        self.assertEqual(self.differences("talk", "manual", "diff", "site-loss", "--from", second, "--to", first)[1],
                         {"type": "site-loss", "from": second, "to": first, "differences": 3})
        self.assertEqual(self.differences("talk", "manual", "diff", "site-loss", "--to", first)[1]["from"], "starter")
        self.assertEqual(self.differences("talk", "manual", "diff", "site-loss", "--from", "starter")[1]["to"], second)
        for language, words in (("ko", "사진을 모은다"), ("en", "Collects pictures")):
            self.assertIn(words, " ".join(line.get("text", "") for line in self.done(
                "talk", "--lang", language, "manual", "diff", incident).lines))
        self.assertEqual(p.ctl("talk", "manual", "diff", "rain").error, "not_found")
        self.assertEqual(p.ctl("talk", "manual", "diff", "site-loss", "--from", "00000000").error, "not_found")

        # Only whoever commands takes it over; what runs goes on.
        self.assertEqual(p.ctl("talk", "manual", "attach", incident).error, "permission.missing")
        attached = self.done("infra", "--lang", "ko", "manual", "attach", incident)
        self.assertEqual(attached.last["manual"], second)
        self.assertEqual(p.ctl("infra", "manual", "attach", incident).error, "already_done")
        seats = self.seats("talk", incident, "--lang", "ko")
        self.assertEqual((seats["recovery"]["name"], seats["recovery"]["personName"], seats["recovery"]["state"]),
                         ("복구 대장", "최서연", "held"))
        self.assertEqual(self.done("talk", "task", "list", incident).lines, before[1])
        self.assertEqual(self.differences("talk", "manual", "diff", incident)[1]["differences"], 0)
        called = [line for line in self.done("infra", "--lang", "ko", "call", incident).lines if "event" not in line]
        self.assertEqual([line["call"]["seat"] for line in called if "call" in line], ["network"])
        self.assertEqual(called[-1], {"tasks": 1})
        row, = self.rows("chief", incident, "manual.attached")
        self.assertEqual(row["manual"], second)
        # And back, by the version's name.
        self.assertEqual(self.done("infra", "manual", "attach", incident, first[:12]).last["manual"], first)
        self.assertEqual(p.ctl("infra", "manual", "attach", incident, incident[:12]).error, "not_found")

    def test_theKindOfFailureIsSaidLater(self):
        p = self.place
        incident = p.declare("infra", "접속 지연")
        for language, words in (("ko", "manual attach INCIDENT TYPE"), ("en", "Nothing was recorded")):
            answer = p.ctl("infra", "--lang", language, "manual", "attach", incident)
            self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))
            self.assertIn(words, answer.words)
        self.assertEqual(p.ctl("infra", "manual", "attach", incident, "rain").error, "not_found")
        self.assertEqual(p.ctl("infra", "manual", "attach", incident, "network").error, "permission.missing",
                         "an acting commander publishes nothing")
        self.assertEqual(p.ctl("infra", "manual", "diff", incident).error, "not_found")
        # An admin's word publishes what ships with the program, and everybody goes by it.
        version = self.done("admin", "manual", "attach", incident, "network").last["manual"]
        listed = {line["key"]: line for line in self.done("talk", "manual", "list").lines}
        self.assertEqual((listed["network"]["standing"], listed["network"]["event"]), ("here", version))
        self.assertEqual(self.done("talk", "manual", "diff", incident).last["to"], version)
        self.assertEqual(p.ctl("infra", "call", incident, "--failure-type", "database").error, "stale")
        # It was something else.
        other = self.done("admin", "manual", "attach", incident, "database").last["manual"]
        self.assertEqual(self.done("talk", "manual", "diff", incident).last["type"], "database")
        self.assertNotEqual(other, version)

    def test_whatShippedHoldsOnWhereItCalledPeople(self):
        incident = self.declare()
        self.done("infra", "call", incident)
        published = self.publish()["event"]
        told = self.done("talk", "manual", "diff", incident).last
        self.assertEqual((told["from"], told["to"]), ("starter", published))
        self.assertGreater(told["differences"], 5)
        self.assertEqual(self.done("infra", "manual", "attach", incident).last["manual"], published)

    def test_whoIsAloneIsCalledByAVersionAllTheSame(self):
        """Nobody is left to call, but the tasks are the manual's: which one is recorded beside them."""
        first = self.publish()["event"]
        incident = self.declare("chief")
        for seat, person in (("recovery", "최서연"), ("scribe", "이수민"), ("commander", "박도윤")):
            self.done("chief", "assign", incident, seat, person)
        self.done("chief", "call", incident)
        row, = self.rows("chief", incident, "manual.attached")
        self.assertEqual(row["manual"], first)
        self.done("admin", "manual", "publish", self.write("newer.yaml", NEWER))
        self.assertEqual(self.done("chief", "manual", "diff", incident).last["from"], first)


class Work(Roles):
    def test_tasksAreListedDoneAndSkipped(self):
        p = self.place
        self.publish()
        incident = self.declare()
        self.done("infra", "--lang", "ko", "call", incident)
        self.done("infra", "accept", incident, "recovery")
        tasks = {line["text"]: line for line in self.done("infra", "task", "list", incident, "--mine").lines}
        self.assertEqual(list(tasks), ["복구 순서 정하기", "교대 정하기"], "what is due first")
        self.assertTrue(tasks["복구 순서 정하기"]["due"] and not tasks["교대 정하기"]["due"])
        self.assertEqual(self.done("talk", "task", "list", incident, "--mine").lines, [])

        own = self.done("infra", "task", "add", incident, "발전차 부르기", "--person", "이수민", "--due", "15").last["event"]
        self.assertEqual([line["text"] for line in self.done("talk", "task", "list", incident, "--mine").lines],
                         ["발전차 부르기"])
        self.done("talk", "task", "done", incident, own[:12])
        order, shifts = (tasks[name]["task"] for name in ("복구 순서 정하기", "교대 정하기"))
        self.done("infra", "task", "done", incident, order)
        self.assertEqual(p.ctl("infra", "task", "done", incident, order).error, "already_done")
        self.assertEqual(p.ctl("infra", "task", "skip", incident, shifts).error, "reason.missing")
        self.done("infra", "task", "skip", incident, shifts[:10] + shifts[64:], "--reason", "낮에 끝남")
        self.assertEqual(p.ctl("infra", "task", "done", incident, shifts[:10]).error, "ambiguous")
        self.assertEqual(p.ctl("infra", "task", "done", incident, shifts[:64] + ":7").error, "not_found")
        states = {line["text"]: (line["state"], line["by"]) for line in self.done("chief", "task", "list", incident).lines}
        self.assertEqual(states, {"복구 순서 정하기": ("done", "최서연"), "교대 정하기": ("skipped", "최서연"),
                                  "발전차 부르기": ("done", "이수민")})
        self.done("chief", "task", "reopen", incident, order, "--reason", "바뀜")
        self.assertEqual(self.done("chief", "task", "list", incident).lines[0]["state"], "open")
        self.assertEqual([line["outcome"] for line in self.rows("chief", incident, "task.settled")],
                         ["done", "done", "skipped", "reopened"])
        self.assertEqual(p.ctl("infra", "task", "add", incident, "언제", "--due", "soon").error, "value.out_of_range")
        self.done("infra", "task", "add", incident, "아침에", "--due", "2030-01-01T00:00:00Z", "--seat", "recovery")

    def test_aWholeSiteIsStatedInOneAct(self):
        p = self.place
        incident = self.declare()
        without = p.ctl("infra", "services", "set", incident, "major_outage", "--site", "판교")
        self.assertEqual((without.code, without.error), (REFUSED, "not_found"))
        self.publish()
        self.done("infra", "services", "set", incident, "major_outage", "--site", "판교")
        row, = self.rows("talk", incident, "service.stated")
        self.assertEqual((len(row["services"]), row["serviceState"]), (9, "major_outage"))
        self.done("talk", "services", "set", incident, "recovering", "--group", "talk", "--service", "서비스3")
        states = {line["service"]: line["state"] for line in p.ctl("infra", "show", incident).last["services"]}
        self.assertEqual((len(states), states["서비스3"], states["지도"], states["서비스1"]),
                         (10, "recovering", "recovering", "major_outage"))
        for words in (["--site", "화성"], ["--service", "서비스3", "--service", "서비스33"]):
            self.assertEqual(p.ctl("infra", "services", "set", incident, "degraded", *words).error, "not_found")
        self.assertEqual(p.ctl("infra", "services", "set", incident, "degraded").error, "value.out_of_range")
        self.assertEqual(len(self.rows("talk", incident, "service.stated")), 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
