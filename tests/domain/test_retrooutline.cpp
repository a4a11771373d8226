// What an author looks at of a retrospective: which step is next, what was written apart, what nobody has
// looked at, and who may do what; and the days that people type.
#include "domain/notice/noticetimes.h"
#include "domain/retro/outline.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* text) {
    return QString::fromUtf8(text);
}

RetroStepPlan planned(const char* key, int days, bool confirmed = false) {
    RetroStepPlan plan;
    plan.key = word(key);
    plan.name = {word(key), word(key)};
    plan.within = DutyLength{DutyLength::Unit::Days, days};
    plan.confirmed = confirmed;
    return plan;
}

struct Look : Scene {
    Look() : Scene(Permission::Commander) {
        process.steps = {planned("late", 20), planned("soon", 3, true), planned("later", 10)};
        RetroSectionPlan summary;
        summary.key = word("summary");
        summary.openTo = OpenTo::Everybody;
        process.sections = {summary};
    }

    RetroProcess process;

    RetroOutline outline() const {
        return outlineOf(stepLines(process, incident(), {}, org.now, seoulOffset), process, incident());
    }
    QString next() const {
        const RetroOutline now = outline();
        return now.next ? now.steps[*now.next].plan.key : QString();
    }
    void settle(const char* step, WorkOutcome outcome, const Member& who) {
        const auto held = incident().retro.steps.find(word(step));
        const auto against =
            held == incident().retro.steps.end() ? std::nullopt : std::optional(held->second.setBy);
        did(who, StepSettled{word(step), outcome, against}, {.text = word("because")});
    }
    SectionWritten version(std::vector<EventId> against, OpenTo openTo) const {
        SectionWritten facts;
        facts.section = word("summary");
        facts.size = 1;
        facts.openTo = openTo;
        facts.against = std::move(against);
        return facts;
    }
};

} // namespace

class TestRetroOutline : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nextIsWhatIsDueFirst();
    void rightsAreTheRules();
    void versionsStandInTheirOrder();
    void whatNobodyLookedAtComesFirst();
    void whoIsAskedSigns();
    void daysAreUnderstood_data();
    void daysAreUnderstood();
};

void TestRetroOutline::nextIsWhatIsDueFirst() {
    Look look;
    QVERIFY(!look.outline().next); // while it goes on nobody is pressed
    look.did(look.commander(), PhaseChanged{Phase::Resolved, look.incident().phase.setBy});
    QCOMPARE(look.next(), word("soon"));
    look.settle("soon", WorkOutcome::Done, look.responder());
    QCOMPARE(look.next(), word("later")); // what waits for another gives way to what nobody has done
    look.settle("later", WorkOutcome::Done, look.responder());
    look.settle("late", WorkOutcome::Dropped, look.responder());
    QCOMPARE(look.next(), word("soon"));
    look.settle("soon", WorkOutcome::Confirmed, look.commander());
    QVERIFY(!look.outline().next);
}

void TestRetroOutline::rightsAreTheRules() {
    Look look;
    const auto mine = [&](const Member& who) { return stepRightsTo(look.outline().steps[1], who.person); };
    const StepRights open{.assign = true, .finish = true, .drop = true};
    QVERIFY(mine(look.responder()) == open);
    look.settle("soon", WorkOutcome::Done, look.responder());
    QVERIFY(mine(look.responder()) == (StepRights{.reopen = true}));
    const StepRights second{.confirm = true, .reopen = true};
    QVERIFY(mine(look.commander()) == second);
    QVERIFY(!stepRightsTo(look.outline().steps[1], std::nullopt).confirm);
    const auto setBy = look.incident().retro.steps.at(word("soon")).setBy;
    QCOMPARE(look.code(look.responder(), StepSettled{word("soon"), WorkOutcome::Confirmed, setBy}),
             QByteArray(refusal::samePerson)); // as the rules have it
}

void TestRetroOutline::versionsStandInTheirOrder() {
    Look look;
    QCOMPARE(look.outline().sections[0].openTo, OpenTo::Everybody); // as planned
    const EventId first =
        look.did(look.responder(), look.version({}, OpenTo::Everybody), {.text = word("s")});
    look.org.now += 1min;
    const EventId apart = look.did(look.commander(), look.version({}, OpenTo::Authors), {.text = word("s")});
    const OutlineSection both = look.outline().sections[0];
    QCOMPARE(both.versions.size(), std::size_t(2));
    QCOMPARE(both.versions.front().event, first);
    QCOMPARE(both.openTo, OpenTo::Authors); // as the newest has it
    look.did(look.responder(), look.version({first, apart}, OpenTo::Organisation), {.text = word("s")});
    look.did(look.commander(), SectionRemarked{word("summary"), {}}, {.text = word("?")});
    const OutlineSection one = look.outline().sections[0];
    QCOMPARE(one.versions.size(), std::size_t(1));
    QCOMPARE(one.remarks.size(), std::size_t(1));
}

void TestRetroOutline::whatNobodyLookedAtComesFirst() {
    Look look;
    look.did(look.responder(), stated(word("a"), ServiceState::MajorOutage));
    look.did(look.responder(), stated(word("b"), ServiceState::MajorOutage));
    SafetyStated facts = checkedSafe({word("a")});
    facts.aspects = {SafetyAspect::Security};
    look.did(look.responder(), facts);
    const RetroOutline outline = look.outline();
    QCOMPARE(outline.safetyMissing, std::size_t(3));
    QCOMPARE(outline.safety.front().service, word("b"));
    QCOMPARE(missingOf(outline.safety.back()), std::vector{SafetyAspect::CustomerData});
}

void TestRetroOutline::whoIsAskedSigns() {
    Look look;
    const PersonId me = look.responder().person;
    IssuedRetro issued;
    QVERIFY(!isAskedToSign(issued, me));
    issued.asked = {me};
    QVERIFY(isAskedToSign(issued, me) && !isAskedToSign(issued, std::nullopt));
    issued.answers.insert_or_assign(me, Approval::Approved);
    QVERIFY(!isAskedToSign(issued, me));
    QCOMPARE(answersOf(issued, Approval::Approved), std::size_t(1));
    QCOMPARE(answersOf(issued, Approval::Declined), std::size_t(0));
}

void TestRetroOutline::daysAreUnderstood_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("day"); // null: not understood
    QTest::newRow("whole") << QStringLiteral("2022-11-30") << QDate(2022, 11, 30);
    QTest::newRow("this year") << QStringLiteral(" 11/30 ") << QDate(2022, 11, 30);
    QTest::newRow("next year") << QStringLiteral("1/14") << QDate(2023, 1, 14);
    QTest::newRow("today") << QStringLiteral("10-25") << QDate(2022, 10, 25);
    QTest::newRow("from today") << QStringLiteral("+14") << QDate(2022, 11, 8);
    for (const char* wrong :
         {"", "soon", "13/40", "+", "+-3", "+99999", "22-11-30", "11/", "1/2/3/4", "-1/2"}) {
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << QDate();
    }
}

void TestRetroOutline::daysAreUnderstood() {
    QFETCH(QString, typed);
    QFETCH(QDate, day);
    QCOMPARE(parseDueDay(typed, QDate(2022, 10, 25)).value_or(QDate()), day);
}

QTEST_APPLESS_MAIN(TestRetroOutline)
#include "test_retrooutline.moc"
