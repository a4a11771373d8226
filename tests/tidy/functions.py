"""Finds the functions of a C++ file with their lengths, by braces: no compiler, and good enough to be a ratchet."""

import re

PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)
LABELS = re.compile(r"^(?:\s|(?:public|private|protected|Q_SIGNALS|(?:public|private|protected) Q_SLOTS)\s*:(?!:)"
                    r"|Q_[A-Z_]+(?:\([^()]*\))?(?=\s))+")
SCOPE = re.compile(r'^(?:inline\s+)?namespace\b|^extern\s*"')
TYPE = re.compile(r"^(?:template\s*<.*>\s*)?(?:typedef\s+)?(?:class|struct|union|enum)\b(?!.*\)\s*(?:const|noexcept)?$)",
                  re.DOTALL)
INITIALISERS = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)")
LAMBDA = re.compile(r"(\w+)\s*=\s*\[")
NAME = re.compile(r"((?:[\w~]+(?:<[^()]*>)?::)*(?:operator\s*(?:\(\s*\)|[^\s\w(]+|\w+)|~?\w+))\s*\(")


def functionsOf(code):
    """[(name, first line, lines)] of the functions at namespace and class level; a lambda belongs to what it stands in."""
    code = PREPROCESSOR.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), code)
    found = []
    stack = []        # (kind, head's start, name)
    boundary = 0      # where the declaration being read begins
    parentheses = 0
    for at, mark in ((m.start(), m.group()) for m in re.finditer(r"[{}();]", code)):
        inside = stack and stack[-1][0] in ("function", "braces")
        if mark == "{":
            kind, name, start = ("braces", "", at) if inside or parentheses else _classify(code, boundary, at)
            stack.append((kind, start, name))
            if kind in ("scope", "type"):
                boundary = at + 1
        elif mark == "}" and stack:
            kind, start, name = stack.pop()
            if kind == "function":
                first = code.count("\n", 0, start) + 1
                found.append((name, first, code.count("\n", start, at) + 1))
            if kind != "braces":
                boundary = at + 1
        elif mark == "(" and not inside:
            parentheses += 1
        elif mark == ")" and not inside:
            parentheses = max(0, parentheses - 1)
        elif mark == ";" and not inside:
            boundary = at + 1
    return found


def _classify(code, boundary, at):
    labels = LABELS.match(code[boundary:at])
    start = boundary + (labels.end() if labels else 0)
    head = code[start:at].strip()
    if SCOPE.match(head):
        return "scope", "", start
    if TYPE.match(head):
        return "type", "", start
    lambda_ = LAMBDA.search(head)
    if lambda_ is not None:
        return "function", lambda_.group(1), start
    name = NAME.search(re.sub(r"^template\s*<.*?>\s*(?=\w)", "", head, flags=re.DOTALL))
    if name is None:
        return "braces", "", start
    if INITIALISERS.search(head) and re.search(r"[\w>]$", head):
        return "braces", "", start  # a member's initialiser: the body comes later
    return "function", re.sub(r"\s+", "", name.group(1)), start
