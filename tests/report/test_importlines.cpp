// Lines from elsewhere: what is right is taken, what is not is named, and nothing else happens.
#include "report/importlines.h"

#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <QFile>
#include <QTest>

#include <random>
#include <set>

namespace bongsu {

namespace {

QByteArray pangyo() {
    QFile file(qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/data/pangyo-2022.jsonl"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray lineWith(const QByteArray& kindAndMore) {
    return R"({"occurredAt":"2022-10-15T15:19:00+09:00","text":"t",)" + kindAndMore + "}";
}

// Whether the facts and the text can be recorded and read as they are.
bool isRecordable(const ImportedLine& line) {
    const QByteArray facts = encodeFacts(line.facts);
    const QByteArray text = encodeBody(line.text);
    const KindInfo kind = kindOf(line.facts);
    const Facts again = decodeFacts(kind.name, kind.version, facts);
    return encodeFacts(again) == facts && !std::holds_alternative<MalformedFacts>(again) &&
           decodeBody<Text>(text) && facts.size() + text.size() <= limits::partsBytes;
}

// A line changed by chance: bits, pieces left out, doubled and put in.
QByteArray mutated(QByteArray line, std::mt19937_64& random) {
    static const QByteArrayList pieces{"null",
                                       "true",
                                       "-1",
                                       "1e400",
                                       "\"\"",
                                       "{}",
                                       "[]",
                                       "\\ud800",
                                       "\"contact\":1,",
                                       "9007199254740993",
                                       "\"site\":\" x\",",
                                       "\xff",
                                       "\\u0000",
                                       "[[[[",
                                       "1.5"};
    const auto below = [&](qsizetype limit) {
        return qsizetype(random() % quint64(std::max<qsizetype>(limit, 1)));
    };
    for (qsizetype changes = 1 + below(3); changes > 0; --changes) {
        const qsizetype at = below(line.size());
        switch (below(4)) {
        case 0:
            line[at] = char(line[at] ^ (1 << below(8)));
            break;
        case 1:
            line.remove(at, 1 + below(12));
            break;
        case 2:
            line.insert(at, line.mid(below(line.size()), below(20)));
            break;
        default:
            line.insert(at, pieces[below(pieces.size())]);
        }
    }
    return line.replace('\n', ' ').replace('\r', ' ');
}

} // namespace

class TestImportLines : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theExampleIsSeventeenFacts();
    void aSecondTimeIsTheSame();
    void countsStandOnServiceLines();
    void faultyFieldsAreNamed_data();
    void faultyFieldsAreNamed();
    void longLinesKeepWhatFits();
    void mutatedLinesHarmNobody();
};

void TestImportLines::theExampleIsSeventeenFacts() {
    const QByteArray file = pangyo();
    const auto imported = importLines(file);
    QVERIFY(imported && imported->faults.empty());
    QCOMPARE(imported->lines.size(), std::size_t(17));
    const QByteArrayList raw = file.trimmed().split('\n');
    for (std::size_t i = 0; i < imported->lines.size(); ++i) {
        const ImportedLine& line = imported->lines[i];
        QVERIFY(isRecordable(line));
        QCOMPARE(*line.text.original, toNfc(QString::fromUtf8(raw[qsizetype(i)])));
        QCOMPARE(lineOf(line.facts)->origin, std::optional(line.origin));
    }
}

void TestImportLines::aSecondTimeIsTheSame() {
    const auto once = importLines(pangyo());
    const auto twice = importLines(pangyo() + "\r\n\n" + pangyo());
    QCOMPARE(twice->lines.size(), 2 * once->lines.size());
    std::set<OriginHash> origins;
    for (const ImportedLine& line : twice->lines) {
        origins.insert(line.origin);
    }
    QCOMPARE(origins.size(), once->lines.size()); // by which the record knows what it has
}

void TestImportLines::countsStandOnServiceLines() {
    const auto imported = importLines(lineWith(
        R"("kind":"service","services":["A"],"state":"recovering","unit":"servers","restored":3,"total":9)"));
    QCOMPARE(imported->lines.size(), std::size_t(1));
    const auto& stated = std::get<ServiceStated>(imported->lines[0].facts);
    QCOMPARE(*stated.restored, (Restored{CountUnit::Servers, {3, 3}, 9, std::nullopt}));
}

void TestImportLines::faultyFieldsAreNamed_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char* name, const QByteArray& line, const char* what) {
        QTest::newRow(name) << lineWith(line) << QByteArray(what);
    };
    const QByteArray longest(limits::keyTextBytes, 'k');
    QByteArray list;
    for (int i = 0; i <= limits::listItems; ++i) {
        list += (i ? ",\"s" : "\"s") + QByteArray::number(i) + '"';
    }
    row("a contact that is a number", R"("kind":"notice","contact":1)", "contact");
    row("a contact that is a word", R"("kind":"notice","contact":"true")", "contact");
    row("a long site", R"("kind":"observation","site":")" + longest + "k\"", "site");
    row("a site with a blank", R"("kind":"observation","site":" x")", "site");
    row("no site in it", R"("kind":"observation","site":"")", "site");
    row("half a character", R"("kind":"observation","site":"\ud800")", "site");
    row("a long channel", R"("kind":"notice","channel":")" + longest + "k\"", "channel");
    row("too many services", R"("kind":"service","state":"operational","services":[)" + list + "]",
        "services");
    row("services that are none", R"("kind":"service","state":"operational","services":"A")", "services");
    row("a service that is a number", R"("kind":"service","state":"operational","services":[1])", "services");
    row("counts backwards", R"("kind":"restoration","unit":"servers","restored":{"from":2,"to":1})",
        "restored");
    row("more than all", R"("kind":"restoration","unit":"servers","restored":2,"total":1)", "total");
    row("a fraction", R"("kind":"restoration","unit":"servers","restored":1.5)", "restored");
    row("a count without its unit", R"("kind":"service","services":["A"],"state":"recovering","restored":1)",
        "unit");
    row("no such kind", R"("kind":"rumour")", "kind");
    row("no such source", R"("kind":"observation","source":"gossip")", "source");
    QTest::newRow("no time") << QByteArray(R"({"kind":"observation","text":"t"})")
                             << QByteArray("occurredAt");
    QTest::newRow("before 1970")
        << QByteArray(R"({"occurredAt":"1969-01-01T00:00:00Z","kind":"observation","text":"t"})")
        << QByteArray("occurredAt");
}

void TestImportLines::faultyFieldsAreNamed() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, what);
    const QByteArray good = lineWith(R"("kind":"observation")");
    const auto imported = importLines(good + '\n' + line + '\n' + good);
    QCOMPARE(imported->lines.size(), std::size_t(2));
    QCOMPARE(imported->faults, (std::vector{ImportFault{2, {refusal::malformed, what}}}));
}

// What a line says comes before the line itself.
void TestImportLines::longLinesKeepWhatFits() {
    const auto lineOfBytes = [](int bytes) {
        return R"({"occurredAt":"2022-10-15T15:19:00+09:00","kind":"observation","text":")" +
               QByteArray(bytes, 'x') + "\"}";
    };
    const auto fits = importLines(lineOfBytes(4000));
    QVERIFY(isRecordable(fits->lines.at(0)));
    QVERIFY(!fits->lines[0].text.original);
    const auto tooLong = importLines(lineOfBytes(limits::partsBytes));
    QCOMPARE(tooLong->faults, (std::vector{ImportFault{1, {refusal::tooLarge, "text"}}}));
    const auto beyond = importLines(lineOfBytes(limits::importLineBytes));
    QCOMPARE(beyond->faults, (std::vector{ImportFault{1, {refusal::tooLarge, "line"}}}));
    QCOMPARE(codeOf(importLines(QByteArray(limits::importFileBytes + 1, '\n')).error()),
             QByteArray(refusal::tooLarge));
}

void TestImportLines::mutatedLinesHarmNobody() {
    std::mt19937_64 random(2022);
    const QByteArrayList lines = pangyo().trimmed().split('\n');
    int faults = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray line = mutated(lines[i % lines.size()], random);
        const auto imported = importLines(lines.front() + '\n' + line + '\n' + lines.back());
        QVERIFY(imported.has_value());
        if (line.trimmed().isEmpty()) {
            continue;
        }
        QCOMPARE(imported->lines.size() + imported->faults.size(), std::size_t(3));
        QCOMPARE(imported->lines.front().origin, importLines(lines.front())->lines.front().origin);
        if (imported->faults.empty()) {
            QVERIFY2(isRecordable(imported->lines[1]), line.constData());
        } else {
            ++faults;
            QCOMPARE(imported->faults.front().line, 2);
            QVERIFY(!imported->faults.front().why.detail.isEmpty());
        }
    }
    QVERIFY(faults > 1000 && faults < 10'000);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestImportLines)
#include "test_importlines.moc"
