// SQLite alone, over the same file: rows are read by the same SELECT, and nothing is done with them.
#pragma once

#include "bench/measuring.h"

#include <QString>

#include <vector>

struct sqlite3;

namespace bongsu {

class BareRows {
  public:
    explicit BareRows(const QString& file);
    ~BareRows();
    Q_DISABLE_COPY_MOVE(BareRows)

    std::vector<qint64> logs() const; // their numbers, the one with the most entries first
    // The rows of a log from that number up; how many bytes they have.
    qint64 read(qint64 log, quint64 fromSeq, int count) const;
    // The newest `count` of each log: what the first screens of all of them show.
    qint64 readNewest(int count) const;
    qint64 readAll() const;

  private:
    std::vector<qint64> numbers(const char* select) const;
    sqlite3* m_database = nullptr;
};

} // namespace bongsu
