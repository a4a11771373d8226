// Sealing against a published vector, and against every altered byte.
#include "identity/random.h"
#include "identity/sealing.h"

#include <QTest>

#include <set>

using namespace bongsu;

namespace {

QByteArray hex(const char* digits) {
    return QByteArray::fromHex(digits);
}

// Gives the bytes it was told to give.
class FixedRandomness : public Randomness {
  public:
    explicit FixedRandomness(QByteArray given) : m_given(std::move(given)) {}
    QByteArray bytes(int count) override { return m_given.first(count); }

  private:
    QByteArray m_given;
};

} // namespace

class TestSealing : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void givesThePublishedCiphertext();
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void refusesEveryAlteredByte();
    void refusesAnotherPlaceOrKey();
    void opensAfterARefusal();
    void neverUsesANonceTwice();
    void wrapsKeys();

  private:
    SystemRandomness m_randomness;
};

// Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation".
void TestSealing::givesThePublishedCiphertext() {
    FixedRandomness nonce(hex("cafebabefacedbaddecaf888"));
    const GcmSealer sealer(
        *AesKey::tryFrom(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")), nonce);
    const QByteArray plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                 "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    const QByteArray bound = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    QCOMPARE(sealer.seal(plain, bound).toHex(),
             hex("cafebabefacedbaddecaf888522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb"
                 "08e48590d"
                 "bb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b")
                 .toHex());
}

void TestSealing::opensWhatItSealed_data() {
    QTest::addColumn<int>("plainSize");
    QTest::addColumn<int>("boundSize");
    for (const int plain : {0, 1, 15, 16, 17, 800, 6144, 48 * 1024}) {
        for (const int bound : {0, 1, 32}) {
            QTest::addRow("%d bytes bound to %d", plain, bound) << plain << bound;
        }
    }
}

void TestSealing::opensWhatItSealed() {
    QFETCH(int, plainSize);
    QFETCH(int, boundSize);
    const GcmSealer sealer(AesKey::random(m_randomness), m_randomness);
    const QByteArray plain = m_randomness.bytes(plainSize);
    const QByteArray bound = m_randomness.bytes(boundSize);
    const QByteArray sealed = sealer.seal(plain, bound);
    QCOMPARE(sealed.size(), plain.size() + GcmSealer::overhead);
    QCOMPARE(sealer.open(sealed, bound), std::optional(plain));
}

void TestSealing::refusesEveryAlteredByte() {
    const GcmSealer sealer(AesKey::random(m_randomness), m_randomness);
    const QByteArray bound = m_randomness.bytes(32);
    const QByteArray sealed = sealer.seal("전원 공급 재개 예정 시각은 아직 없습니다", bound);
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        for (const int flip : {0x01, 0x80, 0xff}) {
            QByteArray altered = sealed;
            altered[at] = char(altered[at] ^ flip);
            QVERIFY2(!sealer.open(altered, bound), QByteArray::number(at));
        }
    }
    for (qsizetype size = 0; size < sealed.size(); ++size) {
        QVERIFY2(!sealer.open(sealed.first(size), bound), QByteArray::number(size));
    }
    QVERIFY(!sealer.open(sealed + '\0', bound));
}

void TestSealing::refusesAnotherPlaceOrKey() {
    const AesKey key = AesKey::random(m_randomness);
    const GcmSealer sealer(key, m_randomness);
    const QByteArray bound = m_randomness.bytes(32);
    const QByteArray sealed = sealer.seal("x", bound);
    QVERIFY(!sealer.open(sealed, m_randomness.bytes(32)));
    QVERIFY(!sealer.open(sealed, {}));
    QVERIFY(!sealer.open(sealed, bound + '\0'));
    QVERIFY(!GcmSealer(AesKey::random(m_randomness), m_randomness).open(sealed, bound));
    QCOMPARE(GcmSealer(key, m_randomness).open(sealed, bound), std::optional<QByteArray>("x"));
}

// The contexts are used again and again: a failed call must leave nothing behind.
void TestSealing::opensAfterARefusal() {
    const GcmSealer sealer(AesKey::random(m_randomness), m_randomness);
    for (int i = 0; i < 100; ++i) {
        const QByteArray plain = m_randomness.bytes(i);
        const QByteArray bound = m_randomness.bytes(i % 40);
        QByteArray sealed = sealer.seal(plain, bound);
        QByteArray altered = sealed;
        altered[i % altered.size()] = char(altered[i % altered.size()] ^ 1);
        QVERIFY(!sealer.open(altered, bound));
        QCOMPARE(sealer.open(sealed, bound), std::optional(plain));
    }
}

void TestSealing::neverUsesANonceTwice() {
    const GcmSealer sealer(AesKey::random(m_randomness), m_randomness);
    std::set<QByteArray> nonces;
    for (int i = 0; i < 10000; ++i) {
        nonces.insert(sealer.seal("same", "same").first(GcmSealer::nonceSize));
    }
    QCOMPARE(nonces.size(), std::size_t(10000));
}

void TestSealing::wrapsKeys() {
    const GcmKeyRing ring(AesKey::random(m_randomness), m_randomness);
    const QByteArray incidentKey = ring.newKey();
    QCOMPARE(incidentKey.size(), AesKey::size);
    QVERIFY(ring.newKey() != incidentKey);
    const QByteArray wrapped = ring.store().seal(incidentKey, "log");
    const auto unwrapped = ring.store().open(wrapped, "log");
    QCOMPARE(unwrapped, std::optional(incidentKey));
    const auto sealer = ring.sealer(*unwrapped);
    QVERIFY(sealer);
    QCOMPARE(ring.sealer(incidentKey)->open(sealer->seal("note", "id"), "id"),
             std::optional<QByteArray>("note"));
    QVERIFY(!ring.sealer(incidentKey.first(31)));
    QVERIFY(!ring.sealer({}));
}

QTEST_APPLESS_MAIN(TestSealing)
#include "test_sealing.moc"
