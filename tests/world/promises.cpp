// What was acknowledged, and what became of it.
#include "world/actors.h"

#include <algorithm>

namespace bongsu {

std::optional<quint64> World::placeOf(const EventId& event) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    if (const auto found = ledger.organisationIndex().find(event)) {
        return found->seq;
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        if (const auto found = incident.index.find(event)) {
            return found->seq;
        }
    }
    return std::nullopt;
}

bool World::isRefusedSomewhere(const EventId& event) const {
    return std::any_of(m_desktops.begin(), m_desktops.end(), [&](const auto& desktop) {
        const auto own = desktop->journal().ownEvents();
        return std::any_of(own.begin(), own.end(),
                           [&](const OwnEvent& one) { return one.event == event && one.refusal; });
    });
}

// A revoked device hears of no loss, and nothing is taken back from it: what it alone held stays with it.
bool World::isLeftAlone(const SimulatedDesktop& desktop) const {
    return m_options.ordeal == Ordeal::RelayLoses && isRevoked(desktop);
}

// I1 where it lasts no longer: the epoch that acknowledged the entry has ended, and it is recorded again or
// refused for people to see; or two histories were given out, and this desktop shows it. `hash`: nothing
// where only the relay's word was heard, which a lying disk may take back as long as nobody has seen the
// entry.
bool World::mayBeGone(const SimulatedDesktop& desktop, const LogId& log, const EventId& event,
                      const std::optional<EntryHash>& hash) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    if (m_options.ordeal == Ordeal::RelayLies || isCutOff(desktop, log) || isLeftAlone(desktop)) {
        return true;
    }
    const bool remains = placeOf(event) || isRefusedSomewhere(event) || desktop.openers.contains(event);
    const auto epoch = hash ? witness.epochOf(*hash) : std::nullopt;
    const auto tip = ledger.tip(log);
    const bool hasEnded = tip && epoch && *epoch != tip->epoch;
    const bool wasSaidOnly = !hash && (m_options.ordeal == Ordeal::RelayLoses);
    return remains && (hasEnded || wasSaidOnly || (hash && !tip));
}

// What an entry was that is gone, and what stands there now.
QString World::whereabouts(const LogId& log, const EventId& event, quint64 seq, const EntryHash& hash) const {
    const auto shortly = [](const auto& id) { return id.toHex().left(8); };
    const auto epoch = witness.epochOf(hash);
    const auto tip = m_relay->sequencer().ledger().tip(log);
    const auto place = placeOf(event);
    return QStringLiteral(" (%1, was %2 of %3 in %4, is %5 of %6 in %7)")
        .arg(shortly(event))
        .arg(seq)
        .arg(shortly(log), epoch ? shortly(*epoch) : QStringLiteral("no epoch"))
        .arg(place.value_or(0))
        .arg(tip ? tip->seq : 0)
        .arg(tip ? shortly(tip->epoch) : QStringLiteral("none"));
}

// I1: what was acknowledged, by the relay's word or by the entry itself, is there, same number, same bytes.
void World::checkPromises(const SimulatedDesktop& desktop, Findings& findings) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    for (const auto& [event, place] : desktop.promised) {
        const LogIndex* index = ledger.index(place.log);
        const bool there = placeOf(event) == place.seq && index && index->find(event);
        if (!there && !mayBeGone(desktop, place.log, event, std::nullopt)) {
            findings.append(desktop.name() + QStringLiteral(": I1 what the relay took is gone"));
        }
    }
    for (const auto& [log, events] : desktop.made) {
        const LogIndex* index = ledger.index(log);
        for (const EventId& event : events) {
            const auto recorded = desktop.recorded.find(event);
            if (recorded == desktop.recorded.end()) {
                continue;
            }
            const auto [seq, hash] = recorded->second;
            const bool there = index && index->hashAt(seq) == hash && placeOf(event) == seq;
            // With a full disk it saw it and did not keep it: nobody has more of it than the relay's word.
            const bool isKept = desktop.recordedAndKept.contains(event);
            if (!there && !mayBeGone(desktop, log, event, hash) &&
                (isKept || !mayBeGone(desktop, log, event, std::nullopt))) {
                findings.append(desktop.name() + QStringLiteral(": I1 an acknowledged entry is gone") +
                                whereabouts(log, event, seq, hash));
            }
        }
    }
}

// I11: what was kept is recorded, visibly refused or was withdrawn, one of the three. I9: in its order.
void World::checkOwn(const SimulatedDesktop& desktop, Findings& findings) {
    const auto find = [&](const char* what) { findings.append(desktop.name() + QLatin1String(what)); };
    std::map<EventId, Statement> refusals;
    // Numbered by a relay that gave out another history than it has now.
    const auto isHeld = [&](const EventId& event) {
        return m_options.ordeal == Ordeal::RelayLies &&
               std::any_of(desktop.made.begin(), desktop.made.end(), [&](const auto& one) {
                   const LogIndex* index = desktop.journal().ledger().index(one.first);
                   return index && index->find(event);
               });
    };
    std::set<EventId> waiting;
    for (const OwnEvent& own : desktop.journal().ownEvents()) {
        if (own.refusal) {
            refusals.emplace(own.event, *own.refusal);
        } else {
            waiting.insert(own.event); // isSettled() says whether it may
        }
    }
    for (const auto& [log, made] : desktop.made) {
        quint64 last = 0;
        std::vector<EventId> events = made;
        std::stable_sort(events.begin(), events.end(), [&](const EventId& a, const EventId& b) {
            return desktop.deviceSeqs.at(a) < desktop.deviceSeqs.at(b);
        });
        for (const EventId& event : events) {
            const auto place = placeOf(event);
            const auto refusal = refusals.find(event);
            const bool withdrawn = desktop.discarded.contains(event);
            const int ends = int(place.has_value()) + int(refusal != refusals.end()) + int(withdrawn);
            // What opens an epoch ends with its branch; what waits while two histories are shown is there.
            // And a revoked device is not told what became of a branch: others offer it, and are refused.
            const bool mayBeGone = desktop.withdrawing.contains(event) || !desktop.kept.contains(event) ||
                                   desktop.lost.contains(event) || desktop.openers.contains(event) ||
                                   waiting.contains(event) || isHeld(event) || isCutOff(desktop, log) ||
                                   (isRevoked(desktop) && isRefusedSomewhere(event)) ||
                                   (isLeftAlone(desktop) && desktop.recorded.contains(event));
            // Who lies says both; and who forgot that others have seen it withdraws it for itself alone. A
            // revoked device is refused what a relay lost and others give back, and hears of nothing then.
            // While two histories are shown, each has its verdict.
            const bool mayBeBoth = m_options.ordeal == Ordeal::RelayLies ||
                                   (withdrawn && desktop.forgotten.contains(event)) || isLeftAlone(desktop) ||
                                   isCutOff(desktop, log);
            if (ends > 1 && !mayBeBoth) {
                find(withdrawn ? ": I11 withdrawn unseen, and yet it came out"
                               : ": I11 refused and recorded");
            } else if (ends == 0 && !mayBeGone) {
                find(": I11 what was kept vanished");
            }
            const bool ordered = place && !desktop.openers.contains(event); // those stand outside it
            if (ordered && *place <= std::exchange(last, *place)) {
                find(": I9 a device's own order is not kept");
            }
            if (refusal == refusals.end()) {
                continue;
            }
            ++tally.refused;
            const auto record = decodeRefusal(refusal->second.bytes);
            tally.refusedToRevoked += record && record->code == refusal::revoked ? 1 : 0;
            if (!record || record->event != event ||
                !isRefusalSignedBy(refusal->second, m_relay->signer().publicKey(), verifier)) {
                find(": I11 a refusal that nobody signed");
            }
        }
    }
}

} // namespace bongsu
