#include "storage/blobintake.h"

#include "domain/base/hash.h"

namespace bongsu {

BlobIntake::BlobIntake(EventStore& store, const BlobBegun& begun)
    : m_store(store), m_begun(begun), m_hash(QCryptographicHash::Sha256) {
    m_hash.addData(domainTag("blob"));
    m_hash.addData(begun.salt.view());
}

void BlobIntake::commit(BlobChanges changes, std::function<void(const Outcome&)> done) {
    Change change;
    change.blobs = std::move(changes);
    m_store.commit(std::move(change), [alive = std::weak_ptr(m_alive),
                                       done = std::move(done)](const Result<Committed>& outcome) {
        if (alive.expired()) {
            return;
        }
        if (!outcome) {
            done(errorOf(outcome));
        } else {
            done(*outcome == Committed::Durable ? Outcome() : fail(failure::disk, "blob"));
        }
    });
}

void BlobIntake::start(const std::optional<BlobNaming>& naming, Done<quint64> done) {
    BlobChanges changes;
    changes.begun.push_back(m_begun);
    if (naming) {
        changes.named.push_back(*naming);
    }
    commit(std::move(changes), [this, done = std::move(done)](const Outcome& kept) {
        if (!kept) {
            done(errorOf(kept));
            return;
        }
        m_store.blob(m_begun.blob, [this, alive = std::weak_ptr(m_alive),
                                    done](const Result<std::optional<BlobState>>& state) {
            if (alive.expired()) {
                return;
            }
            if (!state || !*state) {
                done(state ? fail(failure::blobMissing) : errorOf(state)); // erased meanwhile
                return;
            }
            const BlobBegun& held = (*state)->begun;
            if (held.size != m_begun.size || held.salt != m_begun.salt || held.owner != m_begun.owner) {
                done(refuse(refusal::blobMismatch));
            } else if ((*state)->whole) {
                done(chunkCount(m_begun.size));
            } else {
                hashHeld(0, (*state)->chunks, done);
            }
        });
    });
}

// One at a time: others' calls go in between.
void BlobIntake::hashHeld(quint64 chunk, quint64 until, Done<quint64> done) {
    if (chunk == until) {
        m_next = until;
        done(until);
        return;
    }
    m_store.blobChunk(m_begun.blob, chunk,
                      [this, alive = std::weak_ptr(m_alive), chunk, until,
                       done = std::move(done)](const Result<std::optional<QByteArray>>& bytes) {
                          if (alive.expired()) {
                              return;
                          }
                          if (!bytes || !*bytes) {
                              done(bytes ? fail(failure::blobMissing) : errorOf(bytes));
                              return;
                          }
                          m_hash.addData(**bytes);
                          hashHeld(chunk + 1, until, done);
                      });
}

void BlobIntake::take(quint64 chunk, const QByteArray& bytes, Done<bool> done) {
    if (chunk < m_next) {
        // Nothing changes, but it is answered behind what came before.
        commit({}, [done = std::move(done)](const Outcome& kept) {
            done(kept ? Result<bool>(false) : errorOf(kept));
        });
        return;
    }
    BlobChanges changes;
    if (chunk > m_next || bytes.size() != chunkSize(m_begun.size, chunk)) {
        changes.dropped.push_back(m_begun.blob);
        commit(std::move(changes), [done = std::move(done)](const Outcome& kept) {
            done(kept ? Result<bool>(refuse(refusal::blobMismatch)) : errorOf(kept));
        });
        return;
    }
    m_hash.addData(bytes);
    ++m_next;
    const bool isLast = m_next == chunkCount(m_begun.size);
    const bool isSound = !isLast || QByteArrayView(m_hash.result()) == m_begun.blob.view();
    if (isSound) {
        changes.chunks.push_back({m_begun.blob, chunk, bytes});
        if (isLast) {
            changes.whole.push_back(m_begun.blob);
        }
    } else {
        changes.dropped.push_back(m_begun.blob);
    }
    commit(std::move(changes), [done = std::move(done), isLast, isSound](const Outcome& kept) {
        done(!kept     ? Result<bool>(errorOf(kept))
             : isSound ? Result<bool>(isLast)
                       : refuse(refusal::blobMismatch));
    });
}

} // namespace bongsu
