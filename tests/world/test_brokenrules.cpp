// Rules broken on purpose, never by an option of the product: the simulator, and the desktops themselves,
// must find each.
#include "world/incidentscene.h"
#include "world/shrink.h"

#include "domain/log/words.h"

#include <QTest>

namespace bongsu {

class TestBrokenRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStoreThatSaysDurableTooEarlyIsFound();
    void whatIsFoundIsMadeSmall_data();
    void whatIsFoundIsMadeSmall();
    void aRelayThatDoesNothingThatIsDueIsFound();
    void anUnauthorisedEventIsVoidAtEveryDesktop();
    void anInventedEventStopsTheLog();
    void twoHistoriesAreFoundAtTheFirstHead();
    void twoHistoriesAreFoundWhenOneEventCrosses();
    void aRelayThatGoesOnFromAnOldBackupIsFound();
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

// A responder changes the grade; the relay numbers it. Everybody keeps the place, strikes the act through and
// goes on as if it had not been.
void TestBrokenRules::anUnauthorisedEventIsVoidAtEveryDesktop() {
    IncidentScene scene;
    const Incident before = *scene.relay().incident(scene.log);
    scene.number(scene.compose(scene.responder(), GradeChanged{Grade::Total, before.grade.setBy}));
    QVERIFY(scene.settle());
    QVERIFY(scene.everybody([&](SimulatedDesktop& desktop) {
        const auto reason = desktop.journal().ledger().voidReason(scene.log, 2);
        return reason && reason->code == refusal::notPermitted &&
               desktop.journal().ledger().incident(scene.log)->grade == before.grade;
    }));
    QVERIFY(scene.note(scene.admin()));
    QVERIFY(scene.settle());
    QVERIFY(contains(scene.world.settleAndCheck(), "a void entry under an honest relay"));
    QCOMPARE(scene.world.tally.voids, quint64(1));
}

// In the commander's name, with the relay's own signature: no desktop takes this entry, or anything after it.
void TestBrokenRules::anInventedEventStopsTheLog() {
    IncidentScene scene;
    Composed made = scene.compose(scene.commander(), NoteAdded{});
    made.event = signEvent(made.event.header, scene.world.relay().signer());
    made.offer.event = made.event.bytes;
    scene.number(made);
    QVERIFY(scene.world.runUntil(
        [&] { return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.stops.isEmpty(); }); }));
    for (const auto& desktop : scene.world.desktops()) {
        QCOMPARE(desktop->stops, QStringList(QStringLiteral("2 ") + QLatin1String(refusal::badSignature)));
        QCOMPARE(scene.tipSeq(*desktop), quint64(1));
    }
}

namespace {
// One history for the admin and the commander, another for the responder.
struct TwoHistories : IncidentScene {
    TwoHistories() : IncidentScene(true), disk(std::make_shared<MemoryDisk>()) {
        disk->contents = world.relay().disk().contents;
        twin = std::make_unique<SimulatedRelay>(world, options, disk);
        world.runUntil([&] { return twin->isUp(); });
        responder().dialTo(*twin);
    }
    bool diverge() {
        return note(commander()) && note(responder()) &&
               world.runUntil([&] { return tipSeq(admin()) == 2 && tipSeq(responder()) == 2; });
    }
    EntryHash newest(SimulatedDesktop& desktop) { return desktop.journal().ledger().tip(log)->hash; }
    bool somebodyCries() {
        return !everybody([](SimulatedDesktop& desktop) { return desktop.forks.empty(); });
    }
    std::shared_ptr<MemoryDisk> disk;
    std::unique_ptr<SimulatedRelay> twin;
};
} // namespace

void TestBrokenRules::twoHistoriesAreFoundAtTheFirstHead() {
    TwoHistories scene;
    QVERIFY(scene.diverge());
    QVERIFY(!scene.somebodyCries()); // each history is sound by itself
    // Two people who compare by phone see it without any line between them.
    QVERIFY(wordIndices(7, scene.newest(scene.commander())) == wordIndices(7, scene.newest(scene.admin())));
    QVERIFY(wordIndices(7, scene.newest(scene.commander())) !=
            wordIndices(7, scene.newest(scene.responder())));
    scene.responder().dialTo(scene.world.relay());
    QVERIFY(scene.world.runUntil([&] { return !scene.responder().forks.empty(); }));
    QCOMPARE(scene.responder().forks.front().seq, quint64(2));
    scene.responder().disconnect();
}

// The event says what its author had seen: those who hold another history learn it, though the relay says
// nothing.
void TestBrokenRules::twoHistoriesAreFoundWhenOneEventCrosses() {
    TwoHistories scene;
    QVERIFY(scene.diverge());
    scene.responder().disconnect();
    (void)scene.responder().journal().record(scene.log, NoteAdded{}, said());
    scene.responder().dialTo(scene.world.relay());
    scene.responder().connectToRelay();
    QVERIFY(scene.world.runUntil(
        [&] { return !scene.admin().forks.empty() && !scene.commander().forks.empty(); }));
    QCOMPARE(scene.admin().forks.front().seq, quint64(2));
    scene.responder().disconnect();
}

void TestBrokenRules::aRelayThatGoesOnFromAnOldBackupIsFound() {
    IncidentScene scene(true);
    const MemoryContents backup = scene.world.relay().disk().contents;
    QVERIFY(scene.note(scene.admin()) && scene.note(scene.commander()) && scene.settle());
    scene.world.relay().crash();
    scene.world.relay().disk().contents = backup;
    scene.world.relay().start();
    QVERIFY(scene.world.runUntil([&] { return scene.world.relay().isUp(); }));
    QVERIFY(!scene.world.relay().sequencer().stopped());
    (void)scene.responder().journal().record(scene.log, NoteAdded{}, said());
    QVERIFY(scene.world.runUntil(
        [&] { return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.forks.empty(); }); }));
    QCOMPARE(scene.admin().forks.front().seq, quint64(2));
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
