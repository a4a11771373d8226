// Rules broken on purpose, never by an option of the product: the simulator must find each. Relays that lie
// are row 14's (tests/faults/lying_relay.cpp).
#include "world/incidentscene.h"
#include "world/shrink.h"

#include <QTest>

namespace bongsu {

class TestBrokenRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStoreThatSaysDurableTooEarlyIsFound();
    void whatIsFoundIsMadeSmall_data();
    void whatIsFoundIsMadeSmall();
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

void TestBrokenRules::whatIsFoundIsMadeSmall_data() {
    QTest::addColumn<int>("broken");
    QTest::newRow("a store that says durable too early") << 0;
    if (qEnvironmentVariableIsSet("BONGSU_SHRINK_ALL")) { // minutes
        QTest::newRow("a relay that does nothing that is due") << 1;
        QTest::newRow("stores that open to half of a commit") << 2;
    }
}

// Six hundred steps of four people become a handful that can be read.
void TestBrokenRules::whatIsFoundIsMadeSmall() {
    constexpr int steps = 600;
    constexpr int mostRuns = 500;
    constexpr std::size_t readable = 15;
    QFETCH(int, broken);
    if (qEnvironmentVariableIntValue("BONGSU_SEED_STEP") > 1) {
        QSKIP(
            "hundreds of runs of one seed, of which a slower build needs none: it runs as many others once");
    }
    const WorldOptions options{
        .hastyRelay = broken == 0, .idleRelay = broken == 1, .halvingDisks = broken == 2};
    quint32 seed = 1;
    while (seed < 50 && World(seed, options).live(steps).isEmpty()) {
        ++seed;
    }
    const Shrunk shrunk = shrink(seed, options, steps, mostRuns);
    qInfo("%d runs: %s\n%s", shrunk.runs, qPrintable(shrunk.findings.join(QStringLiteral("; "))),
          qPrintable(shrunk.transcript));
    QVERIFY(shrunk.options.onlySteps && shrunk.options.onlySteps->size() <= readable);
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
    IncidentScene scene;
    const MemoryContents backup = scene.world.relay().disk().contents;
    QVERIFY(scene.note(scene.admin()) && scene.settle());
    scene.world.relay().crash();
    scene.world.relay().disk().contents = backup;
    scene.world.relay().start();
    (void)scene.responder().journal().record(scene.log, NoteAdded{}, said());
    QVERIFY(scene.world.runUntil(
        [&] { return scene.world.relay().isUp() && scene.world.relay().sequencer().stopped().has_value(); }));
    QCOMPARE(scene.world.relay().sequencer().stopped()->code, QByteArray(failure::stopped));
    QVERIFY(scene.everybody([](SimulatedDesktop& desktop) { return desktop.forks.empty(); }));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestBrokenRules)
#include "test_brokenrules.moc"
