"""Every sentence in the sources has its Korean: test_translations.py LUPDATE SOURCE_FOLDER."""

import os
import re
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

LUPDATE, ROOT = sys.argv[1:3]
sys.path.insert(0, os.path.join(ROOT, "translations"))
from update import FOLDERS, update  # noqa: E402

TODO = "run `cmake --build --preset release --target update_translations`, then write what is unfinished in translations/*.ts"


def messagesOf(catalogue):
    """{(context, source, comment): (state, [translations])}; state is None, unfinished, vanished or obsolete."""
    found = {}
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            found[key] = (translation.get("type"), forms)
    return found


def places(text):
    return sorted(set(re.findall(r"%(?:n|L?\d+)", text)))


class Translations(unittest.TestCase):
    def compare(self, name):
        committed = os.path.join(ROOT, "translations", name)
        with tempfile.TemporaryDirectory() as folder:
            fresh = os.path.join(folder, name)
            shutil.copy(committed, fresh)
            update(LUPDATE, fresh, ROOT)
            now = messagesOf(fresh)
        then = messagesOf(committed)
        missing = [key for key in now if key not in then]
        self.assertEqual(missing, [], f"not in {name}: {TODO}")
        gone = [key for key in then if key not in now]
        self.assertEqual(gone, [], f"in {name}, in no source: {TODO}")
        unfinished = [key for key, (state, forms) in then.items() if state or not all(forms)]
        self.assertEqual(unfinished, [], f"unfinished in {name}: {TODO}")
        return then

    def testKoreanIsComplete(self):
        messages = self.compare("bongsu_ko.ts")
        self.assertGreater(len(messages), 100)
        for (_, source, _), (_, forms) in messages.items():
            for form in forms:
                self.assertEqual(places(source), places(form), f"{source!r} and {form!r} have other places")

    def testEnglishPluralsAreComplete(self):
        for (_, source, _), (_, forms) in self.compare("bongsu_en.ts").items():
            self.assertEqual(len(forms), 2, f"{source!r} needs a singular and a plural")

    def testASentenceWithoutKoreanIsFound(self):
        with tempfile.TemporaryDirectory() as folder:
            for top in FOLDERS:
                os.mkdir(os.path.join(folder, top))
            with open(os.path.join(folder, "ui", "new.cpp"), "w", encoding="utf-8") as source:
                source.write('#include <QCoreApplication>\nauto f() { return QCoreApplication::translate("A", "new"); }\n')
            catalogue = os.path.join(folder, "bongsu_ko.ts")
            with open(catalogue, "w", encoding="utf-8") as file:
                file.write('<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="ko"></TS>')
            update(LUPDATE, catalogue, folder)
            self.assertEqual(messagesOf(catalogue), {("A", "new", None): ("unfinished", [""])})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
