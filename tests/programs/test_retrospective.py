"""A retrospective by several people: sections written apart, findings, checks, documents that are signed, and whether a copy is one."""

import os
import shutil
import unittest

import html5lib

from programs import CTL, DONE, NOT_VERIFIED, REFUSED, AtPlace


class Retrospective(AtPlace):
    def setUp(self):
        self.openPlace("chief", "김하늘")
        self.place.join("scribe", self.place.invite("chief", "responder"), "정우진")
        self.incident = self.place.declare("chief", "판교 화재")
        self.note = self.done("chief", "note", self.incident, "전원 이중화가 없었다").last["event"]

    def edit(self, home, section, words, *options):
        path = self.write(home + "-section.txt", words)
        return self.done(home, "retro", "edit", self.incident, section, path, *options).last["event"]

    def versions(self, home, section, *options):
        lines = self.done(home, *options, "retro", "show", self.incident, section).lines
        return {line["version"]: line["text"] for line in lines if "version" in line}

    def shown(self, home, name):
        return [line for line in self.done(home, "retro", "show", self.incident).lines if name in line]

    def test_twoWhoWroteApartBothStand(self):
        first = self.edit("chief", "causes", "첫 글\n- 항목")
        self.assertEqual(self.versions("scribe", "causes"), {first: "첫 글\n- 항목"})
        # Neither hears of the other: what both wrote stands.
        self.place.stopRelay()
        own = {home: self.done(home, "--offline", "retro", "edit", self.incident, "causes",
                               self.write(home + ".txt", f"{home}의 글"), "--over", first[:16]).last["event"]
               for home in ("chief", "scribe")}
        self.place.startRelay()
        for home in ("chief", "scribe"):
            self.done(home, "sync")
        wanted = {own["chief"]: "chief의 글", own["scribe"]: "scribe의 글"}
        for home in ("chief", "scribe", "chief"):
            self.assertEqual(self.versions(home, "causes"), wanted)
        # A third version that does not say what it has read is not taken; one that names both is.
        path = self.write("both.txt", "함께 쓴 글")
        answer = self.place.ctl("chief", "retro", "edit", self.incident, "causes", path)
        self.assertEqual((answer.code, answer.error), (REFUSED, "stale"))
        for event in own.values():
            self.assertIn("--over " + event[:16], answer.words)
        both = self.edit("chief", "causes", "함께 쓴 글\r\n\r\n", "--over", own["chief"][:16], "--over", own["scribe"])
        self.assertEqual(self.versions("scribe", "causes"), {both: "함께 쓴 글"})

    def test_forWhomASectionIsStaysUntilSomebodySaysOtherwise(self):
        def openTo(section):
            return [line["openTo"] for line in self.shown("chief", "openTo") if line["section"] == section]
        notes = self.edit("chief", "interviews", "들은 말")
        self.assertEqual(openTo("interviews"), ["authors"])  # as the process that ships with the program means it
        notes = self.edit("scribe", "interviews", "허락받은 말", "--over", notes[:16], "--open-to", "everybody")
        self.assertEqual(openTo("interviews"), ["everybody"])
        self.edit("scribe", "interviews", "허락받은 말 둘", "--over", notes[:16])
        self.assertEqual(openTo("interviews"), ["everybody"])
        self.edit("chief", "ours", "우리만의 절")
        self.assertEqual(openTo("ours"), ["organisation"])

    def test_whatIsWrittenHasItsLimits(self):
        for content, error in ((b"\xff\xfe", "malformed"), (b" \n\n", "malformed"), (b"a" * (256 * 1024 + 1), "too_large")):
            path = self.write("bad.txt", content)
            self.refused("chief", error, "retro", "edit", self.incident, "causes", path)
        self.refused("chief", "not_found", "retro", "show", self.incident, "causes")
        self.refused("chief", "value.out_of_range", "retro", "edit", self.incident, "causes", self.write("t", "글"), "--open-to", "all")
        self.assertEqual({line["version"] for line in self.shown("chief", "version")}, {None})

    def test_findingsStepsAndRemarks(self):
        self.refused("chief", "value.out_of_range", "retro", "finding", self.incident, "전원 이중화 없음")  # a factor has an area
        finding = self.done("chief", "retro", "finding", self.incident, "전원 이중화 없음", "--area", "facilities", "--pattern",
                            "single-power", "--evidence", self.note[:12]).last["event"]
        lucky = self.done("scribe", "retro", "finding", self.incident, "주말이었다", "--kind", "lucky").last["event"]
        found = {line["finding"]: line for line in self.shown("scribe", "pattern")}
        self.assertEqual((found[finding]["evidence"], found[finding]["area"], found[finding]["text"], found[lucky]["kind"]),
                         ([self.note], "facilities", "전원 이중화 없음", "lucky"))
        self.refused("chief", "reason.missing", "retro", "drop-finding", self.incident, lucky[:8])
        self.done("chief", "retro", "drop-finding", self.incident, lucky[:8], "--reason", "평일이었다")
        self.assertEqual([line["finding"] for line in self.shown("scribe", "pattern")], [finding])

        self.edit("chief", "causes", "글")
        remark = self.done("scribe", "retro", "remark", self.incident, "causes", "근거가 무엇입니까?").last["event"]
        self.assertEqual([line["text"] for line in self.shown("chief", "remark")], ["근거가 무엇입니까?"])
        self.done("chief", "retro", "answer", self.incident, remark[:8], "기록 2번입니다")
        self.assertEqual(self.shown("scribe", "remark"), [])

        # What nobody resolved has no time yet; then it is by the document, or as somebody set it.
        steps = {line["step"]: line for line in self.shown("chief", "step")}
        self.assertEqual({line["state"] for line in steps.values()}, {"waiting"})
        self.assertEqual([steps["facts"]["due"], steps["facts"]["name"]], [None, "Facts gathered"])
        self.done("chief", "phase", self.incident, "resolved")
        self.done("chief", "retro", "assign", self.incident, "facts", "--owner", "정우진", "--due", "2020-12-01")
        steps = {line["step"]: line for line in self.shown("chief", "step")}
        self.assertEqual([steps["facts"][name] for name in ("state", "owner", "due")], ["overdue", "정우진", "2020-12-01T14:59:59.999Z"])
        self.assertEqual(steps["timeline"]["state"], "open")
        self.assertIn("causes", steps)
        self.done("chief", "retro", "start", self.incident, "--subcommittees")
        steps = {line["step"]: line for line in self.shown("chief", "step")}
        self.assertNotIn("causes", steps)
        self.done("scribe", "retro", "done", self.incident, "facts")
        self.refused("scribe", "work.same_person", "retro", "confirm", self.incident, "facts")
        self.done("chief", "retro", "confirm", self.incident, "facts")

    def test_closingWaitsForEveryCheck(self):
        self.done("chief", "service", self.incident, "메신저", "major_outage")
        self.refused("chief", "incident.safety_missing", "phase", self.incident, "closed", "--reason", "끝났다")
        self.done("scribe", "retro", "safety", self.incident, "--aspect", "security", "--by", "김하늘")
        missing = [line for line in self.shown("chief", "aspect") if line["finding"] is None]
        self.assertEqual([(line["safety"], line["aspect"]) for line in missing], [("메신저", "customer_data")])
        self.refused("chief", "reason.missing", "retro", "safety", self.incident, "--finding", "affected")
        self.done("chief", "retro", "safety", self.incident, "메시지 12건이 사라졌다", "--finding", "affected")
        self.refused("chief", "incident.cause_open", "phase", self.incident, "closed")
        self.done("chief", "phase", self.incident, "closed", "--reason", "그 자리의 일은 모두 끝났다")

    def issue(self, form="md", *words):
        path = self.place.path("report." + form)
        said = self.done("chief", "--lang", "ko", "retro", "export", self.incident, "--format", form, "-o", path, *words).last
        self.assertEqual(said["bytes"], os.path.getsize(path))
        return said["number"], path

    def sealed(self):
        path = self.place.path("record.bongsu")
        self.done("chief", "sync")
        self.done("chief", "export", self.incident, "--format", "sealed", "-o", path)
        return path

    def verify(self, *words):
        return self.place.run(CTL, "verify", *words)

    def test_whatIsSignedIsProved(self):
        self.edit("chief", "causes", "전원 이중화가 없었다.\n- 배터리실 화재", "--open-to", "everybody")
        self.done("chief", "retro", "finding", self.incident, "전원 이중화 없음", "--area", "facilities", "--evidence", self.note)
        number, path = self.issue("md", "--ask", "김하늘", "--ask", "정우진")
        with open(path, "rb") as file:
            whole = file.read()
        self.assertIn("배터리실 화재", whole.decode())
        self.assertIn("전원 이중화 없음", whole.decode())
        # Signed after the very bytes were here; nobody signs twice, nor for another.
        self.done("scribe", "retro", "sign", self.incident, str(number))
        self.refused("scribe", "already_done", "retro", "sign", self.incident, str(number))
        self.refused("chief", "reason.missing", "retro", "sign", self.incident, str(number), "--decline")
        got = self.place.path("got.md")
        self.done("scribe", "retro", "get", self.incident, str(number), "-o", got)
        with open(got, "rb") as file:
            self.assertEqual(file.read(), whole)

        record, org = self.sealed(), self.done("chief", "--offline", "status").last["org"]
        proved = self.verify("--file", record, "--org", org, "--report", path)
        self.assertEqual(proved.code, DONE, proved.words)
        self.assertEqual({one["name"]: one["answer"] for one in proved.last["report"]["asked"]}, {"김하늘": None, "정우진": "approved"})
        self.assertEqual(self.place.ctl("scribe", "verify", self.incident, "--report", path).last["report"]["number"], number)

        # One byte, a word put in, the end left out, something added: each is found where it is.
        middle = whole.index("배터리실".encode())
        changes = {"byte": (whole[:middle] + "기".encode() + whole[middle + 3:], middle),
                   "more": (whole[:middle] + "모든 ".encode() + whole[middle:], middle),
                   "less": (whole[:middle] + whole[middle + 12:], middle),
                   "cut": (whole[:-40], len(whole) - 40),
                   "added": (whole + b"\n", len(whole))}
        for name, (content, at) in changes.items():
            answer = self.verify("--file", record, "--org", org, "--report", self.write("altered.md", content))
            self.assertEqual(answer.code, NOT_VERIFIED, name)
            bad = answer.last["bad"]
            self.assertEqual((bad["why"], bad["report"]), ("report.altered", number), name)
            self.assertLessEqual(bad["from"], at, name)
            self.assertGreaterEqual(bad["to"], min(at, len(content)), name)
            self.assertLess(bad["to"] - bad["from"], max(2 * 1024, len(whole) // 8), name)  # the place, not the whole
            self.assertEqual(bad["fromLine"], content[:bad["from"]].count(b"\n") + 1, name)
            self.assertIn(str(bad["from"]), answer.words)
        other = self.verify("--file", record, "--org", org, "--report", self.write("other.md", "# 다른 글\n" * 400))
        self.assertEqual((other.code, other.last["bad"]), (NOT_VERIFIED, {"why": "report.unknown"}))
        self.assertEqual(self.verify("--file", record, "--org", org, "--report", self.place.path("nowhere")).code, 5)

        # The log altered under a report that is not: each flipped byte is found, with its place.
        with open(record, "rb") as file:
            log = file.read()
        places = set()
        for at in range(200, len(log), max(1, len(log) // 60)):
            altered = self.write("altered.bongsu", log[:at] + bytes([log[at] ^ 1]) + log[at + 1:])
            answer = self.verify("--file", altered, "--org", org, "--report", path)
            self.assertEqual(answer.code, NOT_VERIFIED, at)
            self.assertIn("seq", answer.last["bad"], at)
            places.add(answer.last["bad"]["seq"])
        self.assertGreater(len(places), 3)

    def test_whatHasNoNumberIsInNoDocument(self):
        self.place.stopRelay()
        self.done("chief", "--offline", "note", self.incident, "아직 번호가 없는 줄")
        path = self.place.path("early.md")
        self.refused("chief", "too_early", "--offline", "retro", "export", self.incident, "-o", path)
        self.assertFalse(os.path.exists(path))
        self.done("chief", "--offline", "report", self.incident)  # a draft may be made at any time
        self.place.startRelay()
        self.done("chief", "sync")
        self.assertEqual(self.issue()[0], 1)

    def test_aDocumentThatWasMadeElsewhereIsSignedAsItIs(self):
        path = self.write("계획.docx", b"PK\x03\x04" + os.urandom(5000))
        said = self.done("chief", "retro", "issue", self.incident, path, "--kind", "plan", "--ask", "정우진").last
        self.assertEqual((said["number"], said["bytes"]), (1, 5004))
        self.done("scribe", "retro", "sign", self.incident, "1", "--decline", "--reason", "예산이 틀립니다")
        document = self.shown("chief", "format")[0]
        self.assertEqual((document["kind"], document["format"], document["asked"]),
                         ("plan", "docx", [{"person": "정우진", "answer": "declined"}]))
        self.refused("chief", "permission.missing", "retro", "sign", self.incident, "1")
        self.refused("chief", "not_found", "retro", "sign", self.incident, "2")
        self.refused("chief", "value.out_of_range", "retro", "issue", self.incident, shutil.copy(path, self.place.path("noending")))

    def test_anOrganisationsOwnTemplate(self):
        self.edit("chief", "causes", "<전원> & 이중화", "--open-to", "everybody")
        own = self.write("own.html", """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
<body><p>다온 주식회사 양식 7호</p>
{{section_written_causes}}
{{#section_duties}}<h1>의무</h1>{{/section_duties}}{{#section_nothing}}<p>없음</p>{{/section_nothing}}
{{section_measures}}</body></html>
""")
        path = self.place.path("own-out.html")
        said = self.done("chief", "--lang", "ko", "retro", "export", self.incident, "--template", own, "-o", path).last
        with open(path, encoding="utf-8") as file:
            page = file.read()
        self.assertEqual(said["bytes"], len(page.encode()))
        html5lib.HTMLParser(strict=True).parse(page)
        for words in ("다온 주식회사 양식 7호", "&lt;전원&gt; &amp; 이중화", "<h1>의무</h1>", "<title>장애 회고: 판교 화재</title>"):
            self.assertIn(words, page)
        for words in ("<전원>", "없음</p>", "{{", "Course of events"):
            self.assertNotIn(words, page)
        markdown = self.write("own.md", "# {{title}}\n\n{{sections}}\n\n사장 귀하\n")
        text = self.done("chief", "--lang", "ko", "report", self.incident, "--template", markdown).last["text"]
        self.assertTrue(text.startswith("# 장애 회고: 판교 화재\n") and text.endswith("사장 귀하\n") and "## 원인\n" in text, text[:200])
        # What it names has to be there, and where it is not, the line is named.
        bad = self.place.ctl("chief", "report", self.incident, "--template", self.write("bad.md", "# {{title}}\n{{titel}}\n"))
        self.assertEqual((bad.code, bad.error), (REFUSED, "malformed"))
        self.assertIn("line 2: titel", bad.words)
        for name, content, error in (("bad.md", "{{#head}}", "malformed"), ("bad.md", b"\xff", "malformed"), ("bad.md", b"", "malformed"),
                                     ("bad.md", b"a" * (1024 * 1024 + 1), "too_large"), ("bad.docx", "x", "value.out_of_range")):
            self.refused("chief", error, "report", self.incident, "--template", self.write(name, content))
        self.refused("chief", "value.out_of_range", "report", self.incident, "--template", own, "--format", "md")

    def test_theOrganisationSaysWhatIsOpenToEverybody(self):
        self.edit("chief", "causes", "안쪽 이야기")
        self.edit("chief", "lessons", "모두에게 하는 말", "--open-to", "everybody")
        texts = {kind: self.done("chief", "--lang", "ko", "report", self.incident, "--kind", kind).last["text"]
                 for kind in ("full", "public", "plan", "result")}
        self.assertIn("안쪽 이야기", texts["full"])
        self.assertNotIn("안쪽 이야기", texts["public"])
        self.assertNotIn("김하늘", texts["public"])
        self.assertIn("모두에게 하는 말", texts["public"])
        self.done("chief", "actions", "add", self.incident, "모의 훈련을 분기마다 한다", "--owner", "정우진", "--due", "2027-03-31")
        plan = self.done("chief", "--lang", "ko", "report", self.incident, "--kind", "plan").last["text"]
        for words in ("모의 훈련을 분기마다 한다", "정우진", "2027년 3월 31일"):
            self.assertIn(words, plan)


if __name__ == "__main__":
    unittest.main()
