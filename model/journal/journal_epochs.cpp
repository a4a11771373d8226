// What becomes of a journal when an epoch, or a relay that came back without what it had signed for nobody,
// goes on from an earlier place: entries behind it lose their number, and whoever holds them offers them
// again. Rare, so everything is read and folded anew.
#include "journal/journal.h"

#include "domain/event/compose.h"
#include "journal/speculation.h"
#include "journal/storewriter.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace bongsu {

namespace {

constexpr int pageEntries = 512;
constexpr qsizetype pageBytes = 4 << 20;

// Where the relay's history of the log ends in this epoch, if that is not in ours: by its entries, or by the
// newest head that it signed, which a session before this one may have brought. Unless it has said since that
// it ends in ours: what it promised beyond that is lost, and nobody may have it.
std::optional<LogPoint> endElsewhere(const Replayed& confirmed, const std::map<LogId, OtherBranch>& others,
                                     const LogId& log, const EpochId& epoch,
                                     const std::optional<LogPoint>& said) {
    const auto other = others.find(log);
    if (other != others.end() && other->second.epoch() == epoch) {
        return other->second.end();
    }
    const auto kept = confirmed.heads.find(log);
    const auto head = kept == confirmed.heads.end() ? Result<Head>(refuse(refusal::notFound))
                                                    : decodeHead(kept->second.bytes);
    const LogIndex& ours = *confirmed.ledger.index(log);
    if (!head || head->epoch != epoch || ours.hashAt(head->seq) == head->hash) {
        return std::nullopt;
    }
    if (said && said->seq < head->seq && ours.hashAt(said->seq) == said->hash) {
        return std::nullopt;
    }
    return LogPoint{head->seq, head->hash};
}

} // namespace

// The way back: what the disk holds is looked through log by log, then committed in one change.
struct Journal::Rewinding {
    LogId log;    // the one whose newest epoch was met
    quint64 keep; // its entries up to here stay
    For reason;
    std::deque<LogId> unread;
    Change change;
    std::set<EventId> carried;
    std::map<LogId, quint64> kept; // of every log that loses entries
};

// It goes on from the end held here; from another history's, should the relay have shown one in this epoch:
// it numbers on that, and no epoch on ours could ever be taken there.
Result<std::vector<Recorded>> Journal::declareEpoch(const QString& reason) {
    const auto tip = m_confirmed->ledger.organisationIndex().tip;
    if (!m_org || !tip) {
        return refuse(refusal::unknownLog, "organisation");
    }
    const LogId log = LogId::of(*m_org);
    const Epoch& current = m_confirmed->ledger.organisation().epochs.back();
    const auto elsewhere = endElsewhere(*m_confirmed, m_others, log, current.id, m_organisationEnd);
    const bool isOnOther = elsewhere.has_value();
    const LogPoint base = elsewhere.value_or(LogPoint{tip->seq, tip->hash});
    const EpochDeclared declared{current.id, current.generation + 1, current.relays, base, {}};
    Text text;
    text.reason = reason;
    const Circumstances around = circumstances(log, m_parts.signer, declared);
    const auto composed = compose(declared, text, around, m_parts.signer, m_parts.randomness);
    if (!composed) {
        return tl::unexpected(composed.error());
    }
    const Verdict verdict = m_speculation->judge(log, composed->event, declared, around.createdAt);
    const bool isRightThere = isOnOther && verdict && verdict->code == refusal::stale;
    if (verdict && !couldBePermitted(*verdict) && !isRightThere) {
        return tl::unexpected<Error>(*verdict);
    }
    std::vector<Recorded> all;
    all.push_back(*keep(*composed, declared, text, isRightThere ? Verdict() : verdict, {}));
    for (Recorded& entering : enterEpoch(EpochId::of(composed->event.id))) {
        all.push_back(std::move(entering));
    }
    return all;
}

// The incidents' logs that are not in it yet, each behind its newest entry.
std::vector<Recorded> Journal::enterEpoch(const EpochId& epoch) {
    std::vector<Recorded> entering;
    for (auto& next : logsToEnter(m_confirmed->ledger, epoch)) {
        LogRebased& facts = next.second;
        const auto heard = m_leftBehind.find(next.first);
        if (const auto end = heard == m_leftBehind.end() ? std::nullopt : heard->second.end) {
            if (m_confirmed->ledger.index(next.first)->hashAt(end->seq) != end->hash) {
                continue; // what is between was asked for, or there are two histories
            }
            facts.baseSeq = end->seq;
            facts.baseHash = end->hash;
        }
        const auto own = m_speculation->inOrder();
        // One that was refused says that the log ends elsewhere: it enters when that end is known here.
        const bool tried = std::any_of(own.begin(), own.end(), [&](const Own* known) {
            const auto* before = std::get_if<LogRebased>(&known->facts);
            return before && known->kept.log == next.first && before->epoch == epoch &&
                   before->baseHash == facts.baseHash;
        });
        if (auto recorded = tried ? refuse(refusal::alreadyDone) : record(next.first, facts, {})) {
            entering.push_back(std::move(*recorded));
        }
    }
    return entering;
}

void Journal::enterOwnEpoch() {
    const Organisation& organisation = m_confirmed->ledger.organisation();
    if (organisation.id && organisation.epochs.back().declaredBy &&
        organisation.epochs.back().declaredBy == person()) {
        enterEpoch(organisation.epochs.back().id);
    }
}

void Journal::askWhereLogsEnd() {
    for (const auto& [log, held] : m_confirmed->ledger.incidents()) {
        if (m_confirmed->ledger.isLeftBehind(log)) {
            Q_EMIT entriesMissing(log, held.index.tip->seq + 1);
        }
    }
}

// The newest epoch's relay has signed it. Of a log that the epoch left behind it says where that ends:
// nothing is numbered there before it has entered. What came here without a head, because the line broke
// before, may have been lost by the relay that sent it.
void Journal::takeEnd(const Head& head) {
    const LogPoint end{head.seq, head.hash};
    const LogIndex* held = m_confirmed->ledger.index(head.log);
    if (held && !m_confirmed->ledger.isLeftBehind(head.log)) {
        if (const auto keep = givesWayTo(*held, m_confirmed->signedUpTo(head.log), end)) {
            rewind(head.log, *keep, For::Relay);
        }
        return;
    }
    const Epoch& newest = m_confirmed->ledger.organisation().epochs.back();
    if (!m_confirmed->ledger.isLeftBehind(head.log) || head.epoch == newest.id ||
        head.orgSeq < newest.fromSeq) {
        return;
    }
    if (std::exchange(m_leftBehind[head.log].end, end) != end) {
        Q_EMIT incidentChanged(head.log);
    }
    // Whom the epoch names as its relay says where the log ends. Where that is another history it goes on
    // from there, and what is held here and not there is offered again.
    const auto ours = m_confirmed->ledger.index(head.log)->hashAt(head.seq);
    const auto other = m_others.find(head.log);
    if (other != m_others.end() && other->second.end() == end) {
        rewind(head.log, other->second.keep(), For::Epoch);
    } else if (ours && *ours != head.hash) {
        askAnew(head.log);
    }
}

// It entered another epoch at a place before its end here: from its beginning on, the entry that took it
// there is met. Once, or whoever answered with the same again would be asked as fast as the line goes. False:
// it has been, and what came is no such history.
bool Journal::askAnew(const LogId& log) {
    LeftBehind::Asked& asked = m_leftBehind[log].asked;
    if (asked == LeftBehind::Asked::No) {
        asked = LeftBehind::Asked::Yes;
        Q_EMIT entriesMissing(log, 1);
    }
    return asked == LeftBehind::Asked::Yes;
}

// What was to take the log (or every log) into an epoch and named another end of it: nobody's words. Once the
// log is there, nothing is to be done; and another session may find it ending there after all.
void Journal::forgetRefusedEntering(const std::optional<LogId>& log) {
    std::vector<EventId> moot;
    for (const Own* own : m_speculation->inOrder()) {
        if ((!log || own->kept.log == *log) && own->state == OwnState::Refused &&
            std::holds_alternative<LogRebased>(own->facts)) {
            moot.push_back(own->event.id);
        }
    }
    for (const EventId& event : moot) {
        discard(event);
    }
}

bool Journal::isRewinding() const {
    return m_rewinding != nullptr;
}

void Journal::rewind(const LogId& log, quint64 keep, For reason) {
    m_rewinding = std::make_shared<Rewinding>(Rewinding{log, keep, reason, {log}, {}, {}, {}});
    if (m_confirmed->ledger.isOrganisation(log)) {
        // What was judged by an organisation that is no more goes with it.
        for (const auto& [incident, held] : m_confirmed->ledger.incidents()) {
            if (held.index.tip && held.index.tip->orgSeq > keep) {
                m_rewinding->unread.push_back(incident);
            }
        }
    }
    m_parked.clear();
    m_others.clear();
    // The disk must hold all that was taken.
    whenKept([this] { readLeft(1); });
}

void Journal::readLeft(quint64 fromSeq) {
    Rewinding& rewinding = *m_rewinding;
    if (rewinding.unread.empty()) {
        commitRewinding();
        return;
    }
    const LogId log = rewinding.unread.front();
    const quint64 from = log == rewinding.log ? std::max(fromSeq, rewinding.keep + 1) : fromSeq;
    m_parts.store.range(
        log, from, pageEntries, pageBytes,
        [this, log, alive = std::weak_ptr(m_rewinding)](Result<std::vector<StoredEntry>> page) {
            if (alive.expired()) {
                return;
            }
            if (!page) {
                // Nothing was changed: the epoch's entries will come again.
                m_rewinding.reset();
                Q_EMIT storeFailed(failureOf(page.error()));
                return;
            }
            for (const StoredEntry& stored : *page) {
                leave(log, stored);
            }
            if (page->empty()) {
                m_rewinding->unread.pop_front();
            }
            readLeft(page->empty() ? 1 : page->back().seq + 1);
        });
}

void Journal::leave(const LogId& log, const StoredEntry& stored) {
    Rewinding& rewinding = *m_rewinding;
    const auto entry = decodeEntry(stored.entry.bytes);
    const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
    const bool named = log == rewinding.log;
    if (!event || (!named && entry->orgSeq <= rewinding.keep)) {
        return;
    }
    const quint64 keep = rewinding.kept.try_emplace(log, stored.seq - 1).first->second;
    const KeptEntry& kept = stored.entry;
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.facts.bytes);
    const bool own = event->header.device == device();
    const bool offerable = !event->header.textHash || kept.text.state == TextPart::State::Present;
    const bool isUnsigned = rewinding.reason == For::Relay && keep >= m_confirmed->signedUpTo(log);
    // What can not be offered by anybody but its author, or never counted, is its author's to show. So is
    // what no relay has signed: no epoch will come for it, and its author offers it as if it had never had a
    // place. The branch's own epochs ended with it.
    const bool isAuthors = !offerable || m_confirmed->ledger.voidReason(log, stored.seq) || isUnsigned;
    if (opensEpoch(facts) || (!own && isAuthors)) {
        return;
    }
    const Carried place{entry->epoch, entry->seq, entry->recordedAt, stored.hash};
    rewinding.carried.insert(event->id);
    rewinding.change.recorded.push_back({event->id, log, Offer{entry->event, kept.facts, kept.text},
                                         std::nullopt, isUnsigned ? std::nullopt : std::optional(place)});
}

void Journal::commitRewinding() {
    for (const auto& [log, keep] : m_rewinding->kept) {
        m_rewinding->change.rewinds.push_back({log, keep});
    }
    m_writer->write(std::move(m_rewinding->change), [this] {
        readStore([this](std::shared_ptr<Replayed> replayed) { adoptRewound(std::move(replayed)); },
                  // Shown, and as it is: what was folded before is still a true reading of what was said.
                  [this](const Error& why) { Q_EMIT storeFailed(failureOf(why)); });
    });
}

// What this device did while the disk was read stands in memory only.
void Journal::adoptRewound(std::shared_ptr<Replayed> replayed) {
    const auto rewinding = std::exchange(m_rewinding, nullptr);
    const auto before = std::exchange(m_speculation, nullptr);
    replayed->settings = m_confirmed->settings;
    std::erase_if(replayed->ownEvents,
                  [&](const OwnEvent& own) { return !rewinding->carried.contains(own.event); });
    std::vector<Own> waiting = readOwn(replayed->ownEvents);
    for (const Own* own : before->inOrder()) {
        if (!rewinding->carried.contains(own->event.id)) {
            waiting.push_back(*own);
            waiting.back().state = own->state == OwnState::Sent ? OwnState::Kept : own->state;
        }
    }
    fold(std::move(replayed), std::move(waiting));
    Q_EMIT organisationChanged();
    for (const auto& [log, keep] : rewinding->kept) {
        Q_EMIT entriesFolded(log, keep + 1, keep);
        Q_EMIT incidentChanged(log);
    }
    for (const EventId& event : rewinding->carried) {
        if (const Own* own = m_speculation->find(event)) {
            Q_EMIT ownEventChanged(own->kept.log, event, own->state);
        }
    }
    Q_EMIT rewound();
}

} // namespace bongsu
