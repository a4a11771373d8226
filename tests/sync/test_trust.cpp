#include "sync/realline.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

constexpr int patience = 10'000; // ms: generous, for a machine with much else to do

QByteArray detailOf(const Error& error) {
    return std::visit([](const auto& known) { return known.detail; }, error);
}

// An inspecting proxy: an authority of its own, and a certificate by it for 127.0.0.1. Made by openssl.
class Proxy {
  public:
    Proxy() : m_server(QStringLiteral("proxy"), QWebSocketServer::SecureMode) {}

    bool start() {
        if (!openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout root.key"
                     " -out root.pem -subj /CN=InspectingProxy") ||
            !openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout leaf.key -out leaf.csr"
                     " -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1") ||
            !openssl(
                "x509 -req -in leaf.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2 -out leaf.pem"
                " -copy_extensions copy")) {
            return false;
        }
        root = QSslCertificate(read("root.pem"));
        QSslConfiguration tls;
        tls.setLocalCertificateChain({QSslCertificate(read("leaf.pem")), root});
        tls.setPrivateKey(QSslKey(read("leaf.key"), QSsl::Ec));
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            QWebSocket* caller = m_server.nextPendingConnection();
            caller->setParent(&m_server);
            QObject::connect(caller, &QWebSocket::binaryMessageReceived, &m_server, [this] { ++messages; });
        });
        return m_server.listen(QHostAddress(loopback));
    }
    Address address() const { return {loopback, m_server.serverPort()}; }

    QSslCertificate root;
    int messages = 0; // that callers entrusted to it

  private:
    bool openssl(const char* words) const {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral("openssl"), QString::fromLatin1(words).split(u' '));
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }
    QByteArray read(const char* name) const {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    QWebSocketServer m_server;
};

} // namespace

class TestTrust final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPinnedRelayIsReachedAndEverythingArrives() {
        RealRelay relay;
        relay.relay.fill(lineOrgLog, 1'500);
        RealDesktop desk(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(desk.desktop.key);
        desk.desktop.write(lineOrgLog);
        desk.connector.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.desktop.held(lineOrgLog), std::size_t(1'501), patience);
        QVERIFY(desk.desktop.outbox.empty());
        QCOMPARE(desk.desktop.gaps, 0);
        QCOMPARE(desk.warnings, std::vector{QByteArray()});
        QCOMPARE(relay.server.sessionCount(), std::size_t(1));
        relay.relay.write(lineOrgLog);
        QTRY_COMPARE_WITH_TIMEOUT(desk.desktop.held(lineOrgLog), std::size_t(1'502), patience);
        desk.connector.stop();
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    void aWrongKeyIsRefusedAndSaysWhoseItIs() {
        RealRelay relay;
        RealDesktop desk(1, relay.address(), {newTlsKeys().pin});
        relay.relay.allow(desk.desktop.key);
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.failures.empty(), patience);
        QCOMPARE(codeOf(desk.failures.front()), QByteArray(failure::wrongPin));
        const QByteArray detail = detailOf(desk.failures.front());
        QVERIFY2(detail.contains("bongsu relay"), detail.constData());
        QVERIFY2(detail.contains(relay.keys.pin.toHex().toLatin1()), detail.constData());
        QVERIFY(desk.desktop.openings.empty());
        QCOMPARE(relay.server.sessionCount(), std::size_t(0));
    }

    void oneOfSeveralPinsIsEnough() {
        RealRelay relay;
        RealDesktop desk(1, relay.address(), {newTlsKeys().pin, relay.keys.pin});
        relay.relay.allow(desk.desktop.key);
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.connector.session(), patience);
    }

    void datesAreAWarningNotAFault_data() {
        QTest::addColumn<int>("dates");
        QTest::addColumn<QByteArray>("warning");
        QTest::newRow("expired") << int(Dates::Expired) << QByteArray("expired");
        QTest::newRow("not yet") << int(Dates::NotYet) << QByteArray("notYet");
        QTest::newRow("soon") << int(Dates::EndsSoon) << QByteArray("endsSoon");
    }
    void datesAreAWarningNotAFault() {
        QFETCH(int, dates);
        QFETCH(QByteArray, warning);
        RealRelay relay(newTlsKeys(Dates(dates)));
        RealDesktop desk(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(desk.desktop.key);
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.connector.session(), patience);
        QCOMPARE(desk.warnings, std::vector{warning});
        RealDesktop other(2, relay.address(), {newTlsKeys().pin}); // and dates forgive no wrong key
        other.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(!other.failures.empty(), patience);
        QCOMPARE(codeOf(other.failures.front()), QByteArray(failure::wrongPin));
        QVERIFY(other.warnings.empty());
    }

    void nobodyThereIsNoWrongKey() {
        RealRelay relay;
        QTcpServer dead;
        QVERIFY(dead.listen(QHostAddress(loopback)));
        const Address address{loopback, dead.serverPort()};
        dead.close();
        RealDesktop desk(1, address, {relay.keys.pin});
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.failures.empty(), patience);
        QCOMPARE(codeOf(desk.failures.front()), QByteArray(failure::linkLost));
    }

    void aSilentListenerIsLeftInTime() {
        QTcpServer silent; // takes the call and says nothing
        QVERIFY(silent.listen(QHostAddress(loopback)));
        SystemClock clock;
        SimulatedTime time;
        SeededRandomness randomness;
        const Surroundings around{clock, time, time, randomness};
        WebSocketDialer dialer({numbered<TlsPin>(1)}, around);
        std::optional<Error> why;
        auto attempt = dialer.dial({loopback, silent.serverPort()},
                                   [&](Result<Dialed> result) { why = result.error(); });
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        time.pass(limits::connectTime - Millis(1));
        QVERIFY(!why);
        time.pass(Millis(1));
        QVERIFY(why);
        QCOMPARE(codeOf(*why), QByteArray(failure::linkLost));
    }

    // The trap: with the proxy's root among the system's authorities and a matching name no TLS error is ever
    // raised.
    void aProxyWhoseRootTheSystemTrustsIsRefused() {
        Proxy proxy;
        QVERIFY(proxy.start());
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(proxy.root);
        QSslConfiguration::setDefaultConfiguration(trusting);

        QWebSocket naive; // what any other program on this machine does
        bool complained = false;
        connect(&naive, &QWebSocket::sslErrors, this, [&] { complained = true; });
        naive.open(QUrl(QStringLiteral("wss://127.0.0.1:%1").arg(proxy.address().port)));
        QTRY_COMPARE_WITH_TIMEOUT(naive.state(), QAbstractSocket::ConnectedState, patience);
        QVERIFY(!complained);
        // The second look, at connected, finds it out even so.
        const TlsPin relayPin = newTlsKeys().pin;
        QVERIFY(!pinnedPeer(naive, Pins{relayPin}));
        QVERIFY(pinnedPeer(naive, Pins{relayPin, pinOf(naive.sslConfiguration().peerCertificate())}));

        RealDesktop desk(1, proxy.address(), {relayPin});
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.failures.empty(), patience);
        QCOMPARE(codeOf(desk.failures.front()), QByteArray(failure::wrongPin));
        QVERIFY2(detailOf(desk.failures.front()).contains("InspectingProxy"),
                 detailOf(desk.failures.front()));
        QCOMPARE(proxy.messages, 0);
        QSslConfiguration::setDefaultConfiguration(before);
    }

    // A pinned key does not excuse everything: here the certificate has another issuer than itself.
    void onlyTheNamedErrorsArePassedOver() {
        Proxy proxy;
        QVERIFY(proxy.start());
        QWebSocket look; // learns the proxy's key
        connect(&look, &QWebSocket::sslErrors, &look, [&] {});
        std::optional<TlsPin> pin;
        connect(&look, &QWebSocket::sslErrors, this,
                [&] { pin = pinOf(look.sslConfiguration().peerCertificate()); });
        look.open(QUrl(QStringLiteral("wss://127.0.0.1:%1").arg(proxy.address().port)));
        QTRY_VERIFY_WITH_TIMEOUT(pin, patience);
        RealDesktop desk(1, proxy.address(), {*pin});
        desk.connector.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.failures.empty(), patience);
        QCOMPARE(codeOf(desk.failures.front()), QByteArray(failure::linkLost));
        QCOMPARE(proxy.messages, 0);
    }

    void thePinIsTheHashOfThePublicKeyAlone() {
        const TlsKeys keys = newTlsKeys();
        QVERIFY(pinOf(QSslCertificate(keys.certificatePem)) == keys.pin);
        const auto renewed =
            selfSignedCertificate(keys.keyPem, {QStringLiteral("relay.example")}, Moment(Millis(0)));
        QVERIFY(pinOf(QSslCertificate(renewed->pem)) == keys.pin);
    }

    void olderTlsIsNotSpoken() {
        RealRelay relay;
        RawCaller caller;
        QSslConfiguration tls = caller.socket.sslConfiguration();
        tls.setProtocol(QSsl::TlsV1_2);
        caller.socket.setSslConfiguration(tls);
        caller.call(relay.address());
        QTRY_VERIFY_WITH_TIMEOUT(caller.socket.error() == QAbstractSocket::SslHandshakeFailedError, patience);
        QVERIFY(!caller.socket.isEncrypted());
        QTRY_COMPARE_WITH_TIMEOUT(relay.server.connectionCount(), std::size_t(0), patience);
    }

    void keysThatDoNotFitAreRefused() {
        TlsKeys keys = newTlsKeys();
        const TlsKeys other = newTlsKeys();
        FakeRelay host(lineOrg);
        SystemClock clock;
        SteadyClock steady;
        QtTimers timers;
        SeededRandomness randomness;
        const Surroundings around{clock, steady, timers, randomness};
        RelayServer mixed(host, host.fanout, around, {other.keyPem, keys.certificatePem, keys.pin});
        QCOMPARE(codeOf(mixed.listen({loopback, 0}).error()), QByteArray(failure::keyUnusable));
        RelayServer mispinned(host, host.fanout, around, {keys.keyPem, keys.certificatePem, other.pin});
        QCOMPARE(codeOf(mispinned.listen({loopback, 0}).error()), QByteArray(failure::keyUnusable));
        RelayServer noise(host, host.fanout, around, {"noise", keys.certificatePem, keys.pin});
        QCOMPARE(codeOf(noise.listen({loopback, 0}).error()), QByteArray(failure::keyUnusable));
        RelayServer elsewhere(host, host.fanout, around, keys);
        QCOMPARE(codeOf(elsewhere.listen({QStringLiteral("192.0.2.1"), 0}).error()),
                 QByteArray(failure::listen));
        RelayServer first(host, host.fanout, around, keys);
        const auto port = first.listen({QStringLiteral("localhost"), 0});
        QVERIFY(port.has_value());
        RelayServer second(host, host.fanout, around, keys);
        QCOMPARE(codeOf(second.listen({loopback, *port}).error()), QByteArray(failure::listen));
    }

    void aStoppingRelaySaysGoodbyeAndEmpties() {
        RealRelay relay;
        RealDesktop desk(1, relay.address(), {relay.keys.pin});
        relay.relay.allow(desk.desktop.key);
        desk.connector.start();
        RawCaller silent;
        silent.call(relay.address());
        QTRY_VERIFY_WITH_TIMEOUT(desk.connector.session(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(silent.socket.isEncrypted(), patience);
        bool emptied = false;
        connect(&relay.server, &RelayServer::emptied, this, [&] { emptied = true; });
        relay.server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(emptied, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.ends.empty(), patience);
        QCOMPARE(desk.ends.front(), QByteArray(failure::stopped));
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "test_trust.moc"
