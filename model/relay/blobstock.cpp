#include "relay/blobstock.h"

#include "domain/base/limits.h"
#include "storage/blobintake.h"

namespace bongsu {

BlobStock::BlobStock(EventStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}
BlobStock::~BlobStock() = default;

void BlobStock::open(Done<std::monostate> done) {
    m_store.blobs([this, alive = std::weak_ptr(m_alive),
                   done = std::move(done)](const Result<std::vector<BlobState>>& states) {
        if (alive.expired()) {
            return;
        }
        if (!states) {
            done(errorOf(states));
            return;
        }
        m_held.clear();
        m_names.clear();
        m_lacking.clear();
        m_intakes.clear();
        for (const BlobState& state : *states) {
            remember(state);
        }
        dropUnnamed();
        done(std::monostate{});
    });
}

void BlobStock::remember(const BlobState& state) {
    const BlobBegun& begun = state.begun;
    m_held.insert_or_assign(begun.blob,
                            Held{begun.owner, begun.size, begun.since, state.whole, state.log, state.event});
    if (state.event) {
        m_names.insert_or_assign(*state.event, begun.blob);
        if (!state.whole) {
            m_lacking[begun.owner].insert(begun.blob);
        }
    }
}

void BlobStock::setWhole(const BlobId& blob) {
    const auto held = m_held.find(blob);
    if (held != m_held.end()) {
        held->second.whole = true;
        m_lacking[held->second.owner].erase(blob);
    }
}

void BlobStock::forget(const BlobId& blob) {
    m_intakes.erase(blob);
    const auto held = m_held.find(blob);
    if (held != m_held.end()) {
        m_lacking[held->second.owner].erase(blob);
        m_held.erase(held);
    }
}

quint64 BlobStock::unnamedBytes(const DeviceId& of) const {
    quint64 bytes = 0;
    for (const auto& [blob, held] : m_held) {
        bytes += held.owner == of && !held.event ? held.size : 0;
    }
    return bytes;
}

void BlobStock::begin(const BlobId& blob, quint64 size, const Salt& salt, const DeviceId& from,
                      Done<quint64> done) {
    const auto held = m_held.find(blob);
    if (held != m_held.end() && (held->second.owner != from || held->second.size != size)) {
        done(refuse(refusal::blobMismatch));
        return;
    }
    if (held == m_held.end() && unnamedBytes(from) + size > quint64(limits::blobsUnnamedBytes)) {
        done(refuse(refusal::blobsTooMany));
        return;
    }
    const BlobBegun begun{blob, size, salt, from, m_clock.now()};
    if (held == m_held.end()) {
        remember(BlobState{begun}); // counts from now on
    }
    // A new one each time: what an earlier connection left is read from the disk.
    auto intake = std::make_shared<BlobIntake>(m_store, begun);
    m_intakes[blob] = intake;
    intake->start(std::nullopt, [this, begun, done = std::move(done)](const Result<quint64>& next) {
        started(begun, next, done);
    });
}

void BlobStock::started(const BlobBegun& begun, const Result<quint64>& next, const Done<quint64>& done) {
    const auto keepAlive = m_intakes.extract(begun.blob); // we stand in its call
    if (next && *next < chunkCount(begun.size)) {
        m_intakes[begun.blob] = keepAlive.mapped();
    } else if (next) {
        setWhole(begun.blob); // the answer to the last chunk's commit was lost
    }
    done(next);
}

void BlobStock::take(const BlobId& blob, quint64 chunk, const QByteArray& bytes, Done<bool> done) {
    const auto intake = m_intakes.find(blob);
    if (intake == m_intakes.end()) {
        done(fail(failure::blobMissing)); // dropped meanwhile
        return;
    }
    intake->second->take(chunk, bytes, [this, blob, done = std::move(done)](const Result<bool>& whole) {
        // We stand in its call: it ends with this function.
        const auto ended = whole && !*whole ? decltype(m_intakes)::node_type() : m_intakes.extract(blob);
        if (whole && *whole) {
            setWhole(blob);
        } else if (!whole && codeOf(whole.error()) == refusal::blobMismatch) {
            forget(blob);
        }
        done(whole);
    });
}

void BlobStock::read(const BlobId& blob, quint64 chunk, Done<QByteArray> done) const {
    const auto held = m_held.find(blob);
    if (held == m_held.end() || !held->second.whole) {
        done(fail(failure::blobMissing));
        return;
    }
    m_store.blobChunk(blob, chunk, [done = std::move(done)](Result<std::optional<QByteArray>> bytes) {
        done(!bytes   ? Result<QByteArray>(errorOf(bytes))
             : *bytes ? Result<QByteArray>(std::move(**bytes))
                      : fail(failure::blobMissing));
    });
}

bool BlobStock::holdsFor(const EventId& event, const DeviceId& author, const BlobNamed& blob) {
    const auto held = m_held.find(blob.blob);
    const bool holds = held != m_held.end() && held->second.whole && held->second.owner == author &&
                       held->second.size == blob.size && (!held->second.event || held->second.event == event);
    if (holds) {
        held->second.since = m_clock.now();
    }
    return holds;
}

void BlobStock::named(const LogId& log, const EventId& event, const BlobBegun& blob) {
    const auto held = m_held.find(blob.blob);
    if (held == m_held.end()) {
        remember(BlobState{blob, 0, false, false, log, event});
    } else if (!held->second.event) {
        const Held one = held->second;
        const BlobState kept{{blob.blob, one.size, blob.salt, one.owner, one.since}, 0, one.whole};
        const bool isAnew = makesWayFor(kept, blob); // as in the store
        if (isAnew) {
            m_intakes.erase(blob.blob);
        }
        remember(BlobState{isAnew ? blob : kept.begun, 0, one.whole, false, log, event});
    }
}

std::vector<BlobId> BlobStock::lackingFrom(const DeviceId& author) const {
    const auto lacking = m_lacking.find(author);
    return lacking == m_lacking.end() ? std::vector<BlobId>()
                                      : std::vector<BlobId>(lacking->second.begin(), lacking->second.end());
}

void BlobStock::lookForNames() {
    m_store.blobs([this, alive = std::weak_ptr(m_alive)](const Result<std::vector<BlobState>>& states) {
        if (alive.expired() || !states) {
            return; // each is asked for again before it is dropped
        }
        for (const BlobState& state : *states) {
            if (state.event) {
                named(*state.log, *state.event, state.begun);
            }
        }
    });
}

void BlobStock::erased(const EventId& event) {
    const auto name = m_names.find(event);
    if (name != m_names.end()) {
        forget(name->second);
        m_names.erase(name);
    }
}

std::optional<LogId> BlobStock::logOf(const BlobId& blob) const {
    const auto held = m_held.find(blob);
    return held == m_held.end() ? std::nullopt : held->second.log;
}

// From here on no event may name them; the store is asked about each, for a commit that is under way, or that
// could not say that it was carried out, may have named it.
void BlobStock::dropUnnamed() {
    const Moment now = m_clock.now();
    std::vector<BlobId> late;
    for (const auto& [blob, held] : m_held) {
        if (!held.event && now - held.since > limits::blobUnnamedKept) {
            late.push_back(blob);
        }
    }
    for (const BlobId& blob : late) {
        const Held held = m_held.at(blob);
        forget(blob);
        m_store.blob(blob, [this, alive = std::weak_ptr(m_alive), blob,
                            held](const Result<std::optional<BlobState>>& state) {
            if (alive.expired() || m_held.contains(blob)) {
                return; // begun anew
            }
            if (!state) {
                m_held.emplace(blob, held); // not known: asked again
                return;
            }
            if (*state && (*state)->event) {
                remember(**state);
                return;
            }
            Change change;
            change.blobs.dropped.push_back(blob);
            m_store.commit(std::move(change), [](const Result<Committed>&) {}); // if not, at the next opening
        });
    }
}

} // namespace bongsu
