// How long texts are, against those who count by themselves: X's own counter, Intl.Segmenter and Python's
// codec.
#include "domain/notice/textmeasure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace bongsu;

namespace {

struct Counted {
    QString text;
    qsizetype weight;
    qsizetype graphemes;
};

std::vector<Counted> counted() {
    QFile file(qEnvironmentVariable("BONGSU_SOURCE_DIR") +
               QStringLiteral("/tests/data/notices/counts.jsonl"));
    std::vector<Counted> all;
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QJsonArray one = QJsonDocument::fromJson(line).array();
        if (one.size() == 3) {
            all.push_back({one[0].toString(), one[1].toInt(), one[2].toInt()});
        }
    }
    return all;
}

QString shown(const QString& text) {
    return QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
}

// Compares what we count with what they count: lower is a fault, and higher more than `most` times.
template <class Ours, class Theirs>
void compare(const char* what, const Ours& ours, const Theirs& theirs, int most) {
    const std::vector<Counted> all = counted();
    QVERIFY(all.size() >= 2000);
    int equal = 0;
    int higher = 0;
    QStringList lower;
    for (const Counted& one : all) {
        const qsizetype count = ours(one.text);
        const qsizetype expected = theirs(one);
        equal += count == expected ? 1 : 0;
        higher += count > expected ? 1 : 0;
        if (count > expected && higher <= 5) {
            qInfo("higher: %lld for %lld: %s", count, expected, qPrintable(shown(one.text)));
        }
        if (count < expected) {
            lower += QStringLiteral("%1 for %2: %3").arg(count).arg(expected).arg(shown(one.text));
        }
    }
    qInfo("%s: %d equal, %d higher, %d lower of %d", what, equal, higher, int(lower.size()), int(all.size()));
    QVERIFY2(lower.isEmpty(), qPrintable(lower.join(u'\n')));
    QVERIFY(higher <= most);
}

} // namespace

class TestTextMeasure : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void xWeighsAsXDoes();
    void nothingIsWeighedLessWhateverStandsBesideIt();
    void graphemesAreNeverFewer();
    void addressesHaveTheirPlaces();
    void mastodonCountsAddressesShort();
    void eucKrIsThatOfPython();
    void whatWindowsAddedIsForeign();
    void anEmojiIsOne();
};

void TestTextMeasure::xWeighsAsXDoes() {
    // The one is a skier with a tone: one emoji to X, none to Unicode.
    compare(
        "X", xWeight, [](const Counted& one) { return one.weight; }, 1);
}

void TestTextMeasure::nothingIsWeighedLessWhateverStandsBesideIt() {
    const QString hangul(140, QChar(0xAC00));
    QCOMPARE(xWeight(hangul), 280);
    QCOMPARE(xWeight(hangul + QChar(0xAC00)), 282);
    QCOMPARE(xWeight(QStringLiteral("\u2026")), 2);
    QCOMPARE(xWeight(QStringLiteral("\u2014")), 1);
    QCOMPARE(xWeight(QStringLiteral("\u00B7")), 1);
    QCOMPARE(xWeight(QStringLiteral("api.io")), 23);
    // A long text without a space is counted at once, and not as less than its characters.
    const QString entangled = QStringLiteral("가-").repeated(20'000) + u'.';
    QVERIFY(xWeight(entangled) >= 60'001);
    // Neither does what looks like an emoji without an end take longer.
    QVERIFY(xWeight(QStringLiteral("👨\u200D").repeated(20'000)) >= 60'000);
    // As long a text as is looked through, in the forms that take the longest.
    for (const char* part : {"a.", "a-", "가나.", "(", "(a(b)c)", "a_", "http://", "/;", "a!"}) {
        const QString more = QString::fromUtf8(part).repeated(1200).left(1190);
        QVERIFY(xWeight(more + QStringLiteral(".kr")) >= 23);
        QVERIFY(xWeight(QStringLiteral("x.kr/") + more) >= 23);
    }
}

void TestTextMeasure::graphemesAreNeverFewer() {
    compare(
        "graphemes", graphemes, [](const Counted& one) { return one.graphemes; }, 1000);
}

void TestTextMeasure::addressesHaveTheirPlaces() {
    const QString text = QStringLiteral("문의는 https://a.example.kr/b?c=d, 또는status.example.kr.");
    const auto found = addressesIn(text);
    QVERIFY(found);
    QCOMPARE(found->size(), std::size_t(2));
    QCOMPARE(text.mid(found->front().at, found->front().length),
             QStringLiteral("https://a.example.kr/b?c=d"));
    QCOMPARE(text.mid(found->back().at, found->back().length), QStringLiteral("status.example.kr"));
    QVERIFY(found->front().hasProtocol && !found->back().hasProtocol);
}

void TestTextMeasure::mastodonCountsAddressesShort() {
    const QString address = QStringLiteral("https://status.example.kr/") + QString(100, u'a');
    QCOMPARE(graphemesWithShortAddresses(address), 23);
    QCOMPARE(graphemesWithShortAddresses(QStringLiteral("가 ") + address + QStringLiteral(" 나")), 27);
    QCOMPARE(graphemesWithShortAddresses(QStringLiteral("status.example.kr")), 17);
}

void TestTextMeasure::eucKrIsThatOfPython() {
    const std::vector<Counted> all = counted();
    QJsonArray texts;
    for (const Counted& one : all) {
        texts.append(one.text);
    }
    for (char32_t c = 0x20; c < 0x10000; ++c) { // and each character by itself
        if (c < 0xD800 || c > 0xDFFF) {
            texts.append(QString::fromUcs4(&c, 1));
        }
    }
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/domain/euckr.py")});
    python.write(QJsonDocument(texts).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(60'000));
    const QJsonArray answers = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(answers.size(), texts.size());
    int foreign = 0;
    QStringList differing;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const EucKrCount ours = eucKrBytes(texts[i].toString());
        const EucKrCount theirs{answers[i][0].toInt(), answers[i][1].toString()};
        foreign += ours.foreign.isEmpty() ? 0 : 1;
        if (!(ours == theirs)) {
            differing += QStringLiteral("%1 %2 for %3 %4: %5")
                             .arg(ours.bytes)
                             .arg(shown(ours.foreign))
                             .arg(theirs.bytes)
                             .arg(shown(theirs.foreign), shown(texts[i].toString()));
        }
    }
    qInfo("EUC-KR: %d texts, %d with a foreign character, %d differ", int(texts.size()), foreign,
          int(differing.size()));
    QVERIFY2(differing.isEmpty(), qPrintable(differing.mid(0, 20).join(u'\n')));
}

void TestTextMeasure::whatWindowsAddedIsForeign() {
    QCOMPARE(eucKrBytes(QStringLiteral("가나다abc")).bytes, 9);
    QCOMPARE(eucKrBytes(QStringLiteral("똠방각하")), (EucKrCount{6, QStringLiteral("똠")}));
    QCOMPARE(eucKrBytes(QStringLiteral("화재 🔥")), (EucKrCount{5, QStringLiteral("🔥")}));
    QVERIFY(!eucKrBytes(QStringLiteral("—")).foreign.isEmpty());
}

void TestTextMeasure::anEmojiIsOne() {
    QVERIFY(isEmoji(QStringLiteral("🔥")));
    QVERIFY(isEmoji(QStringLiteral("⚠")));
    QVERIFY(isEmoji(QStringLiteral("🪫"))); // younger than X's counter
    QVERIFY(isEmoji(QStringLiteral("🇰")));
    QVERIFY(isEmoji(QStringLiteral("\uFE0F")));
    QVERIFY(!isEmoji(QStringLiteral("©")));
    QVERIFY(!isEmoji(QString()));
    QVERIFY(!isEmoji(QStringLiteral("똠")));
    QVERIFY(!isEmoji(QStringLiteral("—")));
}

QTEST_GUILESS_MAIN(TestTextMeasure)
#include "test_textmeasure.moc"
