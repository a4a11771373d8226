#include "world/memorycontents.h"

#include <algorithm>

namespace bongsu {

namespace {
using Log = MemoryContents::Log;

// A log as it will be once part of a change is carried out, without changing it.
struct PlannedLog {
    const Log* log;
    quint64 kept; // entries of `log` that stay
    std::vector<const StoredEntry*> added;

    bool endsAt(const std::optional<StoredTip>& tip) const {
        if (!tip) {
            return kept == 0 && added.empty();
        }
        if (kept + added.size() != tip->seq || tip->seq == 0) {
            return false;
        }
        return (added.empty() ? log->entries[kept - 1].hash : added.back()->hash) == tip->hash;
    }
    bool holds(const EventId& event) const {
        const auto seq = log->seqs.find(event);
        return (seq != log->seqs.end() && seq->second <= kept) ||
               std::any_of(added.begin(), added.end(),
                           [&](const auto* entry) { return entry->event == event; });
    }
};

bool conditionsHold(const MemoryContents& contents, const Change& change) {
    static const Log none;
    std::map<LogId, PlannedLog> plan;
    const auto planned = [&](const LogId& log) -> PlannedLog& {
        const auto held = contents.logs.find(log);
        const Log* found = held == contents.logs.end() ? &none : &held->second;
        return plan.try_emplace(log, PlannedLog{found, found->entries.size(), {}}).first->second;
    };
    for (const LogRewind& rewind : change.rewinds) {
        PlannedLog& log = planned(rewind.log);
        log.kept = std::min(log.kept, rewind.keep);
    }
    for (const LogAppend& append : change.appends) {
        PlannedLog& log = planned(append.log);
        if (!log.endsAt(append.after)) {
            return false;
        }
        for (const StoredEntry& entry : append.entries) {
            if (log.holds(entry.event)) {
                return false;
            }
            log.added.push_back(&entry);
        }
    }
    return true;
}

void rewindLog(Log& log, quint64 keep) {
    while (log.entries.size() > keep) {
        log.seqs.erase(log.entries.back().event);
        log.entries.pop_back();
    }
}

void eraseText(TextPart& text, const EventId& by) {
    if (text.state == TextPart::State::Present || text.state == TextPart::State::Withheld) {
        text = TextPart::erased(by);
    }
}

OwnEvent* findOwn(MemoryContents& contents, const EventId& event) {
    const auto found = std::find_if(contents.own.begin(), contents.own.end(),
                                    [&](const OwnEvent& own) { return own.event == event; });
    return found == contents.own.end() ? nullptr : &*found;
}

void append(MemoryContents& contents, const LogAppend& append) {
    for (StoredEntry entry : append.entries) {
        if (const auto by = contents.erased.find(entry.event); by != contents.erased.end()) {
            eraseText(entry.entry.text, by->second);
        }
        Log& log = contents.logs[append.log];
        log.seqs.emplace(entry.event, entry.seq);
        log.entries.push_back(std::move(entry));
    }
}

void record(MemoryContents& contents, OwnEvent own) {
    if (findOwn(contents, own.event) != nullptr || contents.isNumbered(own.log, own.event)) {
        return;
    }
    if (const auto by = contents.erased.find(own.event); by != contents.erased.end()) {
        eraseText(own.offer.text, by->second);
    }
    contents.own.push_back(std::move(own));
}

void erase(MemoryContents& contents, const TextErasure& erasure) {
    const EventId by = contents.erased.try_emplace(erasure.event, erasure.by).first->second;
    if (contents.isNumbered(erasure.log, erasure.event)) {
        Log& log = contents.logs[erasure.log];
        eraseText(log.entries[log.seqs.at(erasure.event) - 1].entry.text, by);
    }
    if (OwnEvent* own = findOwn(contents, erasure.event); own != nullptr && own->log == erasure.log) {
        eraseText(own->offer.text, by);
    }
}

void dropNamedBy(MemoryContents& contents, const EventId& event) {
    std::erase_if(contents.blobs, [&](const auto& kept) { return kept.second.state.event == event; });
}

void addChunk(MemoryContents::Blob& blob, const BlobChunk& chunk) {
    BlobState& state = blob.state;
    if (!state.whole && chunk.chunk == state.chunks && !chunk.bytes.isEmpty() &&
        chunk.bytes.size() == chunkSize(state.begun.size, chunk.chunk)) {
        blob.chunks.push_back(chunk.bytes);
        ++state.chunks;
    }
}

void carryOutBlobs(MemoryContents& contents, const BlobChanges& blobs) {
    const auto each = [&](const auto& list, const auto& idOf, const auto& change) {
        for (const auto& one : list) {
            const auto kept = contents.blobs.find(idOf(one));
            if (kept != contents.blobs.end()) {
                change(kept->second, one);
            }
        }
    };
    const auto itself = [](const BlobId& blob) { return blob; };
    const auto ofBlob = [](const auto& one) { return one.blob; };
    for (const BlobBegun& begun : blobs.begun) {
        const auto [kept, isNew] = contents.blobs.try_emplace(begun.blob, MemoryContents::Blob{{begun}, {}});
        if (!isNew && makesWayFor(kept->second.state, begun)) {
            kept->second = MemoryContents::Blob{{begun}, {}};
        }
    }
    each(blobs.chunks, ofBlob, addChunk);
    each(blobs.named, ofBlob, [&](MemoryContents::Blob& blob, const BlobNaming& naming) {
        BlobState& state = blob.state;
        const bool isTaken =
            state.event && state.event != naming.event && contents.isNumbered(*state.log, *state.event);
        if (isTaken) {
            return;
        }
        if (contents.erased.contains(naming.event)) {
            contents.blobs.erase(naming.blob);
            return;
        }
        state.log = naming.log;
        state.event = naming.event;
    });
    each(blobs.whole, itself, [](MemoryContents::Blob& blob, const BlobId&) {
        blob.state.whole = blob.state.chunks == chunkCount(blob.state.begun.size);
    });
    each(blobs.sent, itself, [](MemoryContents::Blob& blob, const BlobId&) { blob.state.sent = true; });
}

void dropOrphans(MemoryContents& contents, const LogId& log) {
    std::erase_if(contents.blobs, [&](const auto& kept) {
        const BlobState& state = kept.second.state;
        return state.log == log && !contents.isNumbered(log, *state.event) &&
               findOwn(contents, *state.event) == nullptr;
    });
}

void settle(MemoryContents& contents, const EventId& event) {
    const OwnEvent* own = findOwn(contents, event);
    if (own == nullptr) {
        return;
    }
    if (!contents.isNumbered(own->log, event)) {
        dropNamedBy(contents, event);
    }
    std::erase_if(contents.own, [&](const OwnEvent& one) { return one.event == event; });
}

void carryOutOwn(MemoryContents& contents, const Change& change) {
    for (const OwnEvent& own : change.recorded) {
        record(contents, own);
    }
    carryOutBlobs(contents, change.blobs);
    for (const auto& [event, refusal] : change.refused) {
        if (OwnEvent* own = findOwn(contents, event)) {
            own->refusal = refusal;
        }
    }
    for (const EventId& event : change.settled) {
        settle(contents, event);
    }
    for (const EventId& event : change.retried) {
        if (OwnEvent* own = findOwn(contents, event)) {
            own->refusal.reset();
        }
    }
}
} // namespace

std::optional<StoredTip> MemoryContents::tip(const LogId& log) const {
    const auto found = logs.find(log);
    if (found == logs.end() || found->second.entries.empty()) {
        return std::nullopt;
    }
    const StoredEntry& newest = found->second.entries.back();
    return StoredTip{log, newest.seq, newest.hash};
}

bool MemoryContents::isNumbered(const LogId& log, const EventId& event) const {
    const auto found = logs.find(log);
    return found != logs.end() && found->second.seqs.contains(event);
}

Result<Committed> MemoryContents::carryOut(const Change& change) {
    if (auto refused = checkShape(change)) {
        return tl::unexpected<Error>(*refused);
    }
    if (!conditionsHold(*this, change)) {
        return Committed::Conflict;
    }
    for (const LogRewind& rewind : change.rewinds) {
        if (logs[rewind.log].entries.size() > rewind.keep) {
            rewindLog(logs[rewind.log], rewind.keep);
            heads.erase(rewind.log);
        }
    }
    for (const LogAppend& one : change.appends) {
        append(*this, one);
    }
    carryOutOwn(*this, change);
    for (const TextErasure& erasure : change.erasures) {
        erase(*this, erasure);
        dropNamedBy(*this, erasure.event);
    }
    for (const LogRewind& rewind : change.rewinds) {
        dropOrphans(*this, rewind.log);
    }
    for (const BlobId& blob : change.blobs.dropped) {
        blobs.erase(blob);
    }
    for (const auto& [log, head] : change.heads) {
        heads.insert_or_assign(log, head);
    }
    for (const auto& [key, value] : change.settings) {
        if (value.isEmpty()) {
            settings.erase(key);
        } else {
            settings.insert_or_assign(key, value);
        }
    }
    return Committed::Durable;
}

} // namespace bongsu
