// What the composer understands of a typed line.
#include "domain/incident/composerline.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::minutes korea = 9h;

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

QString shown(const ComposerLine& line) {
    static constexpr std::array kinds{"note", "call", "request", "decision", "notice"};
    const QString time = line.occurredAt ? toIso(*line.occurredAt) : QStringLiteral("now");
    return QString::fromLatin1(kinds[std::size_t(line.kind)]) + u'|' + time + u'|' + line.text;
}

} // namespace

class TestComposerLine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDigitAloneIsNone();
    void understands_data();
    void understands();
    void knowsTheDayBeforeOnlyAfterMidnight_data();
    void knowsTheDayBeforeOnlyAfterMidnight();
    void understandsWhatIsToCome_data();
    void understandsWhatIsToCome();
    void understandsWhatIsOver_data();
    void understandsWhatIsOver();
};

void TestComposerLine::understands_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("understood");
    const auto row = [](const char* typed, const char* understood) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(understood);
    };
    row("현장 출입 통제", "note|now|현장 출입 통제");
    row("1519 판교 화재", "note|2022-10-15T06:19:00.000Z|판교 화재");
    row("15:19 판교 화재", "note|2022-10-15T06:19:00.000Z|판교 화재");
    row("9:05 점검 시작", "note|2022-10-15T00:05:00.000Z|점검 시작");
    row("  1519   판교 화재  ", "note|2022-10-15T06:19:00.000Z|판교 화재");
    row("어제 2350 문 닫음", "note|2022-10-14T14:50:00.000Z|문 닫음");
    row("yesterday 23:50 doors shut", "note|2022-10-14T14:50:00.000Z|doors shut");
    row("Yesterday 0005 doors shut", "note|2022-10-13T15:05:00.000Z|doors shut");
    row("결정: 문자부터 복구", "decision|now|문자부터 복구");
    row("결정：문자부터 복구", "decision|now|문자부터 복구");
    row("Decision: text first", "decision|now|text first");
    row("공지: 원인 확인 중", "notice|now|원인 확인 중");
    row("요청: 발전차 두 대", "request|now|발전차 두 대");
    row("통화: 건물주", "call|now|건물주");
    row("전화: 건물주", "call|now|건물주");
    row("call: the owner", "call|now|the owner");
    row("전화번호: 없음", "note|now|전화번호: 없음");
    row("☎ 건물주", "call|now|건물주");
    row("☎️건물주", "call|now|건물주");
    row("1544 결정: 문자부터 복구", "decision|2022-10-15T06:44:00.000Z|문자부터 복구");
    row("결정: 1544 문자부터 복구", "decision|2022-10-15T06:44:00.000Z|문자부터 복구");
    row("결정: 어제 2350 문자부터", "decision|2022-10-14T14:50:00.000Z|문자부터");
    // Not times, not kinds: nothing of it may be lost.
    row("1519", "note|now|1519");
    row("15190 대", "note|now|15190 대");
    row("2460 대", "note|now|2460 대");
    row("1512대 복구", "note|now|1512대 복구");
    row("어제 화재", "note|now|어제 화재");
    row("어제2350 화재", "note|now|어제2350 화재");
    row("결정 문자부터", "note|now|결정 문자부터");
    row("결정권자: 김하늘", "note|now|결정권자: 김하늘");
    row(":1 오류", "note|now|:1 오류");
    row("1:5 비율", "note|now|1:5 비율");
    row("", "note|now|");
    row("결정:", "decision|now|");
    // What is to come has not happened: a deadline stays words.
    row("1800 자료 제출", "note|now|1800 자료 제출");
    // This clock may be a little behind the one on the wall.
    row("1615 도착", "note|2022-10-15T07:15:00.000Z|도착");
    row("1617 도착", "note|now|1617 도착");
}

void TestComposerLine::understands() {
    QFETCH(QString, typed);
    QFETCH(QString, understood);
    QCOMPARE(shown(parseComposerLine(typed, at("2022-10-15T16:11:00+09:00"), korea)), understood);
    const QString decomposed = typed.normalized(QString::NormalizationForm_D);
    QCOMPARE(shown(parseComposerLine(decomposed, at("2022-10-15T16:11:00+09:00"), korea)), understood);
}

void TestComposerLine::knowsTheDayBeforeOnlyAfterMidnight_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("understood");
    QTest::newRow("after midnight") << "2022-10-16T00:20:00+09:00"
                                    << "note|2022-10-15T14:50:00.000Z|x";
    QTest::newRow("in the morning") << "2022-10-16T11:59:00+09:00"
                                    << "note|2022-10-15T14:50:00.000Z|x";
    QTest::newRow("at noon") << "2022-10-16T12:00:00+09:00"
                             << "note|now|2350 x";
    QTest::newRow("just before") << "2022-10-16T23:46:00+09:00"
                                 << "note|2022-10-16T14:50:00.000Z|x";
}

void TestComposerLine::knowsTheDayBeforeOnlyAfterMidnight() {
    QFETCH(QString, now);
    QFETCH(QString, understood);
    QCOMPARE(shown(parseComposerLine(u"2350 x", *momentFromIso(now), korea)), understood);
}

void TestComposerLine::understandsWhatIsToCome_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // empty: no time to come
    const auto row = [](const char* typed, const char* at) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(at);
    };
    row("1730", "2022-10-15T17:30:00+09:00");
    row(" 17:30 ", "2022-10-15T17:30:00+09:00");
    row("9:05", "2022-10-16T09:05:00+09:00"); // over today
    row("1611", "2022-10-16T16:11:00+09:00"); // now is no time to come
    row("내일 0900", "2022-10-16T09:00:00+09:00");
    row("tomorrow 17:30", "2022-10-16T17:30:00+09:00");
    row("+90", "2022-10-15T17:41:00+09:00");
    row("+0", "");
    row("+43201", "");
    row("+-5", "");
    row("90", "");
    row("2460", "");
    row("1730 전원", "");
    row("내일", "");
    row("", "");
}

void TestComposerLine::understandsWhatIsToCome() {
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const auto read = parseComingTime(typed, at("2022-10-15T16:11:00+09:00"), korea);
    QCOMPARE(read, expected.isEmpty() ? std::nullopt : momentFromIso(expected));
}

void TestComposerLine::understandsWhatIsOver_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("understood");
    const auto row = [](const char* now, const char* typed, const char* understood) {
        QTest::newRow(typed) << QString::fromLatin1(now) << QString::fromUtf8(typed)
                             << QString::fromUtf8(understood);
    };
    const char* const afternoon = "2022-05-04T16:00:00+09:00";
    const char* const night = "2022-05-05T00:30:00+09:00";
    const char* const over = "2022-05-04T04:44:00.000Z|2022-05-04T04:50:00.000Z|업데이트로 접속 불가";
    row(afternoon, "1344-1350 업데이트로 접속 불가", over);
    row(afternoon, "13:44~13:50 업데이트로 접속 불가", over);
    row(afternoon, " 1344 – 13:50  업데이트로 접속 불가 ", over);
    row(afternoon, "1344∼1350 업데이트로 접속 불가", over);
    row(afternoon, "9:05-9:05 a flash", "2022-05-04T00:05:00.000Z|2022-05-04T00:05:00.000Z|a flash");
    row(afternoon, "어제 2350-0010 접속 불가", "2022-05-03T14:50:00.000Z|2022-05-03T15:10:00.000Z|접속 불가");
    row(afternoon, "yesterday 2350-2355 no login",
        "2022-05-03T14:50:00.000Z|2022-05-03T14:55:00.000Z|no login");
    row(night, "2350-0010 no login", "2022-05-04T14:50:00.000Z|2022-05-04T15:10:00.000Z|no login");
    row(night, "2340-2350 no login", "2022-05-04T14:40:00.000Z|2022-05-04T14:50:00.000Z|no login");
    // An end that has not come is a plan, and digits may be a telephone number: nothing of it is lost.
    row(afternoon, "1544-1234 콜센터 불통", "now|on|1544-1234 콜센터 불통");
    row(afternoon, "1550-1630 점검", "now|on|1550-1630 점검");
    row(afternoon, "1344-1350", "now|on|1344-1350");
    row(afternoon, "1344-13500 대", "now|on|1344-13500 대");
    row(afternoon, "1588-1234 불통", "now|on|1588-1234 불통");
    row(afternoon, "1519 판교 화재", "2022-05-04T06:19:00.000Z|on|판교 화재");
    row(afternoon, "판교 화재", "now|on|판교 화재");
}

void TestComposerLine::understandsWhatIsOver() {
    QFETCH(QString, now);
    QFETCH(QString, typed);
    QFETCH(QString, understood);
    const DeclaredLine line = parseDeclaredLine(typed, *momentFromIso(now), korea);
    QCOMPARE((line.began ? toIso(*line.began) : QStringLiteral("now")) + u'|' +
                 (line.ended ? toIso(*line.ended) : QStringLiteral("on")) + u'|' + line.text,
             understood);
}

void TestComposerLine::aDigitAloneIsNone() {
    QCOMPARE(digitAlone(u"2"), std::optional(2));
    QCOMPARE(digitAlone(u" 9 "), std::optional(9));
    for (const QStringView line : {QStringView(), QStringView(u"0"), QStringView(u"12"), QStringView(u"2 a"),
                                   QStringView(u"\u0662")}) {
        QVERIFY(!digitAlone(line));
    }
}

QTEST_APPLESS_MAIN(TestComposerLine)
#include "test_composerline.moc"
