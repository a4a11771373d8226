#include "storage/chances.h"

#include "domain/base/limits.h"

namespace bongsu {

Chances::Chances(quint64 seed) : m_samples(seed), m_blobSamples(seed + 1000) {
    for (int i = 0; i < 4; ++i) {
        m_logs.push_back(m_samples.fixed<LogId>());
    }
}

LogId Chances::log() {
    return m_logs[size_t(m_samples.below(int(m_logs.size())))];
}

Change Chances::change(const MemoryContents& held) {
    Change change;
    if (m_samples.below(8) == 0) {
        addRewind(change, held);
    }
    if (m_samples.below(2) == 0) {
        addAppend(change, held);
    }
    if (m_samples.below(2) == 0) {
        addOwn(change, held);
    }
    if (m_samples.below(5) == 0) {
        addErasure(change, held);
    }
    addRest(change);
    addBlobs(change, held);
    return change;
}

void Chances::addRewind(Change& change, const MemoryContents& held) {
    const LogId log = this->log();
    const auto tip = held.tip(log);
    change.rewinds.push_back({log, quint64(m_samples.below(tip ? int(tip->seq) + 2 : 2))});
}

// Behind the tip as it was before any rewind of the same change, so that some of them must conflict.
void Chances::addAppend(Change& change, const MemoryContents& held) {
    const LogId log = this->log();
    auto tip = held.tip(log);
    if (tip && m_samples.below(10) == 0) {
        tip->hash = m_samples.fixed<EntryHash>();
    }
    LogAppend append{log, tip, {}};
    for (int left = m_samples.below(6); left > 0; --left) {
        const bool again = !m_made.empty() && m_samples.below(12) == 0;
        OwnEvent event = again ? m_made[size_t(m_samples.below(int(m_made.size())))]
                               : m_samples.own(log, m_samples.below(3) * m_samples.below(900));
        if (event.log != log) {
            continue;
        }
        m_made.push_back(event);
        append.entries.push_back(m_samples.entry(event, tipAfter(append)));
        if (m_samples.below(8) == 0 && textStateOf(append.entries.back()) == TextPart::State::Present) {
            append.entries.back().entry.text = TextPart::withheld();
        }
    }
    change.appends.push_back(std::move(append));
}

void Chances::addOwn(Change& change, const MemoryContents& held) {
    for (int left = m_samples.below(4); left > 0; --left) {
        const bool again = !m_made.empty() && m_samples.below(4) == 0;
        m_made.push_back(again ? m_made[size_t(m_samples.below(int(m_made.size())))]
                               : m_samples.own(log(), m_samples.below(3) * m_samples.below(900)));
        change.recorded.push_back(m_made.back());
        if (m_samples.below(3) == 0) {
            change.recorded.back().carried = m_samples.carried();
        }
    }
    for (const OwnEvent& own : held.own) {
        switch (m_samples.below(12)) {
        case 0:
            change.refused.emplace_back(own.event, m_samples.statement());
            break;
        case 1:
        case 2:
            change.settled.push_back(own.event);
            break;
        case 3:
            change.retried.push_back(own.event);
            break;
        default:
            break;
        }
    }
}

void Chances::addErasure(Change& change, const MemoryContents& held) {
    if (m_made.empty()) {
        return;
    }
    const OwnEvent& any = m_made[size_t(m_samples.below(int(m_made.size())))];
    change.erasures.push_back({any.log, any.event, m_samples.fixed<EventId>()});
    if (!held.own.empty()) {
        const OwnEvent& own = held.own[size_t(m_samples.below(int(held.own.size())))];
        change.erasures.push_back({own.log, own.event, m_samples.fixed<EventId>()});
    }
}

void Chances::addRest(Change& change) {
    if (m_samples.below(4) == 0) {
        change.heads.emplace(log(), m_samples.statement());
    }
    if (m_samples.below(4) == 0) {
        change.settings.emplace(QByteArray::number(m_samples.below(8)), m_samples.bytes(m_samples.below(40)));
    }
}

// Blobs begin, grow, are named by events of any state, become whole and are dropped; some chunks are not the
// next ones.
void Chances::addBlobs(Change& change, const MemoryContents& held) {
    Samples& chance = m_blobSamples;
    if (chance.below(4) == 0) {
        const int size = 1 + chance.below(3) * limits::blobChunkBytes / 2 + chance.below(50);
        const BlobBegun begun{chance.fixed<BlobId>(), quint64(size), chance.fixed<Salt>(),
                              chance.fixed<DeviceId>(), Moment(Millis(chance.below(1000)))};
        if (chance.below(2) == 0) {
            keepWhole(change.blobs, begun, chance.bytes(size));
        } else {
            change.blobs.begun.push_back(begun);
        }
        if (!change.recorded.empty() && chance.below(2) == 0) {
            change.blobs.named.push_back(
                {begun.blob, change.recorded.front().log, change.recorded.front().event});
        }
    }
    for (const auto& [blob, kept] : held.blobs) {
        const quint64 next = kept.state.chunks + quint64(chance.below(5) == 0 ? 1 : 0);
        if (chance.below(3) == 0) {
            change.blobs.chunks.push_back(
                {blob, next, chance.bytes(int(chunkSize(kept.state.begun.size, next)))});
        }
        if (chance.below(6) == 0 && !m_made.empty()) {
            const OwnEvent& any = m_made[size_t(chance.below(int(m_made.size())))];
            change.blobs.named.push_back({blob, any.log, any.event});
        }
        if (chance.below(8) == 0) {
            BlobBegun another = kept.state.begun;
            another.owner = chance.fixed<DeviceId>();
            change.blobs.begun.push_back(another);
        }
        if (chance.below(4) == 0) {
            change.blobs.whole.push_back(blob);
        }
        if (chance.below(8) == 0) {
            change.blobs.sent.push_back(blob);
        }
        if (chance.below(16) == 0) {
            change.blobs.dropped.push_back(blob);
        }
    }
}

} // namespace bongsu
