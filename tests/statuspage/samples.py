"""The sample pages, written once for all tests by the program that ctest names."""

import functools
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("BONGSU_SOURCE_DIR", os.path.dirname(os.path.dirname(HERE)))
SAMPLES = ("pangyo", "pangyo-over", "quiet", "nothing", "large", "hostile")
WRITER = None
_kept = []


class Page:
    """One page's files: path -> bytes, and the order in which they were written."""

    def __init__(self, name):
        self.name = name
        place = tempfile.TemporaryDirectory(prefix="page-")
        _kept.append(place)
        self.folder = os.path.join(place.name, name)
        self.order = subprocess.run([WRITER, name, self.folder], check=True, capture_output=True,
                                    text=True).stdout.splitlines()
        self.files = {}
        for path in self.order:
            with open(os.path.join(self.folder, path), "rb") as file:
                self.files[path] = file.read()

    def ending(self, end):
        return {path: content for path, content in self.files.items() if path.endswith(end)}

    def signed(self):
        return {path: content for path, content in self.files.items() if not path.endswith(".sig")}


@functools.lru_cache(None)
def page(name):
    return Page(name)


def pages():
    return [page(name) for name in SAMPLES]


def main():
    """Call it at the end of a test file: the last argument is the program that writes samples."""
    global WRITER
    sys.modules["samples"].WRITER = sys.argv.pop()
    unittest.main(verbosity=2)
