// The processor's SHA-256 and Qt's say the same of every length and every way to cut it.
#include "domain/base/sha256.h"

#include <QCryptographicHash>
#include <QTest>

#include <random>

namespace bongsu {

class TestHash : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyLengthAgrees();
    void everyCutAgrees();
    void aMillionLettersAreAsPublished();

  private:
    QByteArray m_bytes;
};

void TestHash::initTestCase() {
    constexpr quint32 seed = 27;
    std::mt19937 chance(seed);
    m_bytes.resize(1000);
    std::generate(m_bytes.begin(), m_bytes.end(), [&] { return char(chance()); });
}

void TestHash::everyLengthAgrees() {
    for (qsizetype length = 0; length <= m_bytes.size(); ++length) {
        const QByteArrayView bytes = QByteArrayView(m_bytes).first(length);
        QCOMPARE(sha256Of(bytes, {}),
                 QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256));
        QCOMPARE(sha256Portably(bytes, {}), sha256Of(bytes, {}));
    }
}

void TestHash::everyCutAgrees() {
    const QByteArrayView bytes = QByteArrayView(m_bytes).first(300);
    const QByteArray whole = sha256Of(bytes, {});
    for (qsizetype first = 0; first <= 200; ++first) {
        for (const qsizetype second : {0, 1, 55, 56, 63, 64, 65, 100}) {
            QCOMPARE(
                sha256Of(bytes.first(first), {bytes.sliced(first, second), bytes.sliced(first + second)}),
                whole);
            QCOMPARE(sha256Portably(bytes.first(first), {bytes.sliced(first)}), whole);
        }
    }
}

// FIPS 180-2, B.3.
void TestHash::aMillionLettersAreAsPublished() {
    QCOMPARE(sha256Of(QByteArray(1'000'000, 'a'), {}).toHex(),
             QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

} // namespace bongsu

QTEST_APPLESS_MAIN(bongsu::TestHash)
#include "test_hash.moc"
