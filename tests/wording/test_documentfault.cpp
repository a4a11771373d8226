#include "translations/translations.h"
#include "wording/documentfault.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace bongsu;

namespace {

bool hasHangul(const QString& text) {
    return text.contains(QRegularExpression(QStringLiteral("\\p{Hangul}")));
}

DocumentFault faultOf(FaultCode code) {
    return {12, 5, code, QStringLiteral("zeta"), QStringLiteral("27")};
}

} // namespace

class TestDocumentFault : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCodeHasASentenceInBothLanguages_data();
    void everyCodeHasASentenceInBothLanguages();
    void sentencesDiffer();
    void everyCodeHasAWordForPrograms();
    void theSentenceNamesWhatIsWrong();
    void whatIsNearIsSuggested();
    void noSignOfTheFileTurnsTheSentence();
};

void TestDocumentFault::everyCodeHasASentenceInBothLanguages_data() {
    QTest::addColumn<int>("code");
    for (int code = int(FaultCode::TooLarge); code <= int(FaultCode::Last); ++code) {
        QTest::addRow("%d", code) << code;
    }
}

void TestDocumentFault::everyCodeHasASentenceInBothLanguages() {
    QFETCH(int, code);
    installTranslations(u"en");
    const QString english = sentence(faultOf(FaultCode(code)));
    QVERIFY2(english.startsWith(QStringLiteral("Line 12, column 5: ")), qPrintable(english));
    QVERIFY2(english.count(u". ") >= 1 && english.endsWith(u'.'), qPrintable(english)); // what; and what now
    QVERIFY2(!hasHangul(english) && !english.contains(u'%'), qPrintable(english));
    installTranslations(u"ko");
    const QString korean = sentence(faultOf(FaultCode(code)));
    QVERIFY2(korean.startsWith(QStringLiteral("12행 5열: ")), qPrintable(korean));
    QVERIFY2(korean.count(u". ") >= 1 && korean.endsWith(u'.'), qPrintable(korean));
    const QString rest = korean.mid(QStringLiteral("12행 5열: ").size());
    QVERIFY2(hasHangul(rest) && !rest.contains(u'%'), qPrintable(korean));
    for (const QString& word : {QStringLiteral("zeta"), QStringLiteral("27")}) {
        QCOMPARE(korean.contains(word), english.contains(word));
    }
}

void TestDocumentFault::sentencesDiffer() {
    for (const auto* language : {u"ko", u"en"}) {
        installTranslations(language);
        std::set<QString> sentences;
        for (int code = 1; code <= int(FaultCode::Last); ++code) {
            sentences.insert(sentence(faultOf(FaultCode(code))));
        }
        QCOMPARE(sentences.size(), std::size_t(FaultCode::Last));
    }
}

void TestDocumentFault::everyCodeHasAWordForPrograms() {
    std::set<QByteArray> words;
    for (int code = 1; code <= int(FaultCode::Last); ++code) {
        words.insert(wordOf(FaultCode(code)));
    }
    QCOMPARE(words.size(), std::size_t(FaultCode::Last));
    // Each beside its own: the first, one in the middle, the last.
    QCOMPARE(QByteArray(wordOf(FaultCode::TooLarge)), QByteArray("too_large"));
    QCOMPARE(QByteArray(wordOf(FaultCode::UnknownKey)), QByteArray("unknown_key"));
    QCOMPARE(QByteArray(wordOf(FaultCode::UnknownSeat)), QByteArray("unknown_seat"));
    QCOMPARE(QByteArray(wordOf(FaultCode::More)), QByteArray("more"));
}

void TestDocumentFault::theSentenceNamesWhatIsWrong() {
    const DocumentFault twice{1024, 1, FaultCode::DoubledKey, QStringLiteral("%2"), QStringLiteral("3")};
    installTranslations(u"en");
    QCOMPARE(sentence(twice),
             QStringLiteral("Line 1024, column 1: \"%2\" stands here a second time; the first is "
                            "in line 3. Keep one of the two."));
    installTranslations(u"ko");
    QCOMPARE(sentence(twice),
             QStringLiteral("1024행 1열: 「%2」 항목이 두 번 있습니다. 처음 것은 3행에 있습니다. "
                            "하나만 남기세요."));
}

void TestDocumentFault::whatIsNearIsSuggested() {
    DocumentFault unknown{3, 4, FaultCode::UnknownSite, QStringLiteral("판고"), {}};
    installTranslations(u"en");
    const QString without = sentence(unknown);
    unknown.other = QStringLiteral("판교");
    QCOMPARE(sentence(unknown), without + QStringLiteral(" Perhaps it is to be \"판교\"."));
    QVERIFY(!without.contains(u"Perhaps"));
    installTranslations(u"ko");
    QVERIFY(sentence(unknown).endsWith(QStringLiteral("「판교」인지 확인하세요.")));
}

// ESC [ 2 J clears a terminal; U+202E turns what follows around.
void TestDocumentFault::noSignOfTheFileTurnsTheSentence() {
    installTranslations(u"en");
    const QString written = QStringLiteral("a\u001b[2J\u202eb");
    const QString said = sentence(DocumentFault{1, 1, FaultCode::UnknownSeat, written, written});
    QCOMPARE(said.count(QStringLiteral("\"a[2Jb\"")), 2);
    QVERIFY(!said.contains(QChar(0x1b)) && !said.contains(QChar(0x202e)));
}

QTEST_GUILESS_MAIN(TestDocumentFault)
#include "test_documentfault.moc"
