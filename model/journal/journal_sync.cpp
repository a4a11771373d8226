// What sync brings to the journal: entries, heads and refusals.
#include "journal/journal.h"

#include "journal/histories.h"
#include "journal/speculation.h"
#include "journal/storewriter.h"

#include <algorithm>
#include <utility>

namespace bongsu {

namespace {
// Entries that wait for the organisation's log; beyond it they are asked for again when it has come.
constexpr std::size_t parkedEntries = 20000;

// By one of the epoch's relays.
bool isSignedIn(const Epoch& epoch, const Organisation& organisation, const Statement& head,
                const Verifier& verifier) {
    return std::any_of(epoch.relays.begin(), epoch.relays.end(), [&](const DeviceId& relay) {
        const auto record = organisation.relays.find(relay);
        return record != organisation.relays.end() && isHeadSignedBy(head, record->second.signing, verifier);
    });
}

// One of an epoch before the kept one's, as a relay signs that has lost it, is no newer: nobody could show
// the relay any more what it has lost.
bool isNewer(const Head& heard, const Head& kept, const Organisation& organisation) {
    const Epoch* epoch = organisation.epoch(heard.epoch);
    const Epoch* before = organisation.epoch(kept.epoch);
    return !before || (before == epoch ? kept.seq <= heard.seq : before->fromSeq < epoch->fromSeq);
}
} // namespace

// What one delivery has done so far.
struct Journal::Taken {
    Change change;
    std::optional<EpochId> epochBefore;
    quint64 fromSeq = 0;
    quint64 toSeq = 0;
    bool stopped = false;
    bool parked = false;
    std::optional<quint64> keep; // an epoch goes on from here, or the relay
    For reason = For::Epoch;
    std::vector<EventId> settled;
    std::vector<EventId> erased;
    std::vector<ForkEvidence> forks;
};

void Journal::takeEntries(const LogId& log, const std::vector<KeptEntry>& entries,
                          const std::optional<Statement>& head, std::function<void()> handled) {
    if (isRewinding()) {
        if (handled) {
            handled(); // asked for again afterwards, by a new session
        }
        return;
    }
    // Entries without the head that promises them give way when their relay has lost them: both are kept, or
    // none.
    const StoreWriter::Together together(*m_writer);
    const bool wentOn = !m_stoppedLogs.contains(log);
    Taken taken;
    // "Not here": of a log that an epoch has left behind nobody but its holders can speak.
    if (entries.empty() && !head && m_confirmed->ledger.isLeftBehind(log)) {
        taken.keep = 0;
    }
    taken.change.appends.push_back({log, std::nullopt, {}});
    if (const auto tip = m_confirmed->ledger.tip(log)) {
        taken.change.appends[0].after = StoredTip{log, tip->seq, tip->hash};
        taken.epochBefore = tip->epoch;
    }
    for (const KeptEntry& kept : entries) {
        if (taken.stopped) { // at what is known of another history, which may go on behind it
            if (const auto entry = decodeEntry(kept.bytes); entry && entry->log == log && !taken.keep) {
                follows(kept, *entry, taken);
            }
            continue;
        }
        if (taken.parked || m_parked.contains(log)) {
            taken.parked = true;
            park(log, kept);
            continue;
        }
        takeOne(kept, taken);
    }
    const auto keep = taken.keep;
    const For reason = taken.reason;
    finish(log, std::move(taken), std::move(handled));
    if (wentOn && m_stoppedLogs.contains(log) && m_confirmed->ledger.isOrganisation(log)) {
        Q_EMIT offersChanged(); // what waited for an epoch there waits no longer
    }
    if (keep) {
        rewind(log, *keep, reason);
    } else if (head) {
        takeHead(*head);
    }
}

void Journal::takeOne(const KeptEntry& kept, Taken& taken) {
    LogAppend& append = taken.change.appends[0];
    const LogId log = append.log;
    const auto decoded = decodeEntry(kept.bytes);
    const auto tip = m_confirmed->ledger.tip(log);
    const quint64 next = tip ? tip->seq + 1 : 1;
    if (!decoded || decoded->log != log) {
        taken.stopped = true;
        stopLog(log, next, Refusal{refusal::malformed});
        return;
    }
    if (follows(kept, *decoded, taken)) {
        return;
    }
    if (decoded->seq < next) {
        const EntryHash theirs = entryHash(kept.bytes);
        const auto ours = m_confirmed->ledger.index(log)->hashAt(decoded->seq);
        if (const auto known = m_leftBehind.find(log); known != m_leftBehind.end() && decoded->seq == 1 &&
                                                       known->second.asked == LeftBehind::Asked::Yes) {
            known->second.asked = LeftBehind::Asked::Answered;
        }
        if (ours && *ours != theirs) {
            takeOther(kept, *decoded, *ours, taken);
        }
        return; // held already
    }
    if (decoded->seq > next) {
        taken.stopped = true;
        if (!m_stoppedLogs.contains(log)) {
            Q_EMIT entriesMissing(log, next);
        }
        return;
    }
    if (!m_confirmed->ledger.organisation().id && m_org && log != LogId::of(*m_org)) {
        taken.parked = true; // nothing can be judged before the foundation of our organisation has come
        park(log, kept);
        return;
    }
    auto accepted = m_confirmed->ledger.accept(kept, Trust::Verify);
    if (!accepted) {
        notTaken(kept, *decoded, std::get<Refusal>(accepted.error()), taken);
        return;
    }
    m_stoppedLogs.erase(log);
    taken.fromSeq = taken.fromSeq == 0 ? accepted->entry.seq : taken.fromSeq;
    taken.toSeq = accepted->entry.seq;
    taken.forks.insert(taken.forks.end(), accepted->forks.begin(), accepted->forks.end());
    m_confirmed->texts.take(*accepted, kept.text);
    m_records.take(*accepted, kept.text);
    append.entries.push_back({accepted->entry.seq, accepted->event.id, accepted->hash, kept});
    settle(accepted->event.id, taken);
    if (accepted->erases) {
        erase(log, *accepted->erases, accepted->event.id, taken);
    }
}

void Journal::notTaken(const KeptEntry& kept, const Entry& entry, const Refusal& why, Taken& taken) {
    const LogId& log = entry.log;
    const auto tip = m_confirmed->ledger.tip(log);
    taken.parked = why.code == refusal::organisationBehind;
    taken.stopped = !taken.parked;
    if (taken.parked) {
        park(log, kept);
        return;
    }
    if (tip && entry.prev != tip->hash && tip->seq > m_confirmed->signedUpTo(log)) {
        taken.keep = m_confirmed->signedUpTo(log); // whoever sent what nobody signed has lost it
        taken.reason = For::Relay;
        return;
    }
    if (mayBeAnother(m_confirmed->ledger, entry, why) && askAnew(log)) {
        return;
    }
    if (isOfEndedEpoch(m_confirmed->ledger, entry, why)) {
        m_stoppedLogs.insert(log); // nothing to say: another session brings the log as it then is
        return;
    }
    // Ours may have been signed for, and this goes on from another one: that the log stops is not all there
    // is to say.
    const auto fork = forkBehind(*m_confirmed, entry, why);
    if (stopLog(log, tip ? tip->seq + 1 : 1, why) && fork) {
        taken.forks.push_back(*fork);
    }
}

// Another entry stands where we hold one: an epoch that goes on from before it, or two histories.
void Journal::takeOther(const KeptEntry& kept, const Entry& entry, const EntryHash& ours, Taken& taken) {
    const auto& org = m_confirmed->ledger.organisationIndex().tip;
    if (!m_confirmed->ledger.isOrganisation(entry.log) && org && entry.orgSeq > org->seq) {
        taken.parked = true; // its epoch has not come yet
        park(entry.log, kept);
        return;
    }
    taken.keep = m_confirmed->ledger.keptBy(kept);
    const LogIndex& index = *m_confirmed->ledger.index(entry.log);
    const bool isFirst = entry.seq == 1 || index.hashAt(entry.seq - 1) == entry.prev;
    taken.stopped = taken.keep || !isFirst;
    if (!taken.keep && !isFirst && entry.epoch != index.tip->epoch && askAnew(entry.log)) {
        return; // the first was lost on its way
    }
    if (!taken.keep) {
        if (isFirst) { // a later epoch may lead it past ours
            m_others.insert_or_assign(entry.log, OtherBranch(entry, entryHash(kept.bytes)));
        }
        if (isFork(*m_confirmed, entry, entry.seq)) {
            taken.forks.push_back({entry.log, entry.seq, ours, entryHash(kept.bytes)});
        }
    }
}

// Goes on from another entry than ours; true: and was dealt with.
bool Journal::follows(const KeptEntry& kept, const Entry& entry, Taken& taken) {
    const auto other = m_others.find(entry.log);
    if (other == m_others.end() || !other->second.goesOnWith(entry)) {
        return false;
    }
    other->second.goOn(entry, entryHash(kept.bytes));
    if (leadsPast(m_confirmed->ledger, m_parts.verifier, other->second.keep(), kept)) {
        taken.keep = other->second.keep();
        taken.stopped = true;
    }
    return true;
}

// Said once, true: now. Asked for again the same entry would only come again, as fast as the line goes;
// another session brings what follows, should the log be mended by then.
bool Journal::stopLog(const LogId& log, quint64 seq, const Refusal& why) {
    const bool isNew = m_stoppedLogs.insert(log).second;
    if (isNew) {
        Q_EMIT logStopped(log, seq, why);
    }
    return isNew;
}

void Journal::settle(const EventId& event, Taken& taken) {
    if (m_speculation->find(event)) {
        m_speculation->remove(event);
        taken.change.settled.push_back(event);
        taken.settled.push_back(event);
    }
}

void Journal::erase(const LogId& log, const EventId& event, const EventId& by, Taken& taken) {
    if (const auto target = m_confirmed->ledger.index(log)->find(event)) {
        m_records.erase(log, target->seq);
    }
    taken.change.erasures.push_back({log, event, by});
    taken.erased.push_back(event);
}

void Journal::finish(const LogId& log, Taken taken, std::function<void()> handled) {
    if (taken.toSeq != 0) {
        const bool entered = taken.epochBefore && m_confirmed->ledger.tip(log)->epoch != *taken.epochBefore;
        m_speculation->invalidate(log);
        const bool ofOrganisation = m_confirmed->ledger.isOrganisation(log);
        m_writer->write(std::move(taken.change), std::exchange(handled, {}));
        Q_EMIT entriesFolded(log, taken.fromSeq, taken.toSeq);
        for (const EventId& event : taken.settled) {
            Q_EMIT ownEventChanged(log, event, OwnState::Recorded);
        }
        for (const EventId& event : taken.erased) {
            Q_EMIT textErased(log, event);
        }
        if (!taken.settled.empty()) {
            releaseWaiting({log}); // what waited for the blob of one that is recorded
        }
        if (ofOrganisation) {
            Q_EMIT organisationChanged();
            if (entered) {
                m_leftBehind.clear();
            }
            takeParked();
        } else {
            Q_EMIT incidentChanged(log);
        }
        if (entered) {
            forgetRefusedEntering(log);
            // What was sent before could not be numbered, and later events may have gone past it.
            for (const Own* seen : m_speculation->inOrder()) {
                if (seen->kept.log == log && seen->state == OwnState::Sent) {
                    m_speculation->find(seen->event.id)->state = OwnState::Kept;
                }
            }
            Q_EMIT offersChanged();
        }
    }
    if (handled) {
        handled(); // nothing of it had to be kept
    }
    for (const ForkEvidence& fork : taken.forks) {
        Q_EMIT forkFound(fork);
    }
}

void Journal::park(const LogId& log, const KeptEntry& kept) {
    std::vector<KeptEntry>& waiting = m_parked[log];
    if (waiting.size() < parkedEntries) {
        waiting.push_back(kept);
    }
}

void Journal::takeParked() {
    auto parked = std::exchange(m_parked, {});
    for (auto& [log, entries] : parked) {
        takeEntries(log, entries, std::nullopt, {});
        const auto head = m_confirmed->heads.find(log);
        if (head != m_confirmed->heads.end()) {
            takeHead(Statement(head->second));
        }
    }
}

void Journal::takeHead(const Statement& statement) {
    const auto head = decodeHead(statement.bytes);
    if (!head || head->org != m_org || isRewinding()) {
        return; // not of this organisation: says nothing about it
    }
    const Epoch* epoch = m_confirmed->ledger.organisation().epoch(head->epoch);
    if (!epoch) {
        // It is declared in an entry of the organisation's log that has not come, or never will.
        const auto& org = m_confirmed->ledger.organisationIndex().tip;
        if (m_confirmed->ledger.isOrganisation(head->log)) {
            if (head->seq > org->seq && !m_stoppedLogs.contains(head->log)) {
                Q_EMIT entriesMissing(head->log, org->seq + 1);
            } else { // where ours stops, that epoch may lead another history past it
                askAnew(head->log);
            }
        }
        return;
    }
    const Organisation& organisation = m_confirmed->ledger.organisation();
    if (!isSignedIn(*epoch, organisation, statement, m_parts.verifier)) {
        return;
    }
    if (isSignedIn(organisation.epochs.back(), organisation, statement, m_parts.verifier)) {
        takeEnd(*head);
    }
    if (isRewinding()) {
        return;
    }
    if (const auto evidence = m_confirmed->ledger.contradiction(*head)) {
        Q_EMIT forkFound(*evidence);
        if (m_confirmed->ledger.isOrganisation(head->log)) {
            askAnew(head->log); // as in mayBeAnother()
        }
        return;
    }
    const auto newest = m_confirmed->heads.find(head->log);
    const auto kept = newest == m_confirmed->heads.end() ? Result<Head>(refuse(refusal::notFound))
                                                         : decodeHead(newest->second.bytes);
    const bool newer = !kept || isNewer(*head, *kept, organisation);
    const bool isHeard = !kept || newest->second != statement; // and not the kept one, looked at again
    if (isHeard && m_confirmed->ledger.isOrganisation(head->log)) {
        m_organisationEnd = LogPoint{head->seq, head->hash};
    }
    if (const auto besides = m_confirmed->keptBesides(kept ? &newest->second : nullptr, statement, newer)) {
        setSetting(besides->first, besides->second);
    }
    if (newer && isHeard) {
        m_confirmed->heads.insert_or_assign(head->log, statement);
        Change change;
        change.heads.insert_or_assign(head->log, statement);
        m_writer->write(std::move(change));
    }
    const auto tip = m_confirmed->ledger.tip(head->log);
    const quint64 held = tip ? tip->seq : 0;
    if (!m_parked.contains(head->log) && !m_stoppedLogs.contains(head->log)) {
        if (head->seq > held) {
            Q_EMIT entriesMissing(head->log, held + 1);
        } else if (tip && tip->epoch != head->epoch &&
                   epoch == &m_confirmed->ledger.organisation().epochs.back()) {
            askAnew(head->log);
        }
    }
    quint64& covered = m_covered[head->log];
    if (const quint64 upTo = m_confirmed->signedUpTo(head->log); std::min(upTo, held) > covered) {
        covered = std::min(upTo, held);
        Q_EMIT incidentChanged(head->log);
    }
}

void Journal::takeRefusal(const Statement& statement) {
    const auto record = decodeRefusal(statement.bytes);
    if (!record || record->org != m_org) {
        return;
    }
    Own* own = m_speculation->find(record->event);
    if (!own || own->state == OwnState::Refused) {
        return;
    }
    // Before the organisation's log has come there is no relay key but the one pinned by the invite: the
    // session's.
    const Organisation& organisation = m_confirmed->ledger.organisation();
    const bool isSigned =
        !organisation.id ||
        std::any_of(organisation.relays.begin(), organisation.relays.end(), [&](const auto& relay) {
            return isRefusalSignedBy(statement, relay.second.signing, m_parts.verifier);
        });
    if (!isSigned) {
        return;
    }
    const LogId log = own->kept.log;
    const bool isRelays = organisation.relays.contains(own->event.header.device);
    own->kept.refusal = statement;
    own->state = OwnState::Refused;
    m_speculation->invalidate(log);
    m_confirmed->texts.forget(record->event);
    Change change;
    change.refused.push_back({record->event, statement});
    m_writer->write(std::move(change));
    Q_EMIT ownEventChanged(log, record->event, OwnState::Refused);
    Q_EMIT incidentChanged(log);
    if (isRelays) {
        discard(record->event); // it has done what was due anew; nobody's words wait for anybody
    }
}

void Journal::markSent(const EventId& event) {
    Own* own = m_speculation->find(event);
    if (own && own->state == OwnState::Kept) {
        own->state = OwnState::Sent;
        own->offered = true;
        Q_EMIT ownEventChanged(own->kept.log, event, OwnState::Sent);
    }
}

void Journal::markTaken(const EventId& event) {
    Own* own = m_speculation->find(event);
    if (own && own->state != OwnState::Refused) {
        own->taken = true;
        Q_EMIT ownEventChanged(own->kept.log, event, own->state);
    }
}

void Journal::markUnsent() {
    m_blobsTaken.clear();
    // Another session brings what it still holds: a relay may come back without it.
    m_parked.clear();
    m_others.clear();
    for (auto& [log, known] : m_leftBehind) {
        known.asked = LeftBehind::Asked::No;
    }
    forgetRefusedEntering(std::nullopt);
    for (const Own* seen : m_speculation->inOrder()) {
        Own* own = m_speculation->find(seen->event.id);
        own->taken = false; // a relay may come back without it: it is offered again
        if (own->state == OwnState::Sent) {
            own->state = OwnState::Kept;
            Q_EMIT ownEventChanged(own->kept.log, own->event.id, OwnState::Kept);
        }
    }
}

// Its log has not entered the newest epoch yet, or the epoch that ended the branch it comes from has not
// come: offered now, it would overtake what the same device said before it. So it would where the relay is in
// an epoch that is not known here: what is held may be lost there, and what was written of it is refused. Not
// where the organisation's log stops before that epoch: it would not come.
bool Journal::waitsForEpoch(const Own& own) const {
    const Ledger& ledger = m_confirmed->ledger;
    const auto& carried = own.kept.carried;
    const auto& relays = m_session.relaysEpoch;
    const Organisation& organisation = ledger.organisation();
    const bool isUnheard = relays && organisation.id && !organisation.epoch(*relays) &&
                           !m_stoppedLogs.contains(LogId::of(*organisation.id));
    const bool ended = !carried || !organisation.id || carried->epoch != organisation.epochs.back().id;
    return m_session.bringsEntries && !opensEpoch(own.facts) &&
           (isUnheard || !ended || ledger.isLeftBehind(own.kept.log));
}

std::vector<PendingEvent> Journal::nextOffers(quint64 after, int most) const {
    std::vector<PendingEvent> offers;
    for (const auto& [order, own] : m_speculation->own()) {
        if (own.waits) {
            continue; // for a blob: what comes behind with lower numbers need not
        }
        if (int(offers.size()) >= most || own.state == OwnState::BeingKept) {
            break; // what comes behind waits too: a device's own order is kept
        }
        // What was not sent in this session goes, wherever it stands: its log was waiting for an epoch, or it
        // is that.
        const bool due = order > after || own.state == OwnState::Kept;
        if (due && !waitsForEpoch(own) && own.state != OwnState::Refused) {
            offers.push_back({std::max(order, after), own.event.id, own.kept.offer, own.kept.carried});
        }
    }
    return offers;
}

std::map<LogId, Statement> Journal::newestHeads() const {
    return m_confirmed->heads;
}

std::optional<Statement> Journal::coveringHead(const LogId& log) const {
    return m_confirmed->coveringHead(log);
}

} // namespace bongsu
