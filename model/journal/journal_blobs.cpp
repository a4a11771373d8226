// What names a blob (attachments, documents) on its way: kept with the bytes, brought to the relay, and only
// then offered.
#include "journal/journal.h"

#include "journal/speculation.h"
#include "journal/storewriter.h"

#include <algorithm>

namespace bongsu {

namespace {

// How far the number of what names a blob stands above its device's newest: what is written while its blob is
// on its way gets the numbers between. The format allows holes.
constexpr quint64 roomBelowBlobs = quint64(1) << 20;

} // namespace

// --- the device's order

quint64 Speculation::confirmedDeviceSeq(const LogId& log, const DeviceId& device) const {
    const Incident* incident = m_confirmed.ledger.incident(log);
    const auto& seqs = incident ? incident->deviceSeqs : m_confirmed.ledger.organisation().deviceSeqs;
    const bool known = incident || m_confirmed.ledger.isOrganisation(log);
    const auto confirmed = seqs.find(device);
    return known && confirmed != seqs.end() ? confirmed->second : 0;
}

quint64 Speculation::nextDeviceSeq(const LogId& log, const DeviceId& device, const Facts& facts) const {
    quint64 newest = confirmedDeviceSeq(log, device);
    quint64 newestOfAll = newest;
    std::optional<quint64> lowestWaiting;
    for (const auto& [order, own] : m_own) {
        if (own.kept.log != log || own.event.header.device != device) {
            continue;
        }
        const quint64 seq = own.event.header.deviceSeq;
        newestOfAll = std::max(newestOfAll, seq);
        if (own.waits) {
            lowestWaiting = std::min(lowestWaiting.value_or(seq), seq);
        } else {
            newest = std::max(newest, seq);
        }
    }
    if (blobNamedBy(facts)) {
        return newestOfAll + roomBelowBlobs;
    }
    // What names one that waits goes behind it.
    const auto target = targetOf(facts);
    const Own* named = target ? find(*target) : nullptr;
    const bool standsAside = (named && named->waits) || (lowestWaiting && newest + 1 >= *lowestWaiting);
    return (standsAside ? newestOfAll : newest) + 1;
}

bool Speculation::mustWait(const Own& own) const {
    if (own.kept.carried || own.state == OwnState::Refused || own.event.header.device != m_device) {
        return false;
    }
    if (own.blob() && !own.blobSent && m_waitsForBlobs) {
        return true;
    }
    return std::any_of(m_own.lower_bound(firstWaiting), m_own.end(), [&](const auto& other) {
        return other.second.kept.log == own.kept.log &&
               other.second.event.header.deviceSeq < own.event.header.deviceSeq;
    });
}

bool Speculation::release(const LogId& log) {
    std::vector<EventId> waiting;
    for (auto at = m_own.lower_bound(firstWaiting); at != m_own.end(); ++at) {
        if (at->second.kept.log == log) {
            waiting.push_back(at->second.event.id);
        }
    }
    bool released = false;
    for (const EventId& event : waiting) {
        const Own& own = *find(event);
        if (own.blob() && !own.blobSent && m_waitsForBlobs) {
            break; // and what stands behind it
        }
        Own joining = own;
        m_own.erase(m_order.at(event));
        m_order.erase(event);
        add(std::move(joining));
        released = true;
    }
    return released;
}

// --- the journal

std::optional<BlobBegun> Journal::blobToBring() const {
    for (const auto& [order, own] : m_speculation->own()) {
        const auto named = own.blob();
        const bool wanted = named && (own.waits || own.blobLacking) && own.text.blobSalt &&
                            own.state != OwnState::BeingKept && own.state != OwnState::Refused;
        if (wanted && !m_blobsTaken.contains(named->blob)) {
            return BlobBegun{named->blob, named->size, *own.text.blobSalt, own.event.header.device,
                             own.event.header.createdAt};
        }
    }
    return std::nullopt;
}

// Kept before the event is offered: from then on its number is spent, whatever becomes of this process.
void Journal::markBlobTaken(const BlobId& blob) {
    m_blobsTaken.insert(blob);
    Change change;
    change.blobs.sent.push_back(blob);
    m_writer->write(std::move(change), [this, blob] {
        std::set<LogId> logs;
        for (const Own* seen : m_speculation->inOrder()) {
            if (const auto named = seen->blob(); named && named->blob == blob) {
                Own* own = m_speculation->find(seen->event.id);
                own->blobSent = true;
                own->blobLacking = false;
                logs.insert(own->kept.log);
            }
        }
        releaseWaiting(logs);
    });
}

// Its author's bytes: whoever gives back another's event has none of them to bring, and was turned away for
// what stands before it.
void Journal::markBlobMissing(const EventId& event) {
    Own* own = m_speculation->find(event);
    const auto named = own ? own->blob() : std::nullopt;
    if (named && own->event.header.device == device()) {
        own->blobLacking = true;
        m_blobsTaken.erase(named->blob);
    }
}

// A relay that takes nothing from this device any more says so to each event, not to blobs.
void Journal::offerWithoutBlobs() {
    m_speculation->stopWaiting();
    std::set<LogId> logs;
    for (const Own* seen : m_speculation->inOrder()) {
        if (seen->waits) {
            logs.insert(seen->kept.log);
        }
    }
    releaseWaiting(logs);
}

void Journal::releaseWaiting(const std::set<LogId>& logs) {
    bool released = false;
    for (const LogId& log : logs) {
        if (m_speculation->release(log)) {
            released = true;
            Q_EMIT incidentChanged(log);
        }
    }
    if (released) {
        Q_EMIT offersChanged();
    }
}

} // namespace bongsu
