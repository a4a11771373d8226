"""Reads the tree once: C++ files with comments and literals told apart, and every other text file as lines."""

import os
import re

FOLDERS = ("app", "ui", "model", "translations", "tests", "installer", "docs", "cmake", ".ci")
SKIPPED_FOLDERS = {"build", "__pycache__", ".git", ".cache"}
CPP_ENDINGS = (".cpp", ".h")
TEXT_ENDINGS = CPP_ENDINGS + (".py", ".js", ".sh", ".md", ".txt", ".cmake", ".json", ".sql", ".yml", ".yaml", ".qrc", ".supp")

# A comment, a raw string, a string or a character. Digit separators (1'000) are none: a literal's quote has no word
# before it but a prefix.
TOKEN = re.compile(
    r'//(?:\\\n|[^\n])*|/\*.*?\*/'
    r'|(?<!\w)(?:u8|[uUL])?R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)"'
    r'|(?:(?<!\w)(?:u8|[uUL]))?"(?:\\.|[^"\\\n])*"'
    r"|(?<!\w)(?:u8|[uUL])?'(?:\\.|[^'\\\n])+'",
    re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


class Source:
    """One text file. `code` has the same lines as the file with comments and the contents of literals taken out."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self.isCpp = path.endswith(CPP_ENDINGS)
        self.isHeader = path.endswith(".h")
        self.strings = []   # (line, literal with its quotes)
        self.includes = []  # (line, name, quoted)
        self.code = text
        if self.isCpp:
            self._split()

    def isUnder(self, *folders):
        return any(self.path.startswith(folder + "/") for folder in folders)

    def _split(self):
        uncommented = []
        code = []
        end = 0
        for token in TOKEN.finditer(self.text):
            between = self.text[end:token.start()]
            literal = token.group()
            end = token.end()
            if literal.startswith(("//", "/*")):
                uncommented += [between, _blank(literal)]
                code += [between, _blank(literal)]
                continue
            uncommented += [between, literal]
            quote = '"' if '"' in literal[:4] else "'"
            first = literal.index(quote)
            code += [between, literal[:first] + quote + _blank(literal[first + 1:-1]) + quote]
            if quote == '"':
                self.strings.append((self.lineAt(token.start()), literal))
        uncommented.append(self.text[end:])
        code.append(self.text[end:])
        self.code = "".join(code)
        uncommented = "".join(uncommented)
        for found in INCLUDE.finditer(uncommented):
            self.includes.append((uncommented.count("\n", 0, found.start(2)) + 1, found.group(2), found.group(1) == '"'))

    def lineAt(self, offset):
        return self.text.count("\n", 0, offset) + 1


class Tree:
    """All files of the project that people write."""

    def __init__(self, sources):
        self.sources = sources
        self.byPath = {source.path: source for source in sources}
        self.cpp = [source for source in sources if source.isCpp]


def readTree(root):
    sources = []
    for path in sorted(_paths(root)):
        with open(os.path.join(root, path), "rb") as file:
            data = file.read()
        sources.append(Source(path, data.decode("utf-8", "replace")))
    return Tree(sources)


def _paths(root):
    for name in os.listdir(root):
        if os.path.isfile(os.path.join(root, name)) and _isText(root, name):
            yield name
    for top in FOLDERS:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
            for name in files:
                path = os.path.relpath(os.path.join(folder, name), root)
                if _isText(root, path):
                    yield path


def _isText(root, path):
    if path.endswith(TEXT_ENDINGS):
        return True
    if "." in os.path.basename(path).lstrip("."):
        return False
    with open(os.path.join(root, path), "rb") as file:  # run, check, hooks: scripts without an ending
        return file.read(2) == b"#!"
