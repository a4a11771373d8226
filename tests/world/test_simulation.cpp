// Seeds of the simulated world: every invariant holds in each, and a rule broken on purpose is found.
#include "world/actors.h"
#include "world/shrink.h"

#include "domain/base/limits.h"

#include <QTest>

#include <algorithm>

namespace bongsu {

class TestSimulation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatAnIdleLineLostIsAskedForAtTheNextHeads();
    void everyInvariantHolds();
};

namespace {
// BONGSU_SEEDS=first:count runs others; a failure names its seed.
std::pair<quint32, quint32> seeds(quint32 count) {
    const QStringList asked = qEnvironmentVariable("BONGSU_SEEDS").split(QLatin1Char(':'));
    return asked.size() == 2 ? std::pair(quint32(asked[0].toUInt()), quint32(asked[1].toUInt()))
                             : std::pair(1U, count);
}
// Every seed, unless a slower build asks for every nth.
quint32 step() {
    return quint32(std::max(1, qEnvironmentVariableIntValue("BONGSU_SEED_STEP")));
}
constexpr int steps = 600;
constexpr quint32 ed25519Every = 50; // a real signature takes about 100 µs
constexpr quint32 enoughSeeds = 100; // for everything that can happen to happen

Text words() {
    Text text;
    text.text = QStringLiteral("said");
    return text;
}
} // namespace

// Nothing follows that would show the hole. The relay's regular heads do: they are part of the desk, so that
// no wiring of a relay can forget them.
void TestSimulation::whatAnIdleLineLostIsAskedForAtTheNextHeads() {
    World world(1, {.desktops = 2});
    SimulatedDesktop& author = *world.desktops().front();
    const SimulatedDesktop& other = *world.desktops().back();
    QVERIFY(author.journal().record(std::nullopt, IncidentDeclared{Grade::Watch}, words()));
    const LogId incident = author.journal().incidents().front();
    QVERIFY(world.runUntil([&] { return other.journal().ledger().tip(incident).has_value(); }));
    QVERIFY(author.journal().record(incident, NoteAdded{}, words()));
    QVERIFY(world.runUntil([&] { return world.relay().sequencer().durableSeq(incident) == 2; }));
    world.schedule.losesAll = true;
    while (world.schedule.runOne()) {
    }
    world.schedule.losesAll = false;
    QCOMPARE(other.journal().ledger().tip(incident)->seq, quint64(1));
    const Millis before = world.time.elapsed();
    QVERIFY(world.runUntil([&] { return other.journal().ledger().tip(incident)->seq == 2; }));
    QVERIFY(world.time.elapsed() - before <= limits::headInterval + Millis(200));
}

void TestSimulation::everyInvariantHolds() {
    const auto [first, count] = seeds(1'000);
    Tally all;
    quint32 lived = 0;
    for (quint32 seed = first; seed < first + count; seed += step()) {
        const WorldOptions options = asAsked({.ordeal = ordealOf(seed), .ed25519 = seed % ed25519Every == 0});
        World world(seed, options);
        const Findings findings = world.live(steps);
        if (!findings.isEmpty()) {
            qWarning("seed %u: %s", seed, qPrintable(findings.join(QStringLiteral("; "))));
            const Shrunk shrunk = shrink(seed, options, steps);
            QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3\nmade smaller in %4 runs: %5\n%6")
                                 .arg(seed)
                                 .arg(findings.join(QStringLiteral("; ")), world.transcript())
                                 .arg(shrunk.runs)
                                 .arg(shrunk.findings.join(QStringLiteral("; ")), shrunk.transcript)));
        }
        all += world.tally;
        ++lived;
    }
    qInfo("%u seeds: %s", lived, qPrintable(all.line()));
    if (lived >= enoughSeeds &&
        !qEnvironmentVariableIsSet("BONGSU_ORDEAL")) { // worlds of one kind lack something
        QVERIFY2(all.missing().isEmpty(), qPrintable(all.missing().join(QStringLiteral(", "))));
    }
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestSimulation)
#include "test_simulation.moc"
