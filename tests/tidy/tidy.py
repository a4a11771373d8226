#!/usr/bin/python3
"""Keeps the laws of the house: walls between layers, banned words, sizes, and looks. Prints each finding as
file:line: [rule] what is wrong. What to do. Exit 0 when there is none, else 1.

    tidy.py [FOLDER]      the project, or the source tree in FOLDER
"""

import collections
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import limits  # noqa: E402
import shape  # noqa: E402
import walls  # noqa: E402
import words  # noqa: E402
from findings import Finding  # noqa: E402
from source import readTree  # noqa: E402

RULES = (walls.checkWalls, words.checkWords, words.checkOrder, words.checkObjects, words.checkPlainLines, words.checkSslErrors, shape.checkSizes,
         shape.checkHeaders, shape.checkWhitespace, shape.checkMachinePaths, shape.checkListed, limits.checkLimits,
         shape.checkNamedTests, shape.checkHangul, shape.checkColours)

SHOWN = 5  # of one rule in one file; the others are the same mistake


def findingsIn(tree):
    return [finding for rule in RULES for finding in rule(tree)]


def checkRatchetHistory(root, tree):
    if shape.RATCHET not in tree.byPath:
        return []
    return list(shape.checkRatchet(json.loads(tree.byPath[shape.RATCHET].text), shape.earlierRatchets(root)))


def checkFormat(root, tree):
    """clang-format on every file, a few processes at once."""
    if shutil.which("clang-format") is None:
        return [Finding("installer/packages.txt", 1, "format", "clang-format is not installed",
                        "run installer/install-packages")]
    paths = [source.path for source in tree.cpp]
    workers = os.cpu_count() or 2
    found = []
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for lines in pool.map(lambda some: _unformatted(root, some), [paths[i::workers] for i in range(workers)]):
            found += [Finding(path, line, "format", "not as .clang-format says", f"run clang-format -i {path}")
                      for path, line in lines]
    return found


def _unformatted(root, paths):
    """[(path, first line)] of the files that clang-format would change."""
    if not paths:
        return []
    ran = subprocess.run(["clang-format", "--dry-run", *paths], cwd=root, capture_output=True, text=True, check=False)
    first = {}
    for path, line in re.findall(r"^(\S.*?):(\d+):\d+: warning: code should be clang-formatted", ran.stderr, re.MULTILINE):
        first.setdefault(path, int(line))
    if ran.returncode != 0 and not first:
        first[".clang-format"] = 1
    return list(first.items())


def main(words_):
    root = words_[0] if words_ else os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    tree = readTree(root)
    found = findingsIn(tree) + checkRatchetHistory(root, tree) + checkFormat(root, tree)
    shown = collections.Counter()
    for finding in sorted(set(found)):
        shown[finding.path, finding.rule] += 1
        if shown[finding.path, finding.rule] <= SHOWN:
            print(finding)
    for (path, rule), times in shown.items():
        if times > SHOWN:
            print(f"{path}: [{rule}] and {times - SHOWN} more")
    print(f"{len(tree.sources)} files, {len(set(found))} findings", file=sys.stderr)
    return 1 if found or not tree.sources else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
