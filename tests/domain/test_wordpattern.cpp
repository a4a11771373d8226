// Where a pattern is found, against asking each place of the text one character after another.
#include "dice.h"
#include "domain/base/hangul.h"
#include "domain/incident/wordpattern.h"

#include <QTest>

using namespace bongsu;

class TestWordPattern : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void findsAtEveryPlaceOfABlock();
};

namespace {

// Syllables at the ends of their initials' ranges, their neighbours, and what stands between in a record.
QString textOf(Dice& dice, quint64 most) {
    static const QString characters =
        QStringLiteral("가깋까낗나닣바빟빠사싷아앟자하힣판교변압기ㄱㄴㅂㅎㅏ一\uffdca é 19");
    QString text;
    for (quint64 left = dice.below(most); left > 0; --left) {
        text += characters[qsizetype(dice.below(quint64(characters.size())))];
    }
    return folded(text);
}

QString readingOf(Dice& dice, const QString& text) {
    const qsizetype length = 1 + qsizetype(dice.below(4));
    QString reading =
        text.isEmpty() ? QStringLiteral("ㅂ") : text.mid(qsizetype(dice.below(quint64(text.size()))), length);
    for (QChar& c : reading) {
        const QString initial = initialsOfFolded(QStringView(&c, 1));
        c = dice.below(4) != 0 ? initial[0] : c;
    }
    return reading;
}

std::vector<qsizetype> placesOf(const QString& reading, bool isBeingTyped, const QString& text) {
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at + reading.size() <= text.size(); ++at) {
        bool fits = true;
        for (qsizetype i = 0; i < reading.size() && fits; ++i) {
            const StandsFor range = standsFor(reading[i], isBeingTyped && i + 1 == reading.size());
            const char16_t c = text[at + i].unicode();
            fits = c == reading[i] || (c >= range.first && c <= range.last);
        }
        if (fits) {
            places.push_back(text.first(at).toUtf8().size());
        }
    }
    return places;
}

std::vector<qsizetype> found(const WordPattern& pattern, const QByteArray& words) {
    std::vector<qsizetype> places;
    for (qsizetype at = pattern.find(words, 0); at >= 0; at = pattern.find(words, at + 1)) {
        places.push_back(at);
    }
    return places;
}

} // namespace

void TestWordPattern::findsWhatIsThere_data() {
    QTest::addColumn<bool>("isBeingTyped");
    QTest::newRow("typed") << false;
    QTest::newRow("being typed") << true;
}

void TestWordPattern::findsWhatIsThere() {
    QFETCH(bool, isBeingTyped);
    Dice dice(20221015);
    std::size_t all = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString text = textOf(dice, 120);
        const QString reading = readingOf(dice, text);
        const auto expected = placesOf(reading, isBeingTyped, text);
        const QByteArray words = text.toUtf8(); // of its own size: what is read beyond it is a fault
        QVERIFY2(found(WordPattern(reading, isBeingTyped), words) == expected,
                 qPrintable(reading + QStringLiteral(" in ") + text));
        all += expected.size();
    }
    QVERIFY(all > 20'000);
}

void TestWordPattern::findsAtEveryPlaceOfABlock() {
    const WordPattern pattern(QStringLiteral("ㅂㅇㄱ"), false);
    for (qsizetype before = 0; before < 70; ++before) {
        for (qsizetype after = 0; after < 70; ++after) {
            const QByteArray words = QByteArray(before, 'x') + QByteArray("변압기") + QByteArray(after, 'x');
            QCOMPARE(pattern.find(words, 0), before);
            QCOMPARE(pattern.find(words, before + 1), qsizetype(-1));
        }
    }
}

QTEST_GUILESS_MAIN(TestWordPattern)

#include "test_wordpattern.moc"
