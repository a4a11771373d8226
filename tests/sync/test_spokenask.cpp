// The one question before any login: its place, its answer, and how often it may be asked.
#include "sync/askbudget.h"
#include "sync/world.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;
using namespace std::chrono_literals;

namespace {

const PublicKey invite = numbered<PublicKey>(8);

} // namespace

class TestSpokenAsk final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anUnknownInviteIsRefused();
    void isAskedFirstAndOnce();
    void nothingElseIsSaidOnItsLine();
    void wantsACommonVersion();
    void mayBeAskedSoManyTimesAMinute();
};

void TestSpokenAsk::anUnknownInviteIsRefused() {
    World world;
    RawPeer& peer = world.connectRaw();
    peer.send(frame::SpokenAsk{{}, invite});
    world.pass(20ms);
    QVERIFY(peer.last<frame::Goodbye>());
    QCOMPARE(peer.last<frame::Goodbye>()->code, QByteArray(refusal::inviteUnknown));
    QCOMPARE(*peer.closedWith, closecode::loginRefused);
}

void TestSpokenAsk::isAskedFirstAndOnce() {
    World world;
    RawPeer& late = world.connectRaw();
    late.send(frame::Hello{{}, world.relay.org, QString()});
    world.pass(20ms);
    late.send(frame::SpokenAsk{{}, invite});
    world.pass(20ms);
    QCOMPARE(*late.closedWith, closecode::protocol);
    RawPeer& member = world.connectRawMember(HashSigner(1));
    member.send(frame::SpokenAsk{{}, invite});
    world.pass(20ms);
    QCOMPARE(*member.closedWith, closecode::protocol);
}

void TestSpokenAsk::nothingElseIsSaidOnItsLine() {
    World world;
    RawPeer& peer = world.connectRaw();
    peer.send(frame::SpokenAsk{{}, invite});
    peer.send(frame::Hello{{}, world.relay.org, QString()});
    world.pass(20ms);
    QCOMPARE(peer.count<frame::Challenge>(), 0);
    RawPeer& wrongWay = world.connectRaw();
    wrongWay.send(frame::SpokenRest{{"rest"}});
    world.pass(20ms);
    QCOMPARE(*wrongWay.closedWith, closecode::protocol);
}

void TestSpokenAsk::wantsACommonVersion() {
    World world;
    RawPeer& peer = world.connectRaw();
    peer.send(frame::SpokenAsk{{7, 9}, invite});
    world.pass(20ms);
    QCOMPARE(*peer.closedWith, closecode::protocol);
    QCOMPARE(peer.last<frame::Goodbye>()->versions.max, Versions{}.max);
}

void TestSpokenAsk::mayBeAskedSoManyTimesAMinute() {
    AskBudget budget;
    const Millis start = 1h;
    for (int i = 0; i < limits::spokenAsksPerMinute; ++i) {
        QVERIFY(budget.spend(start));
    }
    QVERIFY(!budget.spend(start));
    QVERIFY(!budget.spend(start + 60'000ms / limits::spokenAsksPerMinute - 1ms));
    QVERIFY(budget.spend(start + 60'000ms / limits::spokenAsksPerMinute));
    QVERIFY(!budget.spend(start + 60'000ms / limits::spokenAsksPerMinute));
    // An hour of silence saves up one minute's worth, and no more.
    int again = 0;
    while (budget.spend(start + 1h)) {
        ++again;
    }
    QCOMPARE(again, limits::spokenAsksPerMinute);
}

QTEST_GUILESS_MAIN(TestSpokenAsk)
#include "test_spokenask.moc"
