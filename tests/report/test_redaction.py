#!/usr/bin/python3
"""What was taken out of a document stands in no form of it: each is unpacked and read by a program that is not ours.

    test_redaction.py REDACTOR COUNT"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile

import html5lib
from lxml import etree

REDACTOR, COUNT = sys.argv.pop(1), int(sys.argv.pop(1)) // int(os.environ.get("BONGSU_SEED_STEP", "1"))


def plain(text):
    """As words are compared: composed, in one case, without white space and line breaks, which forms put where they like."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text).casefold())


def texts(xml):
    """Everything that somebody could read in it: texts, and the values of attributes."""
    root = etree.fromstring(xml)
    return " ".join("".join(node.itertext()) for node in (root,)) + " ".join(
        value for node in root.iter(etree.Element) for value in node.attrib.values())


def readForms(start):
    with open(start + ".md", encoding="utf-8") as file:
        markdown = file.read()
    yield "md", re.sub(r"\\(.)", r"\1", markdown)
    with open(start + ".html", encoding="utf-8") as file:
        page = file.read()
    html5lib.HTMLParser(strict=True).parse(page)
    tree = html5lib.parse(page, treebuilder="lxml", namespaceHTMLElements=False)
    yield "html", " ".join(tree.getroot().itertext()) + " ".join(value for node in tree.getroot().iter(etree.Element)
                                                                for value in node.attrib.values())
    for form in ("odt", "docx"):
        with zipfile.ZipFile(start + "." + form) as archive:
            yield form, " ".join(texts(archive.read(name)) if name != "mimetype" else "" for name in archive.namelist()) + \
                " ".join(archive.namelist())
    for tool in ("pdftotext", "pdfinfo"):
        words = [tool, "-enc", "UTF-8", start + ".pdf"] + (["-"] if tool == "pdftotext" else [])
        yield tool, subprocess.run(words, check=True, capture_output=True, text=True).stdout


class Redaction(unittest.TestCase):
    def testNothingOfItIsLeftInAnyForm(self):
        removals = searched = 0
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([REDACTOR, folder, "1", str(COUNT)], check=True)
            for seed in range(1, COUNT + 1):
                start = os.path.join(folder, str(seed))
                with open(start + ".json", encoding="utf-8") as file:
                    about = json.load(file)
                before = plain(re.sub(r"\\(.)", r"\1", about["before"]))
                wanted = [plain(word) for word in about["removed"]]
                removals += any(word in before for word in wanted)
                for form, text in readForms(start):
                    searched += 1
                    there = plain(text)
                    self.assertEqual([word for word in wanted if word in there], [], f"seed {seed}, {form}")
                    if form != "pdfinfo":
                        self.assertIn("■■■" if any(word in before for word in wanted) else "q", there, f"seed {seed}, {form}")
        print(f"tried {COUNT} redactions, {removals} of words that were there, {searched} files searched, 0 found", end=" ")
        self.assertGreater(removals, COUNT * 0.8)


if __name__ == "__main__":
    unittest.main()
