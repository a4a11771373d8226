#include "journal/storewriter.h"

#include <utility>

namespace bongsu {

namespace {

// The store carries a change out in a fixed order (appends before refusals before retries); a merged change
// must mean the same as the two in a row.
bool isMergeable(const Change& change) {
    return change.rewinds.empty() && change.retried.empty() && change.blobs.dropped.empty();
}

template <class List>
void moveBehind(List& target, List& source) {
    target.insert(target.end(), std::make_move_iterator(source.begin()),
                  std::make_move_iterator(source.end()));
}

void mergeAppends(std::vector<LogAppend>& target, std::vector<LogAppend>& source) {
    for (LogAppend& append : source) {
        LogAppend* same = nullptr;
        for (LogAppend& earlier : target) {
            same = earlier.log == append.log ? &earlier : same;
        }
        if (same) {
            moveBehind(same->entries, append.entries);
        } else {
            target.push_back(std::move(append));
        }
    }
}

void merge(Change& target, Change source) {
    mergeAppends(target.appends, source.appends);
    moveBehind(target.recorded, source.recorded);
    moveBehind(target.refused, source.refused);
    moveBehind(target.settled, source.settled);
    moveBehind(target.erasures, source.erasures);
    moveBehind(target.blobs.begun, source.blobs.begun);
    moveBehind(target.blobs.chunks, source.blobs.chunks);
    moveBehind(target.blobs.named, source.blobs.named);
    moveBehind(target.blobs.whole, source.blobs.whole);
    moveBehind(target.blobs.sent, source.blobs.sent);
    for (auto& [log, head] : source.heads) {
        target.heads.insert_or_assign(log, std::move(head));
    }
    for (auto& [key, value] : source.settings) {
        target.settings.insert_or_assign(key, std::move(value));
    }
}

} // namespace

StoreWriter::StoreWriter(EventStore& store, Timers& timers, Trouble trouble)
    : m_store(store), m_retry(timers), m_trouble(std::move(trouble)) {}

void StoreWriter::write(Change change, Then durable) {
    const bool lastIsFree = m_waiting.size() > (m_inFlight ? 1U : 0U);
    if (lastIsFree && isMergeable(m_waiting.back().change) && isMergeable(change)) {
        merge(m_waiting.back().change, std::move(change));
        m_waiting.back().durable.push_back(std::move(durable));
    } else {
        m_waiting.push_back({std::move(change), {std::move(durable)}});
    }
    commitIfFree();
}

StoreWriter::Together::~Together() {
    --m_writer.m_held;
    m_writer.commitIfFree();
}

void StoreWriter::commitIfFree() {
    if (!m_inFlight && !m_retry.isSet() && m_held == 0) {
        commitNext();
    }
}

std::vector<StoredEntry> StoreWriter::entriesWaiting(const LogId& log, quint64 fromSeq) const {
    std::vector<StoredEntry> entries;
    for (const Batch& batch : m_waiting) {
        for (const LogAppend& append : batch.change.appends) {
            if (append.log != log) {
                continue;
            }
            for (const StoredEntry& entry : append.entries) {
                if (entry.seq >= fromSeq) {
                    entries.push_back(entry);
                }
            }
        }
    }
    return entries;
}

void StoreWriter::commitNext() {
    if (m_waiting.empty()) {
        return;
    }
    m_inFlight = true;
    m_store.commit(m_waiting.front().change,
                   [this, alive = std::weak_ptr(m_alive)](const Result<Committed>& outcome) {
                       if (!alive.expired()) {
                           finished(outcome);
                       }
                   });
}

void StoreWriter::finished(const Result<Committed>& outcome) {
    m_inFlight = false;
    if (!outcome || *outcome != Committed::Durable) {
        m_troubled = true;
        const Failure failure = outcome ? Failure{failure::corrupt, "conflict"} : failureOf(outcome.error());
        m_retry.set(retryDelay, [this] { commitNext(); });
        m_trouble(failure);
        return;
    }
    const std::vector<Then> durable = std::move(m_waiting.front().durable);
    m_waiting.erase(m_waiting.begin());
    if (std::exchange(m_troubled, false)) {
        m_trouble(std::nullopt);
    }
    const auto alive = std::weak_ptr(m_alive);
    for (const Then& then : durable) {
        if (then) {
            then();
        }
        if (alive.expired()) {
            return;
        }
    }
    commitIfFree();
}

} // namespace bongsu
