// An epoch that goes past somebody on a line that holds: who missed its declaration hears of it by the next
// head, and what was offered before the log entered it is offered again.
#include "world/incidentscene.h"

#include <QTest>

namespace bongsu {

namespace {

// The relay's, which nobody hears of before its next heads.
void missEpoch(IncidentScene& scene) {
    scene.world.schedule.losesAll = true;
    QVERIFY(scene.declareEpochAtRelay());
    while (scene.world.schedule.runOne()) {
    }
    scene.world.schedule.losesAll = false;
}

} // namespace

class TestEpochMissed : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDeclarationThatWasLostIsAskedForAtTheNextHead();
    void whatWasOfferedBeforeTheLogEnteredIsOfferedAgain();
};

void TestEpochMissed::aDeclarationThatWasLostIsAskedForAtTheNextHead() {
    IncidentScene scene;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const Journal& reader = scene.responder().journal();
    missEpoch(scene);
    QVERIFY(reader.ledger().tip(org) != scene.relay().tip(org));
    QVERIFY(scene.world.runUntil([&] { return reader.ledger().tip(org) == scene.relay().tip(org); }));
    QVERIFY(scene.note(scene.responder()) && scene.settle());
}

// Its author has not heard of the epoch, in which the relay cannot number it before the admin has taken the
// log there; what its author says later goes past it meanwhile.
void TestEpochMissed::whatWasOfferedBeforeTheLogEnteredIsOfferedAgain() {
    IncidentScene scene;
    scene.admin().disconnect();
    missEpoch(scene);
    Journal& author = scene.responder().journal();
    const EventId waiting = scene.record(scene.responder(), NoteAdded{});
    const EventId later = scene.record(scene.responder(), IncidentDeclared{Grade::Watch});
    QVERIFY(scene.world.runUntil([&] { return author.ledger().tip(LogId::of(later)).has_value(); }));
    QVERIFY(scene.relay().isLeftBehind(scene.log));
    QCOMPARE(author.pendingCount(), 1);
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return author.pendingCount() == 0; }));
    QVERIFY(scene.relay().index(scene.log)->find(waiting));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestEpochMissed)
#include "test_epochmissed.moc"
