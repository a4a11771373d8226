// Rules broken on purpose, never by an option of the product: the simulator, and the desktops themselves,
// must find each.
#include "world/actors.h"

#include "domain/event/compose.h"
#include "domain/log/words.h"

#include <QTest>

namespace bongsu {

namespace {

Text said(const QString& what = QStringLiteral("said")) {
    Text text;
    text.text = what;
    return text;
}

// A world with one incident, which the commander at desktop 1 declared and everybody holds.
struct Scene {
    explicit Scene(bool silentRelay = false)
        : options{.desktops = 3, .silentRelay = silentRelay}, world(1, options) {
        (void)commander().journal().record(std::nullopt, IncidentDeclared{Grade::Watch}, said());
        log = commander().journal().incidents().front();
        settle();
    }
    SimulatedDesktop& admin() { return *world.desktops()[0]; }
    SimulatedDesktop& commander() { return *world.desktops()[1]; }
    SimulatedDesktop& responder() { return *world.desktops()[2]; }
    const Ledger& relay() { return world.relay().sequencer().ledger(); }

    bool everybody(const std::function<bool(SimulatedDesktop&)>& holds) {
        return std::all_of(world.desktops().begin(), world.desktops().end(),
                           [&](const auto& desktop) { return holds(*desktop); });
    }
    bool settle() {
        return world.runUntil([&] {
            return everybody([&](SimulatedDesktop& desktop) {
                return desktop.journal().pendingCount() == 0 &&
                       desktop.journal().ledger().tip(log) == relay().tip(log);
            });
        });
    }
    // A note, until its author's own relay has recorded it.
    bool note(SimulatedDesktop& author) {
        (void)author.journal().record(log, NoteAdded{}, said(author.name()));
        return world.runUntil([&] { return author.journal().pendingCount() == 0; });
    }
    quint64 tipSeq(SimulatedDesktop& desktop) const { return desktop.journal().ledger().tip(log)->seq; }

    Composed compose(SimulatedDesktop& author, const Facts& facts) {
        const OrgId org = *author.journal().organisationId();
        constexpr quint64 deviceSeq = 100;
        return *bongsu::compose(
            facts, said(), Circumstances{org, log, deviceSeq, world.time.now(), std::nullopt, std::nullopt},
            author.signer(), world.schedule.random());
    }
    // The relay writes the event into its own log, asking nobody's rules, and goes on.
    void number(const Composed& made) {
        SimulatedRelay& liar = world.relay();
        const Entry entry =
            relay().nextEntry(made.event, liar.sequencer().relay(), world.time.now(), std::nullopt);
        const KeptEntry kept{encode(entry), made.offer.facts, made.offer.text};
        liar.crash();
        liar.disk().contents.logs[log].entries.push_back(
            {entry.seq, made.event.id, entryHash(kept.bytes), kept});
        liar.disk().contents.logs[log].seqs.emplace(made.event.id, entry.seq);
        liar.start();
        QVERIFY(world.runUntil([&] { return liar.isUp(); }));
    }

    WorldOptions options;
    World world;
    LogId log = LogId::zeros();
};

} // namespace

class TestBrokenRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStoreThatSaysDurableTooEarlyIsFound();
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
    Scene scene;
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
    Scene scene;
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
struct TwoHistories : Scene {
    TwoHistories() : Scene(true), disk(std::make_shared<MemoryDisk>()) {
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
    Scene scene(true);
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
    Scene scene;
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
