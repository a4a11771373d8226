"""What the programs write out of a record: files that are whole or not there, and a line that anybody may read."""

import csv
import io
import json
import os
import stat
import unittest

from programs import DONE, EXAMPLE, FAILED, REFUSED, Place, SmallDisk


class Exports(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.close)
        founded = self.place.init()
        self.place.startRelay()
        self.place.join("admin", founded["invite"], "박도윤")
        self.incident = self.place.declare("admin", "판교 데이터센터 화재")
        self.assertEqual(self.place.ctl("admin", "import", self.incident, EXAMPLE).code, DONE)

    def export(self, form, *words, name="out"):
        answer = self.place.ctl("admin", "--offline", "--lang", "ko", "export", self.incident, "--format", form,
                                "-o", self.place.path(name), *words)
        return answer

    def read(self, name="out"):
        with open(self.place.path(name), "rb") as file:
            return file.read()

    def test_jsonLinesGoIntoTheFileThatWasNamed(self):
        shown = self.place.ctl("admin", "--offline", "--lang", "ko", "export", self.incident, "--format", "jsonl")
        answer = self.export("jsonl")
        self.assertEqual((answer.code, answer.lines), (DONE, [{"exported": self.place.path("out"), "lines": 18}]))
        self.assertEqual([json.loads(line) for line in self.read().decode().splitlines()], shown.lines)

    def test_spreadsheetsReadTheCsv(self):
        self.place.ctl("admin", "note", self.incident, "=1+1, \"인용\"\n둘째 줄")
        self.assertEqual(self.export("csv").code, DONE)
        rows = list(csv.DictReader(io.StringIO(self.read().decode("utf-8-sig"), newline="")))
        self.assertEqual((len(rows), rows[0]["kind"], rows[1]["source"]), (19, "incident.declared", "official"))
        self.assertEqual(rows[-1]["text"], "'=1+1, \"인용\"\n둘째 줄")
        self.assertEqual((rows[1]["told_at"], rows[1]["told_local"]),
                         ("2022-10-15T06:19:00.000Z", "2022-10-15 15:19:00"))

    def test_markdownHasTheDaysOfTheRange(self):
        answer = self.export("markdown", "--since", "2022-10-16T00:00:00+09:00", "--until", "2022-10-16T12:00:00+09:00")
        text = self.read().decode()
        self.assertEqual(answer.last["lines"], text.count("\n- **") - text.count("**:"))
        self.assertEqual(text.count("## "), 1)
        self.assertIn("## 2022년 10월 16일 일요일", text)
        self.assertEqual(self.export("csv", "--since", "soon").error, "value.out_of_range")
        self.assertEqual(self.export("pdf").error, "value.out_of_range")

    def test_filesAreTheOwnersAloneAndReplacedWhole(self):
        os.umask(0)
        with open(self.place.path("out"), "w", encoding="utf-8") as file:
            file.write("old")
        for form in ("jsonl", "csv", "markdown", "sealed"):
            self.assertEqual(self.export(form).code, DONE)
            self.assertEqual(stat.S_IMODE(os.stat(self.place.path("out")).st_mode), 0o600, form)

    def test_aFullDiskLeavesTheOldFile(self):
        folder, target = self.place.path("to"), self.place.path("to/out")
        os.mkdir(folder)
        for _ in range(3):  # every form is longer than what is free
            self.assertEqual(self.place.ctl("admin", "note", self.incident, "긴 줄 " * 300).code, DONE)
        with SmallDisk(self.place, folder, "8k"):
            with open(target, "w", encoding="utf-8") as file:
                file.write("old")
            for form in ("jsonl", "csv", "markdown", "sealed"):
                answer = self.export(form, name="to/out")
                self.assertEqual((answer.code, answer.error), (FAILED, "disk.full"), (form, answer.words))
                with open(target, encoding="utf-8") as file:
                    self.assertEqual(file.read(), "old", form)
                self.assertEqual(os.listdir(folder), ["out"], form)

    def test_theBriefIsShortAndInEitherLanguage(self):
        korean = self.place.ctl("admin", "--offline", "--lang", "ko", "brief", self.incident)
        english = self.place.ctl("admin", "--offline", "--lang", "en", "brief", self.incident)
        self.assertEqual((korean.code, english.code), (DONE, DONE))
        self.assertLess(len(korean.last["brief"]), 160)
        self.assertLess(len(english.last["brief"]), 160)
        self.assertIn("1차 공지", korean.last["brief"])
        self.assertIn("First notice", english.last["brief"])
        self.assertEqual(self.place.ctl("admin", "--offline", "brief", "00000000").code, REFUSED)


if __name__ == "__main__":
    unittest.main()
