// Every byte that a store keeps of a log of 100 entries is flipped in turn, and each is named at its entry.
#include "storage/connection.h"
#include "storage/samples.h"
#include "storage/sqliteundertest.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

namespace bongsu {

namespace {

constexpr int storedEntries = 100;

// Every byte, unless a slower build asks for every nth.
int step() {
    return std::max(1, qEnvironmentVariableIntValue("BONGSU_FLIP_STEP"));
}

QByteArray flipped(QByteArray cell, qsizetype at) {
    cell[at] = char(cell[at] ^ (1 << (at % 8)));
    return cell;
}

// Statements are told apart by where their words lie.
struct Statements {
    const char* select;
    const char* update;
};

const Statements& statementsOf(const QByteArray& column) {
    static const std::map<QByteArray, Statements> all{
        {"event", {"SELECT event FROM entry WHERE seq = ?", "UPDATE entry SET event = ? WHERE seq = ?"}},
        {"sealed", {"SELECT sealed FROM entry WHERE seq = ?", "UPDATE entry SET sealed = ? WHERE seq = ?"}},
        {"facts", {"SELECT facts FROM entry WHERE seq = ?", "UPDATE entry SET facts = ? WHERE seq = ?"}},
        {"text", {"SELECT text FROM entry WHERE seq = ?", "UPDATE entry SET text = ? WHERE seq = ?"}}};
    return all.at(column);
}

} // namespace

class TestStoredFlips : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyByteOfAnEntryIsNamed_data();
    void everyByteOfAnEntryIsNamed();
    void everyByteOfAHeadIsFound();

  private:
    // Changes rows behind the store's back: it holds its file alone while it is open.
    void edit(const std::function<void(Connection&)>& change);
    QByteArray where(quint64 seq, const char* what) const;

    // In memory where that is possible: none of the thousands of changes needs to outlive a power cut.
    QTemporaryDir m_folder{QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                               ? QStringLiteral("/dev/shm/bongsu-XXXXXX")
                               : QDir::tempPath() + QStringLiteral("/bongsu-XXXXXX")};
    SqliteUnderTest m_under{m_folder.filePath(QStringLiteral("store.db")), {}};
    LogId m_log = LogId::zeros();
};

void TestStoredFlips::initTestCase() {
    QVERIFY(m_under.tryOpen().has_value());
    Samples samples(20);
    m_log = samples.fixed<LogId>();
    Change change = changeOf(samples.append(m_log, std::nullopt, storedEntries));
    change.heads.insert_or_assign(m_log, samples.statement());
    QVERIFY(commit(m_under, change));
    QCOMPARE(range(m_under, m_log)->size(), std::size_t(storedEntries));
}

void TestStoredFlips::edit(const std::function<void(Connection&)>& change) {
    m_under.close();
    const auto connection = Connection::open(m_under.file());
    QVERIFY((*connection)->run("BEGIN").has_value());
    change(**connection);
    QVERIFY((*connection)->run("COMMIT").has_value());
}

QByteArray TestStoredFlips::where(quint64 seq, const char* what) const {
    return m_log.toHex().toLatin1() + ' ' + QByteArray::number(seq) + ' ' + what;
}

// The event's id stands in the clear, and the others are bound to it.
void TestStoredFlips::everyByteOfAnEntryIsNamed_data() {
    QTest::addColumn<QByteArray>("column");
    for (const char* column : {"event", "sealed", "facts", "text"}) {
        QTest::newRow(column) << QByteArray(column);
    }
}

// The same byte of all entries at once, in one transaction; each entry is then asked for by itself.
void TestStoredFlips::everyByteOfAnEntryIsNamed() {
    QFETCH(QByteArray, column);
    const Statements& statements = statementsOf(column);
    std::map<quint64, QByteArray> cells;
    qsizetype longest = 0;
    edit([&](Connection& connection) {
        for (quint64 seq = 1; seq <= storedEntries; ++seq) {
            cells[seq] = *connection.bytesOf(statements.select, {seq}).value();
            longest = std::max(longest, cells[seq].size());
        }
    });
    const auto write = [&](const std::function<QByteArray(const QByteArray&)>& change) {
        edit([&](Connection& connection) {
            for (const auto& [seq, cell] : cells) {
                QVERIFY(connection.run(statements.update, {change(cell), seq}).has_value());
            }
        });
        QVERIFY(m_under.tryOpen().has_value());
    };
    qsizetype flips = 0;
    for (qsizetype at = 0; at < longest; at += step()) {
        write([at](const QByteArray& cell) { return at < cell.size() ? flipped(cell, at) : cell; });
        std::map<quint64, Result<std::vector<StoredEntry>>> answers;
        std::size_t asked = 0;
        for (const auto& [seq, cell] : cells) {
            if (at < cell.size()) {
                ++asked;
                m_under.store().range(m_log, seq, 1, 1 << 20, [&answers, seq = seq](auto read) {
                    answers.insert_or_assign(seq, std::move(read));
                });
            }
        }
        QVERIFY(m_under.runUntil([&] { return answers.size() == asked; }));
        for (const auto& [seq, read] : answers) {
            QVERIFY2(!read, qPrintable(QStringLiteral("byte %1 of %2").arg(at).arg(seq)));
            QCOMPARE(read.error(), Error(Failure{failure::corrupt, where(seq, "entry")}));
            ++flips;
        }
    }
    write([](const QByteArray& cell) { return cell; });
    qInfo("%lld bytes", qlonglong(flips));
    QCOMPARE(range(m_under, m_log)->size(), std::size_t(storedEntries));
}

void TestStoredFlips::everyByteOfAHeadIsFound() {
    QByteArray cell;
    edit([&](Connection& connection) { cell = *connection.bytesOf("SELECT sealed FROM head", {}).value(); });
    for (qsizetype at = 0; at < cell.size(); at += step()) {
        edit([&](Connection& connection) {
            QVERIFY(connection.run("UPDATE head SET sealed = ?", {flipped(cell, at)}).has_value());
        });
        QVERIFY(m_under.tryOpen().has_value());
        QCOMPARE(heads(m_under).error(), Error(Failure{failure::corrupt, where(0, "head")}));
    }
    edit([&](Connection& connection) {
        QVERIFY(connection.run("UPDATE head SET sealed = ?", {cell}).has_value());
    });
    QVERIFY(m_under.tryOpen().has_value());
    QVERIFY(heads(m_under).has_value());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestStoredFlips)
#include "test_storedflips.moc"
