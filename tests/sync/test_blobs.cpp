// Blobs beside the entries: brought and fetched chunk by chunk, resumed, and never in an entry's way.
#include "sync/loopdialer.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);
constexpr int chunk = limits::blobChunkBytes;

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

BlobOffer offerOf(int size, char byte, int number = 1) {
    const auto salt = numbered<Salt>(number);
    return {taggedHashAs<BlobId>("blob", {salt.view(), QByteArray(size, byte)}), quint64(size), salt};
}

} // namespace

class TestBlobs final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Of sizes at the edges of a chunk, one after another.
    void blobsAreBroughtWhole() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        std::vector<BlobId> brought;
        for (const int size : {1, chunk - 1, chunk, chunk + 1, 5 * chunk}) {
            brought.push_back(desktop.attach(size));
        }
        Connection& connection = world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.toBring.empty(); }));
        QVERIFY(desktop.blobsTaken == brought);
        QCOMPARE(world.relay.blobs.at(brought.back()).bytes, QByteArray(5 * chunk, 'a'));
        QCOMPARE(desktop.chunksRead, 1 + 1 + 1 + 2 + 5);
        QVERIFY(connection.client->isOpen());
        // And one that comes while the session is open.
        desktop.attach(3, 'b');
        QVERIFY(world.time.passUntil([&] { return desktop.toBring.empty(); }));
    }

    // Once, though heads tell the relay again and again to look.
    void aRelayAsksForWhatItLacks() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        const BlobId blob = desktop.attach(2 * chunk);
        const auto kept = std::exchange(desktop.toBring, {});
        world.relay.lacking = {blob};
        Connection& connection = world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return !desktop.blobsAskedFor.empty(); }));
        QVERIFY(world.relay.blobs.empty()); // it does not bring what is not here
        world.relay.fanout.publishHeads({});
        world.relay.fanout.publishHeads({});
        desktop.toBring = kept;
        connection.client->offersChanged();
        QVERIFY(world.time.passUntil([&] { return desktop.toBring.empty(); }));
        QCOMPARE(world.relay.blobs.at(blob).bytes, QByteArray(2 * chunk, 'a'));
        QVERIFY(desktop.blobsAskedFor == std::vector{blob});
        QVERIFY(connection.client->isOpen());
    }

    // And again where nothing came of it: the line may have lost it. Ever more seldom, for who has not the
    // bytes.
    void aRelayAsksAgain() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        const BlobId blob = numbered<BlobId>(1);
        const auto askedAfter = [&](Millis wait) {
            for (; wait > Millis(0); wait -= std::chrono::seconds(10)) { // heard of, or it is taken for gone
                peer.send(frame::Ping{});
                world.pass(std::chrono::seconds(10));
            }
            return peer.count<frame::BlobWant>();
        };
        world.relay.lacking = {blob};
        peer.send(frame::Have{{}, false});
        QCOMPARE(askedAfter(limits::stallTime - std::chrono::seconds(10)), 1);
        world.relay.fanout.publishHeads({});
        QCOMPARE(askedAfter(std::chrono::seconds(20)), 2);
        QCOMPARE(askedAfter(limits::stallTime), 2);
        QCOMPARE(askedAfter(limits::stallTime), 3);
        world.relay.lacking.clear();
        QCOMPARE(askedAfter(std::chrono::hours(1)), 3);
        QVERIFY(!peer.closedWith);
    }

    void aRelayAsksForAThousandAtMost() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        for (std::size_t i = 0; i < blobsAskedBack + 200; ++i) {
            world.relay.lacking.push_back(numbered<BlobId>(int(i)));
        }
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.caughtUps == 1; }));
        world.relay.fanout.publishHeads({});
        world.pass(std::chrono::seconds(1));
        QCOMPARE(desktop.blobsAskedFor.size(), blobsAskedBack);
    }

    // One that lies may ask for as much as it likes: nobody looks for more, nor for one of them again.
    void aDesktopLooksForAThousandAtMost() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.caughtUps == 1; }));
        for (std::size_t i = 0; i < blobsAskedBack + 200; ++i) {
            connection.relayLink->send(encode(frame::BlobWant{numbered<BlobId>(int(i / 2)), i % 2, 1}));
        }
        world.pass(std::chrono::seconds(1));
        QCOMPARE(desktop.blobsAskedFor.size(), (blobsAskedBack + 200) / 2);
        for (std::size_t i = 0; i < blobsAskedBack; ++i) {
            connection.relayLink->send(encode(frame::BlobWant{numbered<BlobId>(5000 + int(i)), 0, 1}));
        }
        world.pass(std::chrono::seconds(1));
        QCOMPARE(desktop.blobsAskedFor.size(), blobsAskedBack);
        QVERIFY(connection.client->isOpen());
    }

    // At no time is more under way than was asked for, whatever the blob's size.
    void fewChunksAreUnderWay() {
        World world;
        world.relay.later = [&](std::function<void()> answer) {
            world.time.after(Millis(20), std::move(answer));
        };
        FakeDesktop desktop(1, sampleOrg);
        desktop.attach(40 * chunk);
        world.connectMember(desktop);
        int most = 0;
        QVERIFY(world.time.passUntil([&] {
            most = std::max(most, desktop.chunksRead - world.relay.chunksTaken);
            return desktop.toBring.empty();
        }));
        QCOMPARE(most, limits::blobChunksInFlight);
    }

    // A line as thin as a bad hotspot, 40 chunks to bring: a note goes up behind two of them at most.
    void aNoteDoesNotWaitForABlob() {
        std::deque<std::function<void()>> line; // takes a message every 400 ms: a chunk at 1 Mbit/s
        World world;
        world.lineOfNext = [&](std::function<void()> deliver) { line.push_back(std::move(deliver)); };
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        std::function<void()> takeOne = [&] {
            if (!line.empty()) {
                const auto deliver = std::move(line.front());
                line.pop_front();
                deliver();
            }
            world.time.after(Millis(400), takeOne);
        };
        takeOne();
        QVERIFY(world.time.passUntil([&] { return desktop.caughtUps == 1; }));
        desktop.attach(40 * chunk);
        QVERIFY(world.time.passUntil([&] { return world.relay.chunksTaken > 5; }));
        desktop.write(fire);
        const Millis written = world.time.elapsed();
        connection.client->offersChanged();
        QVERIFY(connection.clientLink->queuedBytes() <= (limits::blobChunksInFlight + 1) * (chunk + 100));
        QVERIFY(world.time.passUntil([&] { return desktop.outbox.empty(); }));
        QVERIFY(world.relay.chunksTaken < 15);
        QVERIFY2(world.time.elapsed() - written < std::chrono::seconds(4),
                 qPrintable(QString::number((world.time.elapsed() - written).count())));
        QVERIFY(world.time.passUntil([&] { return desktop.toBring.empty(); }));
        QVERIFY(connection.client->isOpen());
    }

    void aBrokenUploadGoesOnWhereItStood() {
        World world;
        Desk desk(world, 1);
        desk.desktop.attach(30 * chunk);
        desk.connector.start();
        for (int cut = 1; cut <= 3; ++cut) {
            QVERIFY(world.time.passUntil([&] { return world.relay.chunksTaken >= cut * 7; }));
            desk.dialer.lines.back()->cut();
        }
        QVERIFY(world.time.passUntil([&] { return desk.desktop.toBring.empty(); }));
        QCOMPARE(world.relay.blobs.begin()->second.bytes, QByteArray(30 * chunk, 'a'));
        QVERIFY2(desk.desktop.chunksRead <= 30 + 3 * limits::blobChunksInFlight,
                 qPrintable(QString::number(desk.desktop.chunksRead)));
    }

    void whatIsRefusedIsBroughtLater() {
        World world;
        world.relay.refusesBlobs = true;
        FakeDesktop desktop(1, sampleOrg);
        desktop.attach(10);
        Connection& connection = world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.blobRefusals.size() > 3; }));
        QCOMPARE(desktop.blobRefusals.front(), QByteArray(refusal::blobsTooMany));
        world.relay.refusesBlobs = false;
        QVERIFY(world.time.passUntil([&] { return desktop.toBring.empty(); }));
        QVERIFY(connection.client->isOpen());
    }

    void blobsAreFetched() {
        World world;
        const BlobOffer offer = offerOf(7 * chunk + 5, 'z');
        world.relay.blobs.emplace(offer.blob, FakeRelay::HeldBlob{offer, QByteArray(7 * chunk + 5, 'z')});
        FakeDesktop desktop(1, sampleOrg);
        desktop.wish = BlobWish{offer.blob, 3, 8}; // three chunks are here already
        Connection& connection = world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return !desktop.wish; }));
        QCOMPARE(desktop.fetched, QByteArray(4 * chunk + 5, 'z'));
        QVERIFY(desktop.blobRefusals.empty());
        QVERIFY(connection.client->isOpen());
    }

    void whatMayNotBeReadIsNotGiven() {
        World world;
        const BlobOffer offer = offerOf(5, 'z');
        world.relay.blobs.emplace(offer.blob, FakeRelay::HeldBlob{offer, QByteArray(5, 'z')});
        FakeDesktop outsider(1, sampleOrg);
        world.relay.outsiders.insert(outsider.device());
        outsider.wish = BlobWish{offer.blob, 0, 1};
        world.connectMember(outsider);
        QVERIFY(world.time.passUntil([&] { return !outsider.wish; }));
        FakeDesktop late(2, sampleOrg);
        late.wish = BlobWish{offerOf(6, 'z').blob, 0, 1};
        world.connectMember(late);
        QVERIFY(world.time.passUntil([&] { return !late.wish; }));
        QVERIFY(outsider.fetched.isEmpty() && late.fetched.isEmpty());
        QCOMPARE(outsider.blobRefusals, std::vector<QByteArray>{refusal::notPermitted});
        QCOMPARE(late.blobRefusals, std::vector<QByteArray>{failure::blobMissing});
    }

    // A line that loses and repeats: both ways come whole in the end.
    void lostAndRepeatedChunksAreHealed() {
        World world;
        world.network = [&](std::function<void()> deliver) {
            switch (world.randomness.below(12)) {
            case 0:
                return; // lost
            case 1:
                world.time.after(Millis(5), deliver);
                world.time.after(Millis(90), deliver);
                return;
            default:
                world.time.after(Millis(5), std::move(deliver));
            }
        };
        const BlobOffer offer = offerOf(9 * chunk, 'z');
        world.relay.blobs.emplace(offer.blob, FakeRelay::HeldBlob{offer, QByteArray(9 * chunk, 'z')});
        Desk desk(world, 1);
        desk.desktop.attach(12 * chunk);
        desk.desktop.wish = BlobWish{offer.blob, 0, 9};
        desk.connector.start();
        QVERIFY(world.time.passUntil([&] { return desk.desktop.toBring.empty() && !desk.desktop.wish; },
                                     std::chrono::hours(4)));
        QCOMPARE(desk.desktop.fetched, QByteArray(9 * chunk, 'z'));
        const BlobId brought = desk.desktop.blobsTaken.front();
        QCOMPARE(world.relay.blobs.at(brought).bytes, QByteArray(12 * chunk, 'a'));
    }

    void bytesOfAnotherIdAreRefused() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        BlobOffer offer = offerOf(5, 'z');
        offer.blob = numbered<BlobId>(77);
        peer.send(frame::BlobHave{offer.blob, offer.size, offer.salt});
        world.pass(Millis(50));
        QCOMPARE(peer.last<frame::BlobWant>()->chunk, quint64(0));
        peer.send(frame::BlobChunk{offer.blob, 0, {QByteArray(5, 'z')}});
        world.pass(Millis(50));
        QCOMPARE(peer.last<frame::BlobRefused>()->code, QByteArray(refusal::blobMismatch));
        QVERIFY(world.relay.blobs.empty());
    }

    void whatWasNotAskedForIsAFault() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        const BlobOffer offer = offerOf(10 * chunk, 'z');
        peer.send(frame::BlobHave{offer.blob, offer.size, offer.salt});
        world.pass(Millis(50));
        QCOMPARE(peer.last<frame::BlobWant>()->count, quint64(limits::blobChunksInFlight));
        peer.send(
            frame::BlobChunk{numbered<BlobId>(5), 0, {QByteArray(chunk, 'z')}}); // of another: passed over
        peer.send(frame::BlobChunk{offer.blob, 1, {QByteArray(chunk, 'z')}});    // before its turn: too
        world.pass(Millis(50));
        QVERIFY(!peer.closedWith);
        QCOMPARE(world.relay.chunksTaken, 0);
        peer.send(frame::BlobChunk{offer.blob, 5, {QByteArray(chunk, 'z')}});
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, std::optional(closecode::protocol));
    }

    void onlyMembersBringAndFetch_data() {
        QTest::addColumn<int>("what");
        QTest::newRow("have") << 0;
        QTest::newRow("want") << 1;
        QTest::newRow("chunk") << 2;
    }
    void onlyMembersBringAndFetch() {
        QFETCH(int, what);
        World world;
        const HashSigner device(1);
        world.relay.revoked.insert(deviceIdOf(device.publicKey()));
        RawPeer& peer = world.connectRawMember(device);
        QCOMPARE(peer.last<frame::Welcome>()->kind, SessionKind::Revoked);
        const BlobOffer offer = offerOf(5, 'z');
        if (what == 0) {
            peer.send(frame::BlobHave{offer.blob, offer.size, offer.salt});
        } else if (what == 1) {
            peer.send(frame::BlobWant{offer.blob, 0, 1});
        } else {
            peer.send(frame::BlobChunk{offer.blob, 0, {QByteArray(5, 'z')}});
        }
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, std::optional(closecode::protocol));
        QVERIFY(world.relay.blobs.empty());
    }

    // However much a client wants, a relay sends it as far as its queue has room.
    void wantsBeyondTheWindowArePassedOver() {
        World world;
        const BlobOffer offer = offerOf(20 * chunk, 'z');
        world.relay.blobs.emplace(offer.blob, FakeRelay::HeldBlob{offer, QByteArray(20 * chunk, 'z')});
        std::vector<std::function<void()>> held;
        bool stopped = false;
        world.lineOfNext = [&](std::function<void()> deliver) {
            if (stopped) {
                held.push_back(std::move(deliver));
            } else {
                world.time.after(Millis(5), std::move(deliver));
            }
        };
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        for (quint64 i = 0; i < 20; ++i) {
            peer.send(frame::BlobWant{offer.blob, i, 1});
        }
        stopped = true;
        world.pass(Millis(100));
        // One goes into an empty queue; then at most the window waits until there is room.
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(peer.count<frame::BlobChunk>(), 0);
        stopped = false;
        for (const auto& deliver : held) {
            deliver();
        }
        world.pass(Millis(100));
        QCOMPARE(peer.count<frame::BlobChunk>(), 1 + limits::blobChunksInFlight);
    }
};

QTEST_APPLESS_MAIN(TestBlobs)
#include "test_blobs.moc"
