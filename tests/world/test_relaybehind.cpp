// A relay that stops and goes on in another epoch, and what people did meanwhile: nothing waits for ever.
#include "world/incidentscene.h"

#include "relay/behind.h"

#include <QTest>

namespace bongsu {

class TestRelayBehind : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRefusalBesideACommitThatFailsIsAnswered();
    void anEpochIsDeclaredThoughSomethingWaits();
    void aLogThatMovedMeanwhileEntersTheEpoch();
};

// The three share one commit. Whoever is not answered waits until the line breaks, and a relay's own act for
// ever.
void TestRelayBehind::aRefusalBesideACommitThatFailsIsAnswered() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    std::vector<Judgement::Kind> kinds;
    const auto offer = [&](const Composed& made) {
        relay.sequencer().offer(made.offer, std::nullopt, [&](const Judgement& judged) {
            kinds.push_back(judged.kind);
            relay.disk().isFull = true; // for what comes behind the first
        });
    };
    const Composed first = scene.compose(scene.commander(), NoteAdded{}, 100);
    offer(first);
    offer(scene.compose(scene.commander(), NoteAdded{}, 101));
    offer(scene.compose(scene.responder(), GradeChanged{Grade::Total, first.event.id}));
    offer(first);
    QVERIFY(scene.world.runUntil([&] { return kinds.size() == 4; }));
    QCOMPARE(kinds, (std::vector{Judgement::Kind::Recorded, Judgement::Kind::Failed, Judgement::Kind::Failed,
                                 Judgement::Kind::Failed}));
}

void TestRelayBehind::anEpochIsDeclaredThoughSomethingWaits() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    QVERIFY(scene.note(scene.responder()) && scene.settle());
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && relay.sequencer().stopped() == behind(); }));
    Journal& admin = scene.admin().journal();
    QVERIFY(admin.record(LogId::of(*admin.organisationId()),
                         DeviceRevoked{scene.responder().journal().device()}, {}));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] {
        return !relay.sequencer().stopped() && scene.relay().organisation().epochs.size() == 2 &&
               admin.pendingCount() == 0;
    }));
    QCOMPARE(admin.refusedCount(), 0);
    QVERIFY(scene.relay()
                .organisation()
                .author(scene.responder().journal().device(), scene.relay().organisation().seq)
                ->revoked);
}

// Somebody writes before the log has been taken there: it ends elsewhere than the admin said.
void TestRelayBehind::aLogThatMovedMeanwhileEntersTheEpoch() {
    IncidentScene scene;
    scene.world.declareEpoch(scene.admin());
    scene.world.relay().sequencer().offer(scene.compose(scene.commander(), NoteAdded{}).offer, std::nullopt,
                                          [](const Judgement&) {});
    QVERIFY(scene.world.runUntil([&] {
        return scene.relay().organisation().epochs.size() == 2 && !scene.relay().isLeftBehind(scene.log);
    }));
    QVERIFY(scene.note(scene.commander()) && scene.settle());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestRelayBehind)
#include "test_relaybehind.moc"
