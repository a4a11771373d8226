// What a relay does that came back from an old backup: it stops, takes back what desktops hold, and goes on
// in a new epoch.
#include "relay/sequencer.h"

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
    const auto tip = ledger().tip(head->log);
    const quint64 held = tip ? tip->seq : 0;
    const Epoch* epoch = organisation.epoch(head->epoch);
    const bool ended = epoch && epoch->id != organisation.epochs.back().id;
    if (head->seq <= held || ended) {
        return 0; // nothing beyond what is here; contradictions below it are found by the desktops
    }
    if (!isSignedByUs(statement, epoch)) {
        return 0;
    }
    const auto known = m_headsBeyond.find(head->log);
    const auto knownHead = known == m_headsBeyond.end() ? Result<Head>(refuse(refusal::notFound))
                                                        : decodeHead(known->second.bytes);
    if (!knownHead || knownHead->seq < head->seq) {
        m_headsBeyond.insert_or_assign(head->log, statement);
    }
    if (m_stopped != behind()) {
        Change remembered;
        remembered.settings.insert_or_assign(behindSetting, statement.bytes);
        m_parts.store.commit(std::move(remembered),
                             [](const Result<Committed>&) {}); // if not, it is shown again
        stop(behind());
    }
    return held + 1;
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
    // From here on they say where each log may enter the epoch.
    for (auto& [log, head] : m_heads) {
        head = signedHead(log, *ledger().tip(log));
    }
    if (m_stopped == behind()) {
        m_stopped.reset();
        Q_EMIT resumedNumbering();
    }
}

// A store that is behind goes on by an epoch alone; a clock that is wrong dates that wrongly, too.
bool Sequencer::mayNumber(const Event& event) const {
    return m_stopped == behind() && logOf(event) == LogId::of(*ledger().organisation().id) &&
           event.header.kind == EpochDeclared::kind.name;
}

// Entries carry no relay signature of their own: they are buffered until they chain from what is held here up
// to the signed head, and only then believed.
void Sequencer::takeBack(const LogId& log, const std::vector<KeptEntry>& entries, Opened done) {
    if (m_busy) { // who gave it is not asked again in this session
        m_givingBack.push_back([this, log, entries, done] { takeBack(log, entries, done); });
        return;
    }
    const auto shown = m_headsBeyond.find(log);
    const auto head = shown == m_headsBeyond.end() ? Result<Head>(refuse(refusal::notFound))
                                                   : decodeHead(shown->second.bytes);
    if (!head || !m_stopped) {
        done(fail(failure::busy));
        return;
    }
    std::vector<KeptEntry>& given = m_givenBack[log];
    const auto tip = ledger().tip(log);
    const quint64 held = tip ? tip->seq : 0;
    for (const KeptEntry& kept : entries) {
        const auto entry = decodeEntry(kept.bytes);
        const EntryHash prev = !given.empty() ? entryHash(given.back().bytes)
                               : tip          ? tip->hash
                                              : genesisHash(log);
        if (!entry || entry->log != log || entry->seq <= held + given.size()) {
            continue; // held already, or not an entry of this log
        }
        // A text that its giver may not read would be gone: whoever holds it gives it, or offers it in the
        // next epoch.
        const bool isWhole = kept.text.state != TextPart::State::Withheld;
        if (!isWhole || entry->seq != held + given.size() + 1 || entry->prev != prev ||
            entry->seq > head->seq) {
            given.clear();
            done(fail(failure::protocol, "give back"));
            return;
        }
        given.push_back(kept);
    }
    if (held + given.size() < head->seq) {
        done(std::monostate{}); // more to come
        return;
    }
    const std::vector<KeptEntry> proven = std::exchange(given, {});
    if (proven.empty() || entryHash(proven.back().bytes) != head->hash) {
        done(fail(failure::protocol, "give back"));
        return;
    }
    keepGivenBack(log, proven, std::move(done));
}

void Sequencer::keepGivenBack(const LogId& log, const std::vector<KeptEntry>& proven, Opened done) {
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
        addEffects(*change, *accepted);
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
            done(std::monostate{});
            startBatch();
        });
}

} // namespace bongsu
