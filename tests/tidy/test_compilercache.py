#!/usr/bin/python3
"""Proves of the presets' compiler launcher that two checkouts sharing one ccache share only what is the same.

A precompiled header carries the hash of every `#pragma once` header it read. ccache finds a result by the preprocessed
text as well, which has no comments: a checkout whose header differed in a comment alone was given the other's file, read
the header a second time and did not compile."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
HEADER = "#pragma once\n#include <vector>\nstruct Kept { int is; }; // {comment}\n"
USER = '#include "kept.h"\nint {name}(const Kept& it) { return it.is; }\n'
FLAGS = ["-fpch-preprocess", "-Winvalid-pch", "-Werror"]


def launcher(folder):
    with open(os.path.join(ROOT, "CMakePresets.json"), encoding="utf-8") as file:
        base = json.load(file)["configurePresets"][0]
    words = base["cacheVariables"]["CMAKE_CXX_COMPILER_LAUNCHER"].replace("${sourceDir}", folder).split(";")
    assert words[0] == "env" and words[-1] == "ccache", words
    return words


class Shared(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        # Nothing of this machine's own settings: the launcher's words are what is asked.
        self.env = {"PATH": os.environ["PATH"], "CCACHE_DIR": self.path("cache"), "CCACHE_CONFIGPATH": self.path("none")}

    def path(self, *names):
        return os.path.join(self.folder.name, *names)

    def run_(self, words, folder):
        return subprocess.run(words, cwd=folder, env=self.env, capture_output=True, text=True, check=False)

    def build(self, name, comment, function="kept"):
        folder = self.path(name)
        os.mkdir(folder)
        for file, text in (("kept.h", HEADER.replace("{comment}", comment)), ("user.cpp", USER.replace("{name}", function)),
                           ("all.hxx", '#include "kept.h"\n'), ("all.hxx.gch.sum", "said by hand\n")):
            with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
                out.write(text)
            os.utime(os.path.join(folder, file), (1_000_000_000, 1_000_000_000))  # ccache trusts no file of this second
        for words in (["-x", "c++-header", "all.hxx", "-o", "all.hxx.gch", "-MD", "-MF", "all.d"],
                      ["-include", "all.hxx", "user.cpp", "-o", "user.o", "-MD", "-MF", "user.d"]):
            ran = self.run_([*launcher(folder), "g++", *FLAGS, "-c", *words], folder)
            self.assertEqual(ran.returncode, 0, ran.stderr)

    def hits(self):
        stats = self.run_(["ccache", "--print-stats"], self.folder.name).stdout
        return sum(int(line.split()[1]) for line in stats.splitlines() if line.split()[0].endswith("_cache_hit"))

    def test_aHeaderThatDiffersInACommentIsCompiledAgain(self):
        self.build("one", "as it was")
        self.build("two", "as it is.", "other")  # or what uses the header would be found, and not compiled
        self.assertEqual(self.hits(), 0)

    def test_theSameIsFoundByAnotherCheckout(self):
        self.build("one", "as it was")
        self.build("two", "as it was")
        self.assertEqual(self.hits(), 2)


if __name__ == "__main__":
    unittest.main()
