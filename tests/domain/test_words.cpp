// The four words: fixed, and apart from each other on a bad line.
#include "domain/log/words.h"

#include <QTest>

#include <map>
#include <set>

using namespace bongsu;

namespace {

QString korean(const SpokenWord& word) {
    return QString::fromUtf16(word.korean);
}
QString english(const SpokenWord& word) {
    return QString::fromUtf16(word.english);
}

// What many speakers and lines make of it: tense and aspirated consonants plain, ae as e, final consonants as
// the seven that are spoken. Six sounds of two syllables; an absent final is a space.
QString asHeard(const QString& word) {
    static const std::map<QString, QString> folded{
        // initial consonants and vowels, as conjoining letters
        {QStringLiteral("\u1101\u110f"), QStringLiteral("\u1100")},
        {QStringLiteral("\u1104\u1110"), QStringLiteral("\u1103")},
        {QStringLiteral("\u1108\u1111"), QStringLiteral("\u1107")},
        {QStringLiteral("\u110a"), QStringLiteral("\u1109")},
        {QStringLiteral("\u110d\u110e"), QStringLiteral("\u110c")},
        {QStringLiteral("\u1162\u1164\u1168"), QStringLiteral("\u1166")},
        {QStringLiteral("\u116b\u1170"), QStringLiteral("\u116c")},
        {QStringLiteral("\u1174"), QStringLiteral("\u1175")},
        // final consonants
        {QStringLiteral("\u11a9\u11aa\u11b0\u11bf"), QStringLiteral("\u11a8")},
        {QStringLiteral("\u11ba\u11bb\u11bd\u11be\u11c0\u11c2"), QStringLiteral("\u11ae")},
        {QStringLiteral("\u11b9\u11c1"), QStringLiteral("\u11b8")},
        {QStringLiteral("\u11ac\u11ad"), QStringLiteral("\u11ab")}};
    QString heard;
    for (const QChar syllable : word) {
        QString sounds = QString(syllable).normalized(QString::NormalizationForm_D).leftJustified(3);
        for (QChar& sound : sounds) {
            for (const auto& [alike, as] : folded) {
                if (alike.contains(sound)) {
                    sound = as.front();
                }
            }
        }
        heard += sounds;
    }
    return heard;
}

int placesApart(const QString& a, const QString& b) {
    int apart = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        apart += a[i] == b[i] ? 0 : 1;
    }
    return apart;
}

// Changes of one letter between two words.
int lettersApart(const QString& a, const QString& b) {
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = int(j);
    }
    for (const QChar c : a) {
        int corner = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = corner + (b[qsizetype(j) - 1] == c ? 0 : 1);
            corner = row[j];
            row[j] = std::min({replaced, corner + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void areFixed_data();
    void areFixed();
    void areTheSameInBothLanguages();
    void changeWithTheNumberAndTheEntry();
    void areShortAndPlain();
    void areToldApartInKorean();
    void areToldApartInEnglish();
};

void TestWords::areFixed_data() {
    QTest::addColumn<quint64>("number");
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QList<int>>("indices");
    // Computed by Python's hashlib.
    QByteArray rising;
    for (int i = 0; i < 32; ++i) {
        rising += char(i);
    }
    QTest::newRow("0") << quint64(0) << QByteArray(32, '\0') << QList<int>{35, 44, 99, 71};
    QTest::newRow("7") << quint64(7) << rising << QList<int>{124, 52, 46, 154};
    QTest::newRow("19 digits") << quint64(1234567890123456789) << QByteArray(32, '\xff')
                               << QList<int>{145, 91, 1, 211};
}

void TestWords::areFixed() {
    QFETCH(quint64, number);
    QFETCH(QByteArray, entry);
    QFETCH(QList<int>, indices);
    const auto found = wordIndices(number, *EntryHash::tryFrom(entry));
    QCOMPARE(QList<int>(found.begin(), found.end()), indices);
}

void TestWords::areTheSameInBothLanguages() {
    const std::array<int, 4> indices{0, 255, 37, 0};
    QCOMPARE(words(WordLanguage::English, indices).join(u' '), QStringLiteral("autumn gold tree autumn"));
    QCOMPARE(words(WordLanguage::Korean, indices).join(u' '), QStringLiteral("가을 황금 나무 가을"));
}

void TestWords::changeWithTheNumberAndTheEntry() {
    std::set<std::array<int, 4>> seen;
    const auto entry = EntryHash::zeros();
    for (quint64 number = 0; number < 1000; ++number) {
        seen.insert(wordIndices(number, entry));
    }
    QCOMPARE(seen.size(), std::size_t(1000));
    QVERIFY(wordIndices(1, entry) != wordIndices(1, *EntryHash::tryFrom(QByteArray(32, '\x01'))));
}

void TestWords::areShortAndPlain() {
    QCOMPARE(spokenWords().size(), std::size_t(256));
    for (const SpokenWord& word : spokenWords()) {
        QCOMPARE(korean(word).size(), 2);
        QCOMPARE(korean(word), korean(word).normalized(QString::NormalizationForm_C));
        for (const QChar c : korean(word)) {
            QVERIFY(c >= QChar(0xac00) && c <= QChar(0xd7a3));
        }
        QVERIFY(english(word).size() >= 3 && english(word).size() <= 9);
        for (const QChar c : english(word)) {
            QVERIFY(c >= u'a' && c <= u'z');
        }
    }
}

void TestWords::areToldApartInKorean() {
    QCOMPARE(asHeard(QStringLiteral("까치")), asHeard(QStringLiteral("가지"))); // the folding folds
    for (const SpokenWord& a : spokenWords()) {
        for (const SpokenWord& b : spokenWords()) {
            const int apart = placesApart(asHeard(korean(a)), asHeard(korean(b)));
            QVERIFY2(&a == &b || apart >= 2, (korean(a) + u' ' + korean(b)).toUtf8());
        }
    }
}

void TestWords::areToldApartInEnglish() {
    QCOMPARE(lettersApart(QStringLiteral("kitten"), QStringLiteral("sitting")), 3);
    for (const SpokenWord& a : spokenWords()) {
        for (const SpokenWord& b : spokenWords()) {
            const bool apart =
                lettersApart(english(a), english(b)) >= 2 && !english(a).startsWith(english(b));
            QVERIFY2(&a == &b || apart, (english(a) + u' ' + english(b)).toUtf8());
        }
    }
}

QTEST_APPLESS_MAIN(TestWords)
#include "test_words.moc"
