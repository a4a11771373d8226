// Eight words as people type what they heard: either language, any case, with whatever stands between.
#include "domain/base/limits.h"
#include "domain/log/spokencode.h"

#include <QTest>

using namespace bongsu;

namespace {

const SpokenInvite sample{{QStringLiteral("192.0.2.7"), 7400}, {{0, 37, 38, 52, 76, 100, 254, 255}}};

QString word(int index, WordLanguage language = WordLanguage::English) {
    return words(language, {index, 0, 0, 0}).front();
}

QByteArray faultOf(const QString& text) {
    const auto parsed = parseSpokenInvite(text);
    if (parsed) {
        return "none";
    }
    const auto& refusal = std::get<Refusal>(parsed.error());
    return refusal.code + (refusal.detail.isEmpty() ? QByteArray() : " " + refusal.detail);
}

} // namespace

class TestSpokenCode final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void everyWordIsReadInBothLanguages();
    void koreanWordsHaveTwoSyllables();
    void isReadHoweverItIsTyped();
    void languagesMayBeMixed();
    void namesTheWordItDoesNotKnow();
    void wantsAnAddressAndEightWords();
    void isToldFromALine();
};

void TestSpokenCode::whatIsWrittenIsReadBack() {
    for (const auto language : {WordLanguage::Korean, WordLanguage::English}) {
        const auto parsed = parseSpokenInvite(toText(language, sample));
        QVERIFY(parsed);
        QVERIFY(*parsed == sample);
    }
}

void TestSpokenCode::everyWordIsReadInBothLanguages() {
    for (const auto language : {WordLanguage::Korean, WordLanguage::English}) {
        for (int from = 0; from < 256; from += SpokenCode::count) {
            SpokenInvite invite = sample;
            for (int i = 0; i < SpokenCode::count; ++i) {
                invite.code.words[std::size_t(i)] = quint8(from + i);
            }
            const auto parsed = parseSpokenInvite(toText(language, invite));
            QVERIFY(parsed && *parsed == invite);
        }
    }
}

// What is written without spaces is taken apart by this.
void TestSpokenCode::koreanWordsHaveTwoSyllables() {
    for (const SpokenWord& one : spokenWords()) {
        QCOMPARE(QString::fromUtf16(one.korean).size(), 2);
    }
}

void TestSpokenCode::isReadHoweverItIsTyped() {
    const QString english = toText(WordLanguage::English, sample);
    const QString korean = spoken(WordLanguage::Korean, sample.code).join(QString());
    for (const QString& typed :
         {english.toUpper(),
          QStringLiteral("  ") + QString(english).replace(u' ', QStringLiteral(" \n ")) + u' ',
          toText(sample.address) + u' ' +
              spoken(WordLanguage::English, sample.code).join(QStringLiteral(", ")),
          toText(sample.address) + u' ' + spoken(WordLanguage::English, sample.code).join(u'-') + u'.',
          toText(sample.address) + u' ' + korean,
          toText(sample.address) + u' ' + korean.normalized(QString::NormalizationForm_D)}) {
        const auto parsed = parseSpokenInvite(typed);
        QVERIFY2(parsed && *parsed == sample, qPrintable(typed));
    }
}

void TestSpokenCode::languagesMayBeMixed() {
    QStringList mixed{toText(sample.address)};
    for (std::size_t i = 0; i < sample.code.words.size(); ++i) {
        mixed += word(sample.code.words[i], i % 2 == 0 ? WordLanguage::Korean : WordLanguage::English);
    }
    const auto parsed = parseSpokenInvite(mixed.join(u' '));
    QVERIFY(parsed && *parsed == sample);
}

void TestSpokenCode::namesTheWordItDoesNotKnow() {
    QStringList said = spoken(WordLanguage::English, sample.code);
    said[3] = QStringLiteral("Bananana");
    QCOMPARE(faultOf(toText(sample.address) + u' ' + said.join(u' ')), QByteArray("word.unknown bananana"));
}

void TestSpokenCode::wantsAnAddressAndEightWords() {
    const QStringList said = spoken(WordLanguage::English, sample.code);
    QCOMPARE(faultOf(said.join(u' ')), QByteArray("malformed invite.address"));
    QCOMPARE(faultOf(QStringLiteral("192.0.2.7 ") + said.join(u' ')), QByteArray("malformed invite.address"));
    QCOMPARE(faultOf(QString()), QByteArray("malformed invite.address"));
    QCOMPARE(faultOf(toText(sample.address)), QByteArray("malformed invite.words"));
    QCOMPARE(faultOf(toText(sample.address) + u' ' + said.mid(1).join(u' ')),
             QByteArray("malformed invite.words"));
    QCOMPARE(faultOf(toText(sample.address) + u' ' + (said + said).join(u' ')),
             QByteArray("malformed invite.words"));
    QCOMPARE(faultOf(QString(limits::inviteLineBytes + 1, u'a')), QByteArray("too_large invite"));
}

void TestSpokenCode::isToldFromALine() {
    QVERIFY(looksSpoken(toText(WordLanguage::Korean, sample)));
    QVERIFY(!looksSpoken(u" BONGSU://relay.example:7443/#abc"));
}

QTEST_APPLESS_MAIN(TestSpokenCode)
#include "test_spokencode.moc"
