// The files of a store: whose they are, which versions of them open, and copies of them.
#include "storage/cells.h"
#include "storage/chances.h"
#include "storage/golden.h"
#include "storage/schema.h"
#include "storage/sqliteundertest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace bongsu {

class TestStoreFiles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void filesAreTheirOwnersAlone();
    void oneStoreAtATime();
    void whatCannotBeOpenedLeavesNothingOpen();
    void anotherKeyIsNotDamage();
    void keysOfLogsDiffer();

    void earlierVersionsOpen_data();
    void earlierVersionsOpen();
    void releasedSchemaIsFrozen();
    void newerVersionIsOnlyRead();
    void migrationGoesOnWhereItEnded();

    void backupIsTheStoreAtThatMoment();
    void backupThatFailsLeavesNothing();
};

namespace {
constexpr qsizetype versionAt = 60; // user_version in SQLite's header, big-endian

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isOwnersOnly(const QString& path) {
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    return QFile::exists(path) && !(QFileInfo(path).permissions() & others);
}

Everything fill(StoreUnderTest& under, quint64 seed, int changes) {
    MemoryContents held;
    Chances chances(seed);
    for (int i = 0; i < changes; ++i) {
        const Change change = chances.change(held);
        [&] { QCOMPARE(commit(under, change), held.carryOut(change)); }();
    }
    return everythingOf(held);
}

// A copy that may be changed.
QString copied(const QString& from, const QTemporaryDir& folder) {
    const QString to = folder.filePath(QStringLiteral("store.db"));
    QFile::remove(to);
    [&] {
        QVERIFY(QFile::copy(from, to));
        QVERIFY(QFile::setPermissions(to, QFileDevice::Permissions(0x6644)));
    }();
    return to;
}

QByteArrayList schemaOf(const QString& file) {
    QByteArrayList schema;
    const auto connection = Connection::open(file);
    const auto done =
        (*connection)->each("SELECT sql FROM sqlite_schema ORDER BY name", {}, [&](const Row& row) {
            schema.append(row.word(0));
            return true;
        });
    return done ? schema : QByteArrayList();
}
} // namespace

void TestStoreFiles::filesAreTheirOwnersAlone() {
    SqliteUnderTest under;
    fill(under, 1, 5);
    const QString folder = QFileInfo(under.file()).path();
    const QStringList names = QDir(folder).entryList(QDir::Files);
    QVERIFY(names.contains(QStringLiteral("store.db")) && names.contains(QStringLiteral("store.db-wal")));
    for (const QString& name : names) {
        QVERIFY2(isOwnersOnly(folder + u'/' + name), qPrintable(name));
    }
    QVERIFY(isOwnersOnly(folder));
    under.close();
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("store.db")});

    // One that came with others' permissions, say out of a backup, loses them.
    QVERIFY(QFile::setPermissions(under.file(), QFileDevice::Permissions(0x6644)));
    QVERIFY(!isOwnersOnly(under.file()));
    under.reopen();
    QVERIFY(isOwnersOnly(under.file()));
}

void TestStoreFiles::whatCannotBeOpenedLeavesNothingOpen() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // Qt says so of one that is still in use
    const QTemporaryDir folder;
    for (const QString& file : {folder.path(), folder.filePath(QStringLiteral("nowhere/store.db"))}) {
        const auto opened = Connection::open(file);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QByteArray(failure::disk));
    }
}

void TestStoreFiles::oneStoreAtATime() {
    SqliteUnderTest under;
    const Everything all = fill(under, 2, 5);
    SqliteUnderTest second(under.file(), {});
    QCOMPARE(codeOf(second.tryOpen().error()), failure::locked);
    QCOMPARE(everything(under), all);
    under.close();
    QVERIFY(second.tryOpen().has_value());
    QCOMPARE(everything(second), all);
}

void TestStoreFiles::anotherKeyIsNotDamage() {
    SqliteUnderTest under;
    const Everything all = fill(under, 3, 5);
    under.close();
    const QByteArray bytes = read(under.file());
    SystemRandomness randomness;
    const GcmKeyRing other(sampleKey(8), randomness);
    QCOMPARE(codeOf(SqliteStore::open(under.file(), other).error()), failure::keyUnusable);
    QCOMPARE(read(under.file()), bytes);
    under.reopen();
    QCOMPARE(everything(under), all);
}

void TestStoreFiles::keysOfLogsDiffer() {
    SqliteUnderTest under;
    fill(under, 4, 20);
    under.close();
    const auto connection = Connection::open(under.file());
    SystemRandomness randomness;
    const GcmKeyRing keys(sampleKey(), randomness);
    std::vector<QByteArray> opened;
    const auto done = (*connection)->each("SELECT log, key FROM log", {}, [&](const Row& row) {
        opened.push_back(keys.store().open(row.bytes(1), bound(Cell::LogKey, row.bytes(0))).value());
        return true;
    });
    QVERIFY(done.has_value() && opened.size() > 2);
    std::sort(opened.begin(), opened.end());
    QVERIFY(std::adjacent_find(opened.begin(), opened.end()) == opened.end());
    QVERIFY(opened.front().size() == 32 && opened.front() != QByteArray(32, '\0'));
}

void TestStoreFiles::earlierVersionsOpen_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version <= int(schema::scripts().size()); ++version) {
        QTest::newRow(QByteArray::number(version).constData()) << version;
    }
}

void TestStoreFiles::earlierVersionsOpen() {
    QFETCH(int, version);
    QTemporaryDir folder;
    SqliteUnderTest under(copied(goldenStore(version), folder), {.mustExist = true});
    const auto opened = under.tryOpen();
    QVERIFY2(opened, opened ? "" : codeOf(opened.error()).constData());
    const auto all = everything(under);
    QVERIFY(all.has_value());
    QVERIFY(all->tips.size() > 2 && all->own.size() > 2 && !all->heads.empty() && !all->settings.empty());
    QCOMPARE(digestOf(*all), read(goldenDigest(version)).trimmed());
    QVERIFY(!under.isReadOnly());
    QVERIFY(inspect(under).has_value());

    // And goes on.
    Samples samples(5);
    const StoredTip tip = all->tips.front();
    QCOMPARE(commit(under, changeOf(samples.append(tip.log, tip, 3))), Committed::Durable);
    QCOMPARE(range(under, tip.log)->size(), size_t(tip.seq + 3));
}

void TestStoreFiles::releasedSchemaIsFrozen() {
    SqliteUnderTest under;
    under.close();
    QTemporaryDir folder;
    const QString golden = copied(goldenStore(int(schema::scripts().size())), folder);
    QVERIFY(schemaOf(under.file()).size() > 7);
    QCOMPARE(schemaOf(under.file()), schemaOf(golden));
}

void TestStoreFiles::newerVersionIsOnlyRead() {
    SqliteUnderTest under;
    const Everything all = fill(under, 6, 20);
    under.close();
    QByteArray bytes = read(under.file());
    bytes[versionAt + 3] = char(schema::scripts().size() + 1);
    QFile file(under.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();

    under.reopen();
    QVERIFY(under.isReadOnly());
    QCOMPARE(everything(under), all);
    Change change;
    change.settings.emplace("a", "b");
    QCOMPARE(codeOf(commit(under, change).error()), failure::newerStore);
    QCOMPARE(codeOf(commit(under, Change{}).error()), failure::newerStore);
    QCOMPARE(everything(under), all);
    under.close();
    QCOMPARE(read(under.file()), bytes);
}

void TestStoreFiles::migrationGoesOnWhereItEnded() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("store.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto opened = Connection::open(path);
    Connection& connection = **opened;
    const auto version = [&] { return connection.integerOf("PRAGMA user_version").value(); };
    const auto tables = [&] {
        return connection.integerOf("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'later%'").value();
    };

    auto scripts = schema::scripts();
    const qint64 newest = qint64(scripts.size());
    scripts.push_back("CREATE TABLE later_a (a);\n-- a comment;\nCREATE TABLE\n  later_b (b);\n");
    scripts.push_back("CREATE TABLE later_c (c);\nINSERT INTO nowhere VALUES (1);\n");
    QVERIFY(!schema::migrate(connection, 0, scripts));
    QCOMPARE(version(), newest + 1);
    QCOMPARE(tables(), 2); // all of the second step, nothing of the third

    scripts.back() = "CREATE TABLE later_c (c);\n";
    QVERIFY(schema::migrate(connection, version(), scripts).has_value());
    QCOMPARE(version(), newest + 2);
    QCOMPARE(tables(), 3);
    QVERIFY(schema::migrate(connection, version(), scripts).has_value()); // nothing left to do
}

void TestStoreFiles::backupIsTheStoreAtThatMoment() {
    SqliteUnderTest under;
    const Everything before = fill(under, 7, 40);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.db"));
    // With commits in front of it and behind it.
    Samples samples(8);
    const LogAppend first = samples.append(samples.fixed<LogId>(), std::nullopt, 5);
    const LogAppend second = samples.append(first.log, tipAfter(first), 5);
    int answers = 0;
    std::optional<Outcome> saved;
    under.store().commit(changeOf(first), [&](auto) { ++answers; });
    under.store().backup(copy, [&](auto outcome) { saved = std::move(outcome); });
    under.store().commit(changeOf(second), [&](auto) { ++answers; });
    QVERIFY(under.runUntil([&] { return answers == 2; }));
    QVERIFY(saved && saved->has_value());
    QVERIFY(isOwnersOnly(copy));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("copy.db")});

    // Restoring is opening it.
    SqliteUnderTest restored(copy, {.mustExist = true});
    QVERIFY(restored.tryOpen().has_value());
    Everything expected = before;
    expected.tips.push_back(*tipAfter(first));
    std::sort(expected.tips.begin(), expected.tips.end(),
              [](const auto& a, const auto& b) { return a.log < b.log; });
    expected.logs.emplace(first.log, first.entries);
    QCOMPARE(everything(restored), expected);
    QCOMPARE(commit(restored, changeOf(second)), Committed::Durable);
    QCOMPARE(everything(restored), everything(under));
}

void TestStoreFiles::backupThatFailsLeavesNothing() {
    SqliteUnderTest under;
    fill(under, 9, 10);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.db"));
    QVERIFY(backup(under, copy).has_value());
    const QByteArray bytes = read(copy);
    QCOMPARE(codeOf(backup(under, copy).error()), failure::disk); // it is not overwritten
    QCOMPARE(read(copy), bytes);
    const auto nowhere = backup(under, folder.filePath(QStringLiteral("no/such/folder/copy.db")));
    QCOMPARE(codeOf(nowhere.error()), failure::disk);
    QVERIFY(inspect(under).has_value());

    // What an earlier attempt left behind is not in the way.
    QFile unfinished(folder.filePath(QStringLiteral("new.db.unfinished")));
    QVERIFY(unfinished.open(QIODevice::WriteOnly));
    unfinished.write("half a copy");
    unfinished.close();
    QVERIFY(backup(under, folder.filePath(QStringLiteral("new.db"))).has_value());
    QVERIFY(!unfinished.exists());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestStoreFiles)
#include "test_storefiles.moc"
