// A store whose file was damaged says so, or holds what it held: never something else, and it never crashes.
#include "domain/base/limits.h"
#include "storage/chances.h"
#include "storage/connection.h"
#include "storage/sqliteundertest.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace bongsu {

class TestDamage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void flippedByteIsFoundOrHasNoEffect();
    void sealedByteNamesItsEntry();
    void movedCellsDoNotOpen_data();
    void movedCellsDoNotOpen();
    void changesToDamagedLogsFailAlone();
    void fileThatIsNoStoreStaysAsItIs_data();
    void fileThatIsNoStoreStaysAsItIs();
    void missingStoreIsNotMadeAnew();

  private:
    QString damaged(const QByteArray& bytes);
    QString edited(const std::function<void(Connection&)>& edit);

    // In memory where that is possible: thousands of files are opened, and none needs to outlive a power cut.
    QTemporaryDir m_folder{QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                               ? QStringLiteral("/dev/shm/bongsu-XXXXXX")
                               : QDir::tempPath() + QStringLiteral("/bongsu-XXXXXX")};
    MemoryContents m_held;
    QByteArray m_bytes; // of a closed store
};

namespace {
constexpr qsizetype pageSize = 4096;
} // namespace

void TestDamage::initTestCase() {
    SqliteUnderTest under;
    Chances chances(8);
    for (int i = 0; i < 90; ++i) {
        const Change change = chances.change(m_held);
        QCOMPARE(commit(under, change), m_held.carryOut(change));
    }
    Samples samples(13);
    const int size = limits::blobChunkBytes + 1; // two chunks
    const BlobBegun begun{samples.fixed<BlobId>(), quint64(size), samples.fixed<Salt>(),
                          samples.fixed<DeviceId>(), Moment(Millis(1))};
    Change blob;
    keepWhole(blob.blobs, begun, samples.bytes(size));
    QCOMPARE(commit(under, blob), m_held.carryOut(blob));
    QVERIFY(m_held.own.size() > 3 && m_held.heads.size() > 2 && m_held.settings.size() > 2);
    QVERIFY(m_held.logs.size() > 2 && m_held.erased.size() > 2);
    under.close();
    m_bytes = bytesIn(under.file());
    QVERIFY(m_bytes.size() > 30 * pageSize);
}

QString TestDamage::damaged(const QByteArray& bytes) {
    const QString file = m_folder.filePath(QStringLiteral("damaged.db"));
    putInto(file, bytes);
    return file;
}

void TestDamage::flippedByteIsFoundOrHasNoEffect() {
    const Everything expected = everythingOf(m_held);
    Samples samples(9);
    int flips = 0;
    int refused = 0;
    int foundByReading = 0;
    for (qsizetype page = 0; page < m_bytes.size(); page += pageSize) {
        for (int i = 0; i < 40; ++i) {
            // The page's own head and pointers first, then anywhere in it.
            const qsizetype at = page + (i < 16 ? i : samples.below(pageSize));
            QByteArray bytes = m_bytes;
            bytes[at] = char(bytes[at] ^ (1 << samples.below(8)));
            SqliteUnderTest under(damaged(bytes), {});
            ++flips;
            if (const auto opened = under.tryOpen(); !opened) {
                ++refused;
                const QByteArray code = codeOf(opened.error());
                QVERIFY2(code == failure::corrupt || code == failure::keyUnusable, code.constData());
                QCOMPARE(bytesIn(under.file()), bytes);
                continue;
            }
            const auto all = everything(under);
            if (all) {
                QVERIFY2(*all == expected, qPrintable(QStringLiteral("byte %1").arg(at)));
            } else {
                ++foundByReading;
                QCOMPARE(codeOf(all.error()), failure::corrupt);
            }
        }
    }
    qInfo("%d flips: %d found when opening, %d when reading, the rest without effect", flips, refused,
          foundByReading);
    QVERIFY(refused > flips / 50 && foundByReading > flips / 10 && refused + foundByReading < flips);
}

// A copy of the store with rows changed behind its back.
QString TestDamage::edited(const std::function<void(Connection&)>& edit) {
    const QString file = damaged(m_bytes);
    const auto connection = Connection::open(file);
    edit(**connection);
    return file;
}

void TestDamage::sealedByteNamesItsEntry() {
    Samples samples(10);
    const auto& [log, held] = *m_held.logs.begin();
    for (const StoredEntry& entry : held.entries) {
        for (const char* column : {"sealed", "facts", "text"}) {
            const QByteArray select = QByteArray("SELECT ") + column + " FROM entry WHERE event = ?";
            const QByteArray update = QByteArray("UPDATE entry SET ") + column + " = ? WHERE event = ?";
            const QString file = edited([&](Connection& connection) {
                const QByteArray event = entry.event.toBytes();
                QByteArray cell = connection.bytesOf(select.constData(), {event})->value();
                const qsizetype at = samples.below(int(cell.size()));
                cell[at] = char(cell[at] ^ (1 << samples.below(8)));
                QVERIFY(connection.run(update.constData(), {cell, event}).has_value());
            });
            SqliteUnderTest under(file, {});
            QVERIFY(under.tryOpen().has_value());
            const QByteArray where = log.toHex().toLatin1() + ' ' + QByteArray::number(entry.seq) + " entry";
            QCOMPARE(range(under, log).error(), Error(Failure{failure::corrupt, where}));
            const auto before = range(under, log, 1, int(entry.seq) - 1); // can still be read
            QCOMPARE(before->size(), size_t(entry.seq - 1));
            const auto behind = range(under, log, entry.seq + 1);
            QCOMPARE(behind->size(), held.entries.size() - entry.seq);
        }
    }
}

void TestDamage::movedCellsDoNotOpen_data() {
    QTest::addColumn<QByteArrayList>("edits");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArrayList& edits, const QByteArray& says) {
        QTest::newRow(name) << edits << says;
    };
    row("facts and text swapped", {"UPDATE entry SET facts = text, text = facts WHERE seq = 2"}, " 2 entry");
    row("another event's text",
        {"UPDATE entry SET text = (SELECT e.text FROM entry e WHERE e.seq = 1 AND e.log = entry.log)"
         " WHERE seq = 2"},
        " 2 entry");
    // Through numbers that are free, because of UNIQUE.
    row("another place in the log",
        {"UPDATE entry SET seq = -seq",
         "UPDATE entry SET seq = CASE seq WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -seq END"},
        " 1 entry");
    row("another log",
        {"UPDATE entry SET log = -log",
         "UPDATE entry SET log = CASE log WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -log END"},
        " 1 entry");
    row("another log's tip",
        {"UPDATE log SET tip = (SELECT o.tip FROM log o WHERE o.number <> log.number LIMIT 1)"}, " 0 tip");
    row("the first entry is missing", {"DELETE FROM entry WHERE seq = 1"}, " 1 entry");
    row("the newest entries are missing", {"DELETE FROM entry WHERE seq > 3"}, " 4 missing");
    row("own events of another log", {"UPDATE own_event SET log = log % 2 + 1"}, " 0 own event");
    row("a text of an own event in another's place",
        {"UPDATE own_event SET text = (SELECT o.text FROM own_event o WHERE o.event <> own_event.event)"},
        " 0 own event");
    row("heads swapped", {"UPDATE head SET sealed = (SELECT o.sealed FROM head o WHERE o.log <> head.log)"},
        " 0 head");
    row("the newest chunks are missing", {"DELETE FROM blob_chunk WHERE chunk = 1"}, "blob ");
    row("a chunk before another is missing",
        {"DELETE FROM blob_chunk WHERE chunk = 0"
         " AND blob IN (SELECT c.blob FROM blob_chunk c WHERE c.chunk = 1)"},
        "blob ");
    row("settings swapped",
        {"UPDATE setting SET sealed = (SELECT o.sealed FROM setting o WHERE o.key <> setting.key)"},
        "setting ");
}

void TestDamage::movedCellsDoNotOpen() {
    QFETCH(QByteArrayList, edits);
    QFETCH(QByteArray, says);
    const QString file = edited([&](Connection& connection) {
        for (const QByteArray& edit : edits) {
            QVERIFY(connection.runOnce(edit).has_value());
        }
    });
    SqliteUnderTest under(file, {});
    QVERIFY(under.tryOpen().has_value());
    const auto all = everything(under);
    QVERIFY(!all);
    QCOMPARE(codeOf(all.error()), failure::corrupt);
    const QByteArray detail = std::get<Failure>(all.error()).detail;
    QVERIFY2(detail.contains(says), detail.constData());
}

void TestDamage::changesToDamagedLogsFailAlone() {
    const auto& [log, held] = *m_held.logs.begin();
    const auto& [other, otherHeld] = *std::next(m_held.logs.begin());
    const QString file = edited([&, id = log](Connection& connection) {
        QVERIFY(connection.run("UPDATE log SET tip = x'00' WHERE log = ?", {id.toBytes()}).has_value());
    });
    SqliteUnderTest under(file, {});
    QVERIFY(under.tryOpen().has_value());
    Samples samples(12);
    std::vector<Result<Committed>> answers;
    const auto take = [&](Result<Committed> answer) { answers.push_back(std::move(answer)); };
    under.store().commit(changeOf(samples.append(log, m_held.tip(log), 1)), take);
    under.store().commit(changeOf(samples.append(other, m_held.tip(other), 1)), take);
    Change erasure;
    erasure.erasures = {{log, held.entries.front().event, samples.fixed<EventId>()}};
    under.store().commit(erasure, take);
    QVERIFY(under.runUntil([&] { return answers.size() == 3; }));
    QCOMPARE(codeOf(answers[0].error()), failure::corrupt);
    QCOMPARE(answers[1], Committed::Durable);
    QCOMPARE(answers[2], Committed::Durable); // the law does not wait for a repair
    QCOMPARE(range(under, other)->size(), otherHeld.entries.size() + 1);
}

void TestDamage::fileThatIsNoStoreStaysAsItIs_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("This is not a database. ").repeated(1000);
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("the first half") << m_bytes.first(m_bytes.size() / 2);
    QTest::newRow("the first page") << m_bytes.first(pageSize);
    QTest::newRow("zeros") << QByteArray(8 * pageSize, '\0');
    QByteArray other = m_bytes;
    other.replace(68, 4, QByteArray(4, '\0')); // the application id
    QTest::newRow("another program's") << other;
    QByteArray unversioned = m_bytes;
    unversioned.replace(60, 4, QByteArray(4, '\0'));
    QTest::newRow("no version") << unversioned;
}

void TestDamage::fileThatIsNoStoreStaysAsItIs() {
    QFETCH(QByteArray, bytes);
    SqliteUnderTest under(damaged(bytes), {});
    const auto opened = under.tryOpen();
    QVERIFY(!opened);
    QCOMPARE(codeOf(opened.error()), failure::corrupt);
    QCOMPARE(bytesIn(under.file()), bytes);
}

void TestDamage::missingStoreIsNotMadeAnew() {
    SqliteUnderTest missing(m_folder.filePath(QStringLiteral("none.db")), {.mustExist = true});
    QCOMPARE(codeOf(missing.tryOpen().error()), failure::corrupt);
    QVERIFY(!QFile::exists(missing.file()));
    SqliteUnderTest empty(damaged({}), {.mustExist = true});
    QCOMPARE(codeOf(empty.tryOpen().error()), failure::corrupt);
    empty.options.mustExist = false;
    QVERIFY(empty.tryOpen().has_value());
    empty.options.mustExist = true;
    QVERIFY(empty.tryOpen().has_value());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestDamage)
#include "test_damage.moc"
