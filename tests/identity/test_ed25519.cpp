// Ed25519 against RFC 8032, and against keys and signatures made to deceive.
#include "domain/base/hash.h"
#include "domain/event/proofs.h"
#include "identity/ed25519.h"
#include "identity/random.h"

#include <QTest>

#include <set>

using namespace bongsu;

namespace {

QByteArray hex(const char* digits) {
    return QByteArray::fromHex(digits);
}
PublicKey keyOf(const char* digits) {
    return *PublicKey::tryFrom(hex(digits));
}
Signature signatureOf(const char* digits) {
    return *Signature::tryFrom(hex(digits));
}

template <class FixedType>
FixedType flipped(const FixedType& value, int bit) {
    QByteArray raw = value.toBytes();
    raw[bit / 8] = char(raw[bit / 8] ^ (1 << (bit % 8)));
    return *FixedType::tryFrom(raw);
}

} // namespace

class TestEd25519 : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void givesTheSignaturesOfTheRfc_data();
    void givesTheSignaturesOfTheRfc();
    void refusesEveryFlippedBit();
    void refusesKeysThatSignEverything_data();
    void refusesKeysThatSignEverything();
    void refusesTheSecondFormOfASignature();
    void refusesKeysOffTheCurve();
    void keepsItsSeed();
    void provesAJoin();
    void provesALogin();
    void drawsDifferentBytes();

  private:
    Ed25519Verifier m_verifier;
    SystemRandomness m_randomness;
};

void TestEd25519::givesTheSignaturesOfTheRfc_data() {
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("1: empty")
        << hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
        << hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
               "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("2: one byte")
        << hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << hex("72")
        << hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e1599"
               "6e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("3: two bytes")
        << hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025") << hex("af82")
        << hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f2"
               "90ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    QTest::newRow("SHA(abc)")
        << hex("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42")
        << hex("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf")
        << hex("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a8"
               "36ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        << hex("dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ec"
               "fdfbc7c66431e0303dca179c138ac17ad9bef1177331a704");
}

void TestEd25519::givesTheSignaturesOfTheRfc() {
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const Ed25519Key signer(*Seed::tryFrom(seed));
    QCOMPARE(signer.publicKey().toBytes(), key);
    QCOMPARE(signer.sign(message).toBytes(), signature);
    QVERIFY(m_verifier.verify(signer.publicKey(), message, *Signature::tryFrom(signature)));
    QVERIFY(!m_verifier.verify(signer.publicKey(), message + "x", *Signature::tryFrom(signature)));
}

void TestEd25519::refusesEveryFlippedBit() {
    const Ed25519Key key = Ed25519Key::generate(m_randomness);
    const QByteArray message("판교 데이터센터 화재");
    const Signature signature = key.sign(message);
    QVERIFY(m_verifier.verify(key.publicKey(), message, signature));
    for (int bit = 0; bit < Signature::size * 8; ++bit) {
        QVERIFY2(!m_verifier.verify(key.publicKey(), message, flipped(signature, bit)),
                 QByteArray::number(bit));
    }
    for (int bit = 0; bit < PublicKey::size * 8; ++bit) {
        QVERIFY2(!m_verifier.verify(flipped(key.publicKey(), bit), message, signature),
                 QByteArray::number(bit));
    }
}

// Each is the base point as R with S = 1, which holds for every message under a key that is the neutral point
// (and for some messages under the others). OpenSSL alone accepts the first, fifth and sixth for all
// messages.
void TestEd25519::refusesKeysThatSignEverything_data() {
    QTest::addColumn<QByteArray>("key");
    const QByteArray ff30(30, '\xff');
    QTest::newRow("order 1") << hex("01") + QByteArray(31, '\0');
    QTest::newRow("order 4") << QByteArray(32, '\0');
    QTest::newRow("order 2") << hex("ec") + ff30 + hex("7f");
    QTest::newRow("order 4, y = p") << hex("ed") + ff30 + hex("7f");
    QTest::newRow("order 1, y = p + 1") << hex("ee") + ff30 + hex("7f");
    QTest::newRow("order 1, sign set") << hex("01") + QByteArray(30, '\0') + hex("80");
    QTest::newRow("order 4, sign set") << QByteArray(31, '\0') + hex("80");
    QTest::newRow("order 2, sign set") << hex("ec") + ff30 + hex("ff");
    QTest::newRow("order 8") << hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    QTest::newRow("order 8, sign set")
        << hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
    QTest::newRow("order 8 too") << hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    QTest::newRow("order 8 too, sign set")
        << hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
}

void TestEd25519::refusesKeysThatSignEverything() {
    QFETCH(QByteArray, key);
    const auto signature =
        *Signature::tryFrom(hex("58") + QByteArray(31, '\x66') + hex("01") + QByteArray(31, '\0'));
    for (int i = 0; i < 64; ++i) {
        QVERIFY(!m_verifier.verify(*PublicKey::tryFrom(key), QByteArray::number(i), signature));
    }
}

void TestEd25519::refusesTheSecondFormOfASignature() {
    const auto key = keyOf("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
    // An honest one; S + L, which an implementation without the bound takes for the same; and one by the
    // key's owner with the neutral point as R, which OpenSSL alone accepts.
    QVERIFY(
        m_verifier.verify(key, "bongsu",
                          signatureOf("20cb9d0b5fc35f7164b3c0fceb9431ffc90c2169980163e29b0acc9f6a6f82d9"
                                      "502b9c209582187a3a9ddf598172f2e2fab66228faaa181a35c4e6f188861e08")));
    QVERIFY(
        !m_verifier.verify(key, "bongsu",
                           signatureOf("20cb9d0b5fc35f7164b3c0fceb9431ffc90c2169980163e29b0acc9f6a6f82d9"
                                       "3dff917dafe52ad2103ad7fc5f6cd1f7fab66228faaa181a35c4e6f188861e18")));
    QVERIFY(
        !m_verifier.verify(key, "bongsu",
                           signatureOf("0100000000000000000000000000000000000000000000000000000000000000"
                                       "4c99cd931ab1c557bffde848a9503b7a0f4544df243d81b4b49347ae9ed5710d")));
}

void TestEd25519::refusesKeysOffTheCurve() {
    const Ed25519Key signer = Ed25519Key::generate(m_randomness);
    const Signature signature = signer.sign("note");
    // About half of all y have no point; none of these keys made the signature.
    for (int i = 2; i < 200; ++i) {
        const QByteArray raw = QByteArray(1, char(i)) + QByteArray(31, '\0');
        QVERIFY(!m_verifier.verify(*PublicKey::tryFrom(raw), "note", signature));
    }
    QVERIFY(!m_verifier.verify(*PublicKey::tryFrom(QByteArray(32, '\xff')), "note", signature));
    QVERIFY(!m_verifier.verify(signer.publicKey(), "note", Signature::zeros()));
    QVERIFY(!m_verifier.verify(signer.publicKey(), "note", *Signature::tryFrom(QByteArray(64, '\xff'))));
}

void TestEd25519::keepsItsSeed() {
    const Ed25519Key key = Ed25519Key::generate(m_randomness);
    const Ed25519Key again(key.seed());
    QCOMPARE(again.publicKey(), key.publicKey());
    QCOMPARE(again.sign("x"), key.sign("x"));
    QVERIFY(again.seed() == key.seed());
    QVERIFY(!(Ed25519Key::generate(m_randomness).seed() == key.seed()));
}

void TestEd25519::provesAJoin() {
    const Ed25519Key invite = Ed25519Key::generate(m_randomness);
    const PublicKey device = Ed25519Key::generate(m_randomness).publicKey();
    const auto org = m_randomness.fixed<OrgId>();
    const Signature proof = invite.sign(joinMessage(org, device));
    QVERIFY(m_verifier.verify(invite.publicKey(), joinMessage(org, device), proof));
    QVERIFY(!m_verifier.verify(invite.publicKey(), joinMessage(m_randomness.fixed<OrgId>(), device), proof));
    QVERIFY(!m_verifier.verify(invite.publicKey(), joinMessage(org, m_randomness.fixed<PublicKey>()), proof));
    QVERIFY(!m_verifier.verify(device, joinMessage(org, device), proof));
    QCOMPARE(joinMessage(org, device), QByteArray("bongsu/join/1\0", 14) + org.toBytes() + device.toBytes());
}

void TestEd25519::provesALogin() {
    const Ed25519Key device = Ed25519Key::generate(m_randomness);
    const auto org = m_randomness.fixed<OrgId>();
    const auto relay = m_randomness.fixed<DeviceId>();
    const auto pin = m_randomness.fixed<TlsPin>();
    const auto server = m_randomness.fixed<Nonce>();
    const auto client = m_randomness.fixed<Nonce>();
    const Signature login = device.sign(loginMessage(org, relay, pin, server, client));
    const auto holdsFor = [&](const QByteArray& message) {
        return m_verifier.verify(device.publicKey(), message, login);
    };
    QVERIFY(holdsFor(QByteArray("bongsu/login/1\0", 15) + org.toBytes() + relay.toBytes() + pin.toBytes() +
                     server.toBytes() + client.toBytes()));
    QVERIFY(
        !holdsFor(loginMessage(org, relay, m_randomness.fixed<TlsPin>(), server, client))); // through a proxy
    QVERIFY(!holdsFor(loginMessage(org, relay, pin, m_randomness.fixed<Nonce>(), client))); // replayed
    QVERIFY(!holdsFor(loginMessage(org, relay, pin, client, server)));
}

void TestEd25519::drawsDifferentBytes() {
    std::set<QByteArray> drawn;
    for (int i = 0; i < 1000; ++i) {
        drawn.insert(m_randomness.bytes(16));
    }
    QCOMPARE(drawn.size(), std::size_t(1000));
    QCOMPARE(m_randomness.bytes(0).size(), 0);
    QCOMPARE(m_randomness.bytes(7).size(), 7);
}

QTEST_APPLESS_MAIN(TestEd25519)
#include "test_ed25519.moc"
