// What people type to find a line.
#include "domain/incident/askedsearch.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestAskedSearch : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsWordsAndFilters();
    void readsFiltersWhileTheyAreTyped();
    void readsPlaces_data();
    void readsPlaces();
    void refusesOtherPlaces_data();
    void refusesOtherPlaces();
};

void TestAskedSearch::readsWordsAndFilters() {
    QCOMPARE(parseAskedSearch(u"  전원  점검 "),
             (AskedSearch{{QStringLiteral("전원"), QStringLiteral("점검")}, {}, {}, {}}));
    QCOMPARE(parseAskedSearch(u"사람:최서연 종류:결정 서비스:결제 문자"),
             (AskedSearch{{QStringLiteral("문자")},
                          {QStringLiteral("최서연")},
                          {LineKind::Decision},
                          QStringLiteral("결제")}));
    QCOMPARE(
        parseAskedSearch(u"Person:Kim kind:notice kind：ㄱㅈ service:pay"),
        (AskedSearch{
            {}, {QStringLiteral("Kim")}, {LineKind::Notice, LineKind::Decision}, QStringLiteral("pay")}));
    QCOMPARE(parseAskedSearch(u"사람: 15:19"), (AskedSearch{{QStringLiteral("15:19")}, {}, {}, {}}));
    QVERIFY(parseAskedSearch(u"종류:커피").isUnknownKind);
    QCOMPARE(parseAskedSearch(u""), AskedSearch{});
}

void TestAskedSearch::readsFiltersWhileTheyAreTyped() {
    QCOMPARE(filterAtEnd(u"문자 사람:최"), (FilterAtEnd{FilterWord::Person, QStringLiteral("최"), 6}));
    QCOMPARE(filterAtEnd(u"service:"), (FilterAtEnd{FilterWord::Service, QString(), 8}));
    QVERIFY(!filterAtEnd(u"사람:최 "));
    QVERIFY(!filterAtEnd(u"문자"));
    QVERIFY(!filterAtEnd(u""));
}

void TestAskedSearch::readsPlaces_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char* typed, const char* iso) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(iso);
    };
    row("1519", "2022-10-15T15:19:00+09:00");
    row("15:19", "2022-10-15T15:19:00+09:00");
    row("15：19", "2022-10-15T15:19:00+09:00");
    row("9:05", "2022-10-15T09:05:00+09:00");
    row("어제 2350", "2022-10-19T23:50:00+09:00");
    row("yesterday 23:50", "2022-10-19T23:50:00+09:00");
    row("오늘 0010", "2022-10-20T00:10:00+09:00");
    row("10/16 02:03", "2022-10-16T02:03:00+09:00");
    row("10-16 0203", "2022-10-16T02:03:00+09:00");
    row("10/16", "2022-10-16T00:00:00+09:00");
    row("1/2 1200", "2023-01-02T12:00:00+09:00");
    row("2021-12-31 2359", "2021-12-31T23:59:00+09:00");
    row("2021.12.31", "2021-12-31T00:00:00+09:00");
}

// Looking at 2022-10-15, on the 20th.
void TestAskedSearch::readsPlaces() {
    QFETCH(QString, typed);
    QFETCH(QString, iso);
    const Moment lookedAt = *momentFromIso(u"2022-10-15T23:30:00+09:00");
    const Moment now = *momentFromIso(u"2022-10-20T08:30:00+09:00");
    const auto place = parseAskedPlace(typed, lookedAt, now, 9h);
    QVERIFY(place && place->time);
    QCOMPARE(toIso(*place->time), toIso(*momentFromIso(iso)));
    QCOMPARE(parseAskedPlace(u" #815 ", lookedAt, now, 9h), (AskedPlace{.seq = 815}));
}

void TestAskedSearch::refusesOtherPlaces_data() {
    QTest::addColumn<QString>("typed");
    for (const char* typed :
         {"", "판교", "2460", "25:00", "1519 1520", "13/40", "2022-02-30", "#", "#0", "#-1", "#1 2",
          "어제 아침", "1", "151", "15:1", ":19", "99999-1-1", "#9999999999"}) {
        QTest::newRow(typed) << QString::fromUtf8(typed);
    }
}

void TestAskedSearch::refusesOtherPlaces() {
    QFETCH(QString, typed);
    QVERIFY(!parseAskedPlace(typed, Moment(), Moment(), 9h));
}

QTEST_GUILESS_MAIN(TestAskedSearch)
#include "test_askedsearch.moc"
