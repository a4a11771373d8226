"""What is to be done after incidents, at the command line of several homes: added, done, confirmed by another, and given out."""

import csv
import datetime
import io
import unittest

import icalendar

from programs import REFUSED, USAGE, AtPlace

SEOUL = datetime.timezone(datetime.timedelta(hours=9))


def inDays(days):
    return (datetime.datetime.now(SEOUL).date() + datetime.timedelta(days=days)).isoformat()


class Actions(AtPlace):
    def setUp(self):
        self.openPlace("chief", "김하늘")
        joined = self.place.join("chat", self.place.invite("chief", "responder"), "정우진")
        self.owner = joined["person"]
        self.incident = self.place.declare("chief", "판교 화재")

    def add(self, home, what, *words):
        return self.done(home, "actions", "add", self.incident, what, *words).last["event"]

    def list(self, home, *words):
        return self.done(home, "actions", "list", *words).lines

    def one(self, home, action, *words):
        return next(line for line in self.list(home, *words) if line["action"] == action)

    def given(self, form, *words):
        path = self.place.path("register." + form)
        said = self.done("chat", "--lang", "ko", "actions", "list", *words, "--format", form, "-o", path).last
        with open(path, "rb") as file:
            content = file.read()
        self.assertEqual((said["bytes"], said["format"]), (len(content), form))
        return content, said["actions"]

    def test_doneByOneConfirmedByAnother(self):
        order = self.done("chief", "note", self.incident, "과기정통부가 전원 이중화를 요구했다").last["event"]
        action = self.add("chief", "전원 이중화 모의 시험", "--owner", "정우진", "--due", "2024-06-30", "--kind", "detect", "--term", "long",
                          "--budget", "20000000", "--area", "datacentre", "--heading", "power", "--order", order[:8])
        line = self.one("chat", action)
        self.assertEqual(
            {key: line[key] for key in ("text", "owner", "ownerName", "kind", "term", "area", "budget", "heading", "ordered",
                                        "order", "due", "state", "title", "drill", "addedBy")},
            {"text": "전원 이중화 모의 시험", "owner": self.owner, "ownerName": "정우진", "kind": "detect", "term": "long",
             "area": "datacentre", "budget": 20000000, "heading": "power", "ordered": True, "order": order,
             "due": "2024-06-30T14:59:59.999Z", "state": "overdue", "title": "판교 화재", "drill": False, "addedBy": "김하늘"})
        self.refused("chief", "too_early", "actions", "verify", self.incident, action[:8])
        self.refused("chat", "reason.missing", "actions", "done", self.incident, action[:8], " ")
        self.done("chat", "actions", "done", self.incident, action[:8], "시험 결과 보고서 7쪽")
        self.refused("chat", "work.same_person", "actions", "verify", self.incident, action[:8])
        self.assertEqual(self.one("chief", action)["state"], "done")
        self.done("chief", "actions", "verify", self.incident, action[:8], "보고서를 읽었다")
        for home in ("chief", "chat"):
            line = self.one(home, action)
            self.assertEqual([line[key] for key in ("state", "evidence", "doneBy", "confirmedBy")],
                             ["confirmed", "시험 결과 보고서 7쪽", "정우진", "김하늘"])
        self.refused("chat", "already_done", "actions", "drop", self.incident, action, "--reason", "필요 없다")
        self.refused("chat", "reason.missing", "actions", "reopen", self.incident, action, "--reason", "")
        self.done("chat", "actions", "reopen", self.incident, action, "--reason", "다시 꺼졌다")
        self.assertEqual([self.one("chief", action)[key] for key in ("state", "evidence", "confirmedBy")], ["overdue", "", ""])
        self.done("chief", "actions", "drop", self.incident, action, "--reason", "센터를 옮긴다")
        self.assertEqual([self.one("chat", action)[key] for key in ("state", "evidence")], ["dropped", "센터를 옮긴다"])
        kinds = [line["kind"] for line in self.place.log("chat", self.incident)]
        self.assertEqual(kinds[2:], ["action.added"] + ["action.settled"] * 4)

    def test_whatIsLateComesFirst(self):
        far = self.add("chief", "나중", "--due", inDays(30), "--owner", "정우진")
        undated = self.add("chat", "언젠가", "--heading", "cooling")
        late = self.add("chief", "지난 것", "--due", "2024-06-01T00:00:00+09:00", "--owner", "정우진")
        soon = self.add("chief", "곧", "--due", inDays(3))
        later = self.add("chat", "더 지난 것", "--due", "2024-05-01")
        done = self.add("chief", "한 것", "--due", "2024-05-01")
        self.done("chief", "actions", "done", self.incident, done, "했다")
        self.assertEqual([(line["action"], line["state"]) for line in self.list("chief")],
                         [(later, "overdue"), (late, "overdue"), (soon, "due_soon"), (far, "open"), (undated, "open"), (done, "done")])

        def chosen(*words):
            return [line["action"] for line in self.list("chat", *words)]
        self.assertEqual(chosen("--overdue"), [later, late])
        self.assertEqual(chosen("--open"), [later, late, soon, far, undated])
        self.assertEqual(chosen("--owner", "정우진"), [late, far])
        self.assertEqual(chosen("--ordered"), [undated])
        self.assertEqual(chosen("--own", "--open"), [later, late, soon, far])
        other = self.place.declare("chat", "다른 장애")
        self.assertEqual((chosen(other), chosen(self.incident, "--overdue")), ([], [later, late]))

    def test_practiceStandsApart(self):
        real = self.add("chief", "진짜")
        drill = self.done("chief", "declare", "--title", "훈련", "--grade", "total", "--drill").last["incident"]
        played = self.done("chief", "actions", "add", drill, "연습").last["event"]
        for words, wanted in (((), [real]), (("--drills",), [played]), ((drill,), [played]), ((self.incident,), [real])):
            self.assertEqual([line["action"] for line in self.list("chat", *words)], [wanted[0]])
        todo = icalendar.Calendar.from_ical(self.given("ics", "--drills")[0]).walk("VTODO")[0]
        self.assertEqual(str(todo["SUMMARY"]), "[훈련] 연습")
        self.assertIn("exercise", self.given("csv", drill)[0].decode())
        self.assertEqual(self.done("chat", "actions", "repeats").lines, [])

    def test_whatCameBackIsSaid(self):
        def found(incident, what, pattern):
            return self.done("chat", "retro", "finding", incident, what, "--kind", "wrong", "--pattern", pattern).last["event"]
        first = found(self.incident, "배포 전에 시험하지 않았다", "시험 안 한 변경")
        found(self.incident, "경보가 늦었다", "늦은 경보")
        action = self.add("chief", "배포 전 시험", "--finding", first[:8])
        self.assertEqual(self.one("chat", action)["finding"], first)
        self.assertEqual(self.done("chief", "actions", "repeats").lines, [])
        other = self.place.declare("chief", "5월 장애")
        second = found(other, "또 시험하지 않았다", "시험 안 한 변경")
        for home in ("chief", "chat"):
            repeat, = self.done(home, "actions", "repeats").lines
            self.assertEqual((repeat["pattern"], repeat["drill"]), ("시험 안 한 변경", False))
            self.assertEqual([(one["finding"], one["incident"], one["title"], one["text"], one["kind"]) for one in repeat["findings"]],
                             [(second, other, "5월 장애", "또 시험하지 않았다", "wrong"),
                              (first, self.incident, "판교 화재", "배포 전에 시험하지 않았다", "wrong")])
        self.refused("chief", "not_found", "actions", "add", self.incident, "과제", "--finding", second[:8])

    def test_aChangeCarriesTheRestOver(self):
        action = self.add("chief", "처음 말", "--owner", "정우진", "--due", "2024-06-30", "--budget", "5", "--area", "data", "--heading", "power")
        before = self.one("chief", action)
        self.done("chat", "actions", "change", self.incident, action[:8], "--reason", "늦어졌다", "--due", "2024-07-31T18:00:00+09:00")
        after = self.one("chief", action)
        self.assertEqual(after, {**before, "due": "2024-07-31T09:00:00.000Z", "since": after["since"]})
        self.done("chief", "actions", "change", self.incident, action, "--reason", "담당과 말", "--words", "고친 말", "--owner", "김하늘",
                  "--kind", "recover", "--term", "long", "--area", "organisation", "--budget", "7", "--heading", "cooling")
        line = self.one("chat", action)
        self.assertEqual([line[key] for key in ("text", "ownerName", "kind", "term", "area", "budget", "heading", "due")],
                         ["고친 말", "김하늘", "recover", "long", "organisation", 7, "cooling", "2024-07-31T09:00:00.000Z"])
        self.done("chief", "actions", "change", self.incident, action, "--reason", "모두 없앤다", "--owner", "", "--due", "", "--budget", "",
                  "--area", "", "--heading", "")
        line = self.one("chat", action)
        self.assertEqual([line[key] for key in ("text", "owner", "due", "budget", "area", "heading", "ordered")],
                         ["고친 말", None, None, None, None, None, False])
        # Two who change it without seeing each other: the one who comes later is told.
        self.done("chat", "sync")
        self.done("chat", "--offline", "actions", "change", self.incident, action, "--reason", "혼자", "--term", "short")
        self.done("chief", "actions", "change", self.incident, action, "--reason", "먼저", "--budget", "9")
        self.done("chat", "sync")
        self.assertEqual([line["code"] for line in self.done("chat", "refused").lines], ["stale"])
        self.assertEqual([self.one("chat", action)[key] for key in ("term", "budget")], ["long", 9])

    def test_spreadsheetsAndCalendarsReadIt(self):
        words = "=HYPERLINK(\"x\"), 둘째\n줄; 역슬래시\\ " + "가나다라마바사아자차카타파하" * 8
        action = self.add("chief", words, "--owner", "정우진", "--due", "2024-06-30", "--area", "data", "--heading", "power")
        own = self.add("chief", "배포 전 시험")
        self.done("chat", "actions", "done", self.incident, own, "시험 기록")
        content, count = self.given("csv")
        self.assertEqual((count, content[:3]), (2, b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        self.assertEqual([row["action_id"] for row in rows], [action, own])
        self.assertEqual([rows[0][key] for key in ("action", "state", "state_name", "owner", "due_local", "area_name", "heading", "incident")],
                         ["'" + words, "overdue", "기한 지남", "정우진", "2024-06-30 23:59:59", "데이터", "power", "판교 화재"])
        self.assertEqual([rows[1][key] for key in ("state", "evidence", "done_by", "due_local")], ["done", "시험 기록", "정우진", ""])

        def todos():
            content, count = self.given("ics")
            self.assertTrue(all(len(line) <= 75 for line in content.split(b"\r\n")))
            calendar = icalendar.Calendar.from_ical(content)
            found = {str(todo["UID"]): todo for todo in calendar.walk("VTODO")}
            self.assertEqual((len(found), count), (2, 2))
            self.assertEqual([error for todo in found.values() for error in todo.errors], [])
            return found[action + "@bongsu"], found[own + "@bongsu"]
        first, second = todos()
        self.assertEqual(str(first["SUMMARY"]), words.replace("\n", " "))
        self.assertEqual((first["DUE"].dt, str(first["STATUS"])), (datetime.date(2024, 6, 30), "NEEDS-ACTION"))
        self.assertEqual([str(category) for category in first["CATEGORIES"].cats], ["시정조치", "예방", "단기", "데이터"])
        said = str(first["DESCRIPTION"]).split("\n")
        for line in ("장애: 판교 화재", "상태: 기한 지남", "담당: 정우진", "시정 요구 항목: power"):
            self.assertIn(line, said)
        self.assertEqual(("DUE" in second, str(second["STATUS"])), (False, "NEEDS-ACTION"))
        self.assertIn("증빙: 시험 기록", str(second["DESCRIPTION"]).split("\n"))
        self.done("chief", "actions", "verify", self.incident, own)
        self.done("chief", "actions", "drop", self.incident, action, "--reason", "옮긴다")
        first, second = todos()
        self.assertEqual([str(todo["STATUS"]) for todo in (first, second)], ["CANCELLED", "COMPLETED"])
        self.assertEqual(second["COMPLETED"].dt.tzinfo.utcoffset(None), datetime.timedelta(0))
        self.assertIn("text", self.done("chat", "actions", "list", "--format", "csv").last)

    def test_whatIsWrongIsRefusedAndNothingIsRecorded(self):
        action = self.add("chief", "과제", "--owner", "정우진")
        other = self.place.declare("chief", "다른 장애")
        elsewhere = self.done("chief", "note", other, "다른 기록").last["event"]
        outOfRange, missing = "value.out_of_range", "not_found"
        add, change = ("add", self.incident, "새 과제"), ("change", self.incident, action, "--reason", "이유")
        for error, words in (
                (outOfRange, ("add", self.incident, " ")), (outOfRange, (*add, "--kind", "prevents")), (outOfRange, (*add, "--kind", "")),
                (outOfRange, (*add, "--term", "medium")), (outOfRange, (*add, "--area", "office")), (outOfRange, (*add, "--budget", "-1")),
                (outOfRange, (*add, "--budget", "2,000")), (outOfRange, (*add, "--due", "2024-02-30")), (outOfRange, (*add, "--due", "tomorrow")),
                (outOfRange, (*add, "--due", "2024-06-30T10:00:00")), (outOfRange, (*add, "--due", "0024-06-30")),
                (outOfRange, (*add, "--heading", "a" * 1000)), (outOfRange, (*add, "--order", action)),  # and no heading
                (missing, (*add, "--owner", "없는 사람")), (missing, (*add, "--finding", action[:8])),
                (missing, (*add, "--heading", "power", "--order", elsewhere)), (missing, (*add, "--heading", "power", "--order", "00000000")),
                (missing, ("add", "0" * 8, "새 과제")),
                ("reason.missing", ("change", self.incident, action, "--due", "2024-06-30")), ("already_done", change),
                ("already_done", (*change, "--owner", "정우진", "--kind", "prevent")), (outOfRange, (*change, "--words", " ")),
                (outOfRange, (*change, "--due", "soon")), (missing, ("change", other, action, "--reason", "이유", "--term", "long")),
                (missing, ("done", self.incident, action[:7], "증빙")), (missing, ("done", self.incident, "0" * 8, "증빙")),
                ("reason.missing", ("drop", self.incident, action)), ("already_done", ("reopen", self.incident, action, "--reason", "이유")),
                (missing, ("list", "0" * 8)), (missing, ("list", "--owner", "없는 사람")), (outOfRange, ("list", "--format", "xml")),
                (outOfRange, ("list", "--ordered", "--own")), (outOfRange, ("list", "-o", self.place.path("register")))):
            answer = self.place.ctl("chief", "actions", *words)
            self.assertEqual((answer.code, answer.error), (REFUSED, error), (words, answer.lines, answer.words))
            self.assertTrue(answer.words.strip(), words)
        for words in (("actions", "done", self.incident, action), ("actions", "add", self.incident), ("actions", "list", "--late"), ("actions",)):
            self.assertEqual(self.place.ctl("chief", *words).code, USAGE, words)
        self.assertEqual([line["kind"] for line in self.place.log("chief", self.incident)], ["incident.declared", "action.added"])
        viewer = self.place.invite("chief", "viewer")
        self.place.join("viewer", viewer, "이수민")
        self.refused("viewer", "permission.missing", "actions", "add", self.incident, "새 과제")
        self.assertEqual([line["action"] for line in self.list("viewer")], [action])


if __name__ == "__main__":
    unittest.main(verbosity=2)
