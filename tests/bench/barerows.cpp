#include "bench/barerows.h"

#include <sqlite3.h>

#include <limits>

namespace bongsu {

BareRows::BareRows(const QString& file) {
    sqlite3_open(file.toUtf8().constData(), &m_database);
}
BareRows::~BareRows() {
    sqlite3_close(m_database);
}

std::vector<qint64> BareRows::numbers(const char* select) const {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(m_database, select, -1, &statement, nullptr);
    std::vector<qint64> found;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        found.push_back(sqlite3_column_int64(statement, 0));
    }
    sqlite3_finalize(statement);
    return found;
}

std::vector<qint64> BareRows::logs() const {
    return numbers("SELECT log FROM entry GROUP BY log ORDER BY count(*) DESC");
}

qint64 BareRows::read(qint64 log, quint64 fromSeq, int count) const {
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(m_database,
                       "SELECT seq, event, sealed, facts, text FROM entry"
                       " WHERE log = ? AND seq >= ? AND seq <= ? ORDER BY seq LIMIT ?",
                       -1, &select, nullptr);
    sqlite3_bind_int64(select, 1, log);
    sqlite3_bind_int64(select, 2, qint64(fromSeq));
    sqlite3_bind_int64(select, 3, std::numeric_limits<qint64>::max());
    sqlite3_bind_int(select, 4, count);
    qint64 bytes = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
        for (int column = 1; column < 5; ++column) {
            bytes += QByteArray(static_cast<const char*>(sqlite3_column_blob(select, column)),
                                sqlite3_column_bytes(select, column))
                         .size();
        }
    }
    sqlite3_finalize(select);
    return bytes;
}

qint64 BareRows::readNewest(int count) const {
    qint64 bytes = 0;
    for (const qint64 log : numbers("SELECT number FROM log")) {
        sqlite3_stmt* select = nullptr;
        sqlite3_prepare_v2(m_database, "SELECT max(seq) FROM entry WHERE log = ?", -1, &select, nullptr);
        sqlite3_bind_int64(select, 1, log);
        sqlite3_step(select);
        const qint64 newest = sqlite3_column_int64(select, 0);
        sqlite3_finalize(select);
        bytes += read(log, quint64(std::max<qint64>(1, newest - count + 1)), count);
    }
    return bytes;
}

qint64 BareRows::readAll() const {
    qint64 bytes = 0;
    for (const qint64 log : numbers("SELECT number FROM log")) {
        bytes += read(log, 1, std::numeric_limits<int>::max());
    }
    return bytes;
}

} // namespace bongsu
