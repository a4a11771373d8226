"""C++ as clang-format leaves it, cut into words: enough to find where an expression begins and ends."""

import dataclasses
import re

WORD = re.compile(r"""
    (?P<name>[A-Za-z_]\w*) | (?P<number>\d[\w.']*) |
    (?P<sign><=>|->|::|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\|\||\+\+|--|\+=|-=|\*=|/=|\|=|&=|[-+*/%&|^~!<>=?:;,.(){}\[\]])
    """, re.VERBOSE)
BLANKED = re.compile(r'//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\'', re.DOTALL | re.MULTILINE)
OPENS = {"(": ")", "{": "}", "[": "]", "t<": "t>"}
CLOSES = {close: opens for opens, close in OPENS.items()}
ASSIGNS = {"=", "+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>="}
# What ends an expression at its own depth, besides the bracket that stands around it.
ENDS = {";", ",", "?", ":", "return", "case", "else", "co_return"} | ASSIGNS


@dataclasses.dataclass(frozen=True)
class Token:
    text: str  # "t<" and "t>" are the brackets of templates
    start: int
    end: int


def blank(source):
    """The same length; comments and directives are spaces, a literal is its quotes around x."""
    def over(match):
        text = match.group()
        if text[0] in "\"'":
            return text[0] + "x" * (len(text) - 2) + text[0]
        return re.sub(r"[^\n]", " ", text)
    return BLANKED.sub(over, source)


def isSpaced(code, match):
    return code[match.start() - 1].isspace() and code[match.end()].isspace()


def tokens(source):
    code = blank(source)
    found = []
    at = 0
    while at < len(code):
        if code[at].isspace():
            at += 1
            continue
        if code[at] in "\"'":
            end = code.index(code[at], at + 1) + 1
            found.append(Token("literal", at, end))
            at = end
            continue
        match = WORD.match(code, at)
        if not match:
            at += 1
            continue
        text = match.group()
        if text in ("<", ">", ">>") and not isSpaced(code, match):
            for i in range(len(text)):
                found.append(Token("t" + text[i], at + i, at + i + 1))
        elif text == "&&" and not isSpaced(code, match):
            found.append(Token("t&&", at, at + 2))  # a reference
        else:
            found.append(Token(text, at, match.end()))
        at = match.end()
    return found


class Code:
    def __init__(self, source):
        self.source = source
        self.tokens = tokens(source)
        self.partner = {}
        self.around = []  # the bracket that a token stands in
        stack = []
        for i, token in enumerate(self.tokens):
            self.around.append(self.tokens[stack[-1]].text if stack else "")
            if token.text in OPENS:
                stack.append(i)
            elif token.text in CLOSES:
                while stack and self.tokens[stack[-1]].text == "t<" and token.text != "t>":
                    stack.pop()
                if stack and self.tokens[stack[-1]].text == CLOSES[token.text]:
                    opened = stack.pop()
                    self.partner[opened] = i
                    self.partner[i] = opened

    def text(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def touches(self, i):
        """Whether no space stands before it."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def leftEdge(self, i, ends):
        """The first token of the operand that ends before token i."""
        at = i - 1
        while at >= 0:
            text = self.text(at)
            if text in ends or text in OPENS:
                return at + 1
            if text in CLOSES:
                if at not in self.partner:
                    return at + 1
                opened = self.partner[at]
                if text == "}" and not self.touches(opened):
                    return at + 1  # a block, not a value
                at = opened
            at -= 1
        return 0

    def rightEdge(self, i, ends):
        """The last token of the operand that begins after token i."""
        at = i + 1
        while at < len(self.tokens):
            text = self.text(at)
            if text in ends or text in CLOSES:
                return at - 1
            if text in OPENS:
                if at not in self.partner:
                    return at - 1
                at = self.partner[at]
            at += 1
        return len(self.tokens) - 1

    def between(self, first, last):
        return self.source[self.tokens[first].start:self.tokens[last].end]

    def splitAt(self, first, last, sign):
        """The pieces of tokens first..last between signs at their own depth, as (first, last) pairs."""
        pieces = []
        begin = at = first
        while at <= last:
            if self.text(at) in OPENS and at in self.partner:
                at = self.partner[at]
            elif self.text(at) == sign:
                pieces.append((begin, at - 1))
                begin = at + 1
            at += 1
        pieces.append((begin, last))
        return pieces
