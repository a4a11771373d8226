#include "sync/world.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);

// The numbers that the events of one device carry, in the order of the log.
std::vector<quint64> deviceSeqs(const SampleLog& log, const DeviceId& device) {
    std::vector<quint64> seqs;
    for (const KeptEntry& entry : log.entries()) {
        const Event event = *decodeEvent(decodeEntry(entry.bytes)->event);
        if (event.header.device == device) {
            seqs.push_back(event.header.deviceSeq);
        }
    }
    return seqs;
}

bool risesFromOneTo(const std::vector<quint64>& seqs, quint64 last) {
    for (std::size_t i = 0; i < seqs.size(); ++i) {
        if (seqs[i] != i + 1) {
            return false;
        }
    }
    return seqs.size() == last;
}

} // namespace

class TestOffers final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aThousandOffersGoInOrderThroughABoundedWindow() {
        World world;
        std::size_t waiting = 0;
        std::size_t mostWaiting = 0;
        // The relay commits every 20 ms.
        world.relay.later = [&](std::function<void()> answer) {
            world.time.after(Millis(20), std::move(answer));
        };
        FakeDesktop desktop(1, sampleOrg);
        for (int i = 0; i < 1'000; ++i) {
            desktop.write(fire);
        }
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] {
            waiting = desktop.sent.size() - desktop.taken.size();
            mostWaiting = std::max(mostWaiting, waiting);
            return desktop.outbox.empty() && desktop.held(fire) == 1'000;
        }));
        QCOMPARE(mostWaiting, std::size_t(limits::offersInFlight));
        QCOMPARE(world.relay.mostOffered, std::size_t(limits::offersPerFrame));
        QCOMPARE(desktop.sent.size(), std::size_t(1'000));
        QVERIFY(risesFromOneTo(deviceSeqs(world.relay.logs.at(fire), desktop.device()), 1'000));
    }

    void largeEventsAreDividedByBytes() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        for (int i = 0; i < 40; ++i) {
            desktop.write(fire, QString(1'900, u'불'));
        }
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.outbox.empty() && desktop.held(fire) == 40; }));
        QVERIFY(world.relay.mostOffered < 11);
        QVERIFY(risesFromOneTo(deviceSeqs(world.relay.logs.at(fire), desktop.device()), 40));
    }

    void whatIsWrittenWhileConnectedGoesAtOnce() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        FakeDesktop other(2, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.connectMember(other);
        world.pass(Millis(200));
        desktop.write(fire);
        connection.client->offersChanged();
        connection.client->offersChanged(); // once is enough
        world.pass(Millis(12));
        QCOMPARE(other.held(fire), std::size_t(1));
        world.pass(Millis(100));
        QCOMPARE(desktop.held(fire), std::size_t(1));
        QCOMPARE(desktop.taken.size(), std::size_t(1));
        QCOMPARE(desktop.sent.size(), std::size_t(1));
    }

    void offeringTwiceIsHarmless() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(fire);
        const auto kept = desktop.outbox;
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        desktop.outbox = kept;
        desktop.outbox.front().order = ++desktop.lastOrder;
        connection.client->offersChanged();
        world.pass(Millis(200));
        QCOMPARE(desktop.taken.size(), std::size_t(2));
        QCOMPARE(world.relay.logs.at(fire).tipSeq(), quint64(1));
    }

    void aFailureKeepsTheOrderOfTheDevice() {
        World world;
        world.relay.later = [&](std::function<void()> answer) {
            world.time.after(Millis(20), std::move(answer));
        };
        world.relay.failAt = {1, 40, 70, 71, 200, 250};
        FakeDesktop desktop(1, sampleOrg);
        for (int i = 0; i < 300; ++i) {
            desktop.write(fire);
        }
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.outbox.empty() && desktop.held(fire) == 300; }));
        QVERIFY(world.relay.failAt.empty());
        QVERIFY(!desktop.failures.empty());
        QCOMPARE(desktop.failures.front(), QByteArray(failure::full));
        QVERIFY(risesFromOneTo(deviceSeqs(world.relay.logs.at(fire), desktop.device()), 300));
    }

    void aRelayThatKeepsFailingIsNotHurried() {
        World world;
        for (quint64 i = 1; i < 100'000; ++i) {
            world.relay.failAt.insert(i);
        }
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(fire);
        Connection& connection = world.connectMember(desktop);
        world.pass(std::chrono::minutes(10));
        QVERIFY(connection.client->isOpen());
        QVERIFY(desktop.failures.size() >= 10); // a wait is never longer than half a minute
        QVERIFY(desktop.failures.size() <= 100);
        QCOMPARE(desktop.outbox.size(), std::size_t(1));
        world.relay.failAt.clear();
        world.pass(limits::backoffLongest + Millis(100));
        QVERIFY(desktop.outbox.empty());
    }

    // Whoever writes nothing hears of it, too: it may be for them to end it.
    void everybodyHearsWhyNothingIsNumbered() {
        using Told = std::vector<std::optional<QByteArray>>;
        const QByteArray why = failure::stopped;
        World world;
        FakeDesktop before(1, sampleOrg);
        FakeDesktop after(2, sampleOrg);
        world.connectMember(before);
        world.pass(Millis(200));
        QCOMPARE(before.numbering, Told()); // nothing to be told
        world.relay.stop(Failure{failure::stopped});
        world.connectMember(after);
        world.pass(Millis(200));
        QCOMPARE(before.numbering, Told{why});
        QCOMPARE(after.numbering, Told{why});
        world.relay.stop(std::nullopt);
        world.pass(Millis(200));
        QCOMPARE(before.numbering, (Told{why, std::nullopt}));
        QCOMPARE(after.numbering, (Told{why, std::nullopt}));
    }

    void whatWaitedGoesSoonOnceNumbersAreGivenOutAgain() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.relay.stop(Failure{failure::stopped});
        desktop.write(fire);
        world.connectMember(desktop);
        const auto longWait = [&] {
            return desktop.failures.size() >= 12;
        }; // half a minute between two by now
        QVERIFY(world.time.passUntil(longWait));
        QCOMPARE(desktop.outbox.size(), std::size_t(1));
        world.relay.stop(std::nullopt);
        world.pass(limits::backoffFirst + Millis(100));
        QVERIFY(desktop.outbox.empty());
    }

    void aRefusalIsFinalAndTheRestGoesOn() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.relay.refuses = [](quint64 deviceSeq) { return deviceSeq == 2; };
        for (int i = 0; i < 3; ++i) {
            desktop.write(fire);
        }
        world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(desktop.refusals.size(), std::size_t(1));
        QCOMPARE(desktop.held(fire), std::size_t(2));
        QVERIFY(desktop.outbox.empty());
    }

    void carriedPlacesReachTheRelay() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(fire);
        const Carried place{EpochId::of(sampleOrg), 17, Moment(Millis(5)), numbered<EntryHash>(4)};
        desktop.outbox.front().event.carried = place;
        world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(world.relay.carried.size(), std::size_t(1));
        QVERIFY(world.relay.carried.front() == place);
    }

    void moreOffersThanMayWaitAreAFault() {
        World world;
        world.relay.later = [](const std::function<void()>&) {}; // never answers
        const HashSigner device(1);
        RawPeer& peer = world.connectRawMember(device);
        const std::vector full(std::size_t(limits::offersPerFrame),
                               OfferedEvent{makeNote(device, sampleOrg, fire, 1), std::nullopt});
        quint64 part = 0;
        for (int sent = 0; sent < limits::offersInFlight; sent += limits::offersPerFrame) {
            peer.send(frame::Offers{1, ++part, full});
        }
        world.pass(Millis(50));
        QVERIFY(!peer.closedWith);
        peer.send(frame::Offers{1, ++part, {full.front()}});
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, closecode::protocol);
    }

    void aMissingPartFailsTheRunAndARepeatedOneIsPassedOver() {
        World world;
        const HashSigner device(1);
        RawPeer& peer = world.connectRawMember(device);
        const auto note = [&](quint64 number) {
            return std::vector{OfferedEvent{makeNote(device, sampleOrg, fire, number), std::nullopt}};
        };
        peer.send(frame::Offers{1, 1, note(1)});
        peer.send(frame::Offers{1, 1, note(1)});
        peer.send(frame::Offers{1, 3, note(3)}); // the second was lost
        peer.send(frame::Offers{1, 4, note(4)});
        world.pass(Millis(50));
        QCOMPARE(peer.count<frame::Taken>(), 1);
        QCOMPARE(peer.count<frame::Failed>(), 2);
        QCOMPARE(peer.last<frame::Failed>()->code, QByteArray(failure::offerGap));
        peer.send(frame::Offers{2, 1, note(2)});
        peer.send(frame::Offers{2, 2, note(3)});
        world.pass(Millis(50));
        QCOMPARE(peer.count<frame::Taken>(), 3);
        QVERIFY(risesFromOneTo(deviceSeqs(world.relay.logs.at(fire), deviceIdOf(device.publicKey())), 3));
    }

    void somethingThatIsNoEventIsAFault() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        OfferedEvent noise{makeNote(HashSigner(1), sampleOrg, fire, 1), std::nullopt};
        noise.offer.event[10] = char(noise.offer.event[10] ^ 1);
        noise.offer.event.chop(3);
        peer.send(frame::Offers{1, 1, {noise}});
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, closecode::protocol);
        QCOMPARE(world.relay.judged, quint64(0));
    }

    void aRelayThatGivesNoVerdictIsLeft() {
        World world;
        world.relay.later = [](const std::function<void()>&) {};
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(fire);
        Connection& connection = world.connectMember(desktop);
        world.pass(limits::stallTime);
        QVERIFY(!connection.end);
        world.pass(Millis(100));
        QCOMPARE(codeOf(connection.end->why), QByteArray(failure::tooSlow));
        QCOMPARE(desktop.outbox.size(), std::size_t(1));
    }

    void verdictsAfterTheEndAreNotHeard() {
        World world;
        std::vector<std::function<void()>> answers;
        world.relay.later = [&](std::function<void()> answer) { answers.push_back(std::move(answer)); };
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(fire);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(100));
        connection.client->close();
        world.pass(Millis(100));
        connection.relaySide.reset();
        for (const auto& answer : answers) {
            answer(); // the session that asked is gone
        }
        QCOMPARE(world.relay.logs.at(fire).tipSeq(), quint64(1));
        QVERIFY(desktop.taken.empty());
    }
};

QTEST_APPLESS_MAIN(TestOffers)
#include "test_offers.moc"
