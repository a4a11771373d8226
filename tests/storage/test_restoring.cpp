// A backup in the place of a store: it is marked before it is there, what was there is kept whole, and a
// backup that is none changes nothing.
#include "storage/restoring.h"
#include "storage/samples.h"
#include "storage/sqliteundertest.h"
#include "support/withroomfor.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace bongsu;

namespace {

const std::map<QByteArray, QByteArray> marked{{"mark", "was restored"}};

void keepEntry(SqliteUnderTest& under, quint64 seed) {
    Samples samples(seed);
    QCOMPARE(commit(under, changeOf(samples.append(LogId::zeros(), std::nullopt, 3))), Committed::Durable);
}

} // namespace

class TestRestoring : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void takesThePlaceOfWhatWasThere();
    void takesAPlaceWhereNothingWas();
    void anEmptyStoreIsNotMarked();
    void whatIsNoBackupChangesNothing_data();
    void whatIsNoBackupChangesNothing();
    void aFullDiskChangesNothing();

  private:
    QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    QString backupOf(quint64 seed) {
        SqliteUnderTest under;
        under.reopen();
        keepEntry(under, seed);
        const QString to = file("backup.db");
        QFile::remove(to);
        [&] { QVERIFY(backup(under, to)); }();
        return to;
    }
    Result<bool> restore(const QString& from, char key = 7,
                         const std::map<QByteArray, QByteArray>& mark = marked) {
        SystemRandomness randomness;
        const GcmKeyRing keys(sampleKey(key), randomness);
        return restoreStore({from, file("relay.db"), file("aside"), mark}, keys);
    }

    std::optional<QTemporaryDir> m_folder{std::in_place};
};

void TestRestoring::takesThePlaceOfWhatWasThere() {
    const QString from = backupOf(1);
    Everything before;
    {
        SqliteUnderTest there(file("relay.db"), {});
        there.reopen();
        keepEntry(there, 2);
        before = *everything(there);
        // As a process that ended at once left it: its newest entries are in the file beside it.
        QVERIFY(QFile::copy(file("relay.db-wal"), file("kept-wal")) &&
                QFile::copy(file("relay.db"), file("kept")));
    }
    for (const char* end : {"", "-wal"}) {
        QFile::remove(file("relay.db") + QLatin1String(end));
        QVERIFY(QFile::rename(file("kept") + QLatin1String(end), file("relay.db") + QLatin1String(end)));
    }
    QVERIFY(*restore(from));
    QCOMPARE(names(), QStringList({QStringLiteral("aside"), QStringLiteral("aside-wal"),
                                   QStringLiteral("backup.db"), QStringLiteral("relay.db")}));
    QVERIFY((QFile::permissions(file("relay.db")) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    SqliteUnderTest restored(file("relay.db"), {.mustExist = true});
    restored.reopen();
    QCOMPARE(settings(restored)->at("mark"), QByteArray("was restored"));
    QCOMPARE(tips(restored)->at(0).seq, quint64(3));
    SqliteUnderTest aside(file("aside"), {.mustExist = true});
    aside.reopen();
    QVERIFY(*everything(aside) == before);
}

void TestRestoring::takesAPlaceWhereNothingWas() {
    const QString from = backupOf(3);
    putInto(file("relay.db.restoring"), "of an attempt that was cut off");
    putInto(file("relay.db.restoring-wal"), "and of its log");
    QVERIFY(!*restore(from));
    QVERIFY(!QFile::exists(file("relay.db.restoring")) && !QFile::exists(file("relay.db.restoring-wal")));
    SqliteUnderTest restored(file("relay.db"), {.mustExist = true});
    restored.reopen();
    QCOMPARE(settings(restored)->size(), std::size_t(1));
}

// There is nobody who could declare an epoch in it.
void TestRestoring::anEmptyStoreIsNotMarked() {
    const QString empty = file("empty.db");
    {
        SqliteUnderTest under(empty, {});
        under.reopen();
    }
    QVERIFY(restore(empty));
    SqliteUnderTest restored(file("relay.db"), {.mustExist = true});
    restored.reopen();
    QVERIFY(settings(restored)->empty());
}

void TestRestoring::whatIsNoBackupChangesNothing_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("key");
    QTest::addColumn<QByteArray>("failure");
    const QByteArray good = bytesIn(backupOf(4));
    QByteArray damaged = good;
    damaged.replace(good.size() / 2, 64, QByteArray(64, '\x55'));
    QTest::newRow("damaged") << good.first(good.size() / 2) << 7 << QByteArray(failure::corrupt);
    QTest::newRow("another file") << QByteArray(5000, 'x') << 7 << QByteArray(failure::corrupt);
    QTest::newRow("nothing") << QByteArray() << 7 << QByteArray(failure::corrupt);
    QTest::newRow("another relay's") << good << 8 << QByteArray(failure::keyUnusable);
    constexpr qsizetype lastOfUserVersion = 63; // in SQLite's header
    QByteArray newer = good;
    newer[lastOfUserVersion] = '\x63';
    QTest::newRow("a newer program's") << newer << 7 << QByteArray(failure::newerStore);
}

void TestRestoring::whatIsNoBackupChangesNothing() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, key);
    QFETCH(QByteArray, failure);
    putInto(file("relay.db"), "what is there");
    putInto(file("none.db"), bytes);
    const QStringList before = names();
    const auto restored = restore(file("none.db"), char(key));
    QVERIFY(!restored);
    QCOMPARE(codeOf(restored.error()), failure);
    QCOMPARE(names(), before);
    QCOMPARE(bytesIn(file("relay.db")), QByteArray("what is there"));
    QVERIFY(!restore(file("not there.db")));
    QCOMPARE(names(), before);
}

// Where the room ends in the copy, in the mark's log, or when the log is written into the store.
void TestRestoring::aFullDiskChangesNothing() {
    const QString from = backupOf(5);
    putInto(file("relay.db"), "what is there");
    const QByteArray backup = bytesIn(from);
    std::map<QByteArray, QByteArray> mark; // so much that the store must grow by it
    for (qsizetype size = 0; size < backup.size(); size += limits::settingBytes) {
        mark["mark " + QByteArray::number(size)] = QByteArray(limits::settingBytes, 'm');
    }
    const QStringList before = names();
    int inTheCopy = 0;
    int inTheMark = 0;
    bool isDone = false;
    for (rlim_t room = 0; !isDone; room += 2048) {
        const auto restored = withRoomFor(room, [&] { return restore(from, 7, mark); });
        isDone = restored.has_value();
        if (!isDone) {
            ++(room < rlim_t(backup.size()) ? inTheCopy : inTheMark);
            const QByteArray code = codeOf(restored.error());
            QVERIFY2(code == failure::disk || code == failure::full, code.constData());
            QCOMPARE(names(), before);
            QCOMPARE(bytesIn(file("relay.db")), QByteArray("what is there"));
            QCOMPARE(bytesIn(from), backup);
        }
    }
    QVERIFY(inTheCopy > 1);
    QVERIFY(inTheMark > 1);
    QCOMPARE(names(), QStringList({QStringLiteral("aside")}) + before);
    QCOMPARE(bytesIn(file("aside")), QByteArray("what is there"));
    SqliteUnderTest restored(file("relay.db"), {.mustExist = true});
    restored.reopen();
    QVERIFY(settings(restored) == mark);
}

QTEST_GUILESS_MAIN(TestRestoring)
#include "test_restoring.moc"
