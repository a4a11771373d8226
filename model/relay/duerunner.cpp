#include "relay/duerunner.h"

#include "domain/base/limits.h"
#include "relay/sequencer.h"

#include <algorithm>

namespace bongsu {

DueRunner::DueRunner(Sequencer& sequencer, const Clock& clock, Timers& timers, Randomness& randomness,
                     const Signer& signer)
    : m_sequencer(sequencer), m_clock(clock), m_randomness(randomness), m_signer(signer), m_alarm(timers) {
    // Not within the sequencer's own call: what is due becomes an entry, too.
    connect(&sequencer, &Sequencer::entriesRecorded, this, [this] { wake(Millis(0)); });
    connect(&sequencer, &Sequencer::resumedNumbering, this, [this] { wake(Millis(0)); });
}

void DueRunner::wake(Millis after) {
    m_alarm.set(after, [this] { look(); });
}

DueRunner::Looked DueRunner::lookAtAll(Moment now) const {
    Looked looked;
    const Ledger& ledger = m_sequencer.ledger();
    const Authority authority(ledger.organisation(), ledger.organisation().seq);
    for (const auto& [log, held] : ledger.incidents()) {
        if (!held.incident || held.incident->seats.empty()) {
            continue;
        }
        // As the entry will be dated: never before its predecessor.
        Due due = dueOf(*held.incident, authority, std::max(now, held.index.tip->recordedAt));
        for (SeatPassed& passed : due.passed) {
            looked.due.emplace_back(log, std::move(passed));
        }
        if (due.next) {
            looked.next = std::min(looked.next.value_or(*due.next), *due.next);
        }
    }
    return looked;
}

void DueRunner::look() {
    if (m_sequencer.stopped()) {
        return; // resumedNumbering() comes
    }
    const Moment now = m_clock.now();
    const Looked looked = lookAtAll(now);
    if (looked.next) {
        // No clock is trusted to run evenly for long: it is looked at again at the latest after a while.
        wake(std::clamp(*looked.next - now, Millis(1), Millis(limits::dueLookInterval)));
    }
    for (const auto& [log, passed] : looked.due) {
        if (m_underWay.insert(passed.against).second) {
            pass(log, passed);
        }
    }
}

Circumstances DueRunner::circumstances(const LogId& log) const {
    const Ledger& ledger = m_sequencer.ledger();
    // What is on the disk, not what is on its way there: an entry that a crash takes away must not have been
    // seen by one that stays.
    const auto seen = [this](const LogId& of) -> std::optional<SeenPoint> {
        const auto statement = m_sequencer.head(of);
        const Result<Head> head = statement ? decodeHead(statement->bytes) : refuse(refusal::notFound);
        return head ? std::optional(SeenPoint{head->epoch, head->seq, head->hash}) : std::nullopt;
    };
    const OrgId org = *ledger.organisation().id;
    const auto& numbers = ledger.incident(log)->deviceSeqs;
    const auto used = numbers.find(m_sequencer.relay());
    const auto offered = m_numbers.find(log);
    const quint64 newest =
        std::max(used == numbers.end() ? 0 : used->second, offered == m_numbers.end() ? 0 : offered->second);
    return {org, log, newest + 1, m_clock.now(), seen(log), seen(LogId::of(org))};
}

void DueRunner::pass(const LogId& log, const SeatPassed& passed) {
    const Circumstances around = circumstances(log);
    const auto composed = compose(passed, {}, around, m_signer, m_randomness);
    if (!composed) {
        return; // its parts are far smaller than what is too large
    }
    m_numbers.insert_or_assign(log, around.deviceSeq);
    m_sequencer.offer(composed->offer, std::nullopt, [this, call = passed.against](const Judgement& judged) {
        m_underWay.erase(call);
        // Recorded, entriesRecorded() has come. Refused, somebody was quicker: the call is another one now.
        if (judged.kind == Judgement::Kind::Failed) {
            wake(Millis(limits::dueRetry));
        }
    });
}

} // namespace bongsu
