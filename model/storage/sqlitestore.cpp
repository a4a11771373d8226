#include "storage/sqlitestore.h"

#include "storage/storeworker.h"

#include "threads/handover.h"

#include <QThread>

namespace bongsu {

SqliteStore::SqliteStore() : m_worker(std::make_unique<StoreWorker>()) {}
SqliteStore::~SqliteStore() = default; // the worker ends before the context that its answers are posted to

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& file, const KeyRing& keys,
                                                       const StoreOptions& options) {
    std::unique_ptr<SqliteStore> store(new SqliteStore);
    const auto isNewer = store->m_worker->start(file, keys, options);
    if (!isNewer) {
        return errorOf(isNewer);
    }
    store->m_isReadOnly = *isNewer;
    return store;
}

// Called on the store's thread.
template <class T>
void SqliteStore::answer(Done<T> done, Result<T> result) {
    handOver(&m_context,
             [done = std::move(done), result = std::move(result)]() mutable { done(std::move(result)); });
}

template <class T>
void SqliteStore::ask(Done<T> done, std::function<Result<T>(StoreFile&)> work) {
    Q_ASSERT(QThread::currentThread() == m_context.thread());
    m_worker->work([this, done = std::move(done), work = std::move(work)](StoreFile& file) {
        answer<T>(done, work(file));
    });
}

void SqliteStore::commit(Change change, Done<Committed> done) {
    Q_ASSERT(QThread::currentThread() == m_context.thread());
    m_worker->commit(std::move(change), [this, done = std::move(done)](Result<Committed> result) {
        answer<Committed>(done, std::move(result));
    });
}

void SqliteStore::tips(Done<std::vector<StoredTip>> done) {
    ask<std::vector<StoredTip>>(std::move(done), [](StoreFile& file) { return file.reader().tips(); });
}

void SqliteStore::range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
                        Done<std::vector<StoredEntry>> done) {
    ask<std::vector<StoredEntry>>(
        std::move(done), [=](StoreFile& file) { return file.reader().range(log, fromSeq, count, bytes); });
}

void SqliteStore::ownEvents(Done<std::vector<OwnEvent>> done) {
    ask<std::vector<OwnEvent>>(std::move(done), [](StoreFile& file) { return file.reader().ownEvents(); });
}

void SqliteStore::heads(Done<std::map<LogId, Statement>> done) {
    ask<std::map<LogId, Statement>>(std::move(done), [](StoreFile& file) { return file.reader().heads(); });
}

void SqliteStore::settings(Done<std::map<QByteArray, QByteArray>> done) {
    ask<std::map<QByteArray, QByteArray>>(std::move(done),
                                          [](StoreFile& file) { return file.reader().settings(); });
}

void SqliteStore::blobs(Done<std::vector<BlobState>> done) {
    ask<std::vector<BlobState>>(std::move(done), [](StoreFile& file) { return file.blobs().all(); });
}

void SqliteStore::blob(BlobId blob, Done<std::optional<BlobState>> done) {
    ask<std::optional<BlobState>>(std::move(done),
                                  [blob](StoreFile& file) { return file.blobs().find(blob); });
}

void SqliteStore::blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) {
    ask<std::optional<QByteArray>>(
        std::move(done), [blob, chunk](StoreFile& file) { return file.blobs().chunk(blob, chunk); });
}

void SqliteStore::inspect(Done<std::monostate> done) {
    ask<std::monostate>(std::move(done), [](StoreFile& file) { return file.inspect(); });
}

void SqliteStore::backup(QString to, Done<std::monostate> done) {
    ask<std::monostate>(std::move(done), [to](StoreFile& file) { return file.backup(to); });
}

} // namespace bongsu
