// A store broken on purpose, for relays of the simulated world.
#pragma once

#include "storage/eventstore.h"

namespace bongsu {

// Deliberately wrong: says "durable" before it is. The simulator must find it.
class HastyStore final : public EventStore {
  public:
    HastyStore(EventStore& inner, std::function<void(std::function<void()>)> schedule)
        : m_inner(inner), m_schedule(std::move(schedule)) {}
    void commit(Change change, Done<Committed> done) override {
        m_schedule([done = std::move(done)] { done(Committed::Durable); });
        m_inner.commit(std::move(change), [](const Result<Committed>&) {});
    }
    void tips(Done<std::vector<StoredTip>> done) override { m_inner.tips(std::move(done)); }
    void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
               Done<std::vector<StoredEntry>> done) override {
        m_inner.range(log, fromSeq, count, bytes, std::move(done));
    }
    void ownEvents(Done<std::vector<OwnEvent>> done) override { m_inner.ownEvents(std::move(done)); }
    void heads(Done<std::map<LogId, Statement>> done) override { m_inner.heads(std::move(done)); }
    void settings(Done<std::map<QByteArray, QByteArray>> done) override { m_inner.settings(std::move(done)); }
    void blobs(Done<std::vector<BlobState>> done) override { m_inner.blobs(std::move(done)); }
    void blob(BlobId blob, Done<std::optional<BlobState>> done) override {
        m_inner.blob(blob, std::move(done));
    }
    void blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) override {
        m_inner.blobChunk(blob, chunk, std::move(done));
    }
    void snapshot(Done<std::optional<QByteArray>> done) override { m_inner.snapshot(std::move(done)); }
    void keepSnapshot(QByteArray snapshot, Done<std::monostate> done) override {
        m_inner.keepSnapshot(std::move(snapshot), std::move(done));
    }
    void inspect(Done<std::monostate> done) override { m_inner.inspect(std::move(done)); }
    void backup(QString file, Done<std::monostate> done) override { m_inner.backup(file, std::move(done)); }

  private:
    EventStore& m_inner;
    std::function<void(std::function<void()>)> m_schedule;
};

} // namespace bongsu
