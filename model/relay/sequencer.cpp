#include "relay/sequencer.h"

#include "domain/base/limits.h"
#include "identity/verifyahead.h"
#include "relay/behind.h"
#include "relay/effects.h"
#include "storage/replay.h"

#include <algorithm>
#include <utility>

namespace bongsu {

namespace {
// How many events share one commit: enough that a slow disk does not set the rate, few enough that nobody
// waits long.
constexpr int batchEvents = 64;

// Asks nobody: keeps what would be asked.
class Question final : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        asked.push_back({key, message.toByteArray(), signature});
        return true;
    }
    mutable std::vector<SignedMessage> asked;
};
} // namespace

// The events that go to the disk together, and what each of their authors will be told.
struct Sequencer::Batch {
    Change change;
    std::map<LogId, std::size_t> appendOf;             // index into change.appends
    std::vector<std::pair<Answer, Judgement>> answers; // once durable; "failed" if it does not become that
    std::vector<std::pair<LogId, EventId>> erased;
    bool beginsEpoch = false;
};

Sequencer::Sequencer(const SequencerParts& parts) : m_parts(parts) {}
Sequencer::~Sequencer() = default;

const Ledger& Sequencer::ledger() const {
    return m_state->ledger;
}
const Texts& Sequencer::texts() const {
    return m_state->texts;
}
DeviceId Sequencer::relay() const {
    return deviceIdOf(m_parts.signer.publicKey());
}

void Sequencer::open(Opened done) {
    m_busy = true;
    replay(m_parts.store, m_parts.verifier, {},
           [this, alive = std::weak_ptr(m_alive), done](Result<std::shared_ptr<Replayed>> replayed) {
               if (alive.expired()) {
                   return;
               }
               m_busy = false;
               if (!replayed) {
                   done(tl::unexpected(replayed.error()));
                   return;
               }
               m_state = std::move(*replayed);
               m_durable.clear();
               m_heads.clear();
               if (m_state->settings.contains(behindSetting)) {
                   m_stopped = behind();
               }
               const auto rememberDurable = [this](const LogId& log, const LogIndex& index) {
                   if (index.tip) {
                       m_durable[log] = index.tip->seq;
                       m_heads.insert_or_assign(log, signedHead(log, *index.tip));
                   }
               };
               if (const auto id = ledger().organisation().id) {
                   rememberDurable(LogId::of(*id), ledger().organisationIndex());
               }
               for (const auto& [log, incident] : ledger().incidents()) {
                   rememberDurable(log, incident.index);
               }
               if (!m_stopped && !isClockSound()) {
                   stop({failure::clock});
               }
               done(std::monostate{});
               startBatch();
           });
}

quint64 Sequencer::durableSeq(const LogId& log) const {
    const auto it = m_durable.find(log);
    return it == m_durable.end() ? 0 : it->second;
}

Statement Sequencer::signedHead(const LogId& log, const Tip& tip) const {
    const Ledger& all = ledger();
    const Tip& org = *all.organisationIndex().tip;
    return signHead(Head{*all.organisation().id, log, tip.epoch, tip.seq, tip.hash, tip.recordedAt, org.seq,
                         org.hash, m_parts.clock.now()},
                    m_parts.signer);
}

std::optional<Statement> Sequencer::head(const LogId& log) const {
    const auto it = m_heads.find(log);
    return it == m_heads.end() ? std::nullopt : std::optional(it->second);
}

void Sequencer::offer(const Offer& offer, const std::optional<Carried>& carried, Answer answer) {
    std::vector<Offered> alone;
    alone.push_back({offer, carried, nullptr, std::move(answer)});
    this->offer(std::move(alone));
}

void Sequencer::offer(std::vector<Offered> events) {
    const auto isChecked = checkAhead(events);
    for (Offered& one : events) {
        m_queue.push_back({std::move(one), isChecked});
    }
    startBatch();
}

// Whose device is not known yet brings its key along, or is refused: both are seen when it is numbered.
std::shared_ptr<const bool> Sequencer::checkAhead(const std::vector<Offered>& events) {
    if (!m_parts.ahead || !m_state) {
        return nullptr;
    }
    const Organisation& organisation = ledger().organisation();
    Question question;
    for (const Offered& one : events) {
        const auto event = decodeEvent(one.offer.event);
        const auto author =
            event ? organisation.author(event->header.device, organisation.seq) : std::optional<Author>();
        if (author) {
            hasValidSignature(*event, author->key, question);
        }
    }
    if (question.asked.empty()) {
        return nullptr;
    }
    auto isChecked = std::make_shared<bool>(false);
    m_parts.ahead->check(std::move(question.asked), [this, alive = std::weak_ptr(m_alive), isChecked] {
        *isChecked = true;
        if (!alive.expired()) {
            startBatch();
        }
    });
    return isChecked;
}

// A clock that starts behind the newest entry, or moved against the monotonic one, would date entries
// wrongly.
bool Sequencer::isClockSound() {
    const ClockPair now{m_parts.clock.now(), m_parts.monotonic.elapsed()};
    bool sound = true;
    if (m_clockSeen) {
        const auto drift = (now.wall - m_clockSeen->wall) - (now.monotonic - m_clockSeen->monotonic);
        sound = drift <= limits::clockSkew && drift >= -limits::clockSkew;
    } else {
        Moment newest = now.wall;
        for (const auto& [log, seq] : m_durable) {
            const auto tip = ledger().tip(log);
            newest = tip ? std::max(newest, tip->recordedAt) : newest;
        }
        sound = newest - now.wall <= limits::clockSkew;
    }
    if (sound) {
        m_clockSeen = now;
    }
    return sound;
}

void Sequencer::acceptClock() {
    m_clockSeen = ClockPair{m_parts.clock.now(), m_parts.monotonic.elapsed()};
    if (m_stopped && m_stopped->code == failure::clock) {
        m_stopped.reset();
        Q_EMIT resumedNumbering();
    }
}

void Sequencer::stop(const Failure& why) {
    if (m_stopped != why) {
        m_stopped = why;
        Q_EMIT stoppedNumbering(why);
    }
}

void Sequencer::startBatch() {
    while (!m_busy && !m_givingBack.empty()) {
        const auto takeBackNext = std::move(m_givingBack.front());
        m_givingBack.pop_front();
        takeBackNext();
    }
    const auto isReady = [](const Waiting& waiting) { return !waiting.isChecked || *waiting.isChecked; };
    if (m_queue.empty() || m_busy || !isReady(m_queue.front())) {
        return;
    }
    if (!m_stopped && !isClockSound()) {
        stop({failure::clock});
    }
    auto batch = std::make_shared<Batch>();
    for (int taken = 0; taken < batchEvents && !m_queue.empty() && isReady(m_queue.front()); ++taken) {
        const Waiting waiting = std::move(m_queue.front());
        m_queue.pop_front();
        numberOne(waiting.offered, *batch);
    }
    if (batch->change.appends.empty()) {
        finishBatch(batch, true, {});
        return;
    }
    m_busy = true;
    m_parts.store.commit(
        batch->change, [this, alive = std::weak_ptr(m_alive), batch](const Result<Committed>& outcome) {
            if (alive.expired()) {
                return;
            }
            m_busy = false;
            const bool durable = outcome && *outcome == Committed::Durable;
            finishBatch(batch, durable, outcome ? Failure{failure::disk} : failureOf(outcome.error()));
        });
}

void Sequencer::failOne(const Offered& waiting, const EventId& event, Failure why, Batch& batch) {
    if (waiting.run && !waiting.run->brokenBy) {
        waiting.run->brokenBy = why;
    }
    batch.answers.push_back({waiting.answer, Judgement{Judgement::Kind::Failed, event, std::nullopt,
                                                       std::nullopt, std::move(why)}});
}

void Sequencer::numberOne(const Offered& waiting, Batch& batch) {
    const auto event = decodeEvent(waiting.offer.event);
    if (!event) {
        failOne(waiting, EventId::zeros(), Failure{failure::protocol, "event"}, batch);
        return;
    }
    if (waiting.run && waiting.run->brokenBy) {
        failOne(waiting, event->id, *waiting.run->brokenBy, batch);
        return;
    }
    const LogId log = logOf(*event);
    // An event that has its number is told it, whatever its author may do by now.
    if (const LogIndex* index = ledger().index(log)) {
        if (const auto present = index->find(event->id)) {
            const auto hash = index->hashAt(present->seq);
            batch.answers.push_back(
                {waiting.answer,
                 Judgement{Judgement::Kind::Recorded, event->id,
                           SeenPoint{index->tip->epoch, present->seq, *hash}, std::nullopt, std::nullopt}});
            return;
        }
    }
    if (m_stopped && !mayNumber(waiting.offer, *event)) {
        failOne(waiting, event->id, *m_stopped, batch);
        return;
    }
    const Moment at = m_parts.clock.now();
    const auto before = ledger().tip(log);
    const Moment recordedAt = before ? std::max(before->recordedAt, at) : at;
    auto admitted = m_state->ledger.admit(waiting.offer, relay(), recordedAt);
    if (!admitted) {
        const Refusal why = std::get<Refusal>(admitted.error());
        if (why.code == refusal::badEpoch) { // the log will enter the newest epoch: until then, not now
            failOne(waiting, event->id, Failure{failure::epochAwaited}, batch);
        } else {
            refuseOne(waiting, *event, why, batch);
        }
        return;
    }
    const Entry entry = ledger().nextEntry(*event, relay(), recordedAt, waiting.carried);
    const KeptEntry kept{encode(entry), waiting.offer.facts, waiting.offer.text};
    const auto accepted = m_state->ledger.accept(kept, Trust::OwnStore);
    Q_ASSERT_X(accepted, "Sequencer", "admission and acceptance disagree");
    m_state->texts.take(*accepted, kept.text);
    noteGivenBack(waiting.carried);
    for (const ForkEvidence& fork : accepted->forks) {
        Q_EMIT forkFound(fork);
    }
    auto [appendOf, isNew] = batch.appendOf.try_emplace(log, batch.change.appends.size());
    if (isNew) {
        batch.change.appends.push_back(
            {log, before ? std::optional(StoredTip{log, before->seq, before->hash}) : std::nullopt, {}});
    }
    if (entry.seq == 1 && ledger().isOrganisation(log)) {
        batch.change.settings.insert_or_assign(setting::organisation, log.toBytes());
    }
    batch.change.appends[appendOf->second].entries.push_back({entry.seq, event->id, accepted->hash, kept});
    if (ledger().isOrganisation(log) && opensEpoch(accepted->facts) && !accepted->verdict) {
        batch.beginsEpoch = true;
        batch.change.settings.insert_or_assign(behindSetting, QByteArray());
    }
    if (accepted->erases) {
        batch.erased.push_back({log, *accepted->erases});
    }
    addEffects(batch.change, *accepted, kept.text);
    batch.answers.push_back({waiting.answer, Judgement{Judgement::Kind::Recorded, event->id,
                                                       SeenPoint{entry.epoch, entry.seq, accepted->hash},
                                                       std::nullopt, std::nullopt}});
}

void Sequencer::refuseOne(const Offered& waiting, const Event& event, const Refusal& why, Batch& batch) {
    const Organisation& organisation = ledger().organisation();
    if (!organisation.id) {
        failOne(waiting, event.id, Failure{failure::protocol, why.code}, batch);
        return;
    }
    const LogId log = logOf(event);
    const auto tip = ledger().tip(log);
    const Statement refusal =
        signRefusal(RefusalRecord{*organisation.id, log, event.id, why.code, tip ? tip->seq : 0,
                                  organisation.seq, m_parts.clock.now()},
                    m_parts.signer);
    batch.answers.push_back(
        {waiting.answer, Judgement{Judgement::Kind::Refused, event.id, std::nullopt, refusal, std::nullopt}});
}

// Nothing is numbered until everybody has heard of what this batch has numbered: whoever is answered may
// offer.
void Sequencer::finishBatch(const std::shared_ptr<Batch>& batch, bool durable, const Failure& failure) {
    m_busy = true;
    if (!durable) {
        // Refusals too: they were judged by entries that are not there.
        for (const auto& [answer, judged] : batch->answers) {
            answer(judged.kind == Judgement::Kind::Failed ? judged
                                                          : Judgement{Judgement::Kind::Failed, judged.event,
                                                                      std::nullopt, std::nullopt, failure});
        }
        // What waits was to be judged by entries that are not there: its authors offer it again, in their
        // order.
        failAll(failure);
        reload();
        return;
    }
    if (batch->beginsEpoch) {
        epochBegan();
    }
    for (const LogAppend& append : batch->change.appends) {
        becameDurable(append);
    }
    // The authors first: telling everybody takes a thousand times as long.
    for (const auto& [answer, outcome] : batch->answers) {
        answer(outcome);
    }
    for (const LogAppend& append : batch->change.appends) {
        announce(append);
    }
    for (const auto& [log, event] : batch->erased) {
        Q_EMIT textErased(log, event);
    }
    m_busy = false;
    startBatch();
}

void Sequencer::becameDurable(const LogAppend& append) {
    m_durable[append.log] = append.entries.back().seq;
    m_heads.insert_or_assign(append.log, signedHead(append.log, *ledger().tip(append.log)));
}

void Sequencer::announce(const LogAppend& append) {
    std::vector<KeptEntry> entries;
    entries.reserve(append.entries.size());
    for (const StoredEntry& stored : append.entries) {
        entries.push_back(stored.entry);
    }
    Q_EMIT entriesRecorded(append.log, entries, m_heads.at(append.log));
}

void Sequencer::failAll(const Failure& failure) {
    const auto waiting = std::exchange(m_queue, {});
    for (const Waiting& one : waiting) {
        const auto event = decodeEvent(one.offered.offer.event);
        if (one.offered.run && !one.offered.run->brokenBy) {
            one.offered.run->brokenBy = failure;
        }
        one.offered.answer({Judgement::Kind::Failed, event ? event->id : EventId::zeros(), std::nullopt,
                            std::nullopt, failure});
    }
}

// The ledger ran ahead of a disk that did not follow: it is made anew from what the disk holds.
void Sequencer::reload() {
    open([this](const Result<std::monostate>& opened) {
        if (!opened) {
            stop(failureOf(opened.error()));
            return;
        }
        Q_EMIT readAnew();
    });
}

} // namespace bongsu
