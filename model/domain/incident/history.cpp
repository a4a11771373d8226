#include "domain/incident/history.h"

#include "domain/event/readfacts.h"

#include <algorithm>

namespace bongsu {

Verdict foldOn(PastIncident& past, const Ledger& ledger, const KeptEntry& next) {
    const auto entry = decodeEntry(next.bytes);
    const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
    if (!event) {
        return Refusal{refusal::malformed};
    }
    const LogIndex* index = ledger.index(entry->log);
    if (!index || entry->seq != past.seq + 1 || index->hashAt(entry->seq) != entryHash(next.bytes)) {
        return Refusal{refusal::notFound};
    }
    const auto author = ledger.organisation().author(event->header.device, entry->orgSeq);
    if (!author) {
        return Refusal{refusal::unknownDevice};
    }
    past.seq = entry->seq;
    const Facts facts = readFacts(*event, next.facts);
    const Act act{*event, facts, *author, entry->recordedAt};
    if (!ledger.voidReason(entry->log, entry->seq)) {
        if (past.incident) {
            applyIncident(*past.incident, act);
        } else {
            past.incident = declaredIncident(act);
        }
    } else if (past.incident) {
        countDeviceSeq(past.incident->deviceSeqs, *event, facts);
    }
    return {};
}

Verdict IncidentHistory::take(const Ledger& ledger, const KeptEntry& next) {
    if (auto no = foldOn(m_newest, ledger, next)) {
        return no;
    }
    m_recorded.push_back(decodeEntry(next.bytes)->recordedAt);
    m_newestHash = entryHash(next.bytes);
    if (m_newest.seq % spacing == 0) {
        m_kept.push_back(m_newest);
    }
    return {};
}

bool IncidentHistory::isOf(const Ledger& ledger, const LogId& log) const {
    const LogIndex* index = ledger.index(log);
    return size() == 0 || (index && index->hashAt(size()) == m_newestHash);
}

quint64 IncidentHistory::seqAt(Moment at) const {
    return quint64(std::upper_bound(m_recorded.begin(), m_recorded.end(), at) - m_recorded.begin());
}

const PastIncident& IncidentHistory::nearest(quint64 seq) const {
    return seq == size() ? m_newest : m_kept[seq / spacing];
}

} // namespace bongsu
