// Rules broken on purpose, never by an option of the product: the simulator must find each. What relays that
// lie are found by is row 14 of the faults (tests/faults/lying_relay.cpp).
#include "world/lyingrelay.h"

#include <QTest>

namespace bongsu {

namespace {

Text said() {
    Text text;
    text.text = QStringLiteral("said");
    return text;
}

} // namespace

class TestBrokenRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStoreThatSaysDurableTooEarlyIsFound();
    void aRelayThatDoesNothingThatIsDueIsFound();
    void anHonestRelayFromAnOldBackupStops();

  private:
    static bool contains(const Findings& findings, const char* what) {
        return findings.join(QLatin1Char(' ')).contains(QLatin1String(what));
    }
};

void TestBrokenRules::aStoreThatSaysDurableTooEarlyIsFound() {
    constexpr int steps = 600;
    int found = 0;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        World world(seed, {.desktops = 3, .hastyRelay = true});
        found += world.live(steps).isEmpty() ? 0 : 1;
    }
    qInfo("found in %d of 12 seeds", found);
    QVERIFY(found > 0);
}

void TestBrokenRules::aRelayThatDoesNothingThatIsDueIsFound() {
    World world(1, {.desktops = 2, .idleRelay = true});
    Journal& commander = world.desktops()[1]->journal();
    (void)commander.record(std::nullopt, IncidentDeclared{Grade::Watch}, said());
    const LogId log = commander.incidents().front();
    const SeatCall call{
        QStringLiteral("recovery"), *world.desktops()[0]->journal().person(), {}, 30'000, {}, {}};
    QVERIFY(commander.record(log, SeatsCalled{std::nullopt, {call}}, {}));
    QVERIFY(!contains(world.settleAndCheck(), "I15"));
    world.time.pass(std::chrono::minutes(1));
    QVERIFY(contains(world.settleAndCheck(), "I15"));
}

void TestBrokenRules::anHonestRelayFromAnOldBackupStops() {
    LyingRelay scene(1, false); // it is honest
    const MemoryContents backup = scene.backup();
    QVERIFY(scene.note(scene.admin()) && scene.settle());
    QVERIFY(scene.goOnFrom(backup));
    scene.write(scene.responder());
    QVERIFY(scene.world.runUntil([&] { return scene.world.relay().sequencer().stopped().has_value(); }));
    QCOMPARE(scene.world.relay().sequencer().stopped()->code, QByteArray(failure::stopped));
    QVERIFY(!scene.somebodyCriesFork());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestBrokenRules)
#include "test_brokenrules.moc"
