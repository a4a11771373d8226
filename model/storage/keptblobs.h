// The blobs a store keeps: how each stands, and its chunks, sealed under the store's key.
#pragma once

#include "storage/blobs.h"
#include "storage/keptlogs.h"

namespace bongsu {

class KeptBlobs {
  public:
    KeptBlobs(Connection& connection, KeptLogs& logs) : m_connection(connection), m_logs(logs) {}

    // Failures corrupt where a cell does not open or counts other chunks than are there. In order of BlobId.
    Result<std::vector<BlobState>> all();
    Result<std::optional<BlobState>> find(const BlobId& blob);
    // Nothing for a chunk that was never here.
    Result<std::optional<QByteArray>> chunk(const BlobId& blob, quint64 chunk);

    Outcome begin(const BlobBegun& begun);
    Outcome add(const BlobChunk& chunk);
    Outcome name(const BlobNaming& naming);
    Outcome setWhole(const BlobId& blob);
    Outcome setSent(const BlobId& blob);
    // Also a damaged one.
    Outcome drop(const BlobId& blob);
    Outcome dropNamedBy(const EventId& event);
    // Those that events name which are neither in the log nor this device's own any more.
    Outcome dropOrphansOf(const KeptLog& log);

    // Whether any was dropped since this was asked last: its bytes may still be in the write-ahead log.
    bool takeDropped() { return std::exchange(m_hasDropped, false); }

  private:
    struct Held {
        qint64 number;
        BlobState state;
    };
    Result<Held> read(const Row& row);
    Result<std::optional<Held>> held(const BlobId& blob);
    Outcome keep(const Held& held);
    Result<std::optional<QByteArray>> missing(const BlobId& blob, quint64 chunk);
    Outcome dropRows(const char* select, const QVariantList& values);
    const Sealer& sealer() const { return m_logs.keys().store(); }

    Connection& m_connection;
    KeptLogs& m_logs;
    bool m_hasDropped = false;
};

} // namespace bongsu
