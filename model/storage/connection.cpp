#include "storage/connection.h"

#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace bongsu {

namespace {
// SQLite's result codes; the upper bits say more and are not needed here.
enum : int {
    SqliteError = 1,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteSchema = 17,
    SqliteConstraint = 19,
    SqliteMismatch = 20,
    SqliteNotADatabase = 26,
};

const char* failureFor(int code) {
    switch (code) {
    case SqliteFull:
        return failure::full;
    case SqliteBusy:
    case SqliteLocked:
        return failure::busy;
    // Our statements are right and the schema is ours, so that errors of SQL and constraints mean damaged
    // pages.
    case SqliteError:
    case SqliteCorrupt:
    case SqliteSchema:
    case SqliteConstraint:
    case SqliteMismatch:
    case SqliteNotADatabase:
        return failure::corrupt;
    default:
        return failure::disk;
    }
}

// A statement that is not reset keeps its read open, and no checkpoint gets past it.
struct Finished {
    QSqlQuery& query;
    ~Finished() { query.finish(); }
};

constexpr const char* busyTimeout = "QSQLITE_BUSY_TIMEOUT=250";
} // namespace

QByteArray Row::bytes(int column) const {
    return m_query.value(column).toByteArray();
}
qint64 Row::integer(int column) const {
    return m_query.value(column).toLongLong();
}
QByteArray Row::word(int column) const {
    return m_query.value(column).toString().toUtf8();
}

Connection::Connection(QString name, QSqlDatabase database)
    : m_name(std::move(name)), m_database(std::move(database)) {}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file) {
    static std::atomic<int> opened = 0;
    const QString name = QStringLiteral("bongsu-store-%1").arg(++opened);
    // No handle but the connection's own: Qt cannot remove one that somebody else still holds.
    std::unique_ptr<Connection> connection(
        new Connection(name, QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name)));
    QSqlDatabase& database = connection->m_database;
    database.setDatabaseName(file);
    database.setConnectOptions(QString::fromLatin1(busyTimeout));
    if (!database.isValid()) {
        return fail(failure::disk, "Qt's SQLite driver is not installed");
    }
    if (!database.open()) {
        return connection->failed(database.lastError());
    }
    return connection;
}

Connection::~Connection() {
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

tl::unexpected<Error> Connection::failed(const QSqlError& error) {
    m_lastCode = error.nativeErrorCode().toInt() & 0xff;
    return fail(failureFor(m_lastCode),
                error.databaseText().toUtf8() + " (" + error.nativeErrorCode().toUtf8() + ')');
}

Result<QSqlQuery*> Connection::executed(const char* statement, const QVariantList& values) {
    std::unique_ptr<QSqlQuery>& query = m_prepared[statement];
    if (!query) {
        auto prepared = std::make_unique<QSqlQuery>(m_database);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(QString::fromLatin1(statement))) {
            return failed(prepared->lastError());
        }
        query = std::move(prepared);
    }
    for (int i = 0; i < values.size(); ++i) {
        query->bindValue(i, values[i]);
    }
    if (!query->exec()) {
        return failed(query->lastError());
    }
    return query.get();
}

Outcome Connection::run(const char* statement, const QVariantList& values) {
    const auto query = executed(statement, values);
    if (!query) {
        return errorOf(query);
    }
    (*query)->finish();
    return {};
}

Result<bool> Connection::insert(const char* statement, const QVariantList& values) {
    const auto done = run(statement, values);
    if (done) {
        return true;
    }
    if (m_lastCode == SqliteConstraint) {
        return false;
    }
    return errorOf(done);
}

Outcome Connection::each(const char* statement, const QVariantList& values,
                         const std::function<Result<bool>(const Row&)>& visit) {
    const auto query = executed(statement, values);
    if (!query) {
        return errorOf(query);
    }
    const Finished finished{**query};
    const Row row(**query);
    while ((*query)->next()) {
        const auto goOn = visit(row);
        if (!goOn) {
            return errorOf(goOn);
        }
        if (!*goOn) {
            return {};
        }
    }
    // next() is false at the end and at an error alike.
    if ((*query)->lastError().isValid()) {
        return failed((*query)->lastError());
    }
    return {};
}

Result<std::optional<QByteArray>> Connection::bytesOf(const char* statement, const QVariantList& values) {
    std::optional<QByteArray> bytes;
    const auto done = each(statement, values, [&](const Row& row) {
        bytes = row.bytes(0);
        return false;
    });
    if (!done) {
        return errorOf(done);
    }
    return bytes;
}

Result<qint64> Connection::integerOf(const char* statement) {
    qint64 integer = 0;
    const auto done = each(statement, {}, [&](const Row& row) {
        integer = row.integer(0);
        return false;
    });
    if (!done) {
        return errorOf(done);
    }
    return integer;
}

Outcome Connection::runOnce(const QByteArray& statement) {
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(statement))) {
        return failed(query.lastError());
    }
    return {};
}

} // namespace bongsu
