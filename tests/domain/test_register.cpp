// The register of what is to be done after incidents: whose turn it is, what people may do with it, and what
// was found more than once.
#include "domain/retro/register.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Text saying(const char* words) {
    return {.text = QString::fromUtf8(words)};
}

// Acts on actions, by whoever commands, each the newest of what it names.
struct Register {
    Scene scene;

    EventId add(const std::optional<Moment>& due = {}, const std::optional<QString>& heading = {},
                const std::optional<PersonId>& owner = {}) {
        ActionAdded facts;
        facts.plan.due = due;
        facts.plan.heading = heading;
        facts.plan.owner = owner;
        return scene.did(scene.commander(), facts, saying("what"));
    }
    const ActionStatus& status(const EventId& action) const {
        return scene.incident().retro.actions.at(action);
    }
    ActionSettled settling(const EventId& action, WorkOutcome outcome) const {
        return {{}, action, outcome, status(action).setBy};
    }
    void settle(const EventId& action, WorkOutcome outcome, Permission by = Permission::Commander) {
        scene.did(scene.the(by), settling(action, outcome), saying("because"));
    }
    LogId declare(bool drill) {
        IncidentDeclared facts;
        facts.drill = drill;
        return scene.log = scene.org.declare(scene.commander(), facts);
    }
    std::vector<const Incident*> incidents() const {
        std::vector<const Incident*> all;
        for (const auto& [log, incident] : scene.org.ledger().incidents()) {
            all.push_back(&scene.org.incident(log));
        }
        return all;
    }
    std::vector<RegisterLine> lines(const RegisterFilter& filter) const {
        return among(registerOf(incidents(), scene.org.now), filter);
    }
};

std::vector<EventId> actionsOf(const std::vector<RegisterLine>& lines) {
    std::vector<EventId> actions;
    for (const RegisterLine& line : lines) {
        actions.push_back(line.action);
    }
    return actions;
}

} // namespace

class TestRegister : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stateIsByTheClockUntilSomebodySaysSo();
    void whatPressesComesFirst();
    void practiceIsShownToWhoeverAsksForIt();
    void whatIsAskedForIsWhatIsGiven();
    void rightsAreTheRules();
    void whatWasFoundTwiceIsARepeat();
    void oneOutageInTwoIncidentsIsNoRepeat();
};

void TestRegister::stateIsByTheClockUntilSomebodySaysSo() {
    const Moment now{1'700'000'000'000ms};
    ActionStatus action{EventId::zeros(), EventId::zeros()};
    QCOMPARE(stateOf(action, now), ActionState::Open);
    for (const auto& [left, state] :
         {std::pair{7 * 24h + 1ms, ActionState::Open}, std::pair{Millis(7 * 24h), ActionState::DueSoon},
          std::pair{0ms, ActionState::DueSoon}, std::pair{-1ms, ActionState::Overdue}}) {
        action.plan.due = now + left;
        QCOMPARE(stateOf(action, now), state);
    }
    for (const auto& [outcome, state] : {std::pair{WorkOutcome::Done, ActionState::Done},
                                         std::pair{WorkOutcome::Confirmed, ActionState::Confirmed},
                                         std::pair{WorkOutcome::Dropped, ActionState::Dropped}}) {
        action.outcome = outcome;
        QCOMPARE(stateOf(action, now), state);
    }
}

void TestRegister::whatPressesComesFirst() {
    Register all;
    const Moment now = all.scene.org.now;
    const EventId undated = all.add();
    const EventId later = all.add(now + 30 * 24h);
    const EventId soon = all.add(now + 24h);
    const EventId late = all.add(now - 1h);
    const EventId later2 = all.add(now - 2h);
    std::map<WorkOutcome, std::vector<EventId>> settled;
    for (const WorkOutcome outcome : {WorkOutcome::Dropped, WorkOutcome::Confirmed, WorkOutcome::Done}) {
        for (int i = 0; i < 2; ++i) {
            const EventId action = all.add(now - 3h);
            all.scene.org.now += 1s;
            if (outcome == WorkOutcome::Confirmed) {
                all.settle(action, WorkOutcome::Done);
            }
            all.settle(action, outcome, Permission::Admin);
            settled[outcome].push_back(action);
        }
    }
    all.declare(true);
    const EventId played = all.add(now - 9h);
    const auto& [dropped, confirmed, done] =
        std::tie(settled[WorkOutcome::Dropped], settled[WorkOutcome::Confirmed], settled[WorkOutcome::Done]);
    QCOMPARE(actionsOf(registerOf(all.incidents(), now)),
             (std::vector{later2, late, soon, later, undated, done[0], done[1], confirmed[1], confirmed[0],
                          dropped[1], dropped[0], played}));
    auto turned = all.incidents();
    std::reverse(turned.begin(), turned.end());
    QCOMPARE(registerOf(turned, now), registerOf(all.incidents(), now));
}

void TestRegister::practiceIsShownToWhoeverAsksForIt() {
    Register all;
    const EventId real = all.add();
    const LogId drill = all.declare(true);
    const EventId played = all.add();
    QCOMPARE(actionsOf(all.lines({})), std::vector{real});
    RegisterFilter drills;
    drills.drills = true;
    QCOMPARE(actionsOf(all.lines(drills)), std::vector{played});
    RegisterFilter one;
    one.incident = drill;
    QCOMPARE(actionsOf(all.lines(one)), std::vector{played});
    QVERIFY(all.lines(one).front().drill);
}

void TestRegister::whatIsAskedForIsWhatIsGiven() {
    Register all;
    const Moment now = all.scene.org.now;
    const PersonId owner = all.scene.responder().person;
    const EventId own = all.add(now - 1h, {}, owner);
    const EventId ordered = all.add({}, QStringLiteral("power"));
    const EventId done = all.add(now - 1h, QStringLiteral("cooling"), owner);
    all.settle(done, WorkOutcome::Done);
    const auto asked = [&](const std::function<void(RegisterFilter&)>& ask) {
        RegisterFilter filter;
        ask(filter);
        const auto found = actionsOf(all.lines(filter));
        return std::set<EventId>(found.begin(), found.end());
    };
    using Events = std::set<EventId>;
    QCOMPARE(asked([](auto& filter) { filter.open = true; }), (Events{own, ordered}));
    QCOMPARE(asked([](auto& filter) { filter.overdue = true; }), Events{own});
    QCOMPARE(asked([&](auto& filter) { filter.owner = owner; }), (Events{own, done}));
    QCOMPARE(asked([](auto& filter) { filter.ordered = true; }), (Events{ordered, done}));
    QCOMPARE(asked([](auto& filter) { filter.ordered = false; }), Events{own});
    QCOMPARE(asked([&](auto& filter) {
                 filter.owner = owner;
                 filter.ordered = true;
                 filter.open = true;
             }),
             Events{});
    QCOMPARE(asked([&](auto& filter) { filter.incident = all.scene.log; }).size(), std::size_t(3));
    all.declare(false);
    QVERIFY(asked([&](auto& filter) { filter.incident = all.scene.log; }).empty());
}

// Everybody tries everything with an action in each of its states, in a world of its own: what the rules take
// is what the rights say.
void TestRegister::rightsAreTheRules() {
    Register all;
    const EventId action = all.add({}, {}, all.scene.responder().person);
    std::vector<Register> states{all};
    const auto then = [&](WorkOutcome outcome, Permission by) {
        all.settle(action, outcome, by);
        states.push_back(all);
    };
    then(WorkOutcome::Done, Permission::Commander);
    then(WorkOutcome::Confirmed, Permission::Admin);
    then(WorkOutcome::Reopened, Permission::Admin);
    then(WorkOutcome::Dropped, Permission::Commander);
    int allowed = 0;
    for (const Register& state : states) {
        for (const Permission who : {Permission::Responder, Permission::Commander, Permission::Admin}) {
            const auto passes = [&](const Facts& facts) {
                Scene world = state.scene;
                return world.code(world.the(who), facts, saying("because")).isEmpty();
            };
            const ActionStatus& status = state.status(action);
            const ActionRights taken{passes(ActionChanged{{}, action, status.plan, status.setBy, true}),
                                     passes(state.settling(action, WorkOutcome::Done)),
                                     passes(state.settling(action, WorkOutcome::Confirmed)),
                                     passes(state.settling(action, WorkOutcome::Dropped)),
                                     passes(state.settling(action, WorkOutcome::Reopened))};
            QCOMPARE(actionRightsTo(status, state.scene.the(who).person), taken);
            allowed += taken.confirm ? 1 : 0;
        }
    }
    QCOMPARE(allowed, 1); // neither its owner nor who did it
    QVERIFY(!actionRightsTo(states[1].status(action), std::nullopt).confirm);
}

namespace {

EventId found(Register& all, const char* pattern) {
    FindingAdded facts;
    facts.findingKind = FindingKind::Wrong;
    facts.pattern = *pattern ? std::optional(QString::fromUtf8(pattern)) : std::nullopt;
    all.scene.org.now += 1s;
    return all.scene.did(all.scene.commander(), facts, saying("what was wrong"));
}

std::vector<std::pair<QString, std::vector<EventId>>> repeatsOf(const Register& all, bool drill) {
    std::vector<std::pair<QString, std::vector<EventId>>> repeats;
    for (const RepeatPattern& repeat : repeatPatterns(all.incidents())) {
        std::vector<EventId> findings;
        for (const RepeatFinding& one : repeat.findings) {
            findings.push_back(one.finding);
        }
        if (repeat.drill == drill) {
            repeats.emplace_back(repeat.pattern, findings);
        }
    }
    return repeats;
}

} // namespace

void TestRegister::whatWasFoundTwiceIsARepeat() {
    const QString change = QStringLiteral("change");
    const QString alarm = QStringLiteral("alarm");
    Register all;
    const EventId alarm1 = found(all, "alarm");
    const EventId change1 = found(all, "change");
    found(all, "once");
    found(all, "");
    const EventId change1again = found(all, "change");
    QVERIFY(repeatPatterns(all.incidents()).empty()); // twice, in one incident
    all.declare(true);
    const EventId played = found(all, "change");
    QVERIFY(repeatPatterns(all.incidents()).empty());
    all.declare(false);
    const EventId change2 = found(all, "change");
    found(all, "");
    const EventId alarm2 = found(all, "alarm");
    QCOMPARE(repeatsOf(all, false),
             (std::vector{std::pair(alarm, std::vector{alarm2, alarm1}),
                          std::pair(change, std::vector{change2, change1again, change1})}));
    QVERIFY(repeatsOf(all, true).empty());
    all.declare(true);
    const EventId playedAgain = found(all, "change");
    QCOMPARE(repeatsOf(all, true), (std::vector{std::pair(change, std::vector{playedAgain, played})}));
    QCOMPARE(repeatPatterns(all.incidents()).back().drill, true);
    QCOMPARE(repeatsOf(all, false).size(), std::size_t(2));
    const auto first = repeatPatterns(all.incidents()).front().findings.front();
    QCOMPARE(first.kind, FindingKind::Wrong);
    QVERIFY(first.at > all.scene.org.now - 1min && first.log != all.scene.log);
}

void TestRegister::oneOutageInTwoIncidentsIsNoRepeat() {
    Register all;
    const LogId primary = all.scene.log;
    found(all, "change");
    const LogId other = all.declare(false);
    found(all, "change");
    QCOMPARE(repeatPatterns(all.incidents()).size(), std::size_t(1));
    IncidentJoined joined;
    joined.into = primary;
    joined.against = all.scene.org.incident(other).joinedInto.setBy;
    all.scene.did(all.scene.commander(), joined, TestOrganisation::because());
    QVERIFY(repeatPatterns(all.incidents()).empty());
}

QTEST_GUILESS_MAIN(TestRegister)
#include "test_register.moc"
