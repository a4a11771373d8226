// Asks a store under test and waits for the answer, whatever makes answers come.
#pragma once

#include "world/memorycontents.h"

namespace bongsu {

class StoreUnderTest {
  public:
    virtual ~StoreUnderTest() = default;
    virtual EventStore& store() = 0;
    virtual void reopen() = 0; // destroyed and opened again over the same disk
    // Runs whatever brings answers until `done` says so; false when it takes too long.
    virtual bool runUntil(const std::function<bool()>& done) = 0;
    // The same until everything asked so far has happened, answers included.
    bool settle();

    // Calls `call` with a Done and waits for its answer; failure `protocol` if none comes.
    template <class T>
    Result<T> ask(const std::function<void(EventStore&, EventStore::Done<T>)>& call) {
        std::optional<Result<T>> answer;
        call(store(), [&answer](Result<T> result) { answer = std::move(result); });
        runUntil([&answer] { return answer.has_value(); });
        return answer ? std::move(*answer) : fail(failure::protocol, "no answer");
    }
};

Result<Committed> commit(StoreUnderTest& under, Change change);
Result<std::vector<StoredTip>> tips(StoreUnderTest& under);
Result<std::vector<StoredEntry>> range(StoreUnderTest& under, const LogId& log, quint64 fromSeq = 1,
                                       int count = 1'000'000, qsizetype bytes = 1 << 30);
Result<std::vector<OwnEvent>> ownEvents(StoreUnderTest& under);
Result<std::map<LogId, Statement>> heads(StoreUnderTest& under);
Result<std::map<QByteArray, QByteArray>> settings(StoreUnderTest& under);
Result<std::optional<BlobState>> blob(StoreUnderTest& under, const BlobId& blob);
Result<std::optional<QByteArray>> blobChunk(StoreUnderTest& under, const BlobId& blob, quint64 chunk);
Result<std::optional<QByteArray>> snapshot(StoreUnderTest& under);
Result<std::monostate> keepSnapshot(StoreUnderTest& under, const QByteArray& snapshot);
Result<std::monostate> inspect(StoreUnderTest& under);
Result<std::monostate> backup(StoreUnderTest& under, const QString& file);

// All a reader can see of a store, for comparing.
struct Everything {
    std::vector<StoredTip> tips;
    std::map<LogId, std::vector<StoredEntry>> logs;
    std::vector<OwnEvent> own;
    std::map<LogId, Statement> heads;
    std::map<QByteArray, QByteArray> settings;
    std::vector<BlobState> blobs;
    std::map<BlobId, QByteArray> blobBytes; // of the chunks held

    friend bool operator==(const Everything&, const Everything&) = default;
};
Result<Everything> everything(StoreUnderTest& under);
Everything everythingOf(const MemoryContents& contents);

} // namespace bongsu
