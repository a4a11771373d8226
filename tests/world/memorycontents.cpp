#include "world/memorycontents.h"

#include <algorithm>
#include <set>

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

void carryOutOwn(MemoryContents& contents, const Change& change) {
    for (const OwnEvent& own : change.recorded) {
        record(contents, own);
    }
    for (const auto& [event, refusal] : change.refused) {
        if (OwnEvent* own = findOwn(contents, event)) {
            own->refusal = refusal;
        }
    }
    const std::set<EventId> settled(change.settled.begin(), change.settled.end());
    std::erase_if(contents.own, [&](const OwnEvent& own) { return settled.contains(own.event); });
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
