"""The page and the tables of the verifier say the same."""

import pathlib
import re
import sys
import unittest
import unicodedata

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from bongsu import kinds, records  # noqa: E402

PAGE = (HERE.parent.parent / "docs" / "format.md").read_text(encoding="utf-8")


class Page(unittest.TestCase):
    def test_unicode_version(self):
        self.assertEqual(unicodedata.unidata_version, "14.0.0", "this Python knows another Unicode than the format")

    def test_kinds(self):
        rows = re.findall(r"^\| ([a-z._]+)( !)? \| ([OIA]) \| (.*) \|$", PAGE, re.M)
        found = {name: (bool(critical), log, kinds._fields(facts)) for name, critical, log, facts in rows}
        self.assertEqual(len(rows), len(found))
        self.assertEqual(found, kinds.KINDS)

    def test_bodies(self):
        for name, fields in kinds.BODIES.items():
            if name != "text":
                text = re.search(rf"\b{name}\s*= {{(.*?)}}", PAGE).group(1)
                self.assertEqual(kinds._fields(text), fields)
        text = re.search(r"every key optional: (.*?)\.$", PAGE, re.M).group(1)
        self.assertEqual([f[:2] for f in kinds._fields(text)], [f[:2] for f in kinds.BODIES["text"]])

    def test_enums(self):
        for name, count in kinds.ENUMS.items():
            words = re.search(rf"\b{name}: ((?:[a-z_]+ ?)+)", PAGE).group(1).split()
            self.assertEqual(len(words), count, name)

    def test_sizes(self):
        found = re.search(r"header (\d+), event (\d+), entry ([\d,]+), head (\d+), refusal (\d+)", PAGE).groups()
        self.assertEqual([int(n.replace(",", "")) for n in found], list(records.MAX_BYTES.values()))


if __name__ == "__main__":
    unittest.main()
