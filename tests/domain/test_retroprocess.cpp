// The steps of a retrospective beside the record: which apply, until when, and how they stand; and the
// sections that people write.
#include "domain/notice/noticetimes.h"
#include "domain/retro/process.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

using Unit = DutyLength::Unit;

QString word(const char* text) {
    return QString::fromLatin1(text);
}

LocalText named(const char* text) {
    return {word(text), word(text)};
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

RetroProcess usual() {
    RetroProcess process;
    process.steps = {
        {.key = word("facts"), .name = named("Facts"), .within = DutyLength{Unit::Days, 1}},
        {.key = word("causes"),
         .name = named("Causes"),
         .within = DutyLength{Unit::Days, 10},
         .when = RetroWhen::Whole,
         .confirmed = true},
        {.key = word("committee"),
         .name = named("Committee"),
         .within = DutyLength{Unit::Days, 10},
         .when = RetroWhen::Subcommittees},
        {.key = word("published"),
         .name = named("Published"),
         .within = DutyLength{Unit::Days, 30},
         .grades = std::set{Grade::Major, Grade::Total}},
        {.key = word("followed-up"), .name = named("Follow-up"), .within = DutyLength{Unit::Months, 3}}};
    process.sections = {
        {.key = word("summary"), .name = named("Summary"), .openTo = OpenTo::Everybody},
        {.key = word("causes"), .name = named("Causes"), .when = RetroWhen::Whole},
        {.key = word("committee"), .name = named("Committee"), .when = RetroWhen::Subcommittees}};
    return process;
}

// An incident that is looked back at; each act names what it found.
struct Look : Scene {
    Look() : Scene(Permission::Commander) {}

    RetroProcess process = usual();
    std::vector<QDate> holidays;

    std::vector<StepLine> lines() const {
        return stepLines(process, incident(), holidays, org.now, seoulOffset);
    }
    StepLine line(const char* step) const {
        const auto all = lines();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const StepLine& one) { return one.plan.key == word(step); });
        return found == all.end() ? StepLine{{word("none"), {}}} : *found;
    }
    QString steps() const { // those that do not apply in brackets
        QStringList keys;
        for (const StepLine& one : lines()) {
            keys += one.applies ? one.plan.key : u'(' + one.plan.key + u')';
        }
        return keys.join(u' ');
    }
    QString sections() const {
        QStringList keys;
        for (const SectionLine& one : sectionLines(process, incident())) {
            keys += one.applies ? one.plan.key : u'(' + one.plan.key + u')';
        }
        return keys.join(u' ');
    }
    void phase(Phase to) { // closed with a reason: nobody found the cause
        did(commander(), PhaseChanged{to, incident().phase.setBy}, TestOrganisation::because());
    }
    void resolveAt(const char* iso) {
        org.now = at(iso);
        phase(Phase::Resolved);
    }
    void grade(Grade to) { did(commander(), GradeChanged{to, incident().grade.setBy}); }
    void arrange(bool subcommittees) {
        did(commander(), RetroArranged{subcommittees, incident().retro.arrangedBy});
    }
    std::optional<EventId> setBy(const char* step) const {
        const auto known = incident().retro.steps.find(word(step));
        return known == incident().retro.steps.end() ? std::nullopt : std::optional(known->second.setBy);
    }
    EventId assign(const char* step, const std::optional<PersonId>& owner, const std::optional<Moment>& due) {
        return did(commander(), StepAssigned{word(step), owner, due, setBy(step)});
    }
    EventId settle(const char* step, WorkOutcome outcome, Permission by = Permission::Commander) {
        return did(the(by), StepSettled{word(step), outcome, setBy(step)}, TestOrganisation::words());
    }
    EventId write(const char* section, OpenTo openTo, std::vector<EventId> against = {}) {
        SectionWritten facts;
        facts.section = word(section);
        facts.size = 10;
        facts.openTo = openTo;
        facts.against = std::move(against);
        return did(responder(), facts, TestOrganisation::words());
    }
};

} // namespace

class TestRetroProcess : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingIsDueWhileItGoesOn();
    void timesCountFromTheEndAsTheLawCounts_data();
    void timesCountFromTheEndAsTheLawCounts();
    void itIsOverdueOnceTheDayIsOver();
    void aTimeThatSomebodySetGoesFirst();
    void whatWasReopenedWaitsAgain();
    void whoDidItAndWhoConfirmedIt();
    void smallGradesHaveFewerSteps();
    void subCommitteesTakeThePlaceOfAStep();
    void whatTheRecordHasBesidesStays();
    void sectionsGoByTheArrangement();
    void whatOnlyTheRecordHasKeepsItsReaders();
    void eachStateHasItsWord();
};

void TestRetroProcess::nothingIsDueWhileItGoesOn() {
    Look look;
    look.org.now += 24h * 400;
    QVERIFY(!look.lines().empty());
    for (const StepLine& line : look.lines()) {
        QVERIFY(line.state == StepState::Waiting && !line.due && !line.setBy && !isOverdue(line));
    }
    // What somebody set is shown, and presses nobody yet.
    look.assign("facts", look.responder().person, look.org.now - 1h);
    const StepLine facts = look.line("facts");
    QCOMPARE(facts.due, std::optional(DutyEnd{look.org.now - 1h}));
    QVERIFY(facts.state == StepState::Waiting && !isOverdue(facts));
    // Nobody hinders whoever does it early.
    look.settle("facts", WorkOutcome::Done);
    QCOMPARE(look.line("facts").state, StepState::Finished);
}

void TestRetroProcess::timesCountFromTheEndAsTheLawCounts_data() {
    QTest::addColumn<QString>("resolved");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("holiday");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("aim");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* name, const char* resolved, Unit unit, int count, const char* holiday,
                        const char* day, const char* aim, const char* last) {
        QTest::newRow(name) << resolved << int(unit) << count << holiday << day << aim << last;
    };
    row("a day of the week", "2022-10-18T23:30:00+09:00", Unit::Days, 1, "", "2022-10-19", "2022-10-19",
        "2022-10-19");
    row("over a weekend", "2022-10-21T10:00:00+09:00", Unit::Days, 1, "", "2022-10-22", "2022-10-21",
        "2022-10-24");
    row("resolved on a Sunday", "2022-10-16T10:00:00+09:00", Unit::Days, 1, "", "2022-10-17", "2022-10-17",
        "2022-10-17");
    row("a holiday behind a weekend", "2022-10-21T10:00:00+09:00", Unit::Days, 1, "2022-10-24", "2022-10-22",
        "2022-10-21", "2022-10-25");
    row("a holiday in the week", "2022-10-18T10:00:00+09:00", Unit::Days, 1, "2022-10-19", "2022-10-19",
        "2022-10-18", "2022-10-20");
    row("three months", "2024-05-31T10:00:00+09:00", Unit::Months, 3, "", "2024-08-31", "2024-08-30",
        "2024-09-02");
    // Still the day before in London: the law's clock is Seoul's.
    row("the clock on the wall", "2022-10-18T15:30:00Z", Unit::Days, 1, "", "2022-10-20", "2022-10-20",
        "2022-10-20");
}

void TestRetroProcess::timesCountFromTheEndAsTheLawCounts() {
    QFETCH(QString, resolved);
    QFETCH(int, unit);
    QFETCH(int, count);
    QFETCH(QString, holiday);
    QFETCH(QString, day);
    QFETCH(QString, aim);
    QFETCH(QString, last);
    Look look;
    look.process.steps[0].within = DutyLength{Unit(unit), count};
    if (!holiday.isEmpty()) {
        look.holidays = {QDate::fromString(holiday, Qt::ISODate)};
    }
    look.resolveAt(qPrintable(resolved));
    const auto due = look.line("facts").due;
    QVERIFY(due);
    QCOMPARE(due->day.toString(Qt::ISODate), day);
    QCOMPARE(due->aim.toString(Qt::ISODate), aim);
    QCOMPARE(due->lastDay.toString(Qt::ISODate), last);
    QCOMPARE(toIso(due->at), QStringLiteral("%1T15:00:00.000Z").arg(last)); // its midnight, in Seoul
}

void TestRetroProcess::itIsOverdueOnceTheDayIsOver() {
    Look look;
    look.resolveAt("2022-10-21T10:00:00+09:00"); // a Friday
    look.org.now = at("2022-10-25T00:00:00+09:00");
    QCOMPARE(look.line("facts").state, StepState::Open);
    look.org.now += 1ms;
    QCOMPARE(look.line("facts").state, StepState::Overdue);
    QVERIFY(isOverdue(look.line("facts")) && !isOverdue(look.line("causes")));
    // What is done is no longer late, whenever that was.
    look.settle("facts", WorkOutcome::Done);
    QVERIFY(!isOverdue(look.line("facts")));
    look.settle("facts", WorkOutcome::Reopened);
    QVERIFY(isOverdue(look.line("facts")));
    look.settle("facts", WorkOutcome::Dropped);
    QCOMPARE(look.line("facts").state, StepState::Dropped);
    QVERIFY(!isOverdue(look.line("facts")));
}

void TestRetroProcess::aTimeThatSomebodySetGoesFirst() {
    Look look;
    look.resolveAt("2022-10-18T10:00:00+09:00");
    const auto planned = look.line("causes").due;
    const Moment set = at("2022-10-19T12:00:00+09:00");
    const EventId assigned = look.assign("causes", look.responder().person, set);
    QCOMPARE(look.line("causes").due, std::optional(DutyEnd{set}));
    QCOMPARE(look.line("causes").owner, std::optional(look.responder().person));
    QCOMPARE(look.line("causes").setBy, std::optional(assigned));
    look.org.now = set + 1ms;
    QVERIFY(isOverdue(look.line("causes")));
    // Taken away, the document's holds again.
    look.assign("causes", std::nullopt, std::nullopt);
    QVERIFY(planned && look.line("causes").due == planned);
    QCOMPARE(look.line("causes").state, StepState::Open);
}

void TestRetroProcess::whatWasReopenedWaitsAgain() {
    Look look;
    look.resolveAt("2022-10-18T10:00:00+09:00");
    look.settle("facts", WorkOutcome::Done);
    look.org.now = at("2022-11-30T10:00:00+09:00");
    QVERIFY(isOverdue(look.line("causes")));
    look.phase(Phase::Responding);
    QCOMPARE(look.line("causes").state, StepState::Waiting);
    QVERIFY(!look.line("causes").due);
    QCOMPARE(look.line("facts").state, StepState::Finished); // that was done all the same
    // From the new end on, and that it is closed then does not move it.
    look.resolveAt("2022-12-01T10:00:00+09:00");
    QCOMPARE(look.line("causes").due->day, QDate(2022, 12, 11));
    QCOMPARE(look.line("causes").due->lastDay, QDate(2022, 12, 12));
    look.org.now += 24h;
    look.phase(Phase::Closed);
    QCOMPARE(look.line("causes").due->day, QDate(2022, 12, 11));
}

void TestRetroProcess::whoDidItAndWhoConfirmedIt() {
    Look look;
    look.resolveAt("2022-10-18T10:00:00+09:00");
    // Of one that no second person is asked for.
    look.settle("facts", WorkOutcome::Done, Permission::Responder);
    const StepLine facts = look.line("facts");
    QVERIFY(facts.state == StepState::Finished && isSettled(facts.state));
    QCOMPARE(facts.at, std::optional(look.org.now));
    QCOMPARE(facts.doneBy, std::optional(look.responder().person));
    // One may confirm it all the same.
    look.settle("facts", WorkOutcome::Confirmed);
    QCOMPARE(look.line("facts").state, StepState::Confirmed);

    look.settle("causes", WorkOutcome::Done, Permission::Responder);
    QVERIFY(look.line("causes").state == StepState::Done && !isSettled(look.line("causes").state));
    look.org.now += 1h;
    const EventId confirmed = look.settle("causes", WorkOutcome::Confirmed);
    const StepLine causes = look.line("causes");
    QVERIFY(causes.state == StepState::Confirmed && isSettled(causes.state));
    QCOMPARE(causes.doneBy, std::optional(look.responder().person));
    QCOMPARE(causes.confirmedBy, std::optional(look.commander().person));
    QCOMPARE(causes.at, std::optional(look.org.now));
    QCOMPARE(causes.setBy, std::optional(confirmed));

    look.settle("causes", WorkOutcome::Reopened);
    const StepLine reopened = look.line("causes");
    QVERIFY(reopened.state == StepState::Open && !reopened.at && !reopened.doneBy && !reopened.confirmedBy);
}

void TestRetroProcess::smallGradesHaveFewerSteps() {
    Look look;
    look.grade(Grade::Minor);
    QCOMPARE(look.steps(), word("facts causes followed-up"));
    look.grade(Grade::Total);
    QCOMPARE(look.steps(), word("facts causes published followed-up"));
    look.grade(Grade::Partial);
    QCOMPARE(look.steps(), word("facts causes followed-up"));
}

void TestRetroProcess::subCommitteesTakeThePlaceOfAStep() {
    Look look;
    look.grade(Grade::Minor);
    look.arrange(true);
    QCOMPARE(look.steps(), word("facts committee followed-up"));
    look.arrange(false);
    QCOMPARE(look.steps(), word("facts causes followed-up"));
}

void TestRetroProcess::whatTheRecordHasBesidesStays() {
    Look look;
    look.grade(Grade::Minor);
    look.resolveAt("2022-10-18T10:00:00+09:00");
    look.assign("zebra", look.responder().person, std::nullopt);
    look.settle("alarm", WorkOutcome::Done);
    look.settle("causes", WorkOutcome::Done);
    look.assign("published", look.responder().person, std::nullopt);
    QCOMPARE(look.steps(), word("facts causes followed-up (published) (alarm) (zebra)"));
    look.arrange(true);
    QCOMPARE(look.steps(), word("facts committee followed-up (causes) (published) (alarm) (zebra)"));
    // Its plan is known, and its time is no longer the document's.
    QCOMPARE(look.line("causes").plan.name, named("Causes"));
    QVERIFY(look.line("causes").state == StepState::Done && !look.line("causes").due);
    QVERIFY(!look.line("published").due);
    // Of what the document does not know: the key as a name, and nobody waits for a second person.
    const StepLine alarm = look.line("alarm");
    QCOMPARE(alarm.plan.name, named("alarm"));
    QCOMPARE(alarm.state, StepState::Finished);
    const StepLine zebra = look.line("zebra");
    QCOMPARE(zebra.owner, std::optional(look.responder().person));
    look.org.now += 24h * 400;
    QVERIFY(look.line("zebra").state == StepState::Open && !look.line("zebra").due);
    look.assign("zebra", std::nullopt, look.org.now - 1h);
    QVERIFY(isOverdue(look.line("zebra")));
}

void TestRetroProcess::sectionsGoByTheArrangement() {
    Look look;
    QCOMPARE(look.sections(), word("summary causes"));
    look.arrange(true);
    QCOMPARE(look.sections(), word("summary committee"));
    const EventId first = look.write("causes", OpenTo::Everybody);
    look.write("causes", OpenTo::Everybody);
    look.write("zebra", OpenTo::Everybody);
    look.did(look.responder(), SectionRemarked{word("alarm")}, TestOrganisation::words());
    QCOMPARE(look.sections(), word("summary committee (causes) (alarm) (zebra)"));
    const auto lines = sectionLines(look.process, look.incident());
    QCOMPARE(lines[0].versions, 0);
    QCOMPARE(lines[2].versions, 2);                       // written apart
    QCOMPARE(lines[2].plan.openTo, OpenTo::Organisation); // as the document has it
    QCOMPARE(lines[3].versions, 0);                       // a remark alone
    look.arrange(false);
    QCOMPARE(look.sections(), word("summary causes (alarm) (zebra)"));
    look.write("causes", OpenTo::Everybody, {first});
    QCOMPARE(sectionLines(look.process, look.incident())[1].versions, 2);
}

void TestRetroProcess::whatOnlyTheRecordHasKeepsItsReaders() {
    Look look;
    const auto openTo = [&look] { return sectionLines(look.process, look.incident()).back().plan.openTo; };
    look.write("zebra", OpenTo::Everybody);
    QCOMPARE(openTo(), OpenTo::Organisation);
    look.write("zebra", OpenTo::Authors);
    QCOMPARE(openTo(), OpenTo::Authors);
}

void TestRetroProcess::eachStateHasItsWord() {
    QCOMPARE(Words<StepState>::all.size(), std::size_t(StepState::Last));
    QCOMPARE(Words<RetroWhen>::all.size(), std::size_t(RetroWhen::Last));
    QCOMPARE(QByteArray(wordOf(StepState::Waiting)), QByteArray("waiting"));
    QCOMPARE(QByteArray(wordOf(StepState::Finished)), QByteArray("finished"));
    QCOMPARE(QByteArray(wordOf(StepState::Dropped)), QByteArray("dropped"));
    QCOMPARE(QByteArray(wordOf(RetroWhen::Subcommittees)), QByteArray("subcommittees"));
}

QTEST_GUILESS_MAIN(TestRetroProcess)
#include "test_retroprocess.moc"
