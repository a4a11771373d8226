// What a relay does that came back from an old backup: it stops, takes back what desktops hold, and goes on
// in a new epoch.
#include "relay/sequencer.h"

#include "domain/log/otherbranch.h"
#include "relay/behind.h"
#include "relay/effects.h"
#include "storage/replay.h"

#include <algorithm>
#include <utility>

namespace bongsu {

quint64 Sequencer::headShown(const Statement& statement) {
    const auto head = decodeHead(statement.bytes);
    const Organisation& organisation = ledger().organisation();
    if (!head || head->org != organisation.id) {
        return 0;
    }
    const quint64 held = durableSeq(head->log); // what is on its way to the disk may not get there
    const Epoch* epoch = organisation.epoch(head->epoch);
    const bool ended = epoch && epoch->fromSeq < newestDurableEpoch().fromSeq;
    const bool isBeyond = head->seq > held;
    const bool isKnown = !isOfUnknownEpoch(*head);
    const LogIndex* index = ledger().index(head->log);
    const bool isOther = isKnown && index && !isBeyond && index->hashAt(head->seq) != head->hash;
    if (ended || (isKnown && !isBeyond && !isOther) || !isSignedByUs(statement, epoch)) {
        return 0;
    }
    if (isOther) { // two histories of one epoch are signed: what is numbered now would stand in one of them
        stopFor(statement);
        return 0;
    }
    const auto known = m_headsBeyond.find(head->log);
    const auto knownHead = known == m_headsBeyond.end() ? Result<Head>(refuse(refusal::notFound))
                                                        : decodeHead(known->second.bytes);
    const bool isKnownBeyond = knownHead && (knownHead->seq > held || isOfUnknownEpoch(*knownHead));
    if (!isKnownBeyond || knownHead->seq < head->seq) { // not what has been given back since
        m_headsBeyond.insert_or_assign(head->log, statement);
    }
    if (!isBeyond) {
        return 1; // this store went on without an epoch that it had: whichever comes first counts
    }
    stopFor(statement);
    return held + 1;
}

const Epoch& Sequencer::newestDurableEpoch() const {
    const std::vector<Epoch>& epochs = ledger().organisation().epochs;
    const quint64 held = durableSeq(LogId::of(*ledger().organisation().id));
    const auto found = std::find_if(epochs.rbegin(), epochs.rend(),
                                    [&](const Epoch& epoch) { return epoch.fromSeq <= held; });
    return found == epochs.rend() ? epochs.front() : *found;
}

void Sequencer::stopFor(const Statement& shown) {
    if (m_stopped != behind()) {
        Change remembered;
        remembered.settings.insert_or_assign(behindSetting, shown.bytes);
        m_parts.store.commit(std::move(remembered),
                             [](const Result<Committed>&) {}); // if not, it is shown again
        stop(behind());
    }
}

// An epoch that is not known here (this store is from before it) can only be believed by this relay's own
// key.
bool Sequencer::isSignedByUs(const Statement& statement, const Epoch* epoch) const {
    if (isHeadSignedBy(statement, m_parts.signer.publicKey(), m_parts.verifier)) {
        return true;
    }
    const auto& relays = ledger().organisation().relays;
    return epoch && std::any_of(epoch->relays.begin(), epoch->relays.end(), [&](const DeviceId& id) {
               const auto record = relays.find(id);
               return record != relays.end() &&
                      isHeadSignedBy(statement, record->second.signing, m_parts.verifier);
           });
}

// What was beyond is the business of those who hold it: they offer it again.
void Sequencer::epochBegan() {
    m_headsBeyond.clear();
    m_givenBack.clear();
    m_givenBackAt.reset();
    m_givenBackFor = Millis(0);
    // From here on they say where each log may enter the epoch.
    for (auto& [log, head] : m_heads) {
        head = signedHead(log, *ledger().tip(log));
    }
    if (m_stopped == behind()) {
        m_stopped.reset();
        Q_EMIT resumedNumbering();
    }
}

void Sequencer::noteGivenBack(const std::optional<Carried>& place) {
    if (!place) {
        return;
    }
    const Millis now = m_parts.monotonic.elapsed();
    m_givenBackFor += std::min(now - m_givenBackAt.value_or(now), givenBackPause);
    m_givenBackAt = now;
}

bool Sequencer::isBeingGivenBack() const {
    return m_givenBackAt && m_parts.monotonic.elapsed() < *m_givenBackAt + givenBackPause &&
           m_givenBackFor < givenBackMost;
}

// A store that is behind goes on by an epoch alone. Where no admin is left to declare it, root lets one in
// first.
bool Sequencer::mayNumber(const Offer& offer, const Event& event) const {
    const Organisation& organisation = ledger().organisation();
    if (m_stopped != behind() || logOf(event) != LogId::of(*organisation.id)) {
        return false; // a clock that is wrong dates an epoch wrongly, too
    }
    const Facts facts = decodeFacts(event.header.kind, event.header.kindVersion, offer.facts.bytes);
    if (std::holds_alternative<InviteIssued>(facts)) {
        const auto author = organisation.author(event.header.device, organisation.seq);
        return author && author->role == Author::Role::Root;
    }
    if (const auto* added = std::get_if<DeviceAdded>(&facts)) {
        const auto invite = organisation.invites.find(added->inviteKey);
        return invite != organisation.invites.end() && !invite->second.issuer;
    }
    return std::holds_alternative<EpochDeclared>(facts);
}

// Of the organisation's log: an epoch that this store has lost, or never heard of.
bool Sequencer::isOfUnknownEpoch(const Head& head) const {
    return ledger().isOrganisation(head.log) && !ledger().organisation().epoch(head.epoch);
}

// Another history of the organisation's log that this relay has signed, too: of an epoch that this store has
// lost, or longer than what is here. Nobody who holds it could ever declare an epoch on ours.
bool Sequencer::mayLeadPast(const Head& shown) const {
    return ledger().isOrganisation(shown.log) && (isOfUnknownEpoch(shown) || isLonger(shown));
}

bool Sequencer::isLonger(const Head& shown) const {
    const auto tip = ledger().tip(shown.log);
    return tip && shown.epoch == tip->epoch && shown.seq > tip->seq;
}

Sequencer::Place Sequencer::placeOf(const KeptEntry& kept, const Head& shown, GivenBack& given) const {
    const auto entry = decodeEntry(kept.bytes);
    if (!entry || entry->log != shown.log) {
        return Place::Wrong;
    }
    if (entry->seq > shown.seq) {
        return Place::Held; // or as good: nobody has signed for it
    }
    // Whoever gives another history of the same place may be the one whose history reaches that head.
    if (entry->seq > given.keep && entry->seq <= given.keep + given.entries.size()) {
        const auto held = given.entries.begin() + qsizetype(entry->seq - given.keep - 1);
        if (entryHash(held->bytes) != entryHash(kept.bytes)) {
            given.entries.erase(held, given.entries.end());
        }
    }
    if (!given.entries.empty()) {
        const quint64 last = given.keep + given.entries.size();
        const bool isNext = entry->seq == last + 1 && entry->prev == entryHash(given.entries.back().bytes);
        return isNext ? Place::Next : entry->seq <= last ? Place::Held : Place::Elsewhere;
    }
    const LogIndex* index = ledger().index(shown.log);
    const auto hashAt = [&](quint64 seq) {
        return seq == 0 ? std::optional(genesisHash(shown.log)) : index ? index->hashAt(seq) : std::nullopt;
    };
    const auto ours = hashAt(entry->seq);
    if (ours && (*ours == entryHash(kept.bytes) || !mayLeadPast(shown))) {
        return Place::Held;
    }
    const auto before = hashAt(entry->seq - 1);
    if (!before || *before != entry->prev) {
        return Place::Elsewhere;
    }
    given.keep = entry->seq - 1;
    return Place::Next;
}

namespace {

// A text that its giver may not read would be gone: whoever holds it gives it, or offers it in the next
// epoch. What stands before it is taken: that epoch may be none without one of these.
std::vector<KeptEntry> beforeWithheld(const std::vector<KeptEntry>& entries) {
    return {entries.begin(), std::find_if(entries.begin(), entries.end(), [](const KeptEntry& kept) {
                return kept.text.state == TextPart::State::Withheld;
            })};
}

// What a relay has signed for may be lost to everybody, and what stands before it is held. Without an epoch
// among that no admin could ever declare the next one here. An admin has signed that epoch, and with it, by
// its base, for all that leads up to it. Of the organisation's log; nothing: there is none that comes before
// ours.
std::vector<KeptEntry> upToEpoch(const Ledger& ours, const Verifier& verifier, const LogId& log, quint64 keep,
                                 std::vector<KeptEntry> given) {
    const auto newest = std::find_if(given.rbegin(), given.rend(), [&](const KeptEntry& kept) {
        return ours.isOrganisation(log) && leadsPast(ours, verifier, keep, kept);
    });
    given.erase(newest.base(), given.end());
    return given;
}

} // namespace

// Where the newest that the relay has signed for is lost to everybody, an older word of its own proves what
// stands before that, or an admin's.
std::vector<KeptEntry> Sequencer::provenOtherwise(const LogId& log, const GivenBack& given,
                                                  const Giving& giving) const {
    if (giving.more) {
        return {};
    }
    auto byHead = giving.covers ? upToHead(log, given, *giving.covers) : std::vector<KeptEntry>();
    auto byAdmin = upToEpoch(ledger(), m_parts.verifier, log, given.keep, given.entries);
    return byHead.size() > byAdmin.size() ? byHead : byAdmin;
}

// What goes on from our newest entry alone: nothing is taken away for less than the newest head.
std::vector<KeptEntry> Sequencer::upToHead(const LogId& log, const GivenBack& given,
                                           const Statement& covers) const {
    const auto head = decodeHead(covers.bytes);
    const auto tip = ledger().tip(log);
    const Organisation& organisation = ledger().organisation();
    const Epoch* epoch = head ? organisation.epoch(head->epoch) : nullptr;
    if (!head || head->org != organisation.id || head->log != log || given.keep != (tip ? tip->seq : 0) ||
        head->seq <= given.keep || head->seq > given.keep + given.entries.size() ||
        (epoch && epoch->id != organisation.epochs.back().id) || !isSignedByUs(covers, epoch)) {
        return {};
    }
    const auto end = given.entries.begin() + qsizetype(head->seq - given.keep);
    return entryHash(std::prev(end)->bytes) == head->hash ? std::vector<KeptEntry>(given.entries.begin(), end)
                                                          : std::vector<KeptEntry>();
}

// Entries carry no relay signature of their own: they are buffered until they chain from what is held here up
// to the signed head, and only then believed.
void Sequencer::takeBack(const LogId& log, const std::vector<KeptEntry>& entries, const Giving& giving,
                         TakenBack done) {
    if (m_busy) { // who gave it is not asked again in this session
        m_givingBack.push_back([this, log, entries, giving, done] { takeBack(log, entries, giving, done); });
        return;
    }
    const auto shown = m_headsBeyond.find(log);
    const auto head = shown == m_headsBeyond.end() ? Result<Head>(refuse(refusal::notFound))
                                                   : decodeHead(shown->second.bytes);
    if (!head) {
        done(fail(failure::busy));
        return;
    }
    GivenBack& given = m_givenBack[log];
    for (const KeptEntry& kept : entries) {
        const Place place = placeOf(kept, *head, given);
        // The first that differs from ours lies before what was asked for; or it is another one's history
        // that this does not go on from, or we hold less than then.
        if (place == Place::Elsewhere) {
            m_givenBack.erase(log);
            done(std::optional<quint64>(mayLeadPast(*head) ? 1 : durableSeq(log) + 1));
            return;
        }
        if (place == Place::Wrong) {
            m_givenBack.erase(log);
            done(fail(failure::protocol, "give back"));
            return;
        }
        if (place == Place::Next) {
            given.entries.push_back(kept);
        }
    }
    const bool isShort = given.keep + given.entries.size() < head->seq;
    const auto believed = isShort ? provenOtherwise(log, given, giving) : given.entries;
    if (believed.empty()) {
        done(std::nullopt); // more to come, or no more of it
        return;
    }
    GivenBack proven = std::move(given);
    proven.entries = believed;
    m_givenBack.erase(log);
    const auto tip = ledger().tip(log);
    const std::vector<KeptEntry> whole = beforeWithheld(proven.entries);
    const bool isHeads = isShort || entryHash(proven.entries.back().bytes) == head->hash;
    if (!isHeads || whole.empty()) {
        done(fail(failure::protocol, "give back"));
    } else if (proven.keep == (tip ? tip->seq : 0)) {
        keepGivenBack(log, whole, std::move(done));
    } else {
        goOver(log, proven, whole.size(), std::move(done));
    }
}

void Sequencer::keepGivenBack(const LogId& log, const std::vector<KeptEntry>& proven, TakenBack done) {
    const auto before = ledger().tip(log);
    auto change = std::make_shared<Change>();
    change->appends.push_back(
        {log, before ? std::optional(StoredTip{log, before->seq, before->hash}) : std::nullopt, {}});
    for (const KeptEntry& kept : proven) {
        auto accepted = m_state->ledger.accept(kept, Trust::Verify);
        if (!accepted) {
            done(tl::unexpected(accepted.error()));
            reload();
            return;
        }
        m_state->texts.take(*accepted, kept.text);
        change->appends[0].entries.push_back({accepted->entry.seq, accepted->event.id, accepted->hash, kept});
        addEffects(*change, *accepted, kept.text);
    }
    m_busy = true;
    m_parts.store.commit(
        *change, [this, alive = std::weak_ptr(m_alive), change, log, done](const Result<Committed>& outcome) {
            if (alive.expired()) {
                return;
            }
            m_busy = false;
            if (!outcome || *outcome != Committed::Durable) {
                done(tl::unexpected<Error>(outcome ? Failure{failure::disk} : failureOf(outcome.error())));
                reload();
                return;
            }
            becameDurable(change->appends[0]);
            announce(change->appends[0]);
            done(std::nullopt);
            startBatch();
        });
}

} // namespace bongsu
