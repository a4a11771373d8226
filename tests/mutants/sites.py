"""Every place of a source file where a mutant can stand, and the file with all of them in it as switches."""

import dataclasses
import re

from tokens import ASSIGNS, CLOSES, ENDS, OPENS, Code

RELATIONS = {"<": ("less", "<="), "<=": ("lessOrSame", "<"), ">": ("above", ">="), ">=": ("aboveOrSame", ">"),
             "==": ("same", "!="), "!=": ("differs", "==")}
LOGICAL = {"&&": ("both", "||"), "||": ("either", "&&")}
QUANTIFIERS = {"any_of": ("anyOf", "all_of"), "all_of": ("allOf", "any_of"), "none_of": ("noneOf", "not all_of")}
EXTREMES = {"max": ("greatest", "min"), "min": ("least", "max")}
# Words that begin what is no expression, or what is not to be dropped.
NO_STATEMENT = {"return", "if", "for", "while", "switch", "case", "default", "break", "continue", "else", "using", "const",
                "static", "constexpr", "auto", "struct", "class", "enum", "template", "typename", "namespace", "friend",
                "explicit", "inline", "public", "private", "protected", "delete", "throw", "do", "goto", "operator",
                "Q_ASSERT", "Q_ASSERT_X", "Q_UNUSED", "static_assert", "extern", "virtual", "concept", "requires", "union"}
ASSERTS = {"Q_ASSERT", "Q_ASSERT_X", "Q_UNUSED", "static_assert", "requires", "concept", "decltype", "noexcept", "sizeof"}


@dataclasses.dataclass
class Edit:
    at: int
    text: str
    length: int = 0  # of what it replaces
    span: int = 0    # of what it stands around: the wider stands outside
    closes: bool = False


@dataclasses.dataclass
class Mutant:
    path: str
    operator: str
    line: int
    what: str      # the code itself
    instead: str   # what it becomes, in words a reader of code understands
    edits: list    # with {n} for its number
    nth: int = 1   # among those of the file that read alike
    number: int = 0

    @property
    def place(self):
        """The same as long as the code there is: what answers.txt names it by."""
        return f"{self.path} | {self.operator} | {self.what}" + (f" | {self.nth}" if self.nth > 1 else "")


def oneLine(text):
    return re.sub(r"\s+", " ", text).strip()


class Finder:
    def __init__(self, path, source):
        self.path = path
        self.code = Code(source)
        self.found = []
        self.passed = self.passedOver()

    def passedOver(self):
        """Tokens within what is compiled and never run, or checks the program itself."""
        passed = set()
        for i, token in enumerate(self.code.tokens):
            if self.code.around[i] == "t<":
                passed.add(i)
            elif token.text in ASSERTS and self.code.text(i + 1) in ("(", "{") and i + 1 in self.code.partner:
                end = self.code.partner[i + 1]
                if token.text == "requires" and self.code.text(end + 1) == "{":
                    end = self.code.partner[end + 1]
                passed.update(range(i, end + 1))
            elif token.text == "constexpr":  # a constant to its end, a condition in brackets, a function's head
                end = i
                while self.code.text(end) not in (";", "{", "}", ""):
                    end = self.code.partner.get(end, end) if self.code.text(end) in ("(", "[") else end
                    end += 1
                passed.update(range(i, end + 1))
                if self.code.text(i - 1) != "if" and self.code.text(end) == "{" and end in self.code.partner:
                    passed.update(range(end, self.code.partner[end] + 1))
        return passed

    def add(self, operator, first, last, instead, edits, what=None):
        tokens = self.code.tokens
        start = tokens[first].start
        self.found.append(Mutant(self.path, operator, self.code.source.count("\n", 0, start) + 1,
                                 oneLine(what or self.code.between(first, last)), oneLine(instead), edits))

    def around(self, first, last, opens, closes=")", isSplit=False):
        """Around the same code, what splits it into operands stands inside what does not."""
        tokens = self.code.tokens
        start, end = tokens[first].start, tokens[last].end
        span = 2 * (end - start) + (0 if isSplit else 1)
        return [Edit(start, opens, span=span), Edit(end, closes, span=span, closes=True)]

    def binary(self, i, name, ends):
        """Edits that make `left SIGN right` a call, with the two operands' places."""
        code = self.code
        first, last = code.leftEdge(i, ends), code.rightEdge(i, ends)
        if first >= i or last <= i:
            return None
        return first, last, name

    def all(self):
        for i, token in enumerate(self.code.tokens):
            if i in self.passed:
                continue
            self.relation(i, token.text)
            self.logical(i, token.text)
            self.condition(i, token.text)
            self.ternary(i, token.text)
            self.negation(i, token.text)
            self.verdict(i, token.text)
            self.limit(i, token.text)
            self.number(i, token)
            self.named(i, token.text)
            self.hashed(i, token.text)
            self.statement(i)
        self.fieldTables()
        self.neighbours()
        counts = {}
        for mutant in self.found:
            counts[mutant.place] = mutant.nth = counts.get(mutant.place, 0) + 1
        return self.found

    def relation(self, i, text):
        if text not in RELATIONS or self.code.text(i - 1) == "operator":
            return
        name, instead = RELATIONS[text]
        ends = ENDS | {"&&", "||"} | (set(RELATIONS) if text in ("==", "!=") else {"==", "!="})
        found = self.binary(i, name, ends)
        if found:
            first, last, _ = found
            sign = self.code.tokens[i]
            edits = self.around(first, last, f"mutants::{name}({{n}}, ", isSplit=True)
            edits.append(Edit(sign.start, ",", len(text)))
            self.add("relation", first, last,
                     f"{self.code.between(first, i - 1)} {instead} {self.code.between(i + 1, last)}", edits)

    def logical(self, i, text):
        if text not in LOGICAL or self.code.text(i + 1) == ".":  # or folds a pack
            return
        name, instead = LOGICAL[text]
        code = self.code
        first = code.leftEdge(i, ENDS | ({"||"} if text == "&&" else set()))
        last = code.rightEdge(i, ENDS | ({"&&", "||"} if text == "&&" else {"||"}))
        if first >= i or last <= i:
            return
        sign = code.tokens[i]
        edits = self.around(first, last, f"mutants::{name}({{n}}, bool(", "); })", isSplit=True)
        edits.append(Edit(sign.start, "), [&] { return bool(", len(text)))
        beside = code.splitAt(first, i - 1, text)[-1][0]  # of a long row the operand next to it says enough
        self.add("logical", first, last, f"{code.between(beside, i - 1)} {instead} {code.between(i + 1, last)}", edits,
                 code.between(beside, last))

    def condition(self, i, text):
        code = self.code
        if text not in ("if", "while") or code.text(i + 1) != "(" or i + 1 not in code.partner:
            return
        first, last = code.splitAt(i + 2, code.partner[i + 1] - 1, ";")[-1]
        whole = f"{text} ({code.between(i + 2, code.partner[i + 1] - 1)})"
        assigned = [at for at in range(first, last + 1) if code.text(at) == "="]
        declared = assigned and re.fullmatch(r"[A-Za-z_]\w*", code.text(assigned[0] - 1)) and assigned[0] - 1 > first
        if declared:
            name = code.text(assigned[0] - 1)
            end = code.tokens[last].end
            self.add("skip", i, i, "never", [Edit(end, f"; {name} && !mutants::on({{n}})", closes=True, span=1 << 20)], whole)
            return
        if text == "if":
            self.add("skip", i, i, "never", self.around(first, last, "mutants::never({n}, bool(", "))"), whole)
        self.add("negate", i, i, f"{text} (!({code.between(first, last)}))",
                 self.around(first, last, "mutants::flip({n}, bool(", "))"), whole)

    def ternary(self, i, text):
        if text != "?":
            return
        first = self.code.leftEdge(i, ENDS)
        if first < i:
            end = self.code.rightEdge(i, ENDS - {"?", ":"})
            self.add("negate", first, i - 1, f"!({self.code.between(first, i - 1)}) ? ...",
                     self.around(first, i - 1, "mutants::flip({n}, bool(", "))"), self.code.between(first, end))

    def negation(self, i, text):
        code = self.code
        if text != "!" or code.text(i - 1) == "(" and code.text(i - 2) in ("if", "while") and self.isWhole(i):
            return
        last = i + 1
        while True:
            if code.text(last) in ("(", "[", "{", "t<") and last in code.partner:
                last = code.partner[last]
            if code.text(last + 1) in (".", "->", "::", "(", "[", "t<") or code.text(last) in (".", "->", "::", "*", "!"):
                last += 1
                continue
            break
        self.add("negate", i, last, code.between(i + 1, last), self.around(i, last, "mutants::flip({n}, bool(", "))"),
                 self.context(i, last))

    def isWhole(self, i):
        """Whether the negation is all of the condition: then it is negated already."""
        end = self.code.partner[i - 1]
        return not any(self.code.text(at) in ("&&", "||", ";") for at in range(i, end))

    def verdict(self, i, text):
        code = self.code
        if text == "no" and code.text(i + 1) == "(" and code.text(i + 2) == "refusal":
            last = code.partner[i + 1]
        elif text == "Refusal" and code.text(i + 1) == "{" and code.text(i + 2) == "refusal":
            last = code.partner[i + 1]
        elif text == "Verdict" and code.text(i + 1) == "(" and code.text(i + 2) == ")" and code.text(i - 1) != "=":
            self.add("refuse", i, i + 2, "a refusal", self.around(i, i + 2, "mutants::refused({n}, ", ")"), self.context(i, i))
            return
        else:
            return
        self.add("accept", i, last, "accepted", self.around(i, last, "mutants::accepted({n}, ", ")"), self.context(i, last))

    def context(self, first, last):
        """The whole statement or condition around what alone would say too little."""
        code = self.code
        begin = code.leftEdge(first, {";"})
        while begin > 0 and code.text(begin - 1) in ("(", "[") and first - begin < 40:
            begin = code.leftEdge(begin - 1, {";"})
        end = last
        while code.text(end + 1) not in (";", "{", "}", "") and end - last < 40:
            end = code.partner.get(end + 1, end + 1) if code.text(end + 1) in ("(", "[") else end + 1
        return code.between(begin, end)

    def limit(self, i, text):
        code = self.code
        if text == "limits" and code.text(i + 1) == "::":
            for name, instead in (("more", "one more"), ("fewer", "one fewer")):
                self.add(f"limit, {instead}", i, i + 2, instead, self.around(i, i + 2, f"mutants::{name}({{n}}, "),
                         self.context(i, i + 2))

    def number(self, i, token):
        code = self.code
        if not re.fullmatch(r"\d+", token.text) or code.text(i - 1) not in {"+", "-", *RELATIONS, "("}:
            return
        if code.text(i - 1) == "(" and code.text(i - 2) not in ("array", "map", "arrayOf", "field"):
            return
        if code.text(i - 2) != "field":
            self.add("number", i, i, "one more", self.around(i, i, "mutants::more({n}, "), self.context(i, i))

    def named(self, i, text):
        code = self.code
        known = QUANTIFIERS.get(text) or EXTREMES.get(text)
        if known and code.text(i - 1) == "::" and code.text(i - 2) == "std" and code.text(i + 1) == "(":
            name, instead = known
            start = code.tokens[i - 2].start
            self.add("other", i - 2, code.partner[i + 1], instead,
                     [Edit(start, f"mutants::{name}({{n}}, ", code.tokens[i + 1].end - start, span=1)])
        elif text in ("true", "false") and (code.text(i - 1) in ASSIGNS | {",", "return"}):
            self.add("other", i, i, f"!{text}", self.around(i, i, "mutants::flip({n}, "), self.context(i, i))

    def hashed(self, i, text):
        code = self.code
        if text in ("sha256", "taggedHash", "taggedHashAs"):
            opened = next((at for at in range(i, i + 12) if code.text(at) == "("), None)
            if opened is None or opened not in code.partner or code.text(i - 1) in ("QByteArray", "FixedType"):
                return
            for at in range(opened, code.partner[opened]):
                if code.text(at) == "{" and at in code.partner:
                    for first, last in code.splitAt(at + 1, code.partner[at] - 1, ","):
                        self.add("hash", first, last, "not hashed", self.around(first, last, "mutants::without({n}, "),
                                 f"{code.between(i, code.partner[opened])} without {code.between(first, last)}")
        elif text == "domainTag" and code.text(i + 1) == "(" and code.text(i - 1) in ("(", ",", "=", "+"):
            last = code.partner[i + 1]
            self.add("hash", i, last, "not hashed", self.around(i, last, "mutants::withoutTag({n}, "), self.context(i, last))
        elif text == "addData" and code.text(i + 1) == "(":
            first, last = i + 2, code.partner[i + 1] - 1
            self.add("hash", first, last, "not hashed", self.around(first, last, "mutants::without({n}, "), self.context(i, last))

    def statement(self, i):
        code = self.code
        if code.text(i - 1) not in (";", "{", "}") or code.around[i] != "{" or code.text(i) in NO_STATEMENT:
            return
        last = code.rightEdge(i - 1, {";"}) + 1
        if code.text(last) != ";" or last - i < 2 or code.text(last - 1) in ("default", "delete"):
            return
        at = i
        if code.text(at) in ("++", "--", "*"):
            at += 1
        if not re.fullmatch(r"[A-Za-z_]\w*", code.text(at)):
            return
        while code.text(at + 1) in ("::", "t<") or code.text(at) == "::":
            at = code.partner[at + 1] if code.text(at + 1) == "t<" else at + 1
        after = code.text(at + 1)
        if re.fullmatch(r"[A-Za-z_]\w*", after) or after in ("&", "*", "t&&", "{", ";"):
            return  # declares something
        self.add("drop", i, last, "nothing", self.around(i, last, "if (!mutants::on({n})) { ", " }"))

    def fieldTables(self):
        """Two members of a type that change places in what is written and read."""
        source = self.code.source
        for struct in re.finditer(r"^struct (\w+) \{\n(.*?)^\};", source, re.MULTILINE | re.DOTALL):
            types = {name: kind for kind, name in
                     re.findall(r"^    ([\w:<>]+) (\w+)(?:\{.*?\}| = .*?)?;", struct.group(2), re.MULTILINE)}
            fields = [(m.group(1), struct.start(2) + m.start(1) - len(struct.group(1)) - 3)
                      for m in re.finditer(r"field\(\d+, &" + struct.group(1) + r"::(\w+)\)", struct.group(2))]
            for at, (name, start) in enumerate(fields):
                other = next(((n, s) for n, s in fields[at + 1:] if types.get(n) == types.get(name)), None)
                if other:
                    self.swap("swap", start, f"&{struct.group(1)}::{name}", other[1], f"&{struct.group(1)}::{other[0]}")

    def swap(self, operator, start, text, otherStart, otherText):
        edits = [Edit(start, f"mutants::on({{n}}) ? {otherText} : ", span=1),
                 Edit(otherStart, f"mutants::on({{n}}) ? {text} : ", span=1)]
        line = self.code.source.count("\n", 0, start) + 1
        self.found.append(Mutant(self.path, operator, line, oneLine(f"{text}, {otherText}"), "changed places", edits))

    def neighbours(self):
        """Values of a type that stand next to each other in what is written, and in what is made of what was read."""
        source = self.code.source
        for function in re.finditer(r"^( *)\w[^\n]*\)(?: const)? \{\n(.*?)^\1\}", source, re.MULTILINE | re.DOTALL):
            body, begin = function.group(2), function.start(2)
            if "if constexpr" in body:
                continue
            if "CborWriter" in function.group():
                calls = re.finditer(
                    r"(?:\.(bytes|unsignedInteger|text)\(|(writeMoment|write)\(out, )((?:[^()]|\([^()]*\))+?)\)(?=[.;\n])", body)
                known = [(c.group(1) or c.group(2), c.start(3) + begin, c.group(3)) for c in calls]
            elif "CborReader" in function.group():
                types = {name: kind for kind, name in
                         re.findall(r"const (?:auto|\w+) (\w+) = (\w+(?:<\w+>)?)\(in\)", body)}
                types = dict((name, kind) for name, kind in
                             re.findall(r"const (?:auto|[\w:<>]+) (\w+) = (?:in\.)?(\w+(?:<\w+>)?)\((?:in)?\);", body))
                made = re.search(r"return \w+\{([^{}]*)\}", body)
                known = [(types.get(m.group(), ""), m.start() + made.start(1) + begin, m.group())
                         for m in re.finditer(r"(?<![\w.>])\w+(?=\s*[,}]|$)", made.group(1) + "}")] if made else []
            else:
                continue
            for at, (kind, start, text) in enumerate(known):
                other = next((o for o in known[at + 1:] if o[0] == kind and kind), None)
                if other and text != other[2]:
                    self.swap("swap", start, text, other[1], other[2])


def withSwitches(source, mutants, header):
    """The file with every mutant in it; lines keep their numbers."""
    edits = []
    for mutant in mutants:
        for edit in mutant.edits:
            edits.append((edit, mutant.number))
    # At one place: what ends there before what begins there; what begins, the wider first; what ends, the narrower first.
    edits.sort(key=lambda e: (e[0].at, 0, e[0].span, -e[1]) if e[0].closes else (e[0].at, 1, -e[0].span, e[1]))
    out, at = [], 0
    for edit, number in edits:
        out.append(source[at:edit.at])
        out.append(edit.text.replace("{n}", str(number)))
        at = max(at, edit.at) + edit.length
    out.append(source[at:])
    text = "".join(out)
    if any(mutant.operator == "swap" for mutant in mutants):
        text = text.replace("static constexpr auto fields()", "static auto fields()")
    return f'#include "{header}"\n#line 1\n{text}'
