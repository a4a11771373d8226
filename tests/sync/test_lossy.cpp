#include "sync/loopdialer.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);
const LogId flood = numbered<LogId>(21);

struct Desk {
    Desk(World& world, int number)
        : desktop(number, sampleOrg), dialer(world),
          connector(dialer, desktop, watcher, world.around, {}, {Address{QStringLiteral("192.0.2.1"), 1}}) {
        desktop.session = [this] { return connector.session(); };
        world.relay.allow(desktop.key);
    }
    FakeDesktop desktop;
    LoopDialer dialer;
    Watcher watcher;
    Connector connector;
};

bool sameLog(const FakeDesktop& desktop, const FakeRelay& relay, const LogId& log) {
    const auto kept = relay.logs.find(log);
    const auto held = desktop.logs.find(log);
    if (kept == relay.logs.end() || held == desktop.logs.end()) {
        return desktop.held(log) == 0 && (kept == relay.logs.end() || kept->second.tipSeq() == 0);
    }
    const auto& a = held->second.entries;
    const auto& b = kept->second.entries();
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const KeptEntry& one, const KeptEntry& other) { return one.bytes == other.bytes; });
}

bool converged(const World& world, const FakeDesktop& desktop) {
    return desktop.outbox.empty() && sameLog(desktop, world.relay, sampleOrgLog) &&
           sameLog(desktop, world.relay, fire) && sameLog(desktop, world.relay, flood);
}

// Every event at most once, and each device's own in its order.
bool isInOrder(const SampleLog& log) {
    std::map<DeviceId, quint64> last;
    for (const KeptEntry& entry : log.entries()) {
        const Event event = *decodeEvent(decodeEntry(entry.bytes)->event);
        if (event.header.deviceSeq <= std::exchange(last[event.header.device], event.header.deviceSeq)) {
            return false;
        }
    }
    return true;
}

void publishAllHeads(World& world) {
    std::vector<Statement> heads;
    for (const auto& [log, known] : world.relay.logs) {
        if (known.tipSeq() > 0) {
            heads.push_back(known.head());
        }
    }
    world.relay.fanout.publishHeads(heads);
}

} // namespace

class TestLossy final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // The same conversation is cut after its first message, after its second, and so on to its last; nothing
    // is lost or doubled by picking it up again.
    void aCutAfterEveryMessageIsPickedUp() {
        int cuts = 0;
        for (int cutAfter = 1;; ++cutAfter) {
            int messages = 0;
            bool cut = false;
            LoopDialer* dialer = nullptr;
            World world;
            world.relay.fill(sampleOrgLog, 110);
            world.relay.fill(fire, 30);
            Desk desk(world, 1);
            for (int i = 0; i < 80; ++i) {
                desk.desktop.write(i % 2 == 0 ? fire : flood);
            }
            dialer = &desk.dialer;
            world.network = [&](std::function<void()> deliver) {
                world.time.after(Millis(5), [&, deliver = std::move(deliver)] {
                    deliver();
                    if (++messages == cutAfter) {
                        cut = true;
                        dialer->lines.front()->cut();
                    }
                });
            };
            desk.connector.start();
            QVERIFY2(world.time.passUntil([&] { return converged(world, desk.desktop); }),
                     qPrintable(QStringLiteral("cut after %1").arg(cutAfter)));
            QCOMPARE(desk.desktop.gaps, 0);
            QCOMPARE(desk.desktop.forks, 0);
            QCOMPARE(world.relay.logs.at(fire).tipSeq(), quint64(70));
            QCOMPARE(world.relay.logs.at(flood).tipSeq(), quint64(40));
            QVERIFY(isInOrder(world.relay.logs.at(fire)));
            cuts += cut;
            if (!cut) {
                break;
            }
        }
        QVERIFY2(cuts > 80, qPrintable(QString::number(cuts)));
    }

    // The first message is lost, then the second, and so on to the last: whoever waits for it asks again or
    // begins anew, and nobody stays behind on a line that looks alive.
    void aMessageLostAnywhereIsMadeUpFor() {
        for (int lose = 1;; ++lose) {
            int messages = 0;
            World world;
            world.network = [&](std::function<void()> deliver) {
                if (++messages != lose) {
                    world.time.after(Millis(5), std::move(deliver));
                }
            };
            world.relay.fill(sampleOrgLog, 110);
            world.relay.fill(fire, 30);
            Desk desk(world, 1);
            for (int i = 0; i < 80; ++i) {
                desk.desktop.write(i % 2 == 0 ? fire : flood);
            }
            const std::function<void()> tellHeads = [&] {
                publishAllHeads(world);
                world.time.after(limits::headInterval, tellHeads);
            };
            tellHeads();
            desk.connector.start();
            const QByteArray what = "lost message " + QByteArray::number(lose);
            QVERIFY2(world.time.passUntil(
                         [&] { return converged(world, desk.desktop) && desk.desktop.caughtUps > 0; }),
                     what);
            QCOMPARE(desk.desktop.forks, 0);
            QVERIFY2(isInOrder(world.relay.logs.at(fire)), what);
            if (messages < lose) {
                QVERIFY2(lose > 20, what);
                break;
            }
        }
    }

    // Lines that lose, repeat, delay and reorder messages and are cut, which is worse than any real one; from
    // a moment on they behave, and then everybody must hold the same.
    void everybodyConvergesAfterBadLines_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void everybodyConvergesAfterBadLines() {
        QFETCH(quint32, seed);
        SeededRandomness fate(seed);
        bool bad = true;
        World world;
        world.network = [&](std::function<void()> deliver) {
            const quint32 dice = bad ? fate.below(100) : 99;
            const Millis delay(bad ? 1 + int(fate.below(40)) : 5);
            if (dice < 2) {
                return;
            }
            if (dice < 5) {
                world.time.after(delay + Millis(fate.below(100)), deliver);
            }
            world.time.after(delay, std::move(deliver));
        };
        world.relay.later = [&](std::function<void()> answer) {
            world.time.after(Millis(fate.below(30)), std::move(answer));
        };
        for (int i = 0; i < 20; ++i) {
            world.relay.failAt.insert(1 + fate.below(400));
        }
        world.relay.fill(sampleOrgLog, 30);
        std::list<Desk> desks;
        for (int number = 1; number <= 3; ++number) {
            desks.emplace_back(world, number).connector.start();
        }
        for (int step = 0; step < 300; ++step) {
            Desk& desk = *std::next(desks.begin(), fate.below(3));
            desk.desktop.write(fate.below(2) == 0 ? fire : flood);
            if (auto* session = desk.connector.session()) {
                session->offersChanged();
                if (fate.below(40) == 0) {
                    desk.dialer.lines.back()->cut();
                }
            }
            if (fate.below(10) == 0) {
                world.relay.write(sampleOrgLog);
            }
            world.pass(Millis(fate.below(60)));
        }
        bad = false;
        // Heads keep telling how far the logs go.
        std::function<void()> tellHeads = [&] {
            publishAllHeads(world);
            world.time.after(limits::headInterval, tellHeads);
        };
        tellHeads();
        const auto all = [&] {
            return std::all_of(desks.begin(), desks.end(),
                               [&](const Desk& d) { return converged(world, d.desktop); });
        };
        QVERIFY(world.time.passUntil(all));
        QVERIFY(isInOrder(world.relay.logs.at(fire)));
        QVERIFY(isInOrder(world.relay.logs.at(flood)));
        QCOMPARE(world.relay.logs.at(fire).tipSeq() + world.relay.logs.at(flood).tipSeq(), quint64(300));
        for (const Desk& desk : desks) {
            QCOMPARE(desk.desktop.forks, 0);
        }
    }
};

QTEST_APPLESS_MAIN(TestLossy)
#include "test_lossy.moc"
