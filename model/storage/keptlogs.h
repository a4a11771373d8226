// The logs a store knows: their numbers in its tables, their keys, and where each ends.
#pragma once

#include "storage/cells.h"
#include "storage/connection.h"

namespace bongsu {

struct KeptLog {
    qint64 number;
    LogId log;
    std::unique_ptr<Sealer> sealer;
};

// Failure corrupt that says where: "log seq what".
tl::unexpected<Error> corruptAt(const LogId& log, quint64 seq, const char* what);

class KeptLogs {
  public:
    KeptLogs(Connection& connection, const KeyRing& keys) : m_connection(connection), m_keys(keys) {}

    // What is returned stays until forget(). Null for a log that is not there.
    Result<const KeptLog*> find(const LogId& log);
    Result<const KeptLog*> findOrAdd(const LogId& log);
    Result<const KeptLog*> at(qint64 number); // failure corrupt where it is not there
    Result<std::vector<const KeptLog*>> all();

    // Nothing for a log without entries.
    Result<std::optional<StoredTip>> tip(const KeptLog& log);
    Outcome setTip(const KeptLog& log, const TipCell& tip);
    // Of the entry with that seq, which must be there; zeros for seq 0.
    Result<EntryHash> hashAt(const KeptLog& log, quint64 seq);

    const KeyRing& keys() const { return m_keys; }

    // After a rollback: a log may have been added by what was undone.
    void forget();

  private:
    Result<const KeptLog*> select(const char* statement, const QVariant& value);
    Result<const KeptLog*> take(const Row& row);
    const KeptLog* keep(qint64 number, const LogId& log, QByteArrayView key);

    Connection& m_connection;
    const KeyRing& m_keys;
    std::map<LogId, std::unique_ptr<KeptLog>> m_byId;
    std::map<qint64, const KeptLog*> m_byNumber;
};

} // namespace bongsu
