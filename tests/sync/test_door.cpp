#include "sync/realline.h"

#include "domain/base/limits.h"
#include "domain/event/proofs.h"

#include <QScopeGuard>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);
constexpr int patience = 20'000; // ms: generous, for a machine with much else to do
constexpr int binary = 2;
constexpr int continuation = 0;

using Callers = std::vector<std::unique_ptr<RawCaller>>;

} // namespace

class TestDoor final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        // Both ends of thousands of lines are in this process.
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }

    // Silent after TCP, after TLS and after the WebSocket's handshake; an honest client is in all the same,
    // and the silent are gone when their time is over.
    void silentCallersKeepNobodyOut() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        std::vector<std::unique_ptr<QTcpSocket>> mute;
        for (int i = 0; i < 200; ++i) {
            mute.push_back(std::make_unique<QTcpSocket>());
            mute.back()->connectToHost(loopback, relay.port);
        }
        Callers callers;
        for (int i = 0; i < 20; ++i) {
            callers.push_back(std::make_unique<RawCaller>());
            RawCaller& caller = *callers.back();
            caller.call(relay.address());
            if (i % 2 == 0) {
                connect(&caller.socket, &QSslSocket::encrypted, &caller, [&caller] { caller.upgrade(); });
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(220), patience);
        const auto isThere = [](const auto& caller) {
            return caller->isUpgraded() || caller->socket.isEncrypted();
        };
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(callers.begin(), callers.end(), isThere), patience);

        RealDesktop desk(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(desk.desktop.key);
        QElapsedTimer taken;
        taken.start();
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.connector.session(), patience);
        qInfo("an honest client is in after %lld ms beside 220 silent ones", taken.elapsed());

        time.pass(limits::authenticateTime + Millis(1));
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(1), patience);
        QVERIFY(desk.connector.session());
    }

    // Two that are older than all of them: one speaks, one comes from elsewhere.
    void aCrowdPushesOutItsOwn() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RawCaller speaks;
        comeIn(speaks, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        QTcpSocket elsewhere;
        QVERIFY(elsewhere.bind(QHostAddress(QStringLiteral("127.0.0.2"))));
        elsewhere.connectToHost(loopback, relay.port);
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(2), patience);
        int dropped = 0;
        const auto crowd = mutes(relay, limits::connectionsUnproven + 100, dropped);
        QTRY_VERIFY_WITH_TIMEOUT(dropped >= 100, patience);
        QCOMPARE(speaks.socket.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(elsewhere.state(), QAbstractSocket::ConnectedState);
    }

    // A socket and TLS are made for whoever has said all of a first flight, and for nobody else.
    void halfAWordCostsNothing() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        QTcpSocket half;
        half.connectToHost(loopback, relay.port);
        half.write(QByteArray::fromHex("1603010200") + QByteArray(511, 'x')); // of 512
        QTcpSocket other;
        other.connectToHost(loopback, relay.port);
        other.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QAbstractSocket::UnconnectedState,
                                  patience); // no TLS at all
        QCOMPARE(relay.server.connectionCount(), std::size_t(1));
        QVERIFY(relay.server.findChildren<QTcpSocket*>().isEmpty());
        half.write("x");
        QTRY_COMPARE_WITH_TIMEOUT(half.state(), QAbstractSocket::UnconnectedState,
                                  patience); // and it is none
        QVERIFY(half.bytesAvailable() > 0);  // TLS has said so
    }

    // However it is divided between the steps.
    void theTimeCountsFromTheFirstMoment() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        QTcpSocket mute;
        mute.connectToHost(loopback, relay.port);
        QSslSocket late;
        late.setPeerVerifyMode(QSslSocket::VerifyNone);
        late.connectToHost(loopback, relay.port);
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(2), patience);
        time.pass(limits::authenticateTime - Millis(1));
        late.startClientEncryption();
        QTRY_VERIFY_WITH_TIMEOUT(late.isEncrypted(), patience);
        QCOMPARE(relay.server.connectionCount(), std::size_t(2));
        time.pass(Millis(1));
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    void beyondTheLimitTheOldestUnprovenGoes() {
        SimulatedTime time; // nobody's time passes here: only the limit acts
        RealRelay relay(newTlsKeys(), &time);
        RealDesktop early(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(early.desktop.key);
        early.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(early.connector.session(), patience);
        int dropped = 0;
        const auto mute = mutes(relay, limits::connectionsUnproven + 100, dropped);
        QTRY_COMPARE_WITH_TIMEOUT(dropped, 100, patience);
        QCOMPARE(relay.server.connectionCount(), std::size_t(limits::connectionsUnproven) + 1);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(mute[std::size_t(i)]->state(), QAbstractSocket::UnconnectedState);
        }
        RealDesktop late(2, relay.address(), {relay.keys.pin});
        relay.relay.allow(late.desktop.key);
        late.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(late.connector.session(), patience);
        QVERIFY(early.connector.session()); // who has proven themselves stays
    }

    // Of descriptors there are fewer than the limits of lines ask for.
    void whoeverIsHonestFindsADescriptor() {
        rlimit before{};
        getrlimit(RLIMIT_NOFILE, &before);
        rlimit few = before;
        const int next = ::dup(0);
        ::close(next);
        few.rlim_cur = rlim_t(next) + 200;
        setrlimit(RLIMIT_NOFILE, &few);
        const auto asBefore = qScopeGuard([&] { setrlimit(RLIMIT_NOFILE, &before); });
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RealDesktop early(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(early.desktop.key);
        early.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(early.connector.session(), patience);
        int dropped = 0;
        const auto crowd = mutes(relay, 110, dropped); // each takes two: both ends are here
        QTRY_VERIFY_WITH_TIMEOUT(dropped >= 50, patience);
        RealDesktop late(2, relay.address(), {relay.keys.pin});
        relay.relay.allow(late.desktop.key);
        late.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(late.connector.session(), patience);
        QVERIFY(early.connector.session());
    }

    void whatIsTooLargeIsClosedWith1009_data() {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("bytes");
        QTest::newRow("one frame") << 1 << limits::incomingFrameBytes + 1;
        QTest::newRow("one huge frame") << 1 << 300'000;
        QTest::newRow("small fragments") << limits::incomingMessageBytes / 1'000 + 1 << 1'000;
        QTest::newRow("large fragments") << limits::incomingMessageBytes / 60'000 + 1 << 60'000;
    }
    void whatIsTooLargeIsClosedWith1009() {
        QFETCH(int, frames);
        QFETCH(int, bytes);
        RealRelay relay;
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        for (int i = 0; i < frames; ++i) {
            caller.sendFrame(i == 0 ? binary : continuation, false, QByteArray(bytes, 'x'));
        }
        QTRY_VERIFY_WITH_TIMEOUT(caller.closed, patience);
        QCOMPARE(caller.closeCode(), closecode::tooMuch);
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    void fragmentsWithoutEndAreCutShort() {
        RealRelay relay;
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        int sent = 0;
        connect(&caller.socket, &QSslSocket::encryptedBytesWritten, &caller, [&] {
            caller.sendFrame(continuation, false, QByteArray(1'000, 'x'));
            ++sent;
        });
        caller.sendFrame(binary, false, QByteArray(1'000, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(caller.closed, patience);
        QVERIFY(sent > limits::incomingMessageBytes / 1'000);
        QVERIFY(sent < 50'000); // what the kernel takes on top of our limit
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    // They never make a message too large, and no time passes: before somebody has logged in, and after.
    void crumbsWithoutEndAreCutShort_data() {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("isMember");
        QTest::newRow("empty") << 0 << false;
        QTest::newRow("a byte each") << 1 << false;
        QTest::newRow("empty, of a member") << 0 << true;
        QTest::newRow("a byte each, of a member") << 1 << true;
    }
    void crumbsWithoutEndAreCutShort() {
        QFETCH(int, bytes);
        QFETCH(bool, isMember);
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        if (isMember) {
            const HashSigner device(2);
            relay.relay.allow(device);
            QVERIFY(logIn(caller, relay, device));
            QTRY_COMPARE_WITH_TIMEOUT(relay.relay.fanout.size(), std::size_t(1), patience);
        }
        const QByteArray crumb(bytes, 'x');
        int sent = 0;
        const auto more = [&] {
            for (int i = 0; i < 1'000 && caller.socket.encryptedBytesToWrite() < 100'000; ++i, ++sent) {
                caller.sendFrame(continuation, false, crumb);
            }
        };
        connect(&caller.socket, &QSslSocket::encryptedBytesWritten, &caller, more);
        caller.sendFrame(binary, false, crumb);
        QTRY_VERIFY_WITH_TIMEOUT(caller.closeCode() != 0 || caller.closed, patience);
        QCOMPARE(caller.closeCode(), closecode::tooMuch);
        QVERIFY(sent < 200'000);
        caller.socket.abort();
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    // As many bytes as would be too many without a message: these are messages.
    void whoTalksMuchIsNoFlood() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        const HashSigner device(2);
        relay.relay.allow(device);
        QVERIFY(logIn(caller, relay, device));
        QTRY_COMPARE_WITH_TIMEOUT(relay.relay.fanout.size(), std::size_t(1), patience);
        const QByteArray ping = encode(frame::Ping{quint64(1) << 40});
        const int pings = 3 * limits::incomingMessageBytes / int(ping.size() + 6);
        for (int i = 0; i < pings; ++i) {
            caller.sendFrame(binary, true, ping);
        }
        QTRY_COMPARE_WITH_TIMEOUT(caller.socket.bytesToWrite() + caller.socket.encryptedBytesToWrite(), 0,
                                  patience);
        caller.received.clear();
        caller.sendFrame(binary, true, encode(frame::Ping{7}));
        QTRY_VERIFY_WITH_TIMEOUT(caller.received.endsWith(encode(frame::Pong{7})), patience);
        QVERIFY(!caller.closed);
    }

    void theLargestFrameGoesThrough() {
        RealRelay relay;
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        caller.sendFrame(binary, true, QByteArray(limits::incomingFrameBytes, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(caller.closed, patience);
        QCOMPARE(caller.closeCode(),
                 closecode::protocol); // received whole, and judged: it is no frame of ours
    }

    void aHandshakeWithoutEndIsNotKept() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RawCaller caller;
        caller.call(relay.address());
        QTRY_VERIFY_WITH_TIMEOUT(caller.socket.isEncrypted(), patience);
        caller.socket.write("GET /sync HTTP/1.1\r\nX: ");
        caller.socket.write(QByteArray(8'000'000, 'x'));
        // The relay reads no more than its buffer: the rest stays with the caller.
        QTRY_VERIFY_WITH_TIMEOUT(
            caller.socket.bytesToWrite() + caller.socket.encryptedBytesToWrite() < 8'000'000, patience);
        for (const QTcpSocket* socket : relay.server.findChildren<QTcpSocket*>()) {
            QVERIFY(socket->bytesAvailable() <= 4 * limits::incomingFrameBytes);
        }
        time.pass(limits::authenticateTime + Millis(1));
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    void textIsAFault() {
        RealRelay relay;
        RawCaller caller;
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        caller.sendFrame(1, true, "hello");
        QTRY_VERIFY_WITH_TIMEOUT(caller.closed, patience);
        QCOMPARE(caller.closeCode(), closecode::protocol);
    }

    // One client stops reading while much is written. What waits for it stays bounded, it is dropped when its
    // time is over, and another has everything at once.
    void aSlowReaderIsDroppedWhileAnotherGetsAll() {
        SimulatedTime time;
        RealRelay relay(newTlsKeys(), &time);
        RealDesktop quick(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(quick.desktop.key);
        quick.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(quick.desktop.caughtUps == 1, patience);

        const HashSigner slow(2);
        relay.relay.allow(slow);
        RawCaller caller;
        caller.socket.setReadBufferSize(4'096);
        comeIn(caller, relay);
        if (QTest::currentTestFailed()) {
            return;
        }
        QVERIFY(logIn(caller, relay, slow));
        QTRY_COMPARE_WITH_TIMEOUT(relay.relay.fanout.size(), std::size_t(2), patience);
        caller.deaf = true;

        constexpr int notes = 4'000; // of 4 KB: more than the kernel's buffers take
        const QString text(1'300, u'불');
        qsizetype mostWaiting = 0;
        for (int i = 0; i < notes; ++i) {
            relay.relay.record(fire, makeNote(relay.relay.author, lineOrg, fire, quint64(i) + 1, text));
            if (i % 20 == 0) {
                QTRY_COMPARE_WITH_TIMEOUT(quick.desktop.held(fire), std::size_t(i) + 1, patience);
                for (const QTcpSocket* socket : relay.server.findChildren<QTcpSocket*>()) {
                    mostWaiting = std::max<qsizetype>(mostWaiting, socket->bytesToWrite());
                }
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(quick.desktop.held(fire), std::size_t(notes), patience);
        qInfo("at most %lld bytes waited for the slow reader", qint64(mostWaiting));
        QVERIFY(mostWaiting >=
                limits::liveQueueBytes); // or the kernel took everything, and nothing was tried
        QVERIFY(mostWaiting < limits::liveQueueBytes + 2 * limits::frameBytes);
        QCOMPARE(relay.relay.fanout.size(), std::size_t(2));
        time.pass(limits::stallTime + Millis(1));
        QCOMPARE(relay.relay.fanout.size(), std::size_t(1));
        time.pass(limits::closeTime + Millis(1));
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(1), patience);
        QVERIFY(quick.connector.session());
    }

  private:
    // Up to where a session begins.
    static void comeIn(RawCaller& caller, const RealRelay& relay) {
        caller.call(relay.address());
        QTRY_VERIFY_WITH_TIMEOUT(caller.socket.isEncrypted(), patience);
        caller.upgrade();
        QTRY_VERIFY_WITH_TIMEOUT(caller.isUpgraded(), patience);
    }

    // They connect and say nothing.
    std::vector<std::unique_ptr<QTcpSocket>> mutes(const RealRelay& relay, int count, int& dropped) {
        std::vector<std::unique_ptr<QTcpSocket>> all;
        for (int i = 0; i < count; ++i) {
            all.push_back(std::make_unique<QTcpSocket>());
            connect(all.back().get(), &QTcpSocket::disconnected, this, [&] { ++dropped; });
            all.back()->connectToHost(loopback, relay.port);
            if (i % 200 == 0) {
                QCoreApplication::processEvents();
            }
        }
        return all;
    }

    // By hand, over a raw caller that still listens.
    static bool logIn(RawCaller& caller, RealRelay& relay, const Signer& device) {
        const qsizetype before = caller.received.size();
        caller.sendFrame(binary, true, encode(frame::Hello{{}, lineOrg, QString()}));
        if (!QTest::qWaitFor([&] { return caller.received.size() > before; }, patience)) {
            return false;
        }
        const auto challenge = decodeFrame(caller.received.sliced(before + 2)); // a frame below 126 bytes
        if (!challenge) {
            return false;
        }
        const Nonce nonce = numbered<Nonce>(7);
        const QByteArray message = loginMessage(lineOrg, relay.relay.relayId(), relay.keys.pin,
                                                std::get<frame::Challenge>(*challenge).nonce, nonce);
        caller.sendFrame(
            binary, true,
            encode(frame::Login{deviceIdOf(device.publicKey()), nonce, device.sign(message), {}}));
        caller.sendFrame(binary, true, encode(frame::Have{{}, false}));
        return true;
    }
};

QTEST_GUILESS_MAIN(TestDoor)
#include "test_door.moc"
