// What changed between two versions of a manual, and what is missing for one to be used today.
#include "domain/manual/difference.h"
#include "domain/manual/readiness.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString recovery = QStringLiteral("recovery");
const QString chief = commanderSeat.toString();

LocalText words(const char* english) {
    return {QString::fromUtf8("가") + QString::fromLatin1(english), QString::fromLatin1(english)};
}

ManualSeat seat(const QString& key) {
    ManualSeat made;
    made.key = key;
    made.name = {key, key};
    made.acceptWithin = 3min;
    made.duties = {words("one"), words("two")};
    made.decides = {words("stop")};
    made.tasks = {{QStringLiteral("call"), words("call"), Millis(5min)}};
    made.escalations = {{words("late"), Millis(30min), chief}};
    return made;
}

Manual manual() {
    Manual made;
    made.failureType = QStringLiteral("site-loss");
    made.reviewed = QStringLiteral("2026-01-31");
    made.reviewEveryDays = 30;
    made.seats = {seat(chief), seat(recovery)};
    return made;
}

// Reached in two ways.
KnownPerson known(int number, const char* name) {
    return {*PersonId::tryFrom(QByteArray(32, char(number))),
            QString::fromLatin1(name),
            {},
            Permission::Commander,
            {},
            {QStringLiteral("010-0000-0000"), QStringLiteral("a@home.example")}};
}

Moment day(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso) + QStringLiteral("T12:00:00Z"));
}

} // namespace

class TestManual : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsTheSameDiffersInNothing();
    void everyChangeOfASeatIsSaid_data();
    void everyChangeOfASeatIsSaid();
    void seatsComeAndGo();
    void aManualIsReviewedInTime();
    void everySeatNeedsTwo();
    void namesAreKnown();
};

void TestManual::whatIsTheSameDiffersInNothing() {
    const Manual before = manual();
    Manual after = before;
    after.reviewed = QStringLiteral("2026-02-01");
    std::swap(after.seats[0], after.seats[1]);
    after.seats[0].name = words("renamed");
    QVERIFY(differencesBetween(before, after).empty());
}

void TestManual::everyChangeOfASeatIsSaid_data() {
    QTest::addColumn<int>("change");
    for (int change = int(ManualChange::HoldersChanged); change <= int(ManualChange::TaskChanged); ++change) {
        QTest::addRow("%d", change) << change;
    }
}

void TestManual::everyChangeOfASeatIsSaid() {
    QFETCH(int, change);
    const Manual before = manual();
    Manual after = before;
    ManualSeat& seat = after.seats[1];
    LocalText what;
    switch (ManualChange(change)) {
    case ManualChange::HoldersChanged:
        seat.holders = {OfSeat{chief}};
        break;
    case ManualChange::TimeChanged:
        seat.acceptWithin = 4min;
        break;
    case ManualChange::ReportsChanged:
        seat.reportsTo = chief;
        break;
    case ManualChange::DutyAdded:
        what = words("three");
        seat.duties.push_back(what);
        break;
    case ManualChange::DutyRemoved:
        what = words("one");
        seat.duties.erase(seat.duties.begin());
        break;
    case ManualChange::DecisionAdded:
        what = words("buy");
        seat.decides.push_back(what);
        break;
    case ManualChange::DecisionRemoved:
        what = words("stop");
        seat.decides.clear();
        break;
    case ManualChange::EscalationsChanged:
        seat.escalations[0].after = 20min;
        break;
    case ManualChange::TaskAdded:
        what = words("tell");
        seat.tasks.push_back({QStringLiteral("tell"), what, std::nullopt});
        break;
    case ManualChange::TaskRemoved:
        what = words("call");
        seat.tasks.clear();
        break;
    case ManualChange::TaskChanged:
        what = words("call");
        seat.tasks[0].due.reset();
        break;
    default:
        QFAIL("not of a seat");
    }
    QCOMPARE(differencesBetween(before, after),
             (std::vector{ManualDifference{ManualChange(change), recovery, {recovery, recovery}, what}}));
}

void TestManual::seatsComeAndGo() {
    const Manual before = manual();
    Manual after = before;
    after.criteria = words("all of it");
    after.seats[1] = seat(QStringLiteral("network"));
    const LocalText network{QStringLiteral("network"), QStringLiteral("network")};
    QCOMPARE(differencesBetween(before, after),
             (std::vector<ManualDifference>{
                 {ManualChange::CriteriaChanged, {}, {}, words("all of it")},
                 {ManualChange::SeatAdded, QStringLiteral("network"), network},
                 {ManualChange::SeatRemoved, recovery, {recovery, recovery}},
             }));
}

void TestManual::aManualIsReviewedInTime() {
    Manual one = manual();
    one.seats.clear();
    const auto gaps = [&](const char* iso, bool published = true) {
        return gapsOf(one, {.published = published, .now = day(iso)});
    };
    QVERIFY(gaps("2026-03-02").empty()); // thirty days later, to the day
    QCOMPARE(
        gaps("2026-03-03"),
        (std::vector{ReadinessGap{Gap::NotReviewed, one.failureType, {}, QStringLiteral("2026-03-02")}}));
    QCOMPARE(gaps("2026-03-03", false), (std::vector{ReadinessGap{Gap::NotPublished, one.failureType}}));
}

void TestManual::everySeatNeedsTwo() {
    Manual one = manual();
    one.seats[0].holders = {NamedPerson{QStringLiteral("Kim")}, NamedPerson{QStringLiteral("Lee")}};
    one.seats[1].holders = {NamedPerson{QStringLiteral("Kim")}};
    one.seats.push_back(seat(QStringLiteral("scribe")));
    const QString type = one.failureType;
    QCOMPARE(gapsOf(one, {.published = true,
                          .now = day("2026-02-01"),
                          .people = {known(1, "Kim"), known(2, "Lee"), known(3, "Choi")}}),
             (std::vector<ReadinessGap>{{Gap::NoSuccessor, type, recovery},
                                        {Gap::Twice, type, recovery},
                                        {Gap::NobodyInLine, type, QStringLiteral("scribe")}}));
}

void TestManual::namesAreKnown() {
    Manual one = manual();
    one.seats = {seat(chief)};
    one.seats[0].holders = {NamedPerson{QStringLiteral("Kim")}, NamedPerson{QStringLiteral("Gim")},
                            NamedPerson{QStringLiteral("Lee")}};
    QCOMPARE(
        gapsOf(one,
               {.published = true, .now = day("2026-02-01"), .people = {known(1, "Kim"), known(2, "Lee")}}),
        (std::vector{ReadinessGap{Gap::UnknownName, one.failureType, chief, QStringLiteral("Gim")}}));
}

QTEST_APPLESS_MAIN(TestManual)
#include "test_manual.moc"
