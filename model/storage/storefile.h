// The file of a store on the thread that owns it: opening, migrating, transactions, scrubbing, copies.
#pragma once

#include "storage/keptblobs.h"
#include "storage/keptsnapshot.h"
#include "storage/reader.h"
#include "storage/storeoptions.h"

namespace bongsu {

// Made, used and destroyed on one thread.
class StoreFile {
  public:
    using Answer = Result<Committed>;

    // See SqliteStore::open.
    static Result<std::unique_ptr<StoreFile>> open(const QString& file, const KeyRing& keys,
                                                   const StoreOptions& options);
    ~StoreFile();

    // Carries all out in one transaction, each standing or falling by itself. Durable: on disk and synced.
    std::vector<Answer> commit(const std::vector<Change>& changes);

    Reader& reader() { return m_reader; }
    KeptBlobs& blobs() { return m_blobs; }
    Result<std::optional<QByteArray>> snapshot() { return m_snapshot.read(); }
    Outcome keepSnapshot(const QByteArray& snapshot);
    bool isNewer() const { return m_isNewer; }

    // Bytes that must not be in any file may still be in the write-ahead log: the disk was full or failing
    // when they should have gone. scrub() tries again, and so do every opening and closing.
    bool owesScrub() const { return m_owesScrub; }
    void scrub();

    Outcome inspect();
    Outcome backup(const QString& file);

  private:
    StoreFile(QString file, std::unique_ptr<Connection> connection, const KeyRing& keys);

    Outcome prepare(const StoreOptions& options);
    Outcome begin(const StoreOptions& options);
    Result<qint64> version(bool mustExist);
    Outcome checkKey();
    Outcome check(const char* statement);

    // An error: nothing of any of them was carried out.
    Result<std::vector<Answer>> commitTogether(const std::vector<Change>& changes);
    // An error: the transaction is lost.
    Result<Answer> carryOutApart(const Change& change);
    void rollBack();

    Result<bool> isCheckpointed(const char* statement);

    QString m_file;
    std::unique_ptr<Connection> m_connection;
    KeptLogs m_logs;
    KeptBlobs m_blobs;
    Reader m_reader;
    KeptSnapshot m_snapshot;
    bool m_isNewer = false;
    bool m_isWritten = false; // by this one: there may be a log of its own
    bool m_owesScrub = false;
};

} // namespace bongsu
