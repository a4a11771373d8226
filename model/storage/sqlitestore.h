// The EventStore in one SQLite file, sealed, on a thread of its own.
#pragma once

#include "domain/base/sealer.h"
#include "storage/eventstore.h"
#include "storage/storeoptions.h"

#include <QObject>

#include <memory>

namespace bongsu {

class StoreFile;
class StoreWorker;

class SqliteStore : public EventStore {
  public:
    // Blocks until the store is ready. The file (0600) and its folder (0700) are made where they are missing;
    // a backup is restored by opening a copy of it. `keys` must outlive the store and is used on the store's
    // thread only, at any time: give each store a key ring of its own. Failures: disk, disk.full; corrupt
    // (the file is left as it is); store.locked (another process has it open); key.unusable (not the key it
    // was made with). A store of a newer program opens, and every commit fails with store.newer.
    static Result<std::unique_ptr<SqliteStore>> open(const QString& file, const KeyRing& keys,
                                                     const StoreOptions& options = {});
    // Not from within an answer.
    ~SqliteStore() override;

    bool isReadOnly() const { return m_isReadOnly; } // written by a newer program

    // After an erasure, a rewind or a dropped blob, Durable also means that the bytes are in no file any
    // more. Only where the disk was full or failing right then may the write-ahead log still hold them
    // (sealed); that is tried again every second and at the next opening. Commits are never Unknown: what
    // failed is not there for this process.
    void commit(Change change, Done<Committed> done) override;
    void tips(Done<std::vector<StoredTip>> done) override;
    void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
               Done<std::vector<StoredEntry>> done) override;
    void ownEvents(Done<std::vector<OwnEvent>> done) override;
    void heads(Done<std::map<LogId, Statement>> done) override;
    void settings(Done<std::map<QByteArray, QByteArray>> done) override;
    void blobs(Done<std::vector<BlobState>> done) override;
    void blob(BlobId blob, Done<std::optional<BlobState>> done) override;
    void blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) override;
    void snapshot(Done<std::optional<QByteArray>> done) override;
    void keepSnapshot(QByteArray snapshot, Done<std::monostate> done) override;
    void inspect(Done<std::monostate> done) override;
    void backup(QString file, Done<std::monostate> done) override;

  private:
    SqliteStore();

    // `work` runs on the store's thread, `done` on the one this store lives on.
    template <class T>
    void ask(Done<T> done, std::function<Result<T>(StoreFile&)> work);
    template <class T>
    void answer(Done<T> done, Result<T> result);

    QObject m_context; // lives where answers go; answers on their way end with it
    std::unique_ptr<StoreWorker> m_worker;
    bool m_isReadOnly = false;
};

} // namespace bongsu
