// What is sealed to a relay: opened by it alone, for the one thing it was sealed for, and by an independent
// implementation from the words of docs/format.md.
#include "identity/random.h"
#include "identity/sealedbox.h"
#include "identity/tlsidentity.h"

#include <QProcess>
#include <QTest>

using namespace bongsu;

class TestSealedBox : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void opensForItsRelayOnly();
    void everyFlippedByteIsFound();
    void isNeverTheSameTwice();
    void aWeakKeyIsRefused();
    void anotherImplementationOpensIt();
    void secretsComeBack();

  private:
    SystemRandomness m_randomness;
    SealingSecret m_secret = SealingSecret::random(m_randomness);
    QByteArray m_bound = boundSecret(OrgId::zeros(), DeviceId::zeros(), QString::fromUtf8(u8"문자"));

    QByteArray sealed(const QByteArray& plain) {
        return *sealTo(sealingKeyOf(m_secret), plain, m_bound, m_randomness);
    }
};

void TestSealedBox::opensForItsRelayOnly() {
    const QByteArray box = sealed("password");
    QCOMPARE(openSealed(m_secret, box, m_bound), std::optional(QByteArray("password")));
    QVERIFY(!openSealed(SealingSecret::random(m_randomness), box, m_bound));
    QVERIFY(
        !openSealed(m_secret, box, boundSecret(OrgId::zeros(), DeviceId::zeros(), QStringLiteral("mail"))));
    QVERIFY(!box.contains("password"));
}

void TestSealedBox::everyFlippedByteIsFound() {
    const QByteArray box = sealed("p");
    for (int i = 0; i < box.size(); ++i) {
        QByteArray flipped = box;
        flipped[i] = char(flipped[i] ^ 0x40);
        QVERIFY2(!openSealed(m_secret, flipped, m_bound), qPrintable(QString::number(i)));
        QVERIFY(!openSealed(m_secret, box.first(i), m_bound));
    }
}

void TestSealedBox::isNeverTheSameTwice() {
    QVERIFY(sealed("p") != sealed("p"));
}

void TestSealedBox::aWeakKeyIsRefused() {
    QVERIFY(!sealTo(SealingKey::zeros(), "p", m_bound, m_randomness));
    QVERIFY(!openSealed(m_secret, QByteArray(100, '\0'), m_bound));
}

void TestSealedBox::anotherImplementationOpensIt() {
    const QByteArray script = R"(
import sys
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
secret, box, channel = bytes.fromhex(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3]
own = X25519PrivateKey.from_private_bytes(secret)
public = own.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
shared = own.exchange(X25519PublicKey.from_public_bytes(box[:32]))
key = HKDF(hashes.SHA256(), 32, None, b"bongsu/sealed-key/1\0").derive(shared + box[:32] + public)
bound = b"bongsu/secret/1\0" + bytes(64) + channel.encode()
sys.stdout.buffer.write(AESGCM(key).decrypt(box[32:44], box[44:], bound))
)";
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"), QString::fromUtf8(script),
                  QString::fromLatin1(m_secret.view().toByteArray().toHex()),
                  QString::fromLatin1(sealed("a word").toHex()), QString::fromUtf8(u8"문자")});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput(), QByteArray("a word"));
}

void TestSealedBox::secretsComeBack() {
    const ChannelSecrets secrets{{{QStringLiteral("token"), "t"}, {QStringLiteral("user"), "u"}},
                                 QStringLiteral("webhook endpoint=https://push.example.kr")};
    QCOMPARE(decodeSecrets(encodeSecrets(secrets)), std::optional(secrets));
    QVERIFY(!decodeSecrets("nonsense"));
}

QTEST_APPLESS_MAIN(TestSealedBox)
#include "test_sealedbox.moc"
