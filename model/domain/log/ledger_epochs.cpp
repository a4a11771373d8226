// Epochs: where a log may go from one into the next, and what a desktop gives up for it.
#include "domain/log/otherbranch.h"

#include <algorithm>

namespace bongsu {

namespace {

bool includes(const std::vector<DeviceId>& relays, const DeviceId& relay) {
    return std::find(relays.begin(), relays.end(), relay) != relays.end();
}

} // namespace

// 1 also for another history of the organisation's that ends before an epoch which they have not heard of.
std::optional<quint64> Ledger::nextFor(const LogId& log, const SeenPoint& held) const {
    const LogIndex* known = index(log);
    if (!known || !known->tip) {
        return 1;
    }
    if (const auto ours = known->hashAt(held.seq); ours && *ours == held.hash) {
        return held.seq + 1;
    }
    const auto theirs = std::find_if(known->epochs.begin(), known->epochs.end(),
                                     [&](const auto& epoch) { return epoch.first == held.epoch; });
    if (theirs == known->epochs.end()) {
        const bool ended = m_organisation.epoch(held.epoch) && held.epoch != m_organisation.epochs.back().id;
        return ended ? std::optional<quint64>(1) : std::nullopt; // recorded again from its beginning
    }
    const auto next = std::next(theirs);
    if (next == known->epochs.end()) {
        const bool isLonger = isLeftBehind(log) && held.seq > known->tip->seq;
        return isLonger ? std::optional(known->tip->seq + 1) : std::nullopt;
    }
    if (next->second <= held.seq) {
        return next->second;
    }
    // Another history that ends before the next epoch: they have not heard of what decides between the two.
    return 1;
}

bool Ledger::isLeftBehind(const LogId& log) const {
    const auto held = tip(log);
    return held && !isOrganisation(log) && held->epoch != m_organisation.epochs.back().id;
}

// What an entry that begins an epoch, or takes its log into one, must name itself.
Verdict Ledger::checkBeginning(const Entry& entry, const Facts& facts) {
    if (const auto* founded = std::get_if<Founded>(&facts)) {
        const bool own = deviceIdOf(founded->relay.signing) == entry.relay;
        return own ? Verdict() : Refusal{refusal::relayUnknown};
    }
    if (const auto* declared = std::get_if<EpochDeclared>(&facts)) {
        return includes(declared->relays, entry.relay) ? Verdict() : Refusal{refusal::relayUnknown};
    }
    const auto* rebased = std::get_if<LogRebased>(&facts);
    const bool fits = rebased && rebased->epoch == entry.epoch && rebased->baseSeq + 1 == entry.seq &&
                      rebased->baseHash == entry.prev;
    return fits ? Verdict() : Refusal{refusal::badEpoch};
}

bool Ledger::declaresEpoch(const Entry& entry, const Event& event) {
    return event.header.kind == EpochDeclared::kind.name && entry.epoch == EpochId::of(event.id);
}

// What acceptance will ask of the place that the event is about to get.
Verdict Ledger::checkEpochOfNext(const Event& event, const Facts& facts, const DeviceId& relay,
                                 Moment at) const {
    const Entry entry = nextEntry(event, relay, at, std::nullopt);
    const auto* rebased = std::get_if<LogRebased>(&facts);
    if (rebased && checkBeginning(entry, facts)) {
        return Refusal{refusal::stale}; // made for another epoch or end of the log: never right again
    }
    if (auto epoch = checkEpoch(entry, event)) {
        return epoch;
    }
    return beginsEpoch(entry, event) ? checkBeginning(entry, facts) : Verdict();
}

Verdict Ledger::checkEpoch(const Entry& entry, const Event& event) const {
    if (!m_organisation
             .id) { // the foundation begins the first epoch and names its relay; judged with its facts
        return entry.epoch == EpochId::of(event.id) ? Verdict() : Refusal{refusal::badEpoch};
    }
    if (isOrganisation(entry.log) && declaresEpoch(entry, event)) {
        return std::nullopt; // judged with its facts
    }
    const Epoch* newest = m_organisation.epochAt(entry.orgSeq);
    const bool rebases = event.header.kind == LogRebased::kind.name;
    if (!newest || entry.epoch != newest->id || (entersEpoch(entry) && !rebases)) {
        return Refusal{refusal::badEpoch};
    }
    return includes(newest->relays, entry.relay) ? Verdict() : Refusal{refusal::relayUnknown};
}

// Whether this entry takes its log from one epoch into another.
bool Ledger::entersEpoch(const Entry& entry) const {
    const std::optional<Tip> before = tip(entry.log);
    return before && before->epoch != entry.epoch;
}

bool Ledger::beginsEpoch(const Entry& entry, const Event& event) const {
    return !m_organisation.id || declaresEpoch(entry, event) || entersEpoch(entry);
}

bool Ledger::isSignedByAdmin(const Event& event, quint64 orgSeq) const {
    return isAdminsWord(m_organisation, *m_verifier, event, orgSeq);
}

bool Ledger::winsOrganisation(const Entry& entry, const Event& event, const EpochDeclared& declared) const {
    const Epoch* parent = m_organisation.epochAt(entry.seq - 1);
    const bool follows =
        parent && declared.parent == parent->id && declared.generation == parent->generation + 1;
    return follows && outranks(*this, *m_verifier, entry.seq - 1, entry, event, declared);
}

bool Ledger::winsLog(const Entry& entry, const Event& event, const LogRebased& rebased) const {
    return entersLaterEpoch(*this, *m_verifier, entry, event, rebased);
}

std::optional<quint64> Ledger::keptBy(const KeptEntry& kept) const {
    const auto opened = open(kept);
    const LogIndex* known = opened ? index(opened->entry.log) : nullptr;
    if (!known || !known->tip || opened->entry.seq > known->tip->seq) {
        return std::nullopt;
    }
    const Entry& entry = opened->entry;
    const Event& event = opened->event;
    if (entry.seq == 1) { // of the organisation's log no beginning but its own can be
        const bool again = !isOrganisation(entry.log) && isOfLaterEpoch(*this, entry);
        return again ? std::optional<quint64>(0) : std::nullopt;
    }
    if (known->hashAt(entry.seq - 1) != entry.prev) {
        return std::nullopt;
    }
    const Facts facts = decodeFacts(event.header.kind, event.header.kindVersion, kept.facts.bytes);
    const auto* declared = std::get_if<EpochDeclared>(&facts);
    const auto* rebased = std::get_if<LogRebased>(&facts);
    const bool wins = isOrganisation(entry.log) ? declared && winsOrganisation(entry, event, *declared)
                                                : rebased && winsLog(entry, event, *rebased);
    return wins ? std::optional(entry.seq - 1) : std::nullopt;
}

std::vector<std::pair<LogId, LogRebased>> logsToEnter(const Ledger& ledger, const EpochId& epoch) {
    std::vector<std::pair<LogId, LogRebased>> entering;
    for (const auto& [log, held] : ledger.incidents()) {
        const auto& tip = held.index.tip;
        if (held.incident && tip &&
            tip->epoch != epoch) { // a log whose declaration is void takes nothing more
            entering.push_back({log, LogRebased{epoch, tip->seq, tip->hash}});
        }
    }
    return entering;
}

} // namespace bongsu
