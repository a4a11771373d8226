"""How files look: sizes with a ratchet, first lines, white space, words of other machines, and where things are listed."""

import json
import os
import re
import subprocess

from findings import Finding
from functions import functionsOf

FILE_LIMITS = {".cpp": 500, ".h": 200}
FUNCTION_LIMIT = 70
RATCHET = "tests/tidy/ratchet.json"
# Absolute ones: neither DIR/root/ nor dir + "/root/" is one. Joined here, so that this file does not find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.~*)}>\]-])/(?:" + "|".join(("work", "root", r"home/\w+")) + r")/|\.pye" + "nv")
# Words that are signed or compared, and so never translated: a table of the format's, not a text on screen. A public
# page is published and signed in both languages at once, whatever the language of whoever publishes it.
HANGUL_DATA = ("model/domain/log/words_data.cpp", "model/domain/notice/noticewithdrawal_data.cpp",
               "model/domain/notice/pagetext_data.cpp",
               "model/statuspage/pagewords_data.cpp")
NAMED_TEST = re.compile(r"`(test_\w+)(?:\.(?:cpp|py|(\w+)))?`")
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


def oversized(tree):
    """{"path" or "path::function": (lines, limit, line)} of what is longer than it should be."""
    found = {}
    for source in tree.cpp:
        limit = FILE_LIMITS[os.path.splitext(source.path)[1]]
        lines = source.text.count("\n")
        if lines > limit:
            found[source.path] = (lines, limit, 1)
        for name, line, length in functionsOf(source.code):
            if length > FUNCTION_LIMIT:
                key = f"{source.path}::{name}"
                found[key] = max(found.get(key, (0, 0, 0)), (length, FUNCTION_LIMIT, line))
    return found


def checkSizes(tree):
    ratchet = json.loads(tree.byPath[RATCHET].text) if RATCHET in tree.byPath else {}
    found = oversized(tree)
    for key, (lines, limit, line) in found.items():
        path = key.split("::")[0]
        if lines > ratchet.get(key, limit):
            yield Finding(path, line, "size", f"{key} has {lines} lines, allowed are {ratchet.get(key, limit)}",
                          "divide it where its parts have names")
        elif lines < ratchet[key]:
            yield Finding(RATCHET, 1, "ratchet", f"{key} fell from {ratchet[key]} to {lines} lines",
                          "write the lower number into ratchet.json, so that it stays")
    for key in ratchet.keys() - found.keys():
        yield Finding(RATCHET, 1, "ratchet", f"{key} needs no exception any more", "take its line out of ratchet.json")


def checkRatchet(now, earlier):
    """`earlier` are all former contents of the ratchet: what was allowed once may be allowed again, never more."""
    if not earlier:
        return
    for key, lines in now.items():
        numbers = [former[key] for former in earlier if key in former]
        if not numbers:
            yield Finding(RATCHET, 1, "ratchet", f"{key} is a new exception", "divide it instead; the ratchet only falls")
        elif lines > min(numbers):
            yield Finding(RATCHET, 1, "ratchet", f"{key} was raised from {min(numbers)} to {lines}",
                          "divide it instead; the ratchet only falls")


def earlierRatchets(root):
    """Former contents from git's history; none where there is no git or no history."""
    def git(*words):
        return subprocess.run(("git", "-C", root) + words, capture_output=True, text=True, check=False)
    listed = git("log", "--format=%H", "--", RATCHET)
    contents = [git("show", f"{commit}:{RATCHET}") for commit in listed.stdout.split()]
    return [json.loads(content.stdout) for content in contents if content.returncode == 0]


def checkHeaders(tree):
    for source in tree.cpp:
        if not source.isHeader:
            continue
        if not re.match(r"// \S", source.lines[0]):
            yield Finding(source.path, 1, "header-sentence", "the header does not open with a sentence",
                          "say in a // comment on the first line what it is for")
        if "#pragma once" not in source.lines:
            yield Finding(source.path, 1, "pragma-once", "no #pragma once", "add it below the opening sentence")


def checkWhitespace(tree):
    for source in tree.sources:
        if source.isUnder("tests/data", "tests/vectors"):
            continue
        for number, line in enumerate(source.lines, 1):
            if line != line.rstrip():
                yield Finding(source.path, number, "whitespace", "white space at the end", "take it out")
            elif "\t" in line:
                yield Finding(source.path, number, "whitespace", "a tab", "use spaces")
        if source.text and not source.text.endswith("\n"):
            yield Finding(source.path, len(source.lines), "whitespace", "no newline at the end", "add one")


def checkMachinePaths(tree):
    for source in tree.sources:
        for number, line in enumerate(source.lines, 1):
            found = MACHINE_PATHS.search(line)
            if found and not re.search(r"\+\s*(?:\w+\()?u?[\"']$", line[:found.start()]):
                yield Finding(source.path, number, "machine-path", f"{found.group()} is a path of one machine",
                              "use a path relative to the source, or an argument")


def checkListed(tree):
    """Every .cpp stands in a CMakeLists.txt of its folder or of one above it."""
    lists = {os.path.dirname(source.path): set(re.findall(r"[^\s()\"]+", re.sub(r"#.*", "", source.text)))
             for source in tree.sources if os.path.basename(source.path) == "CMakeLists.txt"}
    for source in tree.cpp:
        if source.isHeader or not source.isUnder("app", "ui", "model", "tests"):
            continue
        folder = os.path.dirname(source.path)
        above = [folder]
        while above[-1]:
            above.append(os.path.dirname(above[-1]))
        if not any(os.path.relpath(source.path, up or ".") in lists.get(up, ()) for up in above):
            yield Finding(source.path, 1, "listed", "no CMakeLists.txt names this file", "list it, or take it out")


def checkNamedTests(tree):
    """A page that says which test shows a thing names one that is there: `test_secrets`, or a function in it,
    `test_secrets.test_whatItShows`."""
    tests = {}  # two of one name: one in C++, one in Python
    for source in tree.sources:
        if source.isUnder("tests") and source.path.endswith((".cpp", ".py")):
            tests.setdefault(os.path.splitext(os.path.basename(source.path))[0], []).append(source.text)
    listed = {name for source in tree.sources if source.isUnder("tests") and source.path.endswith("CMakeLists.txt")
              for name in re.findall(r"test_\w+", source.text)}
    for page in tree.sources:
        if not page.path.endswith(".md"):
            continue
        for number, line in enumerate(page.text.splitlines(), 1):
            for name, function in NAMED_TEST.findall(line):
                declared = re.compile(rf"(?:void|def) (?:\w+::)?{function}\(")
                isThere = any(map(declared.search, tests.get(name, ()))) if function else name in tests or name in listed
                if not isThere:
                    yield Finding(page.path, number, "named-test", f"there is no {name} {function}".rstrip(),
                                  "name the test that shows this now, or say that none does")


def checkHangul(tree):
    for source in tree.cpp:
        if source.isUnder("translations", "tests") or source.path in HANGUL_DATA:
            continue
        for line, literal in source.strings:
            if HANGUL.search(literal):
                yield Finding(source.path, line, "hangul", "Korean text in code",
                              "write English in tr() and the Korean in translations/")


# Black and white are paper's own: what is printed has no theme.
HUE = re.compile(r"\bQColor(?:\s+\w+)?\s*[({]\s*(?:0x|\d|Qt\b|\"|QLatin1|QStringLiteral)|\bqRgba?\s*\(|\bfromRgb|\bfromHsv|\bfromHsl"
                 r"|\bQt::(?:dark|light)?(?:[Rr]ed|[Gg]reen|[Bb]lue|[Cc]yan|[Mm]agenta|[Yy]ellow|[Gg]ray)\b")
HUE_IN_WORDS = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b|\brgba?\(")


def checkColours(tree):
    """What is seen is coloured by tokens, so that three themes hold and their contrast is computed."""
    for source in tree.cpp:
        if not source.isUnder("ui", "app", "model") or source.isUnder("ui/style"):
            continue
        lines = [source.lineAt(found.start()) for found in HUE.finditer(source.code)]
        lines += [line for line, literal in source.strings if HUE_IN_WORDS.search(literal)]
        for line in lines:
            yield Finding(source.path, line, "colour", "a colour by hand", "use an ink or a ground of ui/style/tokens.h")
