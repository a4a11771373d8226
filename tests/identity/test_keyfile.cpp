// Key files and root key files: permissions, what is cut off or altered, and what is left behind.
#include "domain/base/hash.h"
#include "identity/keyfile.h"
#include "identity/random.h"
#include "identity/rootfile.h"
#include "identity/secretfile.h"
#include "identity/tlsidentity.h"
#include "support/whynot.h"
#include "support/withroomfor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace bongsu;

namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, QByteArrayView bytes, int mode = 0600) {
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), bytes.size()), bytes.size());
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode_t(mode)), 0);
}

int modeOf(const QString& path) {
    struct stat status {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

} // namespace

class TestKeyFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void keepsAllSecrets();
    void keepsOnlyAStoreKey();
    void isReadableByItsOwnerOnly();
    void refusesAFileThatOthersMayRead_data();
    void refusesAFileThatOthersMayRead();
    void neverReplacesByCreating();
    void replacesAsAWhole();
    void refusesEveryCut();
    void refusesEveryAlteredByte();
    void refusesOtherFiles();
    void refusesANewerFile();
    void leavesNothingBehindWhenTheDiskRefuses();
    void erasesAFile();
    void readsTheSameBytesWithoutAFile();
    void keepsARootKey();
    void readsARootKeyThatOthersMayRead();
    void refusesAnAlteredRootKey();

  private:
    HomeKeys relayKeys();
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemRandomness m_randomness;
};

void TestKeyFile::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

HomeKeys TestKeyFile::relayKeys() {
    HomeKeys keys = HomeKeys::withNewStoreKey(m_randomness);
    keys.deviceSeed = Seed::random(m_randomness);
    keys.relaySeed = Seed::random(m_randomness);
    keys.tlsKeyPem = newTlsKey();
    keys.nextTlsKeyPem = newTlsKey();
    keys.sealingSecret = SealingSecret::random(m_randomness);
    return keys;
}

void TestKeyFile::keepsAllSecrets() {
    const HomeKeys keys = relayKeys();
    QVERIFY(createKeyFile(path("keys"), keys));
    const auto back = loadKeyFile(path("keys"));
    QVERIFY2(back, whyNot(back));
    QVERIFY(*back == keys);
    // One of each absent in turn.
    for (int without = 0; without < 5; ++without) {
        HomeKeys fewer = keys;
        without == 0   ? fewer.deviceSeed.reset()
        : without == 1 ? fewer.relaySeed.reset()
        : without == 2 ? fewer.tlsKeyPem.reset()
        : without == 3 ? fewer.nextTlsKeyPem.reset()
                       : fewer.sealingSecret.reset();
        QVERIFY(replaceKeyFile(path("keys"), fewer));
        QVERIFY(*loadKeyFile(path("keys")) == fewer);
        QVERIFY(!(fewer == keys));
    }
}

void TestKeyFile::keepsOnlyAStoreKey() {
    const HomeKeys keys = HomeKeys::withNewStoreKey(m_randomness);
    QVERIFY(createKeyFile(path("keys"), keys));
    const auto back = loadKeyFile(path("keys"));
    QVERIFY2(back, whyNot(back));
    QVERIFY(*back == keys && !back->deviceSeed);
}

void TestKeyFile::isReadableByItsOwnerOnly() {
    const mode_t before = ::umask(0); // the widest the surroundings can ask for
    const bool made = createKeyFile(path("keys"), relayKeys()).has_value();
    const bool replaced = replaceKeyFile(path("replaced"), relayKeys()).has_value();
    ::umask(before);
    QVERIFY(made && replaced);
    QCOMPARE(modeOf(path("keys")), 0600);
    QCOMPARE(modeOf(path("replaced")), 0600);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList({QStringLiteral("keys"), QStringLiteral("replaced")}));
}

void TestKeyFile::refusesAFileThatOthersMayRead_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("works");
    for (const int mode : {0640, 0604, 0620, 0602, 0610, 0601, 0644, 0666, 0777}) {
        QTest::addRow("%o", unsigned(mode)) << mode << false;
    }
    for (const int mode : {0600, 0400, 0700}) {
        QTest::addRow("%o", unsigned(mode)) << mode << true;
    }
}

void TestKeyFile::refusesAFileThatOthersMayRead() {
    QFETCH(int, mode);
    QFETCH(bool, works);
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    QCOMPARE(::chmod(QFile::encodeName(path("keys")).constData(), mode_t(mode)), 0);
    QCOMPARE(whyNot(loadKeyFile(path("keys"))),
             works ? QByteArray("it works") : QByteArray(keyfault::exposed));
}

void TestKeyFile::neverReplacesByCreating() {
    const HomeKeys keys = relayKeys();
    QVERIFY(createKeyFile(path("keys"), keys));
    QCOMPARE(whyNot(createKeyFile(path("keys"), relayKeys())), QByteArray(keyfault::present));
    QVERIFY(*loadKeyFile(path("keys")) == keys);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList(QStringLiteral("keys")));
    // Nor through a link that leads nowhere yet.
    QVERIFY(QFile::link(path("elsewhere"), path("link")));
    QCOMPARE(whyNot(createKeyFile(path("link"), keys)), QByteArray(keyfault::present));
    QVERIFY(!QFile::exists(path("elsewhere")));
}

void TestKeyFile::replacesAsAWhole() {
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    const HomeKeys later = relayKeys();
    QVERIFY(replaceKeyFile(path("keys"), later));
    QVERIFY(*loadKeyFile(path("keys")) == later);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList(QStringLiteral("keys")));
}

void TestKeyFile::refusesEveryCut() {
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    const QByteArray whole = contentsOf(path("keys"));
    QVERIFY(whole.size() > 500);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        put(path("cut"), whole.first(size));
        QCOMPARE(whyNot(loadKeyFile(path("cut"))), QByteArray(keyfault::truncated));
    }
    put(path("cut"), whole + '\0');
    QCOMPARE(whyNot(loadKeyFile(path("cut"))), QByteArray(keyfault::truncated));
    put(path("cut"), whole);
    QCOMPARE(whyNot(loadKeyFile(path("cut"))), QByteArray("it works"));
}

void TestKeyFile::refusesEveryAlteredByte() {
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    const QByteArray whole = contentsOf(path("keys"));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray altered = whole;
        altered[at] = char(altered[at] ^ (1 << (at % 8)));
        put(path("altered"), altered);
        const QByteArray why = whyNot(loadKeyFile(path("altered")));
        const char* expected = at < 7    ? keyfault::foreign
                               : at < 8  ? keyfault::newer
                               : at < 12 ? keyfault::truncated
                                         : keyfault::damaged;
        QCOMPARE(why, QByteArray(expected));
    }
}

void TestKeyFile::refusesOtherFiles() {
    QCOMPARE(whyNot(loadKeyFile(path("nothing"))), QByteArray(keyfault::missing));
    QCOMPARE(whyNot(loadKeyFile(path("nothing/keys"))), QByteArray(keyfault::missing));
    QCOMPARE(whyNot(loadKeyFile(m_folder->path())), QByteArray(keyfault::unreadable));
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
    QCOMPARE(whyNot(loadKeyFile(path("pipe"))), QByteArray(keyfault::unreadable));
    put(path("text"), "-----BEGIN PRIVATE KEY-----\n");
    QCOMPARE(whyNot(loadKeyFile(path("text"))), QByteArray(keyfault::foreign));
    put(path("large"), QByteArray("BONGSUK1") + QByteArray(1 << 20, '\0'));
    QCOMPARE(whyNot(loadKeyFile(path("large"))), QByteArray(keyfault::foreign));
    QVERIFY(createRootFile(path("root"), {m_randomness.fixed<OrgId>(), 1, Seed::random(m_randomness)}));
    QCOMPARE(whyNot(loadKeyFile(path("root"))), QByteArray(keyfault::foreign));
    QCOMPARE(whyNot(createKeyFile(path("no folder/keys"), relayKeys())), QByteArray(failure::disk));
}

void TestKeyFile::refusesANewerFile() {
    // {1: store key, 9: 1}: a secret of a kind this program does not know.
    const QByteArray body =
        QByteArray::fromHex("a2015820") + QByteArray(32, 'k') + QByteArray::fromHex("0901");
    QVERIFY(createSecretFile(path("newer"), {"BONGSUK1"}, body));
    QCOMPARE(whyNot(loadKeyFile(path("newer"))), QByteArray(keyfault::newer));
    QVERIFY(createSecretFile(path("newest"), {"BONGSUK2"}, body));
    QCOMPARE(whyNot(loadKeyFile(path("newest"))), QByteArray(keyfault::newer));
    // A sound check over a body that is none.
    const QByteArray key(32, 'k');
    const QList<QByteArray> bodies{
        QByteArray(),
        QByteArray::fromHex("a0"),
        QByteArray::fromHex("a10101"),
        QByteArray::fromHex("a1015821") + key + 'k',
        QByteArray::fromHex("a1025820") + key,
        QByteArray::fromHex("a1015820") + key + '\0',
        QByteArray::fromHex("a2015820") + key + QByteArray::fromHex("015820") + key,
        QByteArray::fromHex("a2015820") + key,
        QByteArray::fromHex("a2015820") + key + QByteArray::fromHex("02581f") + key.first(31)};
    for (const QByteArray& bad : bodies) {
        QVERIFY(replaceSecretFile(path("bad"), {"BONGSUK1"}, bad));
        QCOMPARE(whyNot(loadKeyFile(path("bad"))), QByteArray(keyfault::damaged));
    }
}

void TestKeyFile::leavesNothingBehindWhenTheDiskRefuses() {
    const HomeKeys keys = relayKeys();
    QVERIFY(createKeyFile(path("keys"), keys));
    constexpr int room = 100; // the file is larger
    const auto created = withRoomFor(room, [&] { return createKeyFile(path("other"), keys); });
    const auto replaced = withRoomFor(room, [&] { return replaceKeyFile(path("keys"), relayKeys()); });
    QCOMPARE(whyNot(created), QByteArray(failure::disk));
    QCOMPARE(whyNot(replaced), QByteArray(failure::disk));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList(QStringLiteral("keys")));
    QVERIFY(*loadKeyFile(path("keys")) == keys);
}

void TestKeyFile::erasesAFile() {
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    const qsizetype size = contentsOf(path("keys")).size();
    // Another name shows what becomes of the bytes.
    QCOMPARE(
        ::link(QFile::encodeName(path("keys")).constData(), QFile::encodeName(path("other")).constData()), 0);
    QVERIFY(eraseSecretFile(path("keys")));
    QCOMPARE(whyNot(loadKeyFile(path("keys"))), QByteArray(keyfault::missing));
    QCOMPARE(contentsOf(path("other")), QByteArray(size, '\0'));
    QCOMPARE(whyNot(eraseSecretFile(path("keys"))), QByteArray(failure::disk));
    // What a link names is not ours.
    QVERIFY(createKeyFile(path("keys"), relayKeys()));
    QVERIFY(QFile::link(path("keys"), path("link")));
    QCOMPARE(whyNot(eraseSecretFile(path("link"))), QByteArray(failure::disk));
    QVERIFY(loadKeyFile(path("keys")));
}

void TestKeyFile::readsTheSameBytesWithoutAFile() {
    const HomeKeys keys = relayKeys();
    QVERIFY(createKeyFile(path("keys"), keys));
    const QByteArray bytes = toKeyBytes(keys);
    QCOMPARE(bytes, contentsOf(path("keys")));
    QVERIFY(*keysFrom(bytes) == keys);
    QCOMPARE(whyNot(keysFrom(QByteArrayView(bytes).chopped(1))), QByteArray(keyfault::truncated));
    QCOMPARE(whyNot(keysFrom(QByteArray(bytes).replace(20, 1, "x"))), QByteArray(keyfault::damaged));
    QCOMPARE(whyNot(keysFrom("something else")), QByteArray(keyfault::foreign));
}

void TestKeyFile::keepsARootKey() {
    for (const int which : {1, 2}) {
        const RootKey key{m_randomness.fixed<OrgId>(), which, Seed::random(m_randomness)};
        const QString file = path("root") + QString::number(which);
        QVERIFY(createRootFile(file, key));
        QCOMPARE(modeOf(file), 0600);
        const auto back = loadRootFile(file);
        QVERIFY2(back, whyNot(back));
        QVERIFY(back->key == key && !back->exposed);
        QCOMPARE(whyNot(createRootFile(file, key)), QByteArray(keyfault::present));
    }
}

void TestKeyFile::readsARootKeyThatOthersMayRead() {
    const RootKey key{m_randomness.fixed<OrgId>(), 2, Seed::random(m_randomness)};
    QVERIFY(createRootFile(path("root"), key));
    QCOMPARE(::chmod(QFile::encodeName(path("root")).constData(), 0755), 0);
    const auto back = loadRootFile(path("root"));
    QVERIFY2(back, whyNot(back));
    QVERIFY(back->key == key && back->exposed);
}

void TestKeyFile::refusesAnAlteredRootKey() {
    QVERIFY(createRootFile(path("root"), {m_randomness.fixed<OrgId>(), 1, Seed::random(m_randomness)}));
    const QByteArray whole = contentsOf(path("root"));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray altered = whole;
        altered[at] = char(altered[at] ^ 0x40);
        put(path("altered"), altered);
        QVERIFY(!loadRootFile(path("altered")));
        put(path("altered"), whole.first(at));
        QCOMPARE(whyNot(loadRootFile(path("altered"))), QByteArray(keyfault::truncated));
    }
    for (const char* which : {"00", "03", "1903e8"}) {
        const QByteArray body = QByteArray::fromHex("a3015820") + QByteArray(32, 'o') +
                                QByteArray::fromHex("02") + QByteArray::fromHex(which) +
                                QByteArray::fromHex("035820") + QByteArray(32, 's');
        QVERIFY(replaceSecretFile(path("third"), {"BONGSUR1", true}, body));
        QCOMPARE(whyNot(loadRootFile(path("third"))), QByteArray(keyfault::damaged));
    }
}

QTEST_APPLESS_MAIN(TestKeyFile)
#include "test_keyfile.moc"
