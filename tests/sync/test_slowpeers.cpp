#include "sync/world.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);
const LogId flood = numbered<LogId>(21);

// Both hold the same bytes.
bool sameLog(const FakeDesktop& desktop, const FakeRelay& relay, const LogId& log) {
    const auto& held = desktop.logs.at(log).entries;
    const auto& kept = relay.logs.at(log).entries();
    return std::equal(held.begin(), held.end(), kept.begin(), kept.end(),
                      [](const KeptEntry& one, const KeptEntry& other) { return one.bytes == other.bytes; });
}

} // namespace

class TestSlowPeers final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aSlowLineIsPassedOverAndCatchesUpWhileOthersGetAll() {
        std::deque<std::function<void()>> line; // takes a message every 20 ms
        World world;
        FakeDesktop slow(1, sampleOrg);
        FakeDesktop quick(2, sampleOrg);
        world.lineOfNext = [&](std::function<void()> deliver) { line.push_back(std::move(deliver)); };
        Connection& slowOne = world.connectMember(slow);
        world.connectMember(quick);
        qsizetype mostQueued = 0;
        std::function<void()> takeOne = [&] {
            mostQueued = std::max(mostQueued, slowOne.relayLink->queuedBytes());
            if (!line.empty()) {
                const auto deliver = std::move(line.front());
                line.pop_front();
                deliver();
            }
            world.time.after(Millis(20), takeOne);
        };
        takeOne();
        QVERIFY(world.time.passUntil([&] { return slow.caughtUps == 1 && quick.caughtUps == 1; }));
        constexpr int burst = 3'000;
        for (int i = 0; i < burst; ++i) {
            world.relay.write(i % 2 == 0 ? fire : sampleOrgLog);
            world.pass(Millis(i % 10 == 0 ? 1 : 0));
        }
        world.pass(Millis(20));
        QCOMPARE(quick.held(fire) + quick.held(sampleOrgLog), std::size_t(burst));
        QVERIFY(slow.held(fire) + slow.held(sampleOrgLog) < 30);
        QVERIFY(world.time.passUntil([&] { return slow.held(fire) + slow.held(sampleOrgLog) == burst; }));
        QVERIFY(slowOne.client->isOpen());
        QCOMPARE(slow.gaps, 0);
        QVERIFY(sameLog(slow, world.relay, fire));
        QVERIFY(mostQueued >= limits::liveQueueBytes);
        QVERIFY(mostQueued < limits::liveQueueBytes + 2 * limits::frameBytes);
        // And it is live again.
        world.relay.write(fire);
        QVERIFY(
            world.time.passUntil([&] { return slow.held(fire) == burst / 2 + 1; }, std::chrono::seconds(2)));
        QCOMPARE(slow.gaps, 0);
    }

    void aReaderThatTakesNothingIsDroppedWithABoundedQueue() {
        std::vector<std::function<void()>> kept;
        bool isStuck = false;
        World world;
        FakeDesktop stuck(1, sampleOrg);
        FakeDesktop quick(2, sampleOrg);
        world.lineOfNext = [&](std::function<void()> deliver) {
            if (isStuck) {
                kept.push_back(std::move(deliver)); // taken by nobody, and not lost
            } else {
                world.time.after(Millis(5), std::move(deliver));
            }
        };
        Connection& stuckOne = world.connectMember(stuck);
        world.connectMember(quick);
        world.pass(Millis(200));
        isStuck = true;
        for (int i = 0; i < 3'000; ++i) {
            world.relay.write(fire);
            world.pass(Millis(i % 10 == 0 ? 1 : 0));
            QVERIFY(stuckOne.relayLink->queuedBytes() < limits::liveQueueBytes + limits::frameBytes);
        }
        world.pass(limits::stallTime - Millis(300));
        QCOMPARE(world.relay.fanout.size(), std::size_t(2));
        world.pass(Millis(600));
        QCOMPARE(world.relay.fanout.size(), std::size_t(1));
        QCOMPARE(quick.held(fire), std::size_t(3'000));
    }

    void whatIsSaidToOnePeerHasAHardBound() {
        std::vector<std::function<void()>> line;
        bool isStuck = false;
        World world;
        world.lineOfNext = [&](std::function<void()> deliver) {
            if (isStuck) {
                line.push_back(std::move(deliver));
            } else {
                world.time.after(Millis(5), std::move(deliver));
            }
        };
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        isStuck = true;
        world.relay.write(fire);
        const Statement head = world.relay.logs.at(fire).head();
        for (int i = 0; i < 10'000 && world.relay.fanout.size() == 1; ++i) {
            world.relay.fanout.publishConflict(head, head); // said however full the queue is
            QVERIFY(connection.relayLink->queuedBytes() <= limits::sendQueueBytes);
        }
        QCOMPARE(world.relay.fanout.size(), std::size_t(0));
        QVERIFY(connection.relayLink->queuedBytes() > limits::sendQueueBytes - limits::frameBytes);
    }

    void headsAndConflictsReachEverybody() {
        World world;
        world.relay.fill(fire, 2);
        world.relay.fill(flood, 2);
        FakeDesktop one(1, sampleOrg);
        FakeDesktop other(2, sampleOrg);
        Connection& connection = world.connectMember(one);
        world.connectMember(other);
        world.pass(Millis(200));
        std::vector<Statement> heads(150, world.relay.logs.at(fire).head()); // more than one frame holds
        world.relay.fanout.publishHeads(heads);
        world.pass(Millis(200));
        QCOMPARE(one.heads.size(), std::size_t(150));
        QCOMPARE(other.heads.size(), std::size_t(150));
        const Statement a = world.relay.logs.at(fire).head();
        const Statement b = world.relay.logs.at(flood).head();
        connection.client->reportConflict(a, b);
        world.pass(Millis(200));
        QCOMPARE(world.relay.conflicts.size(), std::size_t(1));
        QVERIFY(world.relay.conflicts.front() == std::pair(a, b));
        world.relay.fanout.publishConflict(a, b);
        world.pass(Millis(200));
        QCOMPARE(other.conflicts.size(), std::size_t(1));
    }

    void aJournalThatFallsFarBehindEndsTheSessionItself() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        std::vector<std::function<void()>> work;
        desktop.atItsPace = [&](std::function<void()> page) { work.push_back(std::move(page)); };
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        for (int i = 0; i <= limits::unhandledFrames && !connection.end; ++i) {
            world.relay.write(fire);
            world.pass(Millis(10));
        }
        QVERIFY(connection.end);
        QCOMPARE(codeOf(connection.end->why), QByteArray(failure::tooSlow));
        QCOMPARE(work.size(), std::size_t(limits::unhandledFrames));
    }

    void aRelayWhoseStoreFailsSaysSo() {
        World world;
        world.relay.fill(fire, 2);
        world.relay.brokenStore = true;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(codeOf(connection.end->why), QByteArray(failure::corrupt));
    }
};

QTEST_APPLESS_MAIN(TestSlowPeers)
#include "test_slowpeers.moc"
