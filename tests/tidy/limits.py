"""The limits in code and the table that explains them to other implementers: same names, same values."""

import ast
import operator
import re

from findings import Finding

LIMITS = "model/domain/base/limits.h"
PROTOCOL = "model/sync/PROTOCOL.md"

CONSTANT = re.compile(r"^inline constexpr [\w:<>]+ (\w+)\s*=\s*([^;]+);", re.MULTILINE)
TABLE = re.compile(r"^\|\s*name\s*\|\s*value\s*\|(?:.*\n)(?:\|.*\n)*", re.MULTILINE)
ROW = re.compile(r"^\|\s*`(\w+)`\s*\|\s*([^|]*?)\s*\|", re.MULTILINE)
MILLISECONDS = {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000, "days": 86_400_000, "day": 86_400_000}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.LShift: operator.lshift}


def valuesInCode(source):
    """{name: (value, line)}; durations in milliseconds; a value that is none this reads is None."""
    found = {}
    for constant in CONSTANT.finditer(source.code):
        text = re.sub(r"(\d)'(?=\d)", r"\1", constant.group(2))
        text = re.sub(r"\b(?:std::)?(?:u?int\d*(?:_t)?|quint64|qint64|qsizetype)\s*\(", "(", text)
        text = re.sub(r"\b(?:std::)?chrono::(hours|minutes|seconds|milliseconds)\b",
                      lambda unit: str({"hours": 3_600_000, "minutes": 60_000, "seconds": 1000}.get(unit[1], 1)) + " *", text)
        text = re.sub(r"\b(\d+)(ms|s|min|h)\b", lambda d: str(int(d[1]) * MILLISECONDS[d[2]]), text)
        try:
            value = _evaluate(ast.parse(text.strip(), mode="eval").body, found)
        except (KeyError, SyntaxError):
            value = None
        found[constant.group(1)] = (value, source.lineAt(constant.start()))
    return found


def _evaluate(node, known):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return known[node.id][0]
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_evaluate(node.left, known), _evaluate(node.right, known))
    raise KeyError(type(node))


def valuesInTable(source):
    """{name: (value, line)} of the table | name | value | …, whose values are 1,024 or 2^53 or 0.5 s."""
    found = {}
    table = TABLE.search(source.text)
    for row in ROW.finditer(source.text, *table.span()) if table else ():
        number = re.fullmatch(r"(?:(\d+)\^(\d+)|([\d,]+(?:\.\d+)?))(?:\s*(ms|s|min|h|days?))?(?:\s*B)?", row.group(2))
        value = None
        if number:
            value = int(number[1]) ** int(number[2]) if number[1] else float(number[3].replace(",", ""))
            value *= MILLISECONDS.get(number[4], 1)
        found[row.group(1)] = (value, source.lineAt(row.start()))
    return found


def checkLimits(tree):
    """Active once there is a table."""
    if LIMITS not in tree.byPath or PROTOCOL not in tree.byPath:
        return
    code = valuesInCode(tree.byPath[LIMITS])
    table = valuesInTable(tree.byPath[PROTOCOL])
    for name, (value, line) in code.items():
        if name not in table:
            yield Finding(LIMITS, line, "limit", f"{name} is not in {PROTOCOL}",
                          "add a row to its table of limits: | `name` | value | why | what crossing it does |")
        elif value is None or table[name][0] != value:
            yield Finding(PROTOCOL, table[name][1], "limit", f"{name} says {table[name][0]}, the code {value}",
                          "make the two equal, as a plain number with its unit")
    for name, (_, line) in table.items():
        if name not in code:
            yield Finding(PROTOCOL, line, "limit", f"no limit in {LIMITS} is called {name}",
                          "name it there, or take the row out")
