#include "documents/written.h"
#include "documents/yamltree.h"
#include "domain/base/limits.h"

using namespace bongsu;

namespace {

// The tree on one line: {a: "text", b: [plain, ~]}, each node with its place where `isPlaced`.
QString shown(const YamlNode& node, bool isPlaced = false) {
    const QString place =
        isPlaced ? QStringLiteral("@%1:%2").arg(node.position.line).arg(node.position.column) : QString();
    QStringList parts;
    switch (node.kind) {
    case YamlNode::Kind::Nothing:
        return u'~' + place;
    case YamlNode::Kind::Faulty:
        return u'?' + place;
    case YamlNode::Kind::Text:
        return (node.isQuoted ? u'"' + node.text + u'"' : node.text) + place;
    case YamlNode::Kind::List:
        for (const YamlNode& item : node.items) {
            parts += shown(item, isPlaced);
        }
        return u'[' + parts.join(QStringLiteral(", ")) + u']' + place;
    case YamlNode::Kind::Map:
        for (const YamlEntry& entry : node.entries) {
            parts += entry.key + QStringLiteral(": ") + shown(entry.value, isPlaced);
        }
        return u'{' + parts.join(QStringLiteral(", ")) + u'}' + place;
    }
    return {};
}

std::vector<DocumentFault> faultsOf(const QByteArray& bytes) {
    Faults faults;
    readYaml(bytes, faults);
    return faults.said();
}

QString treeOf(const QByteArray& bytes, bool isPlaced = false) {
    Faults faults;
    const auto root = readYaml(bytes, faults);
    return root && faults.isEmpty() ? shown(*root, isPlaced) : told(faults.said());
}

} // namespace

class TestYamlTree : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void placesCountCharacters();
    void textIsComposed();
    void faultsStandWhereTheyAre_data();
    void faultsStandWhereTheyAre();
    void aTreeIsMadeInSpiteOfSomeFaults();
    void bombsEndAtOnce_data();
    void bombsEndAtOnce();
    void limitsHoldToTheOne();
    void manyFaultsAreCounted();
    void noBytesAreTooOdd();
};

void TestYamlTree::whatIsWrittenIsRead_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& file, const char* expected) {
        QTest::newRow(name) << file << QString::fromUtf8(expected);
    };
    row("nothing", "", "{}");
    row("a comment alone", "# a\n", "{}");
    row("nothing, written", "~\n", "{}");
    row("a map", "a: b\nc: 'd'\n", R"({a: b, c: "d"})");
    row("lists", "a:\n  - b\n  - [c, d]\n", "{a: [b, [c, d]]}");
    row("a list as far left as its key", "a:\n- b\nc: d\n", "{a: [b], c: d}");
    row("nothing is one thing, written or not", "a:\nb: ~\nc: null\nd: ''\n", R"({a: ~, b: ~, c: ~, d: ""})");
    row("a word is no value yet", "a: yes\nb: 007\nc: 2026-11-01\n", "{a: yes, b: 007, c: 2026-11-01}");
    row("a block", "a: |\n  b\n  c\nd: >-\n  e\n  f\n", "{a: \"b\nc\n\", d: \"e f\"}");
    row("a byte order mark",
        "\xef\xbb\xbf"
        "a: b\n",
        "{a: b}");
    row("lines of Windows", "a: b\r\nc:\r\n  - d\r\n", "{a: b, c: [d]}");
    row("lines of an old Mac", "a: b\rc: d\r", "{a: b, c: d}");
    row("no end of the last line", "a: b", "{a: b}");
    row("empty lines at the end", "a: 'b'\n\n   \n", "{a: \"b\"}");
    row("one document with its marks", "---\na: b\n...\n", "{a: b}");
    row("a tab in text", "a: 'b\tc' # d\te\n", "{a: \"b\tc\"}");
    row("a line of tabs alone", "a: b\n\t\nc: d\n", "{a: b, c: d}");
    row("signs inside a text", "a: b & c * d ! e\n", "{a: b & c * d ! e}");
}

void TestYamlTree::whatIsWrittenIsRead() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(treeOf(file), expected);
}

void TestYamlTree::placesCountCharacters() {
    QCOMPARE(
        treeOf("판교: {가: 나, 다: [라, 마]}\n센터:\n  - 😀: '바'\n", true),
        QStringLiteral(
            "{판교: {가: 나@1:9, 다: [라@1:16, 마@1:19]@1:15}@1:5, 센터: [{😀: \"바\"@3:8}@3:5]@3:3}@1:1"));
    QCOMPARE(treeOf("\xef\xbb\xbf"
                    "a: b\r\nc: d\r\n",
                    true),
             QStringLiteral("{a: b@1:4, c: d@2:4}@1:1"));
    // What is not there stands at its key, or at its dash.
    QCOMPARE(treeOf("a: # why\n# so\nb:\n  -\n  # x\n\n  - c\n", true),
             QStringLiteral("{a: ~@1:1, b: [~@4:3, c@7:5]@4:3}@1:1"));
}

void TestYamlTree::textIsComposed() {
    const QByteArray apart = QStringLiteral("한글").normalized(QString::NormalizationForm_D).toUtf8();
    QCOMPARE(treeOf(apart + ": " + apart), QStringLiteral("{한글: 한글}"));
    const QByteArray twice = apart + ": a\n" + QStringLiteral("한글: b\n").toUtf8();
    QCOMPARE(told(faultsOf(twice)),
             told({{2, 1, FaultCode::DoubledKey, QStringLiteral("한글"), QStringLiteral("1")}}));
}

void TestYamlTree::faultsStandWhereTheyAre_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& file, int line, int column, FaultCode code,
                        const QString& word = {}, const QString& other = {}) {
        faultRow(name, file, {{line, column, code, word, other}});
    };
    row("Latin-1", "a: b\nc: caf\xe9\n", 2, 7, FaultCode::NotUtf8);
    row("CP949", "a: \xc6\xc7\xb1\xb3\n", 1, 4, FaultCode::NotUtf8);
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0:\0",
                   6),
        1, 1, FaultCode::NotUtf8);
    row("cut off", "a: 판\xed\x8c", 1, 5, FaultCode::NotUtf8);
    row("longer than need be", "a: \xc0\xaf", 1, 4, FaultCode::NotUtf8);
    row("a surrogate", "a: \xed\xa0\x80", 1, 4, FaultCode::NotUtf8);
    row("NUL", QByteArray("a: b\nc\0: d\n", 11), 2, 2, FaultCode::ControlCharacter, QStringLiteral("U+0000"));
    row("the parser's own end", "a: b\x04\nc: d\n", 1, 5, FaultCode::ControlCharacter,
        QStringLiteral("U+0004"));
    row("an escape that makes one", "a: \"\\x1b[2J\"\n", 1, 4, FaultCode::ControlCharacter,
        QStringLiteral("U+001B"));
    row("a tab", "a:\n\t- b\n", 2, 1, FaultCode::TabIndentation);
    row("a tab behind spaces", "a:\n  \tb: c\n", 2, 3, FaultCode::TabIndentation);
    row("a tab inside brackets", "a: [\n\tb]\n", 2, 1, FaultCode::TabIndentation);
    row("two colons", "a: b: c\n", 1, 5, FaultCode::Unreadable);
    row("further left than any", "a:\n    b: c\n  d: e\n", 3, 3, FaultCode::Unreadable);
    row("a sign that begins nothing", "a: @b\n", 1, 4, FaultCode::Unreadable);
    row("an escape there is not", "a: \"\\q\"\n", 1, 7, FaultCode::Unreadable);
    row("a bracket too many", "a: [b]\n]\n", 2, 1, FaultCode::Unreadable);
    row("a quotation mark", "a: b\n판: \"c\nd: e\n\n", 2, 4, FaultCode::Unclosed);
    row("a quotation mark behind another", "'a': 'b\nc: d\n", 1, 6, FaultCode::Unclosed);
    row("a quotation mark before a last line of tabs", "a: 'b\n\t", 1, 4, FaultCode::Unclosed);
    row("a bracket", "a: b\nc: [d, {e: f}\ng: h\n", 2, 4, FaultCode::Unclosed);
    row("a brace inside", "c: [d, {e: f]\n", 1, 8, FaultCode::Unclosed);
    row("two documents", "a: b\n---\nc: d\n", 2, 1, FaultCode::SeveralDocuments);
    row("a map behind a list", "- a\nb: c\n", 2, 1, FaultCode::AfterTheEnd);
    row("an anchor", "a: &x b\n", 1, 4, FaultCode::Alias);
    row("an anchor of a map", "a: &x\n  b: c\n", 1, 4, FaultCode::Alias);
    row("an anchor of a key", "&x a: b\n", 1, 1, FaultCode::Alias);
    row("an alias of nothing", "a: b\nc: *x\n", 2, 4, FaultCode::Alias);
    row("a star that begins a text", "a:\n  - * b\n", 2, 5, FaultCode::Alias);
    row("an ampersand that does", "a: & b\n", 1, 4, FaultCode::Alias);
    row("exclamation marks that do", "a: !! b\n", 1, 4, FaultCode::Tag);
    row("a tag", "a: !!str b\n", 1, 4, FaultCode::Tag);
    row("a tag of one's own", "a: !x [b]\n", 1, 4, FaultCode::Tag);
    row("a tag that says nothing", "a: ! b\n", 1, 4, FaultCode::Tag);
    row("a list as key", "? [a]\n: b\n", 1, 3, FaultCode::KeyNotText);
    row("a map as key", "{a: b}: c\n", 1, 1, FaultCode::KeyNotText);
    row("nothing as key", "a: b\n~: c\n", 2, 1, FaultCode::KeyNotText);
    row("a key twice", "a: b\nc: d\n\"a\": e\n", 3, 1, FaultCode::DoubledKey, QStringLiteral("a"),
        QStringLiteral("1"));
    row("a key twice in brackets", "x: {a: b, a: c}\n", 1, 11, FaultCode::DoubledKey, QStringLiteral("a"),
        QStringLiteral("1"));
}

void TestYamlTree::faultsStandWhereTheyAre() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(told(faultsOf(file)), expected);
}

void TestYamlTree::aTreeIsMadeInSpiteOfSomeFaults() {
    Faults faults;
    const auto root = readYaml("a: &x b\nc: *x\na: d\ne: [f]\n", faults);
    QVERIFY(root.has_value());
    QCOMPARE(shown(*root), QStringLiteral("{a: b, c: ?, e: [f]}"));
    QCOMPARE(told(faults.said()),
             told({{1, 4, FaultCode::Alias},
                   {2, 4, FaultCode::Alias},
                   {3, 1, FaultCode::DoubledKey, QStringLiteral("a"), QStringLiteral("1")}}));
}

void TestYamlTree::bombsEndAtOnce_data() {
    faultColumns();
    faultRow("10 MB", QByteArray(10 * 1024 * 1024, 'a'),
             {{1, 1, FaultCode::TooLarge, QStringLiteral("1048576")}});
    QByteArray laughs = "a: &a [x]\n";
    std::vector<DocumentFault> said{{1, 4, FaultCode::Alias}};
    for (char c = 'b'; c <= 'f'; ++c) {
        const char before = char(c - 1);
        laughs += QByteArray(1, c) + ": &" + c + " [*" + before + ", *" + before + "]\n";
        const int line = c - 'a' + 1;
        said.insert(said.end(),
                    {{line, 4, FaultCode::Alias}, {line, 8, FaultCode::Alias}, {line, 12, FaultCode::Alias}});
    }
    faultRow("a billion laughs", laughs, said);
    const DocumentFault deep{1, 17, FaultCode::TooDeep, QStringLiteral("16")};
    faultRow("brackets", QByteArray(100'000, '[') + QByteArray(100'000, ']'), {deep});
    // The parser takes a bracket that is never closed for a list and, inside it, a map.
    faultRow("open brackets", QByteArray(100'000, '['), {{1, 9, FaultCode::TooDeep, QStringLiteral("16")}});
    faultRow("open brackets on lines", QByteArray("[\n").repeated(100'000),
             {{9, 1, FaultCode::TooDeep, QStringLiteral("16")}});
    faultRow("maps", QByteArray("{a: ").repeated(100'000) + QByteArray(100'000, '}'),
             {{1, 65, FaultCode::TooDeep, QStringLiteral("16")}});
    faultRow("dashes", QByteArray("- ").repeated(100'000),
             {{1, 33, FaultCode::TooDeep, QStringLiteral("16")}});
    faultRow("question marks", QByteArray("? ").repeated(100'000),
             {{1, 33, FaultCode::TooDeep, QStringLiteral("16")}});
    faultRow("values", "[" + QByteArray("a,").repeated(500'000) + "]",
             {{1, 100'000, FaultCode::TooMany, QStringLiteral("50000")}});
    faultRow("a long text", "a: " + QByteArray(1'000'000, 'b'),
             {{1, 4, FaultCode::TooLong, QStringLiteral("4096")}});
    faultRow("documents", QByteArray("--- a\n").repeated(100'000), {{2, 1, FaultCode::SeveralDocuments}});
}

void TestYamlTree::bombsEndAtOnce() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(told(faultsOf(file)), expected);
}

void TestYamlTree::limitsHoldToTheOne() {
    const QByteArray longest(limits::documentTextBytes, 'b');
    QCOMPARE(treeOf("a: " + longest), QStringLiteral("{a: %1}").arg(QString::fromLatin1(longest)));
    QVERIFY(!faultsOf("a: b" + longest).empty());
    const QByteArray deepest =
        QByteArray(limits::documentDepth, '[') + QByteArray(limits::documentDepth, ']');
    QVERIFY(faultsOf(deepest).empty());
    QVERIFY(!faultsOf('[' + deepest + ']').empty());
    const QByteArray most = QByteArray("- a\n").repeated(limits::documentValues - 1); // and the list itself
    QVERIFY(faultsOf(most).empty());
    QVERIFY(!faultsOf(most + "- a\n").empty());
    const QByteArray largest = "a: b #" + QByteArray(limits::documentBytes - 6, 'c');
    QVERIFY(faultsOf(largest).empty());
    QVERIFY(!faultsOf(largest + 'c').empty());
}

void TestYamlTree::manyFaultsAreCounted() {
    QByteArray file;
    for (int i = 0; i < limits::documentFaults; ++i) {
        file += "\ta\n";
    }
    QCOMPARE(faultsOf(file).size(), std::size_t(limits::documentFaults));
    const auto faults = faultsOf(file + " \tb\n\tc\n");
    QCOMPARE(faults.size(), std::size_t(limits::documentFaults) + 1);
    QCOMPARE(told({faults.back()}),
             told({{limits::documentFaults + 1, 2, FaultCode::More, QStringLiteral("2")}}));
}

// The parser's own corners: whatever is put where, it ends in a tree or a fault inside the file.
void TestYamlTree::noBytesAreTooOdd() {
    const std::vector<QByteArray> pieces{"a",    ": ", "- ",   "? ",  "[",   "]",   "{",  "}",
                                         ",",    "\n", "\n  ", "'",   "\"",  "&a ", "*a", "!",
                                         "!!s ", "|",  ">",    "---", "...", "%",   "#",  "\\"};
    quint32 state = 1; // the same files every time
    for (int i = 0; i < 20'000; ++i) {
        QByteArray file;
        for (int n = i % 24; n >= 0; --n) {
            state = state * 1664525 + 1013904223;
            file += pieces[(state >> 8) % pieces.size()];
        }
        Faults faults;
        const auto root = readYaml(file, faults);
        QVERIFY2(root || !faults.isEmpty(), file.constData());
        for (const DocumentFault& fault : faults.said()) {
            QVERIFY2(fault.line >= 1 && fault.column >= 1 && fault.line <= file.count('\n') + 1,
                     file.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "test_yamltree.moc"
