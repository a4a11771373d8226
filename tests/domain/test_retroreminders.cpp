// What somebody is reminded of over all incidents.
#include "domain/retro/reminders.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;

namespace {

const auto seoul = std::chrono::minutes(9 * 60);

RetroProcess oneStep() {
    RetroProcess process;
    process.steps.push_back({QStringLiteral("facts"), {}, DutyLength{DutyLength::Unit::Days, 1}});
    return process;
}

} // namespace

class TestRetroReminders : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsLateAndTheirOwn();
    void whatTheyWereAskedToSign();
    void drillsRemindNobody();

  private:
    static RetroReminders of(const Scene& scene, const Member& who) {
        return retroRemindersOf({&scene.incident()}, who.person, oneStep(), {}, scene.org.now, seoul);
    }
};

void TestRetroReminders::whatIsLateAndTheirOwn() {
    Scene scene;
    const Member& owner = scene.responder();
    ActionAdded action;
    action.plan.owner = owner.person;
    action.plan.due = scene.org.now + std::chrono::hours(1);
    const EventId added = scene.did(owner, action, {.text = QStringLiteral("Test.")});
    action.plan.due = scene.org.now + std::chrono::days(30);
    scene.did(owner, action, {.text = QStringLiteral("Later.")});
    scene.did(owner, StepAssigned{QStringLiteral("facts"), owner.person, {}, {}});
    QCOMPARE(of(scene, owner), RetroReminders());
    scene.takeCommand(scene.commander());
    scene.did(scene.commander(), PhaseChanged{Phase::Resolved, scene.incident().phase.setBy});
    scene.org.now += std::chrono::days(10);
    QCOMPARE(of(scene, owner), (RetroReminders{1, 1, 0}));
    QCOMPARE(of(scene, scene.commander()), RetroReminders());
    scene.did(owner, ActionSettled{{}, added, WorkOutcome::Done, added}, {.text = QStringLiteral("Done.")});
    QCOMPARE(of(scene, owner), (RetroReminders{0, 1, 0}));
}

void TestRetroReminders::whatTheyWereAskedToSign() {
    Scene scene;
    RetroIssued issued;
    issued.number = 1;
    issued.format = QStringLiteral("md");
    issued.size = issued.pieceSize = 10;
    issued.pieces = {PieceHash::zeros()};
    issued.upTo.seq = issued.org.seq = 1;
    issued.asked = {scene.commander().person};
    const EventId document = scene.did(scene.responder(), issued, {.text = QStringLiteral("salt")});
    QCOMPARE(of(scene, scene.commander()), (RetroReminders{0, 0, 1}));
    QCOMPARE(of(scene, scene.responder()), RetroReminders());
    scene.did(scene.commander(), RetroSigned{document});
    QCOMPARE(of(scene, scene.commander()), RetroReminders());
}

void TestRetroReminders::drillsRemindNobody() {
    Scene scene;
    IncidentDeclared drill;
    drill.drill = true;
    scene.log = scene.org.declare(scene.responder(), drill);
    ActionAdded action;
    action.plan.owner = scene.responder().person;
    action.plan.due = scene.org.now;
    scene.did(scene.responder(), action, {.text = QStringLiteral("Play.")});
    scene.org.now += std::chrono::days(1);
    QCOMPARE(of(scene, scene.responder()), RetroReminders());
}

QTEST_GUILESS_MAIN(TestRetroReminders)
#include "test_retroreminders.moc"
