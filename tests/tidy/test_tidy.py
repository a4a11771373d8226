#!/usr/bin/python3
"""Proves of each rule of tidy.py that it fires on a small bad example and is quiet on a good one."""

import ast
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import limits  # noqa: E402
import shape  # noqa: E402
import tidy  # noqa: E402
import walls  # noqa: E402
import words  # noqa: E402
from examples import EXAMPLES  # noqa: E402
from functions import functionsOf  # noqa: E402
from source import Source, Tree  # noqa: E402


def treeOf(files):
    return Tree([Source(path, text) for path, text in files.items()])


def rulesIn(files):
    return {finding.rule for finding in tidy.findingsIn(treeOf(files))}


def rulesNamedIn(module):
    """The rules that a module's Finding(path, line, rule, …) calls name."""
    with open(module.__file__, encoding="utf-8") as file:
        calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call)]
    return {call.args[2].value for call in calls
            if getattr(call.func, "id", "") == "Finding" and isinstance(call.args[2], ast.Constant)}


class Examples(unittest.TestCase):
    def testEachFiresOnTheBadAndNotOnTheGood(self):
        for rule, bad, good in EXAMPLES:
            with self.subTest(rule=rule, bad=bad):
                self.assertIn(rule, rulesIn(bad))
            with self.subTest(rule=rule, good=good):
                self.assertNotIn(rule, rulesIn(good))

    def testEveryRuleHasAnExample(self):
        named = {w.rule for w in words.WORDS} | {rule for module in (walls, words, shape, limits) for rule in rulesNamedIn(module)}
        tested = {rule for rule, _, _ in EXAMPLES} | {"ratchet"}  # the ratchet has a class of its own below
        self.assertGreater(len(named), 25)
        self.assertEqual(named - tested, set())

    def testEveryBannedWordHasAnExample(self):
        for w in words.WORDS:
            examples = [treeOf(bad) for rule, bad, _ in EXAMPLES if rule == w.rule]
            fires = any(w.pattern.search(line) for tree in examples for source in tree.sources
                        if words._concerns(w, source) for line in words._searched(source))
            self.assertTrue(fires, w)

    def testAFindingSaysWhereWhatAndWhatToDo(self):
        finding = tidy.findingsIn(treeOf({"ui/a.h": "// A.\n#pragma once\nfriend class B;\n"}))[0]
        self.assertRegex(str(finding), r"^ui/a\.h:3: \[friend\] .+\. [A-Z].+\.$")


class Reading(unittest.TestCase):
    def testCommentsAndLiteralsAreNotCode(self):
        text = ('int a = 1\'000; // throw "x\n/* friend class */ auto s = "throw \\" \\\\"; char c = \'"\';\n'
                'auto r = R"(throw " )x)" R"y(a)" b)y"; int throwing;\n')
        source = Source("model/domain/a.cpp", text)
        self.assertEqual(source.code.count("\n"), text.count("\n"))
        self.assertNotRegex(source.code, r"\bthrow\b|friend")
        self.assertIn("int throwing;", source.code)
        self.assertIn("int a = 1'000;", source.code)

    def testIncludesKeepTheirLines(self):
        source = Source("ui/a.cpp", '// x\n#include "ui/a.h"\n/* #include <no.h> */\n#  include <QString> // why\n')
        self.assertEqual(source.includes, [(2, "ui/a.h", True), (4, "QString", False)])

    def testFunctionsAndTheirLengths(self):
        code = ("namespace a::b {\nclass C : public D<int> {\n  Q_OBJECT\n\n public:\n"
                "  explicit C(int x = {})\n    : m_x{x}, m_y{1, 2} {\n    f([] {\n    });\n  }\n"
                "  bool operator==(const C&) const = default;\n  bool operator()(int) const { return true; }\n"
                " private:\n  int m_x{1};\n  int m_y[2] = {1, 2};\n};\n#define X {\n"
                "template <class T>\nauto C::g(T t) -> std::vector<T> {\n  if (t) {\n  }\n  struct L {\n  };\n}\n"
                "enum class E { A, B };\nconst auto h = [](int i) {\n  return i;\n};\nint k() {\n}\n}\n")
        self.assertEqual(functionsOf(code), [("C", 6, 5), ("operator()", 12, 1), ("C::g", 18, 7), ("h", 26, 3),
                                             ("k", 29, 2)])


class Ratchet(unittest.TestCase):
    long = {"model/domain/a.h": "// A.\n#pragma once\n" + "int a;\n" * 208}  # 210 lines

    def sizes(self, ratchet):
        files = dict(self.long, **{shape.RATCHET: ratchet})
        return [finding for finding in tidy.findingsIn(treeOf(files)) if finding.rule in ("size", "ratchet")]

    def testAnExceptionHoldsAtItsNumberOnly(self):
        self.assertEqual(self.sizes('{"model/domain/a.h": 210}'), [])
        self.assertEqual([f.rule for f in self.sizes('{"model/domain/a.h": 209}')], ["size"])
        self.assertEqual([f.rule for f in self.sizes('{"model/domain/a.h": 211}')], ["ratchet"])

    def testAnExceptionNoLongerNeededGoes(self):
        self.assertEqual([f.rule for f in self.sizes('{"model/domain/a.h": 210, "model/domain/b.h": 300}')], ["ratchet"])

    def testTheFileItselfOnlyFalls(self):
        earlier = [{"a": 300, "b": 90}, {"a": 250}]
        self.assertEqual(list(shape.checkRatchet({"a": 250}, earlier)), [])
        self.assertEqual(list(shape.checkRatchet({"a": 240}, earlier)), [])
        self.assertEqual(len(list(shape.checkRatchet({"a": 251}, earlier))), 1)
        self.assertEqual(len(list(shape.checkRatchet({"a": 250, "c": 210}, earlier))), 1)
        self.assertEqual(list(shape.checkRatchet({"new": 210}, [])), [])  # the first ratchet, or no history


class Program(unittest.TestCase):
    """The program itself, on a tree of its own with a git history of its own."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write(".clang-format", "BasedOnStyle: LLVM\n")
        self.write("CMakeLists.txt", "add_library(a model/domain/a.cpp)\n")
        self.write("model/domain/a.cpp", "int one() { return 1; }\n")

    def write(self, path, text):
        path = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def git(self, *words_):
        subprocess.run(("git", "-C", self.folder.name, "-c", "user.name=a", "-c", "user.email=a@example.org") + words_,
                       check=True, capture_output=True)

    def run_(self):
        ran = subprocess.run(["/usr/bin/python3", tidy.__file__, self.folder.name], capture_output=True, text=True,
                             check=False)
        return ran.returncode, ran.stdout

    def testAGoodTreePasses(self):
        self.assertEqual(self.run_(), (0, ""))

    def testAnEmptyTreeFails(self):
        with tempfile.TemporaryDirectory() as empty:
            ran = subprocess.run(["/usr/bin/python3", tidy.__file__, empty], capture_output=True, check=False)
        self.assertEqual(ran.returncode, 1)

    def testBadFormatAndBadWordsAreFound(self):
        self.write("model/domain/a.cpp", "int  one() {   return 1; }\nint two() { throw 2; }\n")
        code, out = self.run_()
        self.assertEqual(code, 1)
        self.assertIn("model/domain/a.cpp:1: [format]", out)
        self.assertIn("model/domain/a.cpp:2: [exception]", out)

    def testARaisedRatchetIsFoundAfterACommitToo(self):
        self.write("model/domain/a.cpp", "int a;\n" * 501)
        self.write(shape.RATCHET, '{"model/domain/a.cpp": 501}\n')
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-qm", "first")
        self.assertEqual(self.run_(), (0, ""))
        self.write("model/domain/a.cpp", "int a;\n" * 510)
        self.write(shape.RATCHET, '{"model/domain/a.cpp": 510}\n')
        self.assertIn("[ratchet]", self.run_()[1])
        self.git("commit", "-qam", "raised")
        self.assertIn("[ratchet]", self.run_()[1])


if __name__ == "__main__":
    unittest.main()
