"""Words that must not stand in code, each with where, why and what instead. Comments and literals are not searched."""

import re
from collections import namedtuple

from findings import Finding

# where and except_ are beginnings of paths; endings limits the files by their ending (None: all C++).
Word = namedtuple("Word", "rule pattern where except_ endings wrong todo")

EVERYWHERE = ("",)
TESTS = ("tests/",)
# Where time, chance, signers, links and disks come in as arguments, so that a simulator can replay everything.
INJECTED = ("model/domain/", "model/wording/", "model/documents/", "model/journal/", "model/relay/", "model/sync/",
            "model/statuspage/")
WEBSOCKET = ("model/sync/websocket/",)
# Where a library throws and its exceptions are turned into a Failure; name the file and say why. yaml-cpp reports what
# it cannot read only so, and its parser is ended early only so.
EXCEPTION_BOUNDARIES = ("model/documents/yamltree.cpp",)
APPENDERS = ("model/storage/", "model/journal/", "model/relay/", "tests/")


def word(rule, pattern, wrong, todo, where=EVERYWHERE, except_=(), endings=None):
    return Word(rule, re.compile(pattern), tuple(where), tuple(except_), endings, wrong, todo)


WORDS = (
    word("domain-pure", r"\b(?:QObject|Q_OBJECT|Q_GADGET|QSql\w*|QTcp\w*|QWebSocket\w*|QNetwork\w*|QCoreApplication|qApp)\b",
         "the domain knows no objects, SQL, sockets or application", "move this to the layer it belongs to",
         where=("model/domain/",)),
    word("domain-pure", r"\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(", "the domain has no translation",
         "give a code, and a sentence for it in model/wording", where=("model/domain/",)),
    word("domain-order", r"\b(?:QHash|QMultiHash|QSet)\b",
         "the order of a hash table differs from run to run", "use std::map, std::set or a sorted vector",
         where=("model/domain/",)),
    word("domain-exact", r"\b(?:float|double|qreal|QLocale|toDouble|toFloat|setlocale)\b",
         "floats and locales differ from machine to machine", "use integers and fixed formats", where=("model/domain/",)),
    word("injected-time", r"\b(?:currentDateTime(?:Utc)?|currentM?SecsSinceEpoch|currentDate|currentTime|QElapsedTimer"
         r"|gettimeofday|clock_gettime)\b|\b(?:system|steady|high_resolution)_clock\s*::\s*now\b|\bstd::time\s*\("
         r"|(?<![\w.:>])time\s*\(\s*(?:nullptr|NULL|0)\s*\)",
         "this reads the clock", "take the time, or a clock, as an argument; the real one is made in app/",
         where=INJECTED, except_=WEBSOCKET),
    word("injected-chance", r"\b(?:QRandomGenerator|random_device|mt19937(?:_64)?|default_random_engine|getrandom)\b"
         r"|(?<![\w.:>])s?rand\s*\(|\bRAND_bytes\b|\bcreateUuid\b",
         "this takes chance from nowhere", "take the random bytes, or their source, as an argument",
         where=INJECTED, except_=WEBSOCKET),
    word("append", r"\b(?:LogAppend|LogRewind)\b", "only Journal and Sequencer append to a log",
         "record through the journal or the sequencer", except_=APPENDERS),
    word("singleton", r"\binstance\s*\(", "instance() hides a dependency", "pass it by constructor reference"),
    word("string-signal", r"\b(?:SIGNAL|SLOT)\s*\(", "signals joined by string fail only when run",
         "connect to a pointer to member"),
    word("friend", r"\bfriend\s+(?:class|struct)\b", "friend classes hide a missing interface",
         "give the other class what it needs by a public function"),
    word("vague-name", r"\b(?:class|struct)\s+(?!Q[A-Z])\w*(?:Manager|Helpers?|Utils?)\b",
         "Manager, Helper and Utils say nothing", "name it for what it is or does"),
    word("sleep", r"\b(?:qSleep|qWait|usleep|nanosleep|sleep_for|sleep_until|msleep)\s*\(|(?<![\w.>])sleep\s*\(",
         "sleeping makes code slow and tests lucky", "wait for the thing itself: a signal, QTRY_…, a line of output"),
    word("sleep", r"\btime\.sleep\s*\(|\bfrom\s+time\s+import\b.*\bsleep\b", "sleeping makes tests slow and lucky",
         "wait for the thing itself: a line of output, a port, a process's end", where=TESTS, endings=(".py",)),
    word("sleep", r"(?:^|[;&|]|\bdo|\bthen)\s*sleep\s+[\d.$]", "sleeping makes tests slow and lucky",
         "wait for the thing itself: a line of output, a process's end", where=TESTS, endings=(".sh",)),
    word("exception", r"\bthrow\b|\btry\s*\{|\bcatch\s*\(", "the house throws no exceptions of its own",
         "return Result<T>; a library's exceptions end in one file named in EXCEPTION_BOUNDARIES (tests/tidy/words.py)",
         except_=EXCEPTION_BOUNDARIES),
    word("getter", r"\bget[A-Z]\w*\s*\(", "a name with get says nothing more", "name it for what it gives",
         where=("app/", "ui/", "model/"), endings=(".h",)),
    word("qt-keyword", r"^\s*(?:emit\s+\w|foreach\s*\(|forever\s*\{)|\b(?:signals|slots)\s*:",
         "Qt's keywords are macros on common words", "use Q_EMIT, Q_SIGNALS, Q_SLOTS and range-for"),
    word("save-file", r"\bQSaveFile\b", "its commit does not notice that the last blocks did not fit onto the disk",
         "write by ExportFile or exportTo() (files/exportfile.h)", where=("app/", "ui/", "model/"), except_=("model/files/",)),
    word("bare-python", r"(?<![\w/.-])python3?(?=\s+[\w./$\"'{-])", "python from PATH may be another one",
         "call /usr/bin/python3", endings=(".sh", ".cmake", "CMakeLists.txt", "run", "check", "install-packages")),
    word("bare-python", r"\bfind_package\s*\(\s*Python", "CMake may find another python", "call /usr/bin/python3",
         endings=(".cmake", "CMakeLists.txt")),
    word("glob", r"\bfile\s*\(\s*GLOB", "globbed sources are missed by the next build", "list the files",
         endings=(".cmake", "CMakeLists.txt")),
)


def checkWords(tree):
    for source in tree.sources:
        words = [w for w in WORDS if _concerns(w, source)]
        if not words:
            continue
        for number, line in enumerate(_searched(source), 1):
            for w in words:
                if w.pattern.search(line):
                    yield Finding(source.path, number, w.rule, w.wrong, w.todo)


def _concerns(w, source):
    if not source.path.startswith(w.where) or (w.except_ and source.path.startswith(w.except_)):
        return False
    return source.path.endswith(w.endings) if w.endings else source.isCpp


def _searched(source):
    if source.isCpp:
        return source.code.split("\n")
    return [re.sub(r"(?:^|\s)#.*", "", line) for line in source.lines]


def checkOrder(tree):
    """In the domain a hash table of the standard library may be looked up in, never walked through."""
    domain = [source for source in tree.cpp if source.isUnder("model/domain")]
    tables = {name for source in domain
              for name in re.findall(r"\bunordered_(?:multi)?(?:map|set)\s*<[^;(){}]*>\s+(\w+)", source.code)}
    if not tables:
        return
    walked = re.compile(r"\bfor\s*\([^;()]*:[^;]*\b(?:%s)\s*\)|\b(?:%s)\s*\.\s*c?begin\s*\(" % (("|".join(sorted(tables)),) * 2))
    for source in domain:
        for found in walked.finditer(source.code):
            yield Finding(source.path, source.lineAt(found.start()), "domain-order",
                          "the order of a hash table differs from run to run",
                          "look up in it only; to walk, use std::map or a sorted vector")


def checkObjects(tree):
    """Q_OBJECT in headers only (a test program is its own header), none in domain, identity and sync frames."""
    for source in tree.cpp:
        for found in re.finditer(r"\bQ_OBJECT\b", source.code):
            line = source.lineAt(found.start())
            if not source.isHeader and not source.isUnder("tests"):
                yield Finding(source.path, line, "q-object", "Q_OBJECT outside a header", "move the class to a header")
            if source.isUnder("model/identity") or re.match(r"model/sync/(?!websocket/).*frame", source.path):
                yield Finding(source.path, line, "q-object", "no Q_OBJECT in identity and sync frames",
                              "make it a value or an interface with functions passed in")


def checkPlainLines(tree):
    """Nobody can be reached without TLS: the door without it is for benches."""
    for source in tree.cpp:
        if source.isUnder("tests") or source.isUnder("model/sync/websocket"):
            continue
        for found in re.finditer(r"\blistenInTheClear\b", source.code):
            yield Finding(source.path, source.lineAt(found.start()), "plain-line", "a relay that listens without TLS",
                          "listen(): what goes over a line is always encrypted")


def checkSslErrors(tree):
    """TLS errors are passed over in one place, after the pin was checked."""
    places = [(source, source.lineAt(found.start())) for source in tree.cpp
              for found in re.finditer(r"\bignoreSslErrors\b", source.code)]
    allowed = [place for place in places if place[0].isUnder("model/sync/websocket") and not place[0].isHeader]
    for source, line in places:
        if (source, line) not in allowed[:1]:
            yield Finding(source.path, line, "ssl-errors", "ignoreSslErrors a second time or outside sync/websocket",
                          "call the one function in model/sync/websocket that checks the pin first")
