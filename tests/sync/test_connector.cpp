#include "sync/loopdialer.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const Address first{QStringLiteral("192.0.2.1"), 1};
const Address second{QStringLiteral("192.0.2.2"), 2};
const Address third{QStringLiteral("192.0.2.3"), 3};

// A desktop that stays connected.
struct Desk {
    explicit Desk(World& world, std::vector<Address> addresses = {first, second, third})
        : dialer(world), connector(dialer, desktop, watcher, world.around, {}, std::move(addresses)) {
        desktop.session = [this] { return connector.session(); };
    }
    FakeDesktop desktop{1, sampleOrg};
    LoopDialer dialer;
    Watcher watcher;
    Connector connector;
};

} // namespace

class TestConnector final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void addressesAreTriedInTurn() {
        World world;
        Desk desk(world);
        world.relay.allow(desk.desktop.key);
        desk.dialer.failures = {{1, Failure{failure::linkLost}}, {2, Failure{failure::wrongPin}}};
        desk.connector.start();
        desk.connector.start(); // once is enough
        world.pass(Millis(100));
        QVERIFY(desk.connector.session());
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(3));
        QCOMPARE(desk.watcher.failed.size(), std::size_t(2));
        QVERIFY(desk.watcher.failed[0] == std::pair(first, QByteArray(failure::linkLost)));
        QVERIFY(desk.watcher.failed[1] == std::pair(second, QByteArray(failure::wrongPin)));
        QCOMPARE(desk.watcher.unanswered, 0);
    }

    void waitsGrowToABoundWithFullJitter() {
        World world;
        Desk desk(world, {first});
        desk.dialer.failures = {{1, Failure{failure::linkLost}}};
        desk.connector.start();
        world.pass(std::chrono::minutes(30));
        const auto& dialed = desk.dialer.dialedAt;
        QVERIFY(dialed.size() > 60); // on average half the bound: 15 s
        QCOMPARE(desk.watcher.unanswered, int(desk.watcher.failed.size()));
        Millis bound = limits::backoffFirst;
        Millis longest{0};
        Millis shortest = limits::backoffLongest;
        for (std::size_t i = 1; i < dialed.size(); ++i) {
            const Millis waited = dialed[i].second - dialed[i - 1].second;
            QVERIFY(waited <= bound + Millis(2));
            bound = std::min<Millis>(2 * bound, limits::backoffLongest);
            if (i > 10) {
                longest = std::max(longest, waited);
                shortest = std::min(shortest, waited);
            }
        }
        QVERIFY(longest > limits::backoffLongest * 9 / 10);
        QVERIFY(shortest < limits::backoffLongest / 10);
    }

    void theAddressThatWorkedLastComesFirst() {
        World world;
        Desk desk(world);
        world.relay.allow(desk.desktop.key);
        desk.dialer.failures = {{1, Failure{failure::linkLost}}};
        desk.connector.start();
        world.pass(Millis(100));
        desk.dialer.lines.back()->cut();
        world.pass(limits::backoffFirst + Millis(100));
        QVERIFY(desk.connector.session());
        QCOMPARE(desk.watcher.ends.size(), std::size_t(1));
        QVERIFY(desk.dialer.dialedAt.back().first == second);
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(3));
    }

    void aLongSessionForgivesEarlierFailures() {
        World world;
        Desk desk(world, {first});
        world.relay.allow(desk.desktop.key);
        desk.dialer.failures = {{1, Failure{failure::linkLost}}};
        desk.connector.start();
        world.pass(std::chrono::minutes(5)); // the bound is at its longest
        desk.dialer.failures.clear();
        QVERIFY(world.time.passUntil([&] { return desk.connector.session() != nullptr; }));
        world.pass(limits::steadyAfter);
        desk.dialer.lines.back()->cut();
        world.pass(Millis(10));
        QVERIFY(!desk.connector.session());
        QVERIFY(world.time.passUntil([&] { return desk.connector.session() != nullptr; },
                                     limits::backoffFirst * 2));
    }

    void refusedLoginsAreTriedElsewhereAndAgain() {
        World world;
        Desk desk(world, {first, second});
        desk.connector.start();
        world.pass(Millis(100));
        QCOMPARE(desk.watcher.unanswered, 1);
        QCOMPARE(desk.watcher.failed.size(), std::size_t(2));
        QCOMPARE(desk.watcher.failed[1].second, QByteArray(refusal::unknownDevice));
        world.relay.allow(desk.desktop.key); // the admin restores the device
        QVERIFY(world.time.passUntil([&] { return desk.connector.session() != nullptr; }));
    }

    void stoppingStays() {
        World world;
        Desk desk(world);
        world.relay.allow(desk.desktop.key);
        desk.connector.start();
        world.pass(Millis(100));
        desk.connector.stop();
        QVERIFY(!desk.connector.session());
        world.pass(std::chrono::minutes(10));
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(1));
        QCOMPARE(world.relay.fanout.size(), std::size_t(0));
        QVERIFY(desk.watcher.ends.empty()); // nobody is told what they did themselves
        desk.connector.start();
        world.pass(Millis(100));
        QVERIFY(desk.connector.session());
    }

    void stoppingInAWordOfTheWatcherIsSafe() {
        World world;
        Desk desk(world);
        desk.dialer.failures = {{1, Failure{failure::linkLost}}};
        desk.watcher.onFailed = [&] { desk.connector.stop(); };
        desk.connector.start();
        world.pass(std::chrono::minutes(1));
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(1));
        QCOMPARE(desk.watcher.unanswered, 0);
    }

    void stoppingWhileDialingGivesUp() {
        World world;
        Desk desk(world);
        desk.connector.start();
        desk.connector.stop();
        world.pass(std::chrono::minutes(1));
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(1));
        QVERIFY(world.relaySides.empty());
    }

    void aJoinGoesOnAsTheDeviceAtOnce() {
        World world;
        world.relay.fill(sampleOrgLog, 3);
        Desk desk(world);
        const HashSigner invite(50);
        world.relay.invites.insert(invite.publicKey());
        desk.desktop.invite = invite.publicKey();
        desk.desktop.inviteKey = &invite;
        desk.desktop.add(
            makeOffer(desk.desktop.key, sampleOrg, sampleOrgLog, 1,
                      DeviceAdded{desk.desktop.key.publicKey(), invite.publicKey(), Signature::zeros()}, {}));
        desk.desktop.onTaken = [&] { // inside the session's own call
            desk.desktop.invite.reset();
            world.relay.allow(desk.desktop.key);
            desk.connector.restart();
        };
        desk.connector.start();
        world.pass(Millis(200));
        QVERIFY(desk.connector.session());
        QCOMPARE(desk.desktop.openings.size(), std::size_t(2));
        QCOMPARE(desk.desktop.openings.back().kind, SessionKind::Member);
        QCOMPARE(desk.desktop.held(sampleOrgLog), std::size_t(4));
    }

    void whatTheCertificateSaysIsToldOnceForEachLine() {
        World world;
        Desk desk(world);
        world.relay.allow(desk.desktop.key);
        desk.dialer.certificate = CertificateDates{Moment(Millis(1)), Moment(Millis(2))};
        desk.connector.start();
        world.pass(Millis(100));
        QVERIFY(desk.connector.session());
        QCOMPARE(desk.watcher.certificates, std::vector{*desk.dialer.certificate});
    }

    void noMoreAddressesThanTheLimit() {
        World world;
        std::vector<Address> many;
        for (quint16 port = 1; port <= 40; ++port) {
            many.push_back({QStringLiteral("192.0.2.9"), port});
        }
        Desk desk(world, many);
        for (quint16 port = 1; port <= 40; ++port) {
            desk.dialer.failures.emplace(port, Failure{failure::linkLost});
        }
        desk.connector.start();
        QVERIFY(world.time.passUntil([&] { return desk.watcher.unanswered == 1; }));
        QCOMPARE(desk.dialer.dialedAt.size(), std::size_t(limits::addresses));
    }
};

QTEST_APPLESS_MAIN(TestConnector)
#include "test_connector.moc"
