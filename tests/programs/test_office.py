"""A retrospective's draft as office programs read it: opened by LibreOffice, and each part by an XML parser that is not ours."""

import os
import re
import subprocess
import unittest
import zipfile

from lxml import etree

from programs import EXAMPLE, REFUSED, AtPlace

TITLE = "판교 데이터센터 화재 <b> & \u0007 \"끝\""  # what would break an XML that is not escaped


class Office(AtPlace):
    def setUp(self):
        self.openPlace("scribe", "박도윤")
        self.incident = self.done("scribe", "declare", "--title", TITLE, "--grade", "total", "--began",
                                  "2022-10-15T15:30:00+09:00", "--ended", "2022-10-20T23:03:00+09:00").last["incident"]
        self.done("scribe", "import", self.incident, EXAMPLE)

    def draft(self, form):
        path = self.place.path("draft." + form)
        self.done("scribe", "--lang", "ko", "report", self.incident, "--format", form, "-o", path)
        return path

    def opened(self, path, kind):
        """As LibreOffice gives it on."""
        subprocess.run(["/usr/bin/soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{self.place.path('office')}",
                        "--convert-to", kind, "--outdir", self.place.folder, path], check=True, capture_output=True, timeout=240)
        return os.path.splitext(path)[0] + "." + kind.split(":")[0]

    def parts(self, path):
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            return {one.filename: archive.read(one) for one in archive.infolist()}, archive.infolist()

    def assertWhole(self, text):
        for words in ("장애 회고: 판교 데이터센터 화재 <b> &", "127시간 33분", "5시간 25분", "문의 상담전화를 안내합니다",
                      "운이 좋았던 것:", "근거 기록", "bongsuctl verify"):
            self.assertIn(words, text)

    def assertLinked(self, xml, links, marks):
        led = {link.lstrip("#") for link in re.findall(links, xml)}
        self.assertGreater(len(led), 10)
        self.assertLessEqual(led, set(re.findall(marks, xml)))

    def test_openDocument(self):
        path = self.draft("odt")
        parts, order = self.parts(path)
        self.assertEqual((order[0].filename, order[0].compress_type), ("mimetype", zipfile.ZIP_STORED))
        with open(path, "rb") as file:
            self.assertEqual(file.read(77)[30:], b"mimetypeapplication/vnd.oasis.opendocument.text")
        manifest = etree.fromstring(parts["META-INF/manifest.xml"])
        pictures = [name for name in parts if name.startswith("Pictures/")]
        listed = [value for node in manifest for key, value in node.attrib.items() if key.endswith("full-path")]
        self.assertEqual(sorted(listed), sorted(["/", "content.xml", *pictures]))
        content = etree.fromstring(parts["content.xml"])
        self.assertWhole("".join(content.itertext()))
        self.assertLinked(parts["content.xml"].decode(), r'xlink:href="#([^"]+)"', r'text:bookmark text:name="([^"]+)"')
        with open(self.opened(path, "txt:Text (encoded):UTF8"), encoding="utf-8-sig") as file:
            self.assertWhole(file.read())
        self.assertDrawn(path, content, {name: parts[name] for name in pictures})

    def assertDrawn(self, path, content, pictures):
        """Each chart has words for those who do not see it, and stands on the paper that LibreOffice makes."""
        self.assertEqual(len(pictures), 2)  # what was out, when users were told
        space = {"draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
                 "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"}
        frames = content.findall(".//draw:frame", space)
        self.assertEqual({frame.find("draw:image", space).get("{http://www.w3.org/1999/xlink}href") for frame in frames},
                         set(pictures))
        for frame in frames:
            self.assertTrue(frame.find("svg:title", space).text and frame.find("svg:desc", space).text)
        said = []
        for picture in pictures.values():
            root = etree.fromstring(picture)
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
            said += ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
        paper = subprocess.run(["pdftotext", self.opened(path, "pdf"), "-"], check=True, capture_output=True, text=True).stdout
        self.assertIn("모두 복구 23:03", said)
        self.assertEqual([words for words in said if "".join(words.split()) not in "".join(paper.split())], [])

    def test_word(self):
        path = self.draft("docx")
        parts, _ = self.parts(path)
        for name, content in parts.items():
            etree.fromstring(content)
            self.assertIn(name, ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml",
                                 "word/document.xml"))
        self.assertWhole("".join(etree.fromstring(parts["word/document.xml"]).itertext()))
        self.assertLinked(parts["word/document.xml"].decode(), r'w:anchor="([^"]+)"', r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"')
        with open(self.opened(path, "txt:Text (encoded):UTF8"), encoding="utf-8-sig") as file:
            self.assertWhole(file.read())

    def test_nothingOfTheMachineIsInThem(self):
        for form in ("docx", "odt"):
            parts, order = self.parts(self.draft(form))
            self.assertEqual({one.date_time for one in order}, {(1980, 1, 1, 0, 0, 0)})
            whole = b"".join(parts.values())
            for words in (self.place.folder, os.uname().nodename, "root"):
                self.assertNotIn(words.encode(), whole)

    def test_aFileIsNeeded(self):
        for form in ("docx", "odt"):
            answer = self.place.ctl("scribe", "report", self.incident, "--format", form)
            self.assertEqual((answer.code, answer.error), (REFUSED, "value.out_of_range"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
