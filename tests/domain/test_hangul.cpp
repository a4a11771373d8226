// Names found by what people type, half-composed syllables included.
#include "domain/base/hangul.h"

#include <QTest>

using namespace bongsu;

class TestHangul : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void folds_data();
    void folds();
    void foldsOnce();
    void takesInitials();
    void findsNames_data();
    void findsNames();
    void findsEveryKeystroke_data();
    void findsEveryKeystroke();
    void passesOver_data();
    void passesOver();
    void ranksBetterFirst();
};

void TestHangul::folds_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("case") << QStringLiteral("DR 전환 ÀB") << QStringLiteral("dr 전환 àb");
    QTest::newRow("decomposed") << QStringLiteral("\u1111\u1161\u11ab\u1100\u116d") << QStringLiteral("판교");
    QTest::newRow("lone conjoining initial") << QStringLiteral("판\u1100") << QStringLiteral("판ㄱ");
    QTest::newRow("lone conjoining vowel") << QStringLiteral("\u1163") << QStringLiteral("ㅑ");
    QTest::newRow("half-width jamo") << QStringLiteral("\uffa1\uffbe\uffc2\uffca\uffd2\uffda\uffdc")
                                     << QStringLiteral("ㄱㅎㅏㅕㅛㅡㅣ");
    QTest::newRow("full-width ASCII") << QStringLiteral("ＤＲ１") << QStringLiteral("dr1");
    QTest::newRow("nothing") << QString() << QString();
}

void TestHangul::folds() {
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(folded(given), expected);
}

void TestHangul::foldsOnce() {
    for (char32_t c = 0; c <= 0xffff; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) {
            continue;
        }
        const QString once = folded(QString(QChar(char16_t(c))));
        QVERIFY2(folded(once) == once, qPrintable(QString::number(c, 16)));
    }
}

void TestHangul::takesInitials() {
    QCOMPARE(initials(u"판교 데이터센터 A동"), QStringLiteral("ㅍㄱ ㄷㅇㅌㅅㅌ aㄷ"));
    QCOMPARE(initials(u"까치 힣"), QStringLiteral("ㄲㅊ ㅎ"));
    QCOMPARE(withoutClusters(u"ㄳ값ㅄ"), QStringLiteral("ㄱㅅ값ㅂㅅ"));
    QVERIFY(isInitial(u'ㅃ'));
    QVERIFY(!isInitial(u'ㄳ'));
    QVERIFY(!isInitial(u'ㅏ'));
}

void TestHangul::findsNames_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString& query, const QString& name) {
        QTest::addRow("%s in %s", qPrintable(query), qPrintable(name)) << query << name;
    };
    row(QStringLiteral("ㅍㄱ"), QStringLiteral("판교"));
    row(QStringLiteral("ㅍㄱㄷㅇㅌ"), QStringLiteral("판교 데이터센터"));
    row(QStringLiteral("ㅅㅌ"), QStringLiteral("판교 데이터센터"));
    row(QStringLiteral("판ㄱ"), QStringLiteral("판교"));
    row(QStringLiteral("ㅍ교"), QStringLiteral("판교"));
    row(QStringLiteral("메ㅅ"), QStringLiteral("메신저"));
    row(QStringLiteral("ㅁㅅㅈ"), QStringLiteral("메신저 문자"));
    row(QStringLiteral("메신저사진"), QStringLiteral("메신저 사진"));
    row(QStringLiteral("사진 메신"), QStringLiteral("메신저 사진"));
    row(QStringLiteral("ㅊㅅㅇ"), QStringLiteral("최서연"));
    row(QStringLiteral("서연"), QStringLiteral("최서연"));
    row(QStringLiteral("ㄳ"), QStringLiteral("고속도로"));
    row(QStringLiteral("파"), QStringLiteral("판교"));
    row(QStringLiteral("data"), QStringLiteral("Pangyo Data Center"));
    row(QStringLiteral("CEN"), QStringLiteral("Pangyo Data Center"));
    row(QStringLiteral("cen pan"), QStringLiteral("Pangyo Data Center"));
    row(QStringLiteral("db"), QStringLiteral("결제DB"));
    row(QStringLiteral("2"), QStringLiteral("전산실2"));
    row(QString(), QStringLiteral("anything"));
}

void TestHangul::findsNames() {
    QFETCH(QString, query);
    QFETCH(QString, name);
    QVERIFY(NameQuery(query).rank(name));
}

// What a two-set keyboard shows after each key.
void TestHangul::findsEveryKeystroke_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("typed");
    const auto row = [](const QString& name, const QString& typed) {
        QTest::addRow("%s", qPrintable(name)) << name << typed.split(u' ');
    };
    row(QStringLiteral("판교"), QStringLiteral("ㅍ 파 판 판ㄱ 판교"));
    row(QStringLiteral("메신저"), QStringLiteral("ㅁ 메 멧 메시 메신 메신ㅈ 메신저"));
    row(QStringLiteral("과기정통부"), QStringLiteral("ㄱ 고 과 곽 과기 과깆 과기저 과기정"));
    row(QStringLiteral("갑시다"), QStringLiteral("ㄱ 가 갑 값 갑시 갑싣 갑시다"));
    row(QStringLiteral("의료"), QStringLiteral("ㅇ 으 의 읠 의료"));
    row(QStringLiteral("값"), QStringLiteral("ㄱ 가 갑 값"));
}

void TestHangul::findsEveryKeystroke() {
    QFETCH(QString, name);
    QFETCH(QStringList, typed);
    for (const QString& query : typed) {
        QVERIFY2(NameQuery(query).rank(name), qPrintable(query));
    }
}

void TestHangul::passesOver_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString& query, const QString& name) {
        QTest::addRow("%s in %s", qPrintable(query), qPrintable(name)) << query << name;
    };
    row(QStringLiteral("ㅍㅅ"), QStringLiteral("판교센터"));
    row(QStringLiteral("파교"), QStringLiteral("판교"));
    row(QStringLiteral("파 "), QStringLiteral("판교"));
    row(QStringLiteral("고"), QStringLiteral("구름"));
    row(QStringLiteral("ㄱ"), QStringLiteral("까치"));
    row(QStringLiteral("angyo"), QStringLiteral("Pangyo"));
    row(QStringLiteral("판교 택시"), QStringLiteral("판교"));
    row(QStringLiteral("판교역"), QStringLiteral("판교"));
    row(QStringLiteral("ㅏ"), QStringLiteral("판교"));
    row(QStringLiteral("a"), QString());
}

void TestHangul::passesOver() {
    QFETCH(QString, query);
    QFETCH(QString, name);
    QVERIFY(!NameQuery(query).rank(name));
}

void TestHangul::ranksBetterFirst() {
    const QStringList bestFirst{QStringLiteral("판교"), QStringLiteral("판교역"), QStringLiteral("신 판교"),
                                QStringLiteral("신판교")};
    for (int i = 1; i < bestFirst.size(); ++i) {
        QVERIFY(*NameQuery(u"판교").rank(bestFirst[i - 1]) < *NameQuery(u"판교").rank(bestFirst[i]));
        QVERIFY(*NameQuery(u"ㅍㄱ").rank(bestFirst[i - 1]) < *NameQuery(u"ㅍㄱ").rank(bestFirst[i]));
    }
    QVERIFY(*NameQuery(u"판교").rank(u"판교역") < *NameQuery(u"ㅍㄱ").rank(u"판교역"));
    QCOMPARE(*NameQuery(u"판교").rank(u"판교"), 0);
}

QTEST_GUILESS_MAIN(TestHangul)
#include "test_hangul.moc"
