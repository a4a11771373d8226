// Certificates and pins, against what openssl and Qt say of the same bytes, and in a real handshake.
#include "domain/base/hash.h"
#include "identity/random.h"
#include "identity/tlsidentity.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Moment now() {
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

// Made by `openssl req -new -x509` with a P-256 key.
const QByteArray foreignDer = QByteArray::fromBase64(
    "MIIBcTCCARegAwIBAgIUSrV/MEVIyO/mJ1uq7DCjRZgv24MwCgYIKoZIzj0EAwIwDjEMMAoGA1UEAwwDcGluMB4XDT"
    "I2MTEyMjAxNDk0NVoXDTM2MTExOTAxNDk0NVowDjEMMAoGA1UEAwwDcGluMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD"
    "QgAEu1Ih5hvdGf7fNUrb33VkoCdFC2rxEYF2te8xg1Eb1A+gIRjOAhkcyBYHJvf/As3XaC3284mUqwdGPU8fihWElq"
    "NTMFEwHQYDVR0OBBYEFGzSk+LgGY5epn8Wsu/OXeaV6IdxMB8GA1UdIwQYMBaAFGzSk+LgGY5epn8Wsu/OXeaV6Idx"
    "MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgNX9/r3ioKBkVD9XYWtiUX5eK2HJmr0Hkah2l9dilgc"
    "ICIQCUodRcKsbxj0EeDA2QjoI9rYdAk0mdJxHEKDwfIc+K1A==");
// Of it: openssl x509 -pubkey | openssl pkey -pubin -outform der | sha256sum
constexpr auto foreignPin = u"87222511a3cc64d692efe778f553331a00f09645d84eb30753ceab579c605df0";

} // namespace

class TestTlsIdentity : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void agreesWithOpensslOnAPin();
    void agreesWithQtOnEverything();
    void keepsThePinOfItsKey();
    void refusesWhatIsNoCertificate();
    void refusesOtherKeysAndNames();
    void isTakenInAHandshake();
    void knowsTheSealingKeyOfTheRfc();

  private:
    SystemRandomness m_randomness;
};

void TestTlsIdentity::agreesWithOpensslOnAPin() {
    const auto pin = pinOfCertificate(foreignDer);
    QVERIFY(pin);
    QCOMPARE(pin->toHex(), QString::fromUtf16(foreignPin));
    // What a client can compute without this layer: the key as Qt gives it.
    QCOMPARE(sha256({QSslCertificate(foreignDer, QSsl::Der).publicKey().toDer()}), pin->toBytes());
}

void TestTlsIdentity::agreesWithQtOnEverything() {
    const QByteArray key = newTlsKey();
    const Moment from = now();
    const auto made = selfSignedCertificate(
        key, {QStringLiteral("relay.example"), QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::7")},
        from);
    QVERIFY(made);
    const QSslCertificate read(made->pem, QSsl::Pem);
    QVERIFY(!read.isNull());
    QCOMPARE(read.toDer(), made->der);
    QCOMPARE(read.subjectInfo(QSslCertificate::CommonName), QStringList(QStringLiteral("bongsu relay")));
    QVERIFY(read.isSelfSigned());
    QCOMPARE(sha256({read.publicKey().toDer()}), made->pin.toBytes());
    QCOMPARE(pinOfCertificate(made->der), std::optional(made->pin));
    QCOMPARE(read.effectiveDate().toMSecsSinceEpoch() / 1000, from.time_since_epoch().count() / 1000);
    QCOMPARE(read.expiryDate().toMSecsSinceEpoch(), qint64(made->notAfter.time_since_epoch().count()));
    QVERIFY(made->notAfter - from > 3652 * 24h && made->notAfter - from <= 3653 * 24h);
    const auto names = read.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList(QStringLiteral("relay.example")));
    QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
    const QSslKey privateKey(key, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    QVERIFY(!privateKey.isNull());
    QCOMPARE(privateKey.length(), 256);
}

void TestTlsIdentity::keepsThePinOfItsKey() {
    const QByteArray key = newTlsKey();
    const auto first = selfSignedCertificate(key, {}, now());
    const auto later =
        selfSignedCertificate(key, {QStringLiteral("other.example")}, now() + 24h, std::chrono::days(1));
    QVERIFY(first && later);
    QVERIFY(first->der != later->der);
    QCOMPARE(first->pin, later->pin);
    QCOMPARE(pinOfTlsKey(key), std::optional(first->pin));
    QVERIFY(selfSignedCertificate(newTlsKey(), {}, now())->pin != first->pin);
    // Serial numbers differ even for one key and moment.
    QVERIFY(QSslCertificate(first->der, QSsl::Der).serialNumber() !=
            QSslCertificate(selfSignedCertificate(key, {}, now())->der, QSsl::Der).serialNumber());
}

void TestTlsIdentity::refusesWhatIsNoCertificate() {
    QVERIFY(!pinOfCertificate({}));
    QVERIFY(!pinOfCertificate("not a certificate"));
    QVERIFY(!pinOfCertificate(foreignDer + '\0'));
    for (qsizetype size = 0; size < foreignDer.size(); ++size) {
        QVERIFY(!pinOfCertificate(foreignDer.first(size)));
    }
    // Altered anywhere it never crashes, and where the key's 64 bytes are altered the pin is another or there
    // is none.
    const auto pin = pinOfCertificate(foreignDer);
    const qsizetype keyAt = foreignDer.indexOf(QByteArray::fromHex("bb5221e61bdd19fe"));
    QVERIFY(keyAt > 0);
    for (qsizetype at = 0; at < foreignDer.size(); ++at) {
        QByteArray altered = foreignDer;
        altered[at] = char(altered[at] ^ 0x10);
        const auto other = pinOfCertificate(altered);
        QVERIFY(at < keyAt || at >= keyAt + 64 || other != pin);
    }
    QVERIFY(!pinOfTlsKey({}));
    QVERIFY(!pinOfTlsKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"));
}

void TestTlsIdentity::refusesOtherKeysAndNames() {
    const auto codeFor = [](const QByteArray& key, const QStringList& names, Moment from) {
        const auto made = selfSignedCertificate(key, names, from);
        return made ? QByteArray("made") : codeOf(made.error());
    };
    // An Ed25519 key in PKCS#8, which Qt could not load, and a key under a password, which nobody is there to
    // type.
    const QByteArray ed25519("-----BEGIN PRIVATE KEY-----\n"
                             "MC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
                             "-----END PRIVATE KEY-----\n");
    QVERIFY(pinOfTlsKey(ed25519));
    QCOMPARE(codeFor(ed25519, {}, now()), QByteArray(failure::keyUnusable));
    QCOMPARE(codeFor("nothing", {}, now()), QByteArray(failure::keyUnusable));
    const QByteArray key = newTlsKey();
    QCOMPARE(codeFor(key, {QStringLiteral("relay.example")}, now()), QByteArray("made"));
    for (const char16_t* name :
         {u"", u"a,IP:1.2.3.4", u"a\nDNS:b", u"*.example", u"a b", u"256.1.1.1", u"대피소"}) {
        QCOMPARE(codeFor(key, {QString::fromUtf16(name)}, now()), QByteArray(refusal::outOfRange));
    }
    QCOMPARE(codeFor(key, {}, Moment(Millis(quint64(1) << 53))), QByteArray(refusal::outOfRange));
}

// With our certificate as the only trusted one, every check of the client passes but that nobody vouches for
// it.
void TestTlsIdentity::isTakenInAHandshake() {
    const QByteArray key = newTlsKey();
    const auto made = selfSignedCertificate(key, {QStringLiteral("127.0.0.1")}, now() - 1h);
    QVERIFY(made);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setLocalCertificate(QSslCertificate(made->pem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(key, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));

    QSslConfiguration ours = QSslConfiguration::defaultConfiguration();
    ours.setProtocol(QSsl::TlsV1_3OrLater);
    ours.setCaCertificates({});
    QSslSocket client;
    client.setSslConfiguration(ours);
    client.setPeerVerifyMode(QSslSocket::QueryPeer); // to hear of every fault and go on
    QSignalSpy encrypted(&client, &QSslSocket::encrypted);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort());
    QVERIFY(encrypted.wait(10000));
    QCOMPARE(client.sessionProtocol(), QSsl::TlsV1_3);
    QCOMPARE(pinOfCertificate(client.peerCertificate().toDer()), std::optional(made->pin));
    const QList<QSslError> errors = client.sslHandshakeErrors();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.front().error(), QSslError::SelfSignedCertificate);
}

// RFC 7748, 6.1.
void TestTlsIdentity::knowsTheSealingKeyOfTheRfc() {
    const auto secret = SealingSecret::tryFrom(
        QByteArray::fromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    QCOMPARE(sealingKeyOf(*secret).toHex(),
             QStringLiteral("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
    QVERIFY(sealingKeyOf(SealingSecret::random(m_randomness)) !=
            sealingKeyOf(SealingSecret::random(m_randomness)));
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "test_tlsidentity.moc"
