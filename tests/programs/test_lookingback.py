"""What was learnt: figures of outages that everybody knows, from the record, and what the record held at an earlier moment."""

import datetime
import json
import os
import re
import subprocess
import sys
import unittest

import html5lib

sys.path.append(os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "statuspage"))

import access  # noqa: E402
from browser import DESKTOP, PHONE, Browser  # noqa: E402
from programs import EXAMPLE, REFUSED, USAGE, AtPlace  # noqa: E402

# The record of that night has one count of what was restored; a second one, made up, makes a curve of it.
SECOND_COUNT = {"occurredAt": "2022-10-18T14:00:00+09:00", "kind": "restoration", "source": "press", "site": "판교",
                "unit": "servers", "restored": {"from": 28000, "to": 30000}, "total": 32000, "text": "지어낸 줄"}
CHARTS = """[...document.querySelectorAll("svg")].filter(svg => svg.checkVisibility()).map(svg => {
    const place = svg.getBoundingClientRect(), right = document.documentElement.clientWidth;
    const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
    return {role: svg.getAttribute("role"), title: svg.querySelector("title").textContent,
            desc: svg.querySelector("desc").textContent, texts: texts.length, scale: place.width / svg.viewBox.baseVal.width,
            inside: place.left >= 0 && place.right <= right,
            cut: texts.filter(([, box]) => box.left < place.left - 1 || box.right > place.right + 1 || box.bottom > place.bottom + 1)
                      .map(([words]) => words),
            over: texts.flatMap(([a, one], i) => texts.slice(i + 1).filter(([, other]) =>
                      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6).map(([b]) => a + " on " + b))};
})"""
PANGYO = ("판교 데이터센터 화재", "2022-10-15T15:30:00+09:00", "2022-10-20T23:03:00+09:00")


def minutes(line):
    return line["ms"] / 60_000


def day(text):
    return datetime.date.fromisoformat(text)


class LookingBack(AtPlace):
    def setUp(self):
        self.openPlace("scribe", "박도윤")

    def bringIn(self, path, title, began, ended):
        incident = self.done("scribe", "declare", "--title", title, "--grade", "total", "--began", began,
                             "--ended", ended).last["incident"]
        self.done("scribe", "import", incident, path)
        return incident

    def measures(self, incident):
        """By name; of services by (name, service, function)."""
        found = {}
        for line in self.done("scribe", "measures", incident).lines:
            name = (line["measure"], line["service"], line["function"]) if line["service"] else line["measure"]
            self.assertNotIn(name, found)
            found[name] = line
        return found

    def assertLinked(self, incident, measures):
        """Each end is an entry of the record that says so."""
        entries = {line["event"]: line for line in self.place.log("scribe", incident)}
        points = [measure[end] for measure in measures.values() for end in ("from", "until") if measure[end]]
        points += [point for measure in measures.values() for point in measure["among"]]
        self.assertGreater(len(points), 5)
        for point in points:
            entry = entries[point["event"]]
            self.assertEqual(entry["seq"], point["seq"])
            self.assertIn(point["at"], (entry["occurredAt"], entry["createdAt"], entry["recordedAt"], entry.get("began"),
                                        entry.get("ended")), (point, entry))

    def test_pangyo(self):
        incident = self.bringIn(EXAMPLE, *PANGYO)
        found = self.measures(incident)
        self.assertEqual(minutes(found["first-notice"]), 20)
        self.assertEqual(minutes(found["statutory-notice"]), 5 * 60 + 25)
        self.assertEqual(minutes(found[("restored", "메신저", "문자")]), 10 * 60 + 1)
        self.assertEqual(minutes(found["all-restored"]), 127 * 60 + 33)
        self.assertEqual(minutes(found["mitigated"]), 10 * 60 + 1)
        self.assertEqual(found["declared"]["why"], "afterwards")
        self.assertEqual(found["first-notice"]["until"]["source"], "press")
        self.assertEqual(found["notice-gap"]["until"]["source"], "official")  # nothing more was told until all was back
        self.assertTrue(all(line["formula"] and line["says"] for line in found.values()))
        self.assertLinked(incident, found)
        korean = self.done("scribe", "--lang", "ko", "measures", incident).lines
        says = {line["measure"]: line["says"] for line in korean if not line["service"]}
        self.assertEqual((says["statutory-notice"], says["all-restored"]), ("5시간 25분", "127시간 33분"))

    def test_theThreeOutagesOfMay2024(self):
        wanted = {"13": ("13:44", "13:50", 6), "20": ("14:52", "14:58", 6), "21": ("08:30", "09:24", 54)}
        incidents = {}
        for date, (began, ended, length) in wanted.items():
            path = os.path.join(os.path.dirname(EXAMPLE), f"may-2024-{date}.jsonl")
            incident = self.bringIn(path, f"5월 {date}일 장애", f"2024-05-{date}T{began}:00+09:00", f"2024-05-{date}T{ended}:00+09:00")
            found = self.measures(incident)
            self.assertEqual(minutes(found["all-restored"]), length)
            self.assertEqual(minutes(found[("restored", "메신저", "")]), length)
            self.assertEqual(minutes(found["detected"]), 0)
            self.assertEqual(found["first-notice"]["why"], "not-yet")  # none is known of
            incidents[date] = incident
        together = self.done("scribe", "measures").lines
        self.assertEqual([line["ms"] for line in together if line["measure"] == "all-restored"], [360_000, 360_000, 3_240_000])
        self.assertEqual(list(dict.fromkeys(line["incident"] for line in together)), list(incidents.values()))
        # What was ordered on 31 May: both ends fall on a weekend.
        for duty in ("order-plan", "order-result"):
            self.done("scribe", "duty", "begin", incidents["21"], duty, "--at", "2024-05-31T00:00:00+09:00")
        ends = {line["duty"]: [day(line[name]) for name in ("day", "aim", "lastDay")]
                for line in self.done("scribe", "duty", "list", incidents["21"]).lines if line["duty"].startswith("order")}
        self.assertEqual(ends, {"order-plan": [day("2024-06-30"), day("2024-06-28"), day("2024-07-01")],
                                "order-result": [day("2024-08-31"), day("2024-08-30"), day("2024-09-02")]})
        self.assertEqual([ends["order-plan"][0].weekday(), ends["order-result"][0].weekday()], [6, 5])

    def countAgain(self, incident):
        path = self.place.path("count.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(SECOND_COUNT) + "\n")
        self.done("scribe", "import", incident, path)

    def draft(self, incident, form, language="ko"):
        path = self.place.path(f"draft-{language}.{form}")
        said = self.done("scribe", "--lang", language, "report", incident, "--format", form, "-o", path).last
        with open(path, "rb") as file:
            content = file.read()
        self.assertEqual((said["bytes"], said["kind"]), (len(content), "full"))
        return path, content.decode(), said["entries"]

    def test_theDraftIsLinkedToTheRecord(self):
        incident = self.bringIn(EXAMPLE, *PANGYO)
        log = {line["seq"]: line["event"] for line in self.place.log("scribe", incident)}
        _, text, entries = self.draft(incident, "md")
        for words in ("127시간 33분", "5시간 25분", "10시간 1분", "20분 뒤에 처음"):
            self.assertIn(words, text)
        summary = re.search("\n## 요약\n\n(.*?)\n## ", text, re.DOTALL)[1]
        said = [line for line in summary.splitlines() if line and "기록에 없습니다" not in line]
        self.assertTrue(said and all("](#entry-" in line for line in said), said)
        named = {int(seq) for seq in re.findall(r"\]\(#entry-(\d+)\)", text)}
        there = dict(re.findall(r'<a id="entry-(\d+)"></a>.*`([0-9a-f]{64})`', text))
        self.assertEqual({int(seq) for seq in there}, named)
        self.assertEqual({int(seq): event for seq, event in there.items()}, {seq: log[seq] for seq in named})
        self.assertEqual(len(there), entries)
        refused = self.place.ctl("scribe", "report", incident, "--format", "docx")  # and no file to write it into
        self.assertEqual((refused.code, refused.error), (REFUSED, "value.out_of_range"))

    def test_whatUsersAreGiven(self):
        incident = self.bringIn(EXAMPLE, *PANGYO)
        self.done("scribe", "decide", incident, "문자부터 복구", "--basis", "연락 우선")
        self.done("scribe", "note", incident, "안에서만 볼 말")
        given = self.done("scribe", "--lang", "ko", "report", incident, "--kind", "public", "--remove", "배터리실", "--remove",
                          "로그인을  포함한").last
        self.assertEqual((given["kind"], given["entries"]), ("public", 0))
        text = given["text"]
        for words in ("이용자에게 드리는 장애 보고", "127시간 33분", "5시간 25분", "문의 상담전화를 안내합니다", "■■■"):
            self.assertIn(words, text)
        for words in ("박도윤", "문자부터 복구", "안에서만", "배터리실", "로그인을 포함한", "#1", "#entry", incident, "총괄", "미수락"):
            self.assertNotIn(words, text)
        many = [word for number in range(201) for word in ("--remove", f"x{number}")]
        answer = self.place.ctl("scribe", "report", incident, *many)
        self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))

    def test_everybodyCanReadTheDraft(self):
        incident = self.bringIn(EXAMPLE, *PANGYO)
        self.countAgain(incident)
        with Browser() as browser:
            for language in ("ko", "en"):
                path, page, _ = self.draft(incident, "html", language)
                html5lib.HTMLParser(strict=True).parse(page)
                tidied = subprocess.run(["tidy", "-q", "-e", "-utf8", path], capture_output=True, text=True, check=False)
                self.assertEqual(tidied.stderr, "")
                for size, dark in ((DESKTOP, False), (PHONE, True)):
                    asked, said = browser.open("file://" + path, size, dark)
                    self.assertEqual((asked, said), ([], []))
                    faults, measured = access.looks(browser)
                    self.assertEqual(faults + access.hears(browser), [])
                    self.assertGreater(measured, 100)
                    charts = browser.run(CHARTS)
                    self.assertEqual(len(charts), 3)
                    for chart in charts:
                        self.assertEqual((chart["role"], chart["inside"], chart["cut"], chart["over"]), ("img", True, [], []))
                        self.assertTrue(chart["title"] and chart["desc"] and chart["texts"] > 5)
                        self.assertGreater(chart["scale"], 0.99)  # letters are as large as the page's
                    images = [node["name"]["value"] for node in browser.accessible() if node["role"]["value"] in ("img", "image")]
                    self.assertEqual(images, [chart["title"] for chart in charts])
            self.assertEqual(access.reaches(browser)[0], [])

    def test_chartsOnlyOfWhatIsThere(self):
        incident = self.bringIn(EXAMPLE, *PANGYO)
        self.assertEqual(self.draft(incident, "html")[1].count("<figure"), 2)  # counted once: no curve
        self.countAgain(incident)
        page = self.draft(incident, "html")[1]
        self.assertEqual(page.count("<figure"), 3)
        for words in ("127시간 33분", "전체 서버 32,000대", "서버 28,000~30,000대", "15:50", "가장 긴 공지 공백"):
            self.assertIn(words, " ".join(re.findall(r"<figure.*?</figure>", page, re.DOTALL)))
        given = self.done("scribe", "--lang", "ko", "report", incident, "--kind", "public", "--format", "html", "--remove", "판교",
                          "-o", self.place.path("given.html")).last
        with open(self.place.path("given.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertEqual((given["kind"], page.count("<figure"), page.count("#entry")), ("public", 3, 0))
        self.assertNotIn("판교", page)
        quiet = self.done("scribe", "declare", "--title", "아무 일 없음", "--grade", "minor").last["incident"]
        self.assertNotIn("<figure", self.draft(quiet, "html")[1])

    def test_asItWasKnownThen(self):
        incident = self.place.declare("scribe", "판교 화재")
        self.done("scribe", "service", incident, "메신저", "major_outage")
        wrong = self.done("scribe", "note", incident, "30분이면 됩니다").last["event"]
        self.done("scribe", "note", incident, "10분 전 일", "--occurred-at", "2022-10-15T15:19:00+09:00")
        self.done("scribe", "correct", wrong, "60분 걸립니다")
        self.done("scribe", "service", incident, "메신저", "operational")
        self.done("scribe", "grade", incident, "minor")
        log = self.place.log("scribe", incident)
        times = [line["recordedAt"] for line in log]
        self.assertEqual(times, sorted(times))
        for at in times:
            then = self.done("scribe", "log", incident, "--as-of", at).lines
            self.assertEqual(then, [line for line in log if line["recordedAt"] <= at])
            shown = self.done("scribe", "show", incident, "--as-of", at).last
            self.assertEqual(shown["seq"], len(then))
            stated = [line for line in then if line["kind"] == "service.stated"]
            self.assertEqual([service["state"] for service in shown["services"]], [line["serviceState"] for line in stated][-1:])
            graded = [line for line in then if line["kind"] == "grade.changed"]
            self.assertEqual(shown["grade"], "minor" if graded else "total")
        now = self.done("scribe", "show", incident).last
        last = self.done("scribe", "show", incident, "--as-of", times[-1]).last
        self.assertEqual({**now, "asOf": last["asOf"], "seq": len(log)}, last)
        before = self.place.ctl("scribe", "show", incident, "--as-of", "2022-10-15T15:19:00+09:00")
        self.assertEqual((before.code, before.error), (REFUSED, "not_found"))
        self.assertEqual(self.done("scribe", "log", incident, "--as-of", "2022-10-15T15:19:00+09:00").lines, [])
        self.refused("scribe", "value.out_of_range", "log", incident, "--as-of", "yesterday")
        self.assertEqual(self.place.ctl("scribe", "show", incident, "--as-of").code, USAGE)


if __name__ == "__main__":
    unittest.main(verbosity=2)
