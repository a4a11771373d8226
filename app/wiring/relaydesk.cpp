#include "wiring/relaydesk.h"

#include "domain/base/limits.h"
#include "relay/effects.h"
#include "storage/eventstore.h"

#include <algorithm>

namespace bongsu {

namespace {

// What a session's frame carries of the sequencer's answer.
OfferOutcome outcomeOf(const Judgement& judgement, const LogId& log) {
    switch (judgement.kind) {
    case Judgement::Kind::Recorded:
        return Place{log, judgement.place->epoch, judgement.place->seq};
    case Judgement::Kind::Refused:
        return *judgement.refusal;
    case Judgement::Kind::Failed:
        break;
    }
    return *judgement.failure;
}

} // namespace

RelayDesk::RelayDesk(Sequencer& sequencer, BlobStock& blobs, EventStore& store, const Verifier& verifier,
                     Fanout& fanout)
    : m_sequencer(sequencer), m_blobs(blobs), m_store(store), m_verifier(verifier), m_fanout(fanout) {
    // Before anybody hears of the entries and asks for what they name.
    connect(&sequencer, &Sequencer::entriesRecorded, this, &RelayDesk::nameBlobs);
    connect(&sequencer, &Sequencer::textErased, this,
            [this](const LogId&, const EventId& event) { m_blobs.erased(event); });
    connect(&sequencer, &Sequencer::readAnew, this, [this] {
        m_blobs.lookForNames();
        publishHeads(); // nobody was told of what such a commit recorded
    });
    connect(&sequencer, &Sequencer::wentOver, this, [this] {
        m_blobs.open([](const auto&) {}); // what is not known of them now is, when the relay starts anew
        m_fanout.endAll(closecode::relayStops, failure::stopped);
    });
    connect(&sequencer, &Sequencer::entriesRecorded, this, &RelayDesk::publish);
    // An admin whose desktop lies still would else not hear that it is for him to declare an epoch.
    connect(&sequencer, &Sequencer::stoppedNumbering, this,
            [this](const Failure& why) { m_fanout.publishNumbering(why); });
    connect(&sequencer, &Sequencer::resumedNumbering, this,
            [this] { m_fanout.publishNumbering(std::nullopt); });
}

std::optional<OrgId> RelayDesk::orgId() const {
    return m_sequencer.ledger().organisation().id;
}
DeviceId RelayDesk::relayId() const {
    return m_sequencer.relay();
}

std::optional<SeenPoint> RelayDesk::orgTip() const {
    // The durable one: whoever hears of an epoch waits for its entry.
    const auto& org = m_sequencer.ledger().organisation().id;
    const auto newest = org ? m_sequencer.head(LogId::of(*org)) : std::nullopt;
    const auto head = newest ? decodeHead(newest->bytes) : Result<Head>(refuse(refusal::unknownLog));
    return head ? std::optional(SeenPoint{head->epoch, head->seq, head->hash}) : std::nullopt;
}

std::optional<Failure> RelayDesk::numberingStopped() const {
    return m_sequencer.stopped();
}

void RelayDesk::judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) {
    if (const auto* device = std::get_if<DeviceId>(&claim.claimant)) {
        done(judgeDevice(*device, claim));
    } else {
        done(judgeInvite(std::get<PublicKey>(claim.claimant), claim));
    }
}

Result<SessionKind> RelayDesk::judgeDevice(const DeviceId& device, const LoginClaim& claim) {
    // First of all: a relay restored from before this very device was added must learn that it is behind.
    const bool behind = claim.orgHead && m_sequencer.headShown(*claim.orgHead) != 0;
    const Organisation& organisation = m_sequencer.ledger().organisation();
    const auto author = organisation.author(device, organisation.seq);
    if (!author || author->role != Author::Role::Person) {
        return behind ? Result<SessionKind>(fail(failure::stopped, "behind"))
                      : refuse(refusal::unknownDevice);
    }
    if (!m_verifier.verify(author->key, claim.message, claim.signature)) {
        return refuse(refusal::badSignature);
    }
    return author->revoked ? SessionKind::Revoked : SessionKind::Member;
}

Result<SessionKind> RelayDesk::judgeInvite(const PublicKey& invite, const LoginClaim& claim) const {
    if (!m_sequencer.ledger().organisation().invites.contains(invite)) {
        return refuse(refusal::inviteUnknown);
    }
    if (!m_verifier.verify(invite, claim.message, claim.signature)) {
        return refuse(refusal::badSignature);
    }
    return SessionKind::Joining;
}

Result<QByteArray> RelayDesk::spokenRest(const PublicKey& invite, Moment at, Millis elapsed) {
    if (!m_asks.spend(elapsed)) {
        return fail(failure::busy);
    }
    const auto& invites = m_sequencer.ledger().organisation().invites;
    const auto known = invites.find(invite);
    const auto rest = m_sequencer.texts().spokenRest(invite);
    if (known == invites.end() || known->second.revoked || !rest) {
        return refuse(refusal::inviteUnknown);
    }
    if (known->second.usesLeft == 0) {
        return refuse(refusal::inviteUsed);
    }
    return isOpen(known->second, at) ? Result<QByteArray>(*rest) : refuse(refusal::inviteExpired);
}

std::vector<LogId> RelayDesk::logsInOrder() const {
    const Ledger& ledger = m_sequencer.ledger();
    std::vector<LogId> logs;
    for (const auto& [log, incident] : ledger.incidents()) {
        logs.push_back(log);
    }
    // What happens now is read first.
    std::stable_sort(logs.begin(), logs.end(), [&](const LogId& a, const LogId& b) {
        return ledger.tip(a)->recordedAt > ledger.tip(b)->recordedAt;
    });
    logs.insert(logs.begin(), LogId::of(*ledger.organisation().id));
    return logs;
}

std::optional<LogDifference> RelayDesk::difference(const Position& held) {
    const quint64 missing = held.head ? m_sequencer.headShown(*held.head) : 0;
    if (missing != 0) {
        return LogDifference{held.log, std::nullopt, missing};
    }
    if (const auto next = m_sequencer.ledger().nextFor(held.log, held.at)) {
        return LogDifference{held.log, *next, std::nullopt};
    }
    // Another history: the client is told where this one stands.
    const LogIndex* index = m_sequencer.ledger().index(held.log);
    if (const auto head = m_sequencer.head(held.log);
        head && held.head && index->tip->epoch == held.at.epoch) {
        conflictShown(*held.head, *head);
    }
    return std::nullopt;
}

void RelayDesk::compare(const DeviceId&, std::vector<Position> held,
                        Done<Result<std::vector<LogDifference>>> done) {
    std::map<LogId, std::optional<LogDifference>> found;
    std::vector<LogDifference> differences;
    for (const Position& position : held) {
        const auto one = difference(position);
        found.insert_or_assign(position.log, one);
    }
    for (const LogId& log : logsInOrder()) {
        const auto known = found.find(log);
        if (known == found.end()) {
            differences.push_back({log, 1, std::nullopt});
        } else if (known->second) {
            differences.push_back(*known->second);
        }
    }
    for (const auto& [log, one] : found) {
        if (one && !m_sequencer.ledger().index(log)) {
            differences.push_back(
                *one); // a log that only the client holds, and perhaps a newer organisation judged
        }
    }
    done(std::move(differences));
}

bool RelayDesk::mayReadText(const DeviceId& device, const LogId& log) const {
    const Organisation& organisation = m_sequencer.ledger().organisation();
    const auto author = organisation.author(device, organisation.seq);
    if (!author || !author->person || author->revoked) {
        return false;
    }
    const Incident* incident = m_sequencer.ledger().incident(log);
    return !incident || mayRead(*incident, *author->person, author->permission.value_or(Permission::Viewer));
}

void RelayDesk::readEntries(const DeviceId& device, const LogId& log, quint64 fromSeq, PageSize size,
                            Done<Result<EntryPage>> done) {
    const quint64 durable = m_sequencer.durableSeq(log);
    if (durable == 0) {
        done(refuse(refusal::unknownLog));
        return;
    }
    const bool withText = mayReadText(device, log);
    m_store.range(log, fromSeq, size.count, size.bytes,
                  [this, log, withText, done = std::move(done)](Result<std::vector<StoredEntry>> read) {
                      if (!read) {
                          done(tl::unexpected(read.error()));
                          return;
                      }
                      const quint64 newest = m_sequencer.durableSeq(log);
                      EntryPage page;
                      for (StoredEntry& stored : *read) {
                          if (stored.seq > newest) {
                              break; // of a commit that was not heard of yet: no head is signed for it
                          }
                          if (!withText && stored.entry.text.state == TextPart::State::Present) {
                              stored.entry.text = TextPart::withheld();
                          }
                          page.more = stored.seq < newest;
                          page.items.push_back(std::move(stored.entry));
                      }
                      if (!page.more) {
                          page.head = m_sequencer.head(log);
                      }
                      done(std::move(page));
                  });
}

bool RelayDesk::mayOffer(const Offerer& from, const OfferedEvent& offered) {
    const auto event = decodeEvent(offered.offer.event);
    if (!event) {
        return false;
    }
    if (from.kind != SessionKind::Joining) {
        return true;
    }
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, offered.offer.facts.bytes);
    const auto* added = std::get_if<DeviceAdded>(&facts);
    const auto* invite = std::get_if<PublicKey>(&from.who);
    return added && invite && added->inviteKey == *invite;
}

// What names a blob is not numbered before the blob is here. What an ended branch left is: its order
// outweighs it. A revoked device brings none, to be refused: where its revocation is durable, for one whose
// commit fails is gone when it is judged.
bool RelayDesk::holdsBlobOf(const Offerer& from, const OfferedEvent& offered) {
    const auto event = decodeEvent(offered.offer.event);
    if (!event || !namesBlob(event->header.kind) || offered.carried || from.kind == SessionKind::Joining) {
        return true;
    }
    const Organisation& organisation = m_sequencer.ledger().organisation();
    const quint64 durable = organisation.id ? m_sequencer.durableSeq(LogId::of(*organisation.id)) : 0;
    if (const auto author = organisation.author(event->header.device, durable); author && author->revoked) {
        return true;
    }
    const LogIndex* index = m_sequencer.ledger().index(logOf(*event));
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, offered.offer.facts.bytes);
    const auto named = blobNamedBy(facts);
    return !named || (index && index->find(event->id)) ||
           m_blobs.holdsFor(event->id, event->header.device, *named);
}

void RelayDesk::nameBlobs(const LogId& log, const std::vector<KeptEntry>& entries) {
    for (const KeptEntry& kept : entries) {
        const auto entry = decodeEntry(kept.bytes);
        const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
        if (!event || !namesBlob(event->header.kind)) {
            continue;
        }
        const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.facts.bytes);
        const auto blob = blobOf(*event, facts, kept.text, entry->recordedAt);
        if (blob && !m_sequencer.ledger().voidReason(log, entry->seq)) {
            m_blobs.named(log, event->id, *blob);
        }
    }
}

std::vector<BlobId> RelayDesk::blobsLacking(const DeviceId& author) const {
    return m_blobs.lackingFrom(author);
}

void RelayDesk::beginBlob(const DeviceId& from, const BlobOffer& blob, Done<Result<quint64>> done) {
    m_blobs.begin(blob.blob, blob.size, blob.salt, from, std::move(done));
}

void RelayDesk::takeBlobChunk(const BlobId& blob, quint64 chunk, QByteArray bytes, Done<Result<bool>> done) {
    m_blobs.take(blob, chunk, bytes, std::move(done));
}

void RelayDesk::readBlobChunk(const DeviceId& to, const BlobId& blob, quint64 chunk,
                              Done<Result<QByteArray>> done) {
    const auto log = m_blobs.logOf(blob);
    if (log && !mayReadText(to, *log)) {
        done(refuse(refusal::notPermitted));
    } else if (!log) {
        done(fail(failure::blobMissing));
    } else {
        m_blobs.read(blob, chunk, std::move(done));
    }
}

// The outcomes of one frame's offers, as they come in.
struct RelayDesk::Asked {
    std::vector<std::optional<OfferOutcome>> outcomes;
    std::size_t missing;
    Done<std::vector<OfferOutcome>> done;

    void set(std::size_t at, OfferOutcome outcome) {
        outcomes[at] = std::move(outcome);
        if (--missing > 0) {
            return;
        }
        std::vector<OfferOutcome> all;
        for (auto& one : outcomes) {
            all.push_back(std::move(*one));
        }
        done(std::move(all));
    }
};

void RelayDesk::offer(const Offerer& from, std::vector<OfferedEvent> events,
                      Done<std::vector<OfferOutcome>> done) {
    const auto asked = std::make_shared<Asked>(
        Asked{std::vector<std::optional<OfferOutcome>>(events.size()), events.size(), std::move(done)});
    // What is no event, or not this session's to offer, or whose blob is not here, and all behind it: in a
    // device's order nothing is left out.
    std::size_t offerable = 0;
    Failure why = from.run->closedBy.value_or(Failure{failure::protocol, "offer"});
    while (offerable < events.size() && !from.run->closedBy && mayOffer(from, events[offerable])) {
        if (!holdsBlobOf(from, events[offerable])) {
            why = Failure{failure::blobMissing};
            break;
        }
        ++offerable;
    }
    if (offerable < events.size()) {
        from.run->closedBy = why;
    }
    std::vector<Sequencer::Offered> offered;
    for (std::size_t i = 0; i < offerable; ++i) {
        const LogId log = logOf(*decodeEvent(events[i].offer.event));
        offered.push_back(
            {std::move(events[i].offer), events[i].carried, from.run,
             [asked, i, log](const Judgement& judgement) { asked->set(i, outcomeOf(judgement, log)); }});
    }
    m_sequencer.offer(std::move(offered));
    for (std::size_t i = offerable; i < events.size(); ++i) {
        asked->set(i, why);
    }
}

void RelayDesk::entriesGivenBack(const DeviceId& device, const LogId& log, EntryPage page,
                                 Done<std::optional<quint64>> done) {
    const bool more = page.more;
    const quint64 next = [&] {
        const auto last = page.items.empty() ? Result<Entry>(refuse(refusal::notFound))
                                             : decodeEntry(page.items.back().bytes);
        return last ? last->seq + 1 : 0;
    }();
    m_sequencer.takeBack(
        log, page.items, Sequencer::Giving{more, page.head},
        [this, device, more, next, done = std::move(done)](const Result<std::optional<quint64>>& taken) {
            const bool goesOn = taken && more && next != 0;
            done(taken && *taken ? *taken : goesOn ? std::optional(next) : std::nullopt);
            // It shows what is missing here when it comes again: when there is room, or of an epoch that
            // began while this was on its way and may be no better than its own.
            const QByteArray why = taken ? QByteArray() : codeOf(taken.error());
            if (why == failure::full || why == failure::disk || why == failure::busy) {
                m_fanout.endDevice(device, closecode::relayFailed, why);
            }
        });
}

void RelayDesk::conflictShown(const Statement& one, const Statement& other) {
    m_fanout.publishConflict(one, other);
    Q_EMIT conflictFound(one, other);
}

void RelayDesk::publish(const LogId& log, const std::vector<KeptEntry>& entries, const Statement& head) {
    const auto first = decodeEntry(entries.front().bytes);
    m_fanout.publish(log, first->seq, entries, head);
    if (m_sequencer.ledger().isOrganisation(log)) {
        endRevoked();
    }
}

// A revoked device's connection ends; when it comes again it hears, signed, what of its own is not accepted.
void RelayDesk::endRevoked() {
    const Organisation& organisation = m_sequencer.ledger().organisation();
    for (const auto& [id, device] : organisation.devices) {
        const auto author = organisation.author(id, organisation.seq);
        if (author && author->revoked && m_revokedTold.insert(id).second) {
            m_fanout.endDevice(id, closecode::revoked, refusal::revoked);
        }
    }
}

void RelayDesk::keepTellingHeads(Timers& timers) {
    if (!m_headsDue) {
        m_headsDue = std::make_unique<Alarm>(timers);
    }
    m_headsDue->set(limits::headInterval, [this, &timers] {
        publishHeads();
        m_blobs.dropUnnamed();
        keepTellingHeads(timers);
    });
}

void RelayDesk::publishHeads() {
    if (!m_sequencer.ledger().organisation().id) {
        return; // not founded yet
    }
    std::vector<Statement> heads;
    for (const LogId& log : logsInOrder()) {
        if (const auto head = m_sequencer.head(log)) {
            heads.push_back(*head);
        }
    }
    m_fanout.publishHeads(heads);
}

} // namespace bongsu
