// What must be told in time: how a duty begins, is settled and reopened, and how its clock stands by the
// record.
#include "domain/base/limits.h"
#include "domain/notice/duties.h"
#include "domain/notice/noticetimes.h"
#include "support/notices.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString breach = QStringLiteral("breach");

DutyClock clockOf(DutyStart start, DutyStop stop, std::optional<DutyLength> within = {}, Millis after = {}) {
    return {breach, {QStringLiteral("신고"), QStringLiteral("Report")}, {}, start, after, within, stop};
}

// As courseOf() has it of an outage that goes on since the declaration.
struct Clocks : Scene {
    Clocks() : Scene(Permission::Commander) { m_began = org.now; }

    DutyLine line(const DutyClock& duty, std::optional<Moment> ended = {}) const {
        return dutyLines({{duty}, {}}, incident(), {m_began, ended.value_or(org.now), !ended}, org.now,
                         seoulOffset)
            .front();
    }
    Moment m_began;
};

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

} // namespace

class TestDutyRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void itBeginsOnceAndIsSettledOnce();
    void whoMaySayIt();
    void usersAreToldOnceAllThreeWereSent();
    void noticesFromElsewhereCountAsFarAsTheySay();
    void compensationCountsFromRestoration();
    void anOutageThatDidNotLastStartsNothing();
    void monthsEndAsTheLawHasIt_data();
    void monthsEndAsTheLawHasIt();
    void aDayOffMovesTheEnd();
    void minutesRunAtOnce();
};

void TestDutyRules::itBeginsOnceAndIsSettledOnce() {
    Clocks scene;
    const DutyClock duty =
        clockOf(DutyStart::Person, DutyStop::Person, DutyLength{DutyLength::Unit::Minutes, 60});
    QCOMPARE(scene.line(duty).state, DutyState::Off);
    QCOMPARE(rightsTo(scene.line(duty)), (DutyRights{.begin = true}));
    const Member& by = scene.commander();
    const Line noticed{.occurredAt = scene.org.now - 10min};
    const EventId begun = scene.did(by, DutyBegun{noticed, breach, {}});
    QCOMPARE(scene.line(duty).state, DutyState::Running);
    QCOMPARE(scene.line(duty).from, noticed.occurredAt);
    QCOMPARE(scene.line(duty).end->at, *noticed.occurredAt + 60min);
    QCOMPARE(rightsTo(scene.line(duty)), (DutyRights{.meet = true, .excuse = true}));
    QCOMPARE(scene.code(by, DutyBegun{{}, breach, begun}), QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(by, DutySettled{{}, breach, DutyOutcome::Met, {}}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(by, DutySettled{{}, breach, DutyOutcome::Reopened, begun}),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(by, DutySettled{{}, breach, DutyOutcome::Excused, begun}),
             QByteArray(refusal::reasonMissing));
    scene.org.now += 51min;
    QCOMPARE(scene.line(duty).state, DutyState::Late);
    const EventId met = scene.did(by, DutySettled{{}, breach, DutyOutcome::Met, begun});
    QCOMPARE(scene.line(duty).state, DutyState::Met);
    QCOMPARE(scene.line(duty).settledBy, std::optional(by.person));
    QCOMPARE(rightsTo(scene.line(duty)), (DutyRights{.reopen = true}));
    scene.did(by, DutySettled{{}, breach, DutyOutcome::Reopened, met});
    QCOMPARE(scene.line(duty).state, DutyState::Late);
}

void TestDutyRules::whoMaySayIt() {
    Clocks scene;
    const auto code = [&](Permission permission) {
        return scene.code(scene.the(permission), DutyBegun{{}, QString::fromLatin1(wordOf(permission)), {}});
    };
    QCOMPARE(code(Permission::Viewer), QByteArray(refusal::notPermitted));
    QCOMPARE(code(Permission::Scribe), QByteArray(refusal::notPermitted));
    QCOMPARE(code(Permission::Communications), QByteArray());
    QCOMPARE(code(Permission::Responder), QByteArray());
    QCOMPARE(scene.code(scene.org.relay(), DutyBegun{{}, breach, {}}), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.commander(), DutyBegun{{}, QStringLiteral(" x"), {}}),
             QByteArray(refusal::outOfRange));
    for (int i = int(scene.incident().duties.size()); i < limits::duties; ++i) {
        scene.did(scene.commander(), DutyBegun{{}, QString::number(i), {}});
    }
    QCOMPARE(scene.code(scene.commander(), DutyBegun{{}, breach, {}}), QByteArray(refusal::outOfRange));
}

// Not when they were approved, and not by two of the three.
void TestDutyRules::usersAreToldOnceAllThreeWereSent() {
    Clocks scene;
    const DutyClock duty = clockOf(DutyStart::Outage, DutyStop::Users);
    QCOMPARE(scene.line(duty).state, DutyState::Running); // it counts up, and has no end
    QVERIFY(!scene.line(duty).end);
    QVERIFY(!rightsTo(scene.line(duty)).meet); // nobody says so: a text does
    Outgoing some = on(QStringLiteral("page"));
    some.tells = {Disclosure::Event, Disclosure::Response};
    Outgoing rest = on(QStringLiteral("sms"));
    rest.tells = {Disclosure::Contact};
    Outgoing press = on(QStringLiteral("press"));
    press.audience = Audience::Press;
    press.tells = {Disclosure::Contact};
    const EventId notice = approved(scene, {some, rest, press});
    const auto send = [&](const QString& channel) {
        const EventId begun = scene.did(scene.org.relay(), DeliveryBegun{notice, channel, {}});
        scene.org.now += 1min;
        scene.did(scene.org.relay(), DeliveryTold{notice, channel, begun, {0, 1, 0, 0, 0}, true, false, {}});
    };
    QCOMPARE(scene.line(duty).told.size(), std::size_t(0));
    send(QStringLiteral("page"));
    send(QStringLiteral("press")); // the press is not users
    QCOMPARE(scene.line(duty).told, (std::set{Disclosure::Event, Disclosure::Response}));
    QCOMPARE(scene.line(duty).state, DutyState::Running);
    send(QStringLiteral("sms"));
    QCOMPARE(scene.line(duty).state, DutyState::Met);
    QCOMPARE(scene.line(duty).settledAt, std::optional(scene.org.now));
}

void TestDutyRules::noticesFromElsewhereCountAsFarAsTheySay() {
    Clocks scene;
    const DutyClock duty = clockOf(DutyStart::Outage, DutyStop::Users);
    const Member& by = scene.commander();
    const Text text{.text = QStringLiteral("X에 알림")};
    scene.did(by, NoticeRecorded{{}, {}, {}, false}, text); // says of itself nothing
    QVERIFY(scene.line(duty).told.empty());
    scene.did(by, NoticeRecorded{{}, {}, NoticeStage::Investigating, false}, text);
    QCOMPARE(scene.line(duty).told, (std::set{Disclosure::Event, Disclosure::Response}));
    scene.org.now += 5h;
    scene.did(by, NoticeRecorded{{}, {}, NoticeStage::Identified, true}, text);
    QCOMPARE(scene.line(duty).state, DutyState::Met);
    QCOMPARE(scene.line(duty).settledAt, std::optional(scene.org.now)); // the last of the three
}

void TestDutyRules::compensationCountsFromRestoration() {
    Clocks scene;
    const DutyClock duty =
        clockOf(DutyStart::Restored, DutyStop::Compensation, DutyLength{DutyLength::Unit::Days, 30});
    QCOMPARE(scene.line(duty).state, DutyState::Off);
    const Moment ended = scene.org.now;
    QCOMPARE(scene.line(duty, ended).from, std::optional(ended));
    QCOMPARE(scene.line(duty, ended).state, DutyState::Running);
    NoticeProposed text = proposed(scene.incident(), {on(QStringLiteral("page"))});
    text.step = NoticeStep::Compensation;
    const EventId notice = scene.did(scene.the(Permission::Communications), text, scene.org.words());
    scene.did(scene.commander(), NoticeAnswered{notice});
    const EventId begun = scene.did(scene.org.relay(), DeliveryBegun{notice, QStringLiteral("page"), {}});
    scene.did(scene.org.relay(),
              DeliveryTold{notice, QStringLiteral("page"), begun, {0, 1, 0, 0, 0}, true, false, {}});
    QCOMPARE(scene.line(duty, ended).state, DutyState::Met);
}

void TestDutyRules::anOutageThatDidNotLastStartsNothing() {
    Clocks scene;
    const DutyClock duty = clockOf(DutyStart::Outage, DutyStop::Person, {}, 30min);
    scene.org.now += 29min;
    QCOMPARE(scene.line(duty).state, DutyState::Off);
    QCOMPARE(scene.line(duty, scene.org.now).state, DutyState::Off);
    scene.org.now += 1min;
    QCOMPARE(scene.line(duty).state, DutyState::Running);
    QCOMPARE(scene.line(duty).from, std::optional(scene.org.now));
}

void TestDutyRules::monthsEndAsTheLawHasIt_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("aim");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* name, const char* from, int months, const char* day, const char* aim,
                        const char* last) { QTest::newRow(name) << from << months << day << aim << last; };
    // The orders after the outages of May 2024: both ends fell on a weekend.
    row("one month", "2024-05-31T10:00:00+09:00", 1, "2024-06-30", "2024-06-28", "2024-07-01");
    row("three months", "2024-05-31T10:00:00+09:00", 3, "2024-08-31", "2024-08-30", "2024-09-02");
    // From the first of a month on, a month is that month.
    row("the last day", "2024-06-30T23:59:00+09:00", 1, "2024-07-31", "2024-07-31", "2024-07-31");
    // No such day in February.
    row("a short month", "2023-01-30T00:00:00+09:00", 1, "2023-02-28", "2023-02-28", "2023-02-28");
    row("a leap year", "2024-01-30T00:00:00+09:00", 1, "2024-02-29", "2024-02-29", "2024-02-29");
    row("over the year", "2024-12-15T00:00:00+09:00", 2, "2025-02-15", "2025-02-14", "2025-02-17");
    // Still the day before in London: the law's clock is Seoul's.
    row("the clock on the wall", "2024-05-30T15:30:00Z", 1, "2024-06-30", "2024-06-28", "2024-07-01");
}

void TestDutyRules::monthsEndAsTheLawHasIt() {
    QFETCH(QString, from);
    QFETCH(int, months);
    QFETCH(QString, day);
    QFETCH(QString, aim);
    QFETCH(QString, last);
    const DutyEnd end = endOf({DutyLength::Unit::Months, months}, *momentFromIso(from), {}, seoulOffset);
    QCOMPARE(end.day.toString(Qt::ISODate), day);
    QCOMPARE(end.aim.toString(Qt::ISODate), aim);
    QCOMPARE(end.lastDay.toString(Qt::ISODate), last);
    QCOMPARE(toIso(end.at), QStringLiteral("%1T15:00:00.000Z").arg(last)); // its midnight, in Seoul
}

void TestDutyRules::aDayOffMovesTheEnd() {
    const QDate christmas(2026, 12, 25); // a Friday
    const DutyEnd end =
        endOf({DutyLength::Unit::Days, 30}, at("2026-11-25T09:00:00+09:00"), {christmas}, seoulOffset);
    QCOMPARE(end.day, christmas);
    QCOMPARE(end.aim, QDate(2026, 12, 24));
    QCOMPARE(end.lastDay, QDate(2026, 12, 28));
}

void TestDutyRules::minutesRunAtOnce() {
    const Moment from = at("2024-05-31T23:50:00+09:00"); // a Friday night
    const DutyEnd end = endOf({DutyLength::Unit::Minutes, 24 * 60}, from, {}, seoulOffset);
    QCOMPARE(end.at, from + 24h);
    QVERIFY(end.day.isNull());
}

QTEST_GUILESS_MAIN(TestDutyRules)
#include "test_duty_rules.moc"
