// A full disk: refused cleanly, nothing lost, and as before once there is room.
#include "storage/chances.h"
#include "storage/sqliteundertest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <sys/statvfs.h>

namespace bongsu {

// A file system in memory of a few MiB, mounted for one test.
class SmallDisk {
  public:
    explicit SmallDisk(const char* size) {
        m_isMounted = run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                           QStringLiteral("-o"), QStringLiteral("size=") + QString::fromLatin1(size),
                           QStringLiteral("tmpfs"), m_folder.path()});
    }
    ~SmallDisk() {
        if (m_isMounted) {
            run({QStringLiteral("umount"), m_folder.path()});
        }
    }
    bool isMounted() const { return m_isMounted; }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    qint64 bytesFree() const {
        struct statvfs now {};
        return ::statvfs(QFile::encodeName(m_folder.path()).constData(), &now) == 0
                   ? qint64(now.f_bavail) * qint64(now.f_bsize)
                   : -1;
    }
    // Leaves so many bytes.
    bool fill(qint64 left) {
        QFile filler(path("filler"));
        return filler.open(QIODevice::WriteOnly) && filler.write(QByteArray(bytesFree() - left, 'f')) >= 0 &&
               filler.flush();
    }
    void clear() { QFile::remove(path("filler")); }

  private:
    static bool run(QStringList words) {
        QProcess process;
        const QString program = words.takeFirst();
        process.start(program, words);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

class TestFullDisk : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void fullStoreRefusesAndGoesOn();
    void snapshotLeavesTheRecordItsRoom();
    void largeChangeDoesNotHarmItsNeighbours();
    void newStoreOnAFullDisk();
    void realDiskFillsAndEmpties();
    void erasureOnAFullDiskIsFinishedLater();
    void backupOnAFullDisk();
};

namespace {
// Appends to the end of `contents` until it is refused; the code of the refusal.
QByteArray fillUp(StoreUnderTest& under, Samples& samples, MemoryContents& contents, const LogId& log) {
    for (int i = 0; i < 10'000; ++i) {
        const Change change = changeOf(samples.append(log, contents.tip(log), 5));
        const auto done = commit(under, change);
        if (done != Committed::Durable) {
            return done ? QByteArray("conflict") : codeOf(done.error());
        }
        contents.carryOut(change);
    }
    return "never full";
}
} // namespace

// A cache is given up long before the record is short of anything.
void TestFullDisk::snapshotLeavesTheRecordItsRoom() {
    const SmallDisk disk("32m");
    if (!disk.isMounted()) {
        QSKIP("mounting is for root");
    }
    SqliteUnderTest under(disk.path("store.db"), {});
    QVERIFY(under.tryOpen().has_value());
    Samples samples(5);
    const LogId log = samples.fixed<LogId>();
    LogAppend append = samples.append(log, std::nullopt, 20);
    QCOMPARE(commit(under, changeOf(append)), Committed::Durable);
    const qint64 free = disk.bytesFree();
    for (const int size : {1000, 40 << 20}) { // what would fit, and what would not
        QCOMPARE(codeOf(keepSnapshot(under, samples.bytes(size)).error()), failure::full);
        QVERIFY(*snapshot(under) == std::optional<QByteArray>());
        QVERIFY(disk.bytesFree() >= free - (64 << 10));
    }
    QCOMPARE(commit(under, changeOf(samples.append(log, tipAfter(append), 20))), Committed::Durable);
    QCOMPARE(range(under, log)->size(), size_t(40));
}

void TestFullDisk::fullStoreRefusesAndGoesOn() {
    SqliteUnderTest under({.mostPages = 120});
    Samples samples(1);
    const LogId log = samples.fixed<LogId>();
    MemoryContents contents;
    QCOMPARE(fillUp(under, samples, contents, log), failure::full);
    QCOMPARE(everything(under), everythingOf(contents));
    const Change more = changeOf(samples.append(log, contents.tip(log), 60));
    QCOMPARE(codeOf(commit(under, more).error()), failure::full);
    QCOMPARE(everything(under), everythingOf(contents));
    QVERIFY(inspect(under).has_value());

    Change room;
    room.rewinds = {{log, 20}};
    QCOMPARE(commit(under, room), contents.carryOut(room));
    const Change next = changeOf(samples.append(log, contents.tip(log), 60));
    QCOMPARE(commit(under, next), contents.carryOut(next));
    under.reopen();
    QCOMPARE(everything(under), everythingOf(contents));
}

void TestFullDisk::largeChangeDoesNotHarmItsNeighbours() {
    SqliteUnderTest under({.mostPages = 120});
    Samples samples(2);
    const LogId log = samples.fixed<LogId>();
    const LogId other = samples.fixed<LogId>();
    std::vector<QByteArray> answers;
    const auto take = [&](const Result<Committed>& answer) {
        const QByteArray committed = answer == Committed::Durable ? "durable" : "conflict";
        answers.push_back(answer ? committed : codeOf(answer.error()));
    };
    // Given at once, so that they share a transaction.
    const LogAppend first = samples.append(log, std::nullopt, 3);
    under.store().commit(changeOf(first), take);
    under.store().commit(changeOf(samples.append(other, std::nullopt, 2000)), take);
    under.store().commit(changeOf(samples.append(log, tipAfter(first), 3)), take);
    under.store().commit(changeOf(samples.append(log, tipAfter(first), 3)), take);
    QVERIFY(under.runUntil([&] { return answers.size() == 4; }));
    QCOMPARE(answers, (std::vector<QByteArray>{"durable", failure::full, "durable", "conflict"}));
    QCOMPARE(range(under, log)->size(), size_t(6));
    QCOMPARE(tips(under)->size(), size_t(1));
}

void TestFullDisk::newStoreOnAFullDisk() {
    SmallDisk disk("1m");
    if (!disk.isMounted()) {
        QSKIP("tmpfs cannot be mounted here");
    }
    QVERIFY(disk.fill(4096));
    SqliteUnderTest under(disk.path("store.db"), {});
    QCOMPARE(codeOf(under.tryOpen().error()), failure::full);
    disk.clear();
    QVERIFY(under.tryOpen().has_value());
    QCOMPARE(everything(under), Everything{});
}

void TestFullDisk::realDiskFillsAndEmpties() {
    SmallDisk disk("4m");
    if (!disk.isMounted()) {
        QSKIP("tmpfs cannot be mounted here");
    }
    SqliteUnderTest under(disk.path("store.db"), {});
    QVERIFY(under.tryOpen().has_value());
    Samples samples(3);
    const LogId log = samples.fixed<LogId>();
    MemoryContents contents;
    QVERIFY(disk.fill(1'500'000));
    for (int round = 0; round < 4; ++round) {
        QCOMPARE(fillUp(under, samples, contents, log), failure::full);
        QCOMPARE(everything(under), everythingOf(contents));
        const quint64 before = contents.tip(log)->seq;
        disk.clear();
        const Change change = changeOf(samples.append(log, contents.tip(log), 5));
        QCOMPARE(commit(under, change), contents.carryOut(change));
        QVERIFY(contents.tip(log)->seq > before);
        QVERIFY(disk.fill(disk.bytesFree() / 2));
    }
    disk.clear();
    under.reopen();
    QCOMPARE(everything(under), everythingOf(contents));
    QVERIFY(inspect(under).has_value());
}

void TestFullDisk::erasureOnAFullDiskIsFinishedLater() {
    SmallDisk disk("8m");
    if (!disk.isMounted()) {
        QSKIP("tmpfs cannot be mounted here");
    }
    SqliteUnderTest under(disk.path("store.db"), {});
    QVERIFY(under.tryOpen().has_value());
    Samples samples(4);
    const LogId log = samples.fixed<LogId>();
    const LogAppend append = samples.append(log, std::nullopt, 300);
    QCOMPARE(commit(under, changeOf(append)), Committed::Durable);
    const qsizetype inWriteAheadLog = QFileInfo(under.file() + QStringLiteral("-wal")).size();
    QVERIFY(inWriteAheadLog > 200'000);

    // Room for the commit, but not for the pages that the checkpoint must move.
    QVERIFY(disk.fill(100'000));
    Change erasure;
    erasure.erasures = {{log, append.entries[7].event, samples.fixed<EventId>()}};
    QCOMPARE(commit(under, erasure), Committed::Durable);
    QVERIFY(QFileInfo(under.file() + QStringLiteral("-wal")).size() > inWriteAheadLog);
    disk.clear();
    // Nobody asks for anything: it goes by itself.
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(under.file() + QStringLiteral("-wal")).size(), 0, 20'000);
    QCOMPARE(textStateOf(range(under, log)->at(7)), TextPart::State::Erased);
}

void TestFullDisk::backupOnAFullDisk() {
    SmallDisk disk("1m");
    if (!disk.isMounted()) {
        QSKIP("tmpfs cannot be mounted here");
    }
    SqliteUnderTest under;
    Samples samples(5);
    QCOMPARE(commit(under, changeOf(samples.append(samples.fixed<LogId>(), std::nullopt, 3000))),
             Committed::Durable);
    QCOMPARE(codeOf(backup(under, disk.path("copy.db")).error()), failure::full);
    const QStringList left = QDir(disk.path("")).entryList(QDir::Files);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    QVERIFY(inspect(under).has_value());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestFullDisk)
#include "test_fulldisk.moc"
