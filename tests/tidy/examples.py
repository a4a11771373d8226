"""(rule, bad files, good files): what each rule of tidy must find, and what it must leave alone."""


def header(path, body):
    return {path: f"// A sentence.\n#pragma once\n{body}\n"}


def source(path, body):
    """A .cpp that is listed, so that only its body is judged."""
    return {path: body + "\n", "CMakeLists.txt": f"add_library(a {path})\n"}


def domain(body):
    return source("model/domain/a.cpp", body)


LIMITS = header("model/domain/base/limits.h", """
inline constexpr int small = 60'000; // why
inline constexpr int sum = small + 8 * 2;
inline constexpr quint64 power = quint64(1) << 53;
inline constexpr auto hours = 2h;
inline constexpr auto half = 500ms;
inline constexpr auto days = std::chrono::hours(24 * 90);""")
TABLE = """| name | value | why |
|---|---|---|
| `small` | 60,000 | `kind` |
| `sum` | 60,016 B | why |
| `power` | 2^53 | why |
| `hours` | 2 h | why |
| `half` | 0.5 s | why |
| `days` | 90 days | why |
"""

EXAMPLES = [
    # Walls
    ("wall", domain('#include "storage/eventstore.h"'), domain('#include "domain/base/ids.h"')),
    ("wall", source("model/journal/a.cpp", '#include "sync/peer.h"'),
     source("model/journal/a.cpp", '#include "storage/eventstore.h"')),
    ("wall", source("model/sync/a.cpp", '#include "relay/sequencer.h"'), source("model/sync/a.cpp", '#include "sync/b.h"')),
    ("wall", source("model/sync/a.cpp", '#include "websocket/link.h"'),
     source("model/sync/websocket/a.cpp", '#include "sync/link.h"\n#include "websocket/link.h"')),
    ("wall", source("model/relay/a.cpp", '#include "journal/journal.h"'),
     source("model/relay/a.cpp", '#include "identity/keys.h"')),
    ("wall", source("ui/shell/a.cpp", '#include "storage/eventstore.h"'),
     source("ui/shell/a.cpp", '#include "journal/journal.h"\n#include "ui/style/a.h"')),
    ("wall", source("model/wording/a.cpp", '#include "ui/style/a.h"'), source("model/wording/a.cpp", '#include "wording/a.h"')),
    ("wall", source("app/ctl/a.cpp", '#include "ui/style/a.h"'), source("app/desktop/a.cpp", '#include "ui/style/a.h"')),
    ("wall", source("app/relay/a.cpp", '#include "keychain/a.h"'), source("app/ctl/a.cpp", '#include "keychain/a.h"')),
    ("wall", source("app/relay/a.cpp", '#include "commands/a.h"'), source("app/ctl/a.cpp", '#include "commands/a.h"')),
    ("include-root", domain('#include "ids.h"'), domain('#include "domain/ids.h"')),
    ("include-root", domain("#include <domain/ids.h>"), source("tests/world/a.cpp", '#include "a.moc"')),
    ("include-dots", source("tests/a.cpp", '#include "../a.h"'), source("tests/a.cpp", '#include "support/a.h"')),
    ("umbrella", source("ui/a.cpp", "#include <QtWidgets>"), source("ui/a.cpp", "#include <QtGlobal>")),
    ("umbrella", source("ui/a.cpp", "#include <QtCore/QString>"), source("ui/a.cpp", "#include <QString>")),
    ("umbrella", source("tests/a.cpp", "#include <QtTest>"), source("tests/a.cpp", "#include <QTest>")),
    ("qt-module", source("model/journal/a.cpp", "#include <QColor>"), source("ui/a.cpp", "#include <QColor>")),
    ("qt-module", source("model/report/a.cpp", "#include <QWidget>"), source("model/report/a.cpp", "#include <QString>")),
    ("qt-module", source("model/journal/a.cpp", "#include <QSqlQuery>"), source("model/storage/a.cpp", "#include <QSqlQuery>")),
    ("qt-module", source("model/sync/a.cpp", "#include <QWebSocket>"),
     source("model/sync/websocket/a.cpp", "#include <QWebSocket>\n#include <QSslSocket>")),
    ("qt-module", source("app/relay/a.cpp", "#include <QImage>"), source("app/relay/a.cpp", "#include <QLocalServer>")),
    ("library", source("model/relay/a.cpp", "#include <openssl/evp.h>"),
     source("model/identity/a.cpp", "#include <openssl/evp.h>")),
    ("library", source("model/relay/a.cpp", "#include <curl/curl.h>"), source("model/channel/a.cpp", "#include <curl/curl.h>")),
    ("library", source("app/wiring/a.cpp", "#include <qt6keychain/keychain.h>"),
     source("app/keychain/a.cpp", "#include <qt6keychain/keychain.h>\n#include <QDBusConnection>")),
    ("library", source("ui/a.cpp", "#include <sqlite3.h>"), source("model/storage/a.cpp", "#include <sqlite3.h>")),
    ("layer", source("model/stuff/a.cpp", "#include <QString>"), source("tests/stuff/a.cpp", "#include <QString>")),
    # A pure domain
    ("domain-pure", domain("#include <QTimer>"), domain("#include <QString>")),
    ("domain-pure", header("model/domain/a.h", "class A : public QObject {};"), header("ui/a.h", "class A : public QObject {};")),
    ("domain-pure", domain('auto s = tr("No");'), domain('auto s = str("No"); // tr("No")')),
    ("domain-order", domain("QHash<int, int> a;"), domain("std::map<int, int> a; struct Hash {};")),
    ("domain-order", domain("std::unordered_map<int, int> a;\nvoid f() { for (const auto& x : b.a) {} }"),
     domain("std::unordered_map<int, int> a;\nvoid f() { a.find(1); a.end(); for (const auto& x : other) {} }")),
    ("domain-order", domain("std::unordered_set<A, B::Hash> m_a;\nauto b = m_a.begin();"), source("ui/a.cpp", "QHash<int, int> a;")),
    ("domain-exact", domain("double a = 1;"), domain("int doubled = 1; // a double")),
    ("domain-exact", domain("QLocale l;"), source("ui/a.cpp", "QLocale l; double d;")),
    ("injected-time", domain("auto t = QDateTime::currentDateTimeUtc();"), domain("auto t = QDateTime::fromString(s);")),
    ("injected-time", source("model/journal/a.cpp", "auto t = std::chrono::system_clock::now();"),
     source("app/ctl/a.cpp", "auto t = std::chrono::system_clock::now();")),
    ("injected-time", source("model/relay/a.cpp", "auto t = time(nullptr);"),
     source("model/relay/a.cpp", "auto t = clock.time(0); auto u = m_clock.now();")),
    ("injected-chance", source("model/sync/a.cpp", "auto r = QRandomGenerator::global()->generate();"),
     source("model/sync/a.cpp", "auto r = random.bytes(32); auto o = operand(1);")),
    ("injected-chance", domain("int r = rand();"), source("model/identity/a.cpp", "RAND_bytes(p, 32);")),
    ("append", source("ui/a.cpp", "LogAppend a;"), source("model/journal/a.cpp", "LogAppend a;")),
    # Words
    ("singleton", header("ui/a.h", "static A& instance();"), header("ui/a.h", "A& instanceOf(B); // no instance()")),
    ("string-signal", source("ui/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));"),
     source("ui/a.cpp", "connect(a, &A::b, c, &C::d);")),
    ("friend", header("ui/a.h", "class A { friend class B; };"),
     header("ui/a.h", "struct A { friend bool operator==(const A&, const A&) = default; };")),
    ("vague-name", header("ui/a.h", "class RowHelper {};"), header("ui/a.h", "class QNetworkAccessManager; class Row {};")),
    ("vague-name", header("ui/a.h", "struct LogUtils;"), header("ui/a.h", "struct Managed;")),
    ("sleep", source("tests/a.cpp", "QTest::qWait(100);"), source("tests/a.cpp", "QTRY_VERIFY(QTest::qWaitFor(done));")),
    ("sleep", source("tests/a.cpp", "std::this_thread::sleep_for(1s);"), source("tests/a.cpp", "asleep(1);")),
    ("sleep", {"tests/a.py": "import time\ntime.sleep(1)\n"}, {"tests/a.py": "process.wait(timeout=1)\n"}),
    ("sleep", {"tests/a.sh": "kill $a; sleep 1\n"}, {"tests/a.sh": "wait $a # sleep 1\n"}),
    ("exception", source("app/ctl/a.cpp", "try { f(); } catch (...) { }"), source("app/ctl/a.cpp", "void f() noexcept { entry { } }")),
    ("exception", domain("void f() { throw 1; }"), domain("auto throwing = 1; // throw")),
    ("getter", header("ui/a.h", "int getSize() const;"), header("ui/a.h", "int size() const; bool getsBigger() const;")),
    ("save-file", source("ui/a.cpp", "QSaveFile file(path);"), source("model/files/a.cpp", "QSaveFile file(path);")),
    ("qt-keyword", source("ui/a.cpp", "    emit done();"), source("ui/a.cpp", "    Q_EMIT done();")),
    ("qt-keyword", header("ui/a.h", "class A { signals: void done(); };"), header("ui/a.h", "class A { Q_SIGNALS: void done(); };")),
    ("bare-python", {"check": "#!/bin/sh\npython3 tests/a.py\n"}, {"check": "#!/bin/sh\n/usr/bin/python3 tests/a.py # python3 is\n"}),
    ("bare-python", {"CMakeLists.txt": "find_package(Python3)\n"}, {"CMakeLists.txt": "add_test(NAME a COMMAND /usr/bin/python3 a.py)\n"}),
    ("glob", {"CMakeLists.txt": "file(GLOB all *.cpp)\n"}, {"CMakeLists.txt": "file(CREATE_LINK a b)\n"}),
    ("q-object", source("ui/a.cpp", "class A : public QObject { Q_OBJECT };"), header("ui/a.h", "class A : public QObject { Q_OBJECT };")),
    ("q-object", header("model/identity/a.h", "class A { Q_OBJECT };"), source("tests/a.cpp", "class A { Q_OBJECT };")),
    ("q-object", header("model/sync/frames.h", "class A { Q_OBJECT };"), header("model/sync/peer.h", "class A { Q_OBJECT };")),
    ("plain-line", source("app/wiring/a.cpp", "server.listenInTheClear(address);"), source("tests/a.cpp", "server.listenInTheClear(address);")),
    ("ssl-errors", source("ui/a.cpp", "s.ignoreSslErrors(e);"), source("model/sync/websocket/a.cpp", "s.ignoreSslErrors(e);")),
    ("ssl-errors", source("model/sync/websocket/a.cpp", "s.ignoreSslErrors(e);\nt.ignoreSslErrors(e);"), domain("// ignoreSslErrors")),
    # Looks
    ("size", header("ui/a.h", "int a;\n" * 200), header("ui/a.h", "int a;\n" * 197)),
    ("size", domain("int a;\n" * 500), domain("int a;\n" * 499)),
    ("size", domain("void f() {\n" + "g();\n" * 69 + "}"), domain("void f() {\n" + "g();\n" * 68 + "}")),
    ("header-sentence", {"ui/a.h": "#pragma once\n"}, header("ui/a.h", "")),
    ("pragma-once", {"ui/a.h": "// A.\n#ifndef A\n#define A\n#endif\n"}, header("ui/a.h", "")),
    ("whitespace", domain("int a; "), domain("int a;")),
    ("whitespace", {"docs/a.md": "a\tb\n"}, {"docs/a.md": "a b\n"}),
    ("whitespace", {"docs/a.md": "a"}, {"tests/data/a.txt": "a\tb"}),
    ("machine-path", {"docs/a.md": "see /ro" + "ot/a\n"}, {"docs/a.md": "DIR/root/key, /roots/a, homework/a, ~/work/b\n"}),
    ("machine-path", source("app/a/a.cpp", 'auto s = "/wo' + 'rk/a";'), source("app/a/a.cpp", 'auto s = dir + u("/ro' + 'ot/a");')),
    ("listed", {"model/domain/a.cpp": "int a;\n", "model/domain/CMakeLists.txt": "add_library(a b.cpp) # a.cpp\n"},
     {"model/domain/a.cpp": "int a;\n", "model/domain/CMakeLists.txt": "add_library(a\n    a.cpp)\n"}),
    ("named-test", {"docs/a.md": "shown by `test_b.test_that`\n", "tests/b/test_b.py": "def test_this(self):\n"},
     {"docs/a.md": "shown by `test_b.test_this`, `test_c.doesIt` and `test_d`\n", "tests/b/test_b.py": "def test_this(self):\n",
      **source("tests/c/test_c.cpp", "void TestC::doesIt() {}"), "tests/CMakeLists.txt": "bongsu_test(test_d c/test_c.cpp)\n"}),
    ("limit", {**LIMITS, "model/sync/PROTOCOL.md": TABLE + "| `gone` | 1 | why |\n"},
     {**LIMITS, "model/sync/PROTOCOL.md": TABLE}),
    ("limit", {**LIMITS, "model/sync/PROTOCOL.md": TABLE.replace("0.5 s", "0.6 s")},
     {**LIMITS, "model/sync/PROTOCOL.md": TABLE.replace("0.5 s", "500 ms")}),
    ("limit", {**LIMITS, "model/sync/PROTOCOL.md": TABLE.replace("| `hours` | 2 h |", "")}, {**LIMITS}),
    ("colour", source("ui/a.cpp", "p.setPen(Qt::darkRed);"), source("ui/a.cpp", "p.setPen(Qt::black); // paper")),
    ("colour", source("ui/a.cpp", 'auto s = "color: #c00000";'), source("ui/a.cpp", 'auto s = "#12 is a line";')),
    ("colour", source("app/a/a.cpp", "QColor c(0x10, 2, 3);"), source("ui/style/a.cpp", "QColor c(0x10, 2, 3);")),
    ("hangul", source("ui/a.cpp", 'auto s = u"판교";'), source("ui/a.cpp", 'auto s = tr("Pangyo"); // 판교')),
    ("hangul", source("model/wording/a.cpp", 'auto s = u8"화재";'), source("tests/a.cpp", 'auto s = u8"화재";')),
    ("hangul", domain('auto s = u8"화재";'), source("model/domain/log/words_data.cpp", 'auto s = u8"화재";')),
]
