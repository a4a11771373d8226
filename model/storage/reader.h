// Reads a store: opens every seal, and says where one does not open or something is missing.
#pragma once

#include "storage/keptlogs.h"

namespace bongsu {

class Reader {
  public:
    Reader(Connection& connection, KeptLogs& logs) : m_connection(connection), m_logs(logs) {}

    // As in EventStore.
    Result<std::vector<StoredTip>> tips();
    Result<std::vector<StoredEntry>> range(const LogId& log, quint64 fromSeq, int count, qsizetype bytes);
    Result<std::vector<OwnEvent>> ownEvents();
    Result<std::map<LogId, Statement>> heads();
    Result<std::map<QByteArray, QByteArray>> settings();

  private:
    Connection& m_connection;
    KeptLogs& m_logs;
};

} // namespace bongsu
