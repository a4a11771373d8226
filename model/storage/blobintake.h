// Takes a blob's chunks into a store in their order, and tells whether they are what its id names.
#pragma once

#include "storage/eventstore.h"

#include <QCryptographicHash>

#include <memory>

namespace bongsu {

// What is under way when it is destroyed is carried out, and answered no more.
class BlobIntake {
  public:
    template <class T>
    using Done = EventStore::Done<T>;

    BlobIntake(EventStore& store, const BlobBegun& begun);

    // Begins it where it is not here yet, named as `naming` says, and answers the first chunk that lacks,
    // once the chunks before are read again for their hash; the number of chunks where it is whole. Refusal
    // blob.mismatch: it is here with another size, or as another device's.
    void start(const std::optional<BlobNaming>& naming, Done<quint64> done);
    // Chunks that came before are answered and change nothing. True with the last one: whole, on the disk.
    // Refusal blob.mismatch: not the bytes that the id names; what was kept of it is dropped.
    void take(quint64 chunk, const QByteArray& bytes, Done<bool> done);

    const BlobBegun& blob() const { return m_begun; }

  private:
    void hashHeld(quint64 chunk, quint64 until, Done<quint64> done);
    void commit(BlobChanges changes, std::function<void(const Outcome&)> done);

    EventStore& m_store;
    BlobBegun m_begun;
    QCryptographicHash m_hash;
    quint64 m_next = 0; // chunks before this one are hashed
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
