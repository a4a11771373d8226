#include "relay/duerunner.h"

#include "domain/base/limits.h"
#include "relay/behind.h"
#include "relay/relaypen.h"

#include <algorithm>

namespace bongsu {

DueRunner::DueRunner(Sequencer& sequencer, RelayPen& pen, const Clock& clock, Timers& timers, Notices notices)
    : m_sequencer(sequencer), m_pen(pen), m_clock(clock), m_notices(notices), m_alarm(timers) {
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
        if (!held.incident || (held.incident->seats.empty() && held.incident->notices.empty())) {
            continue;
        }
        // As the entry will be dated: never before its predecessor.
        Due due = dueOf(*held.incident, authority, std::max(now, held.index.tip->recordedAt));
        for (SeatPassed& passed : due.passed) {
            looked.due.push_back({log, Cause{passed.against, {}, {}}, std::move(passed)});
        }
        if (m_notices == Notices::Begun) {
            for (DeliveryBegun& begun : due.begun) {
                looked.due.push_back(
                    {log, Cause{begun.notice, begun.channel, begun.against}, std::move(begun)});
            }
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
    if (m_sequencer.isBeingGivenBack()) {
        wake(givenBackPause);
        return;
    }
    const Moment now = m_clock.now();
    const Looked looked = lookAtAll(now);
    if (looked.next) {
        // No clock is trusted to run evenly for long: it is looked at again at the latest after a while.
        wake(std::clamp(*looked.next - now, Millis(1), Millis(limits::dueLookInterval)));
    }
    for (const Act& act : looked.due) {
        if (m_underWay.insert(act.cause).second) {
            carryOut(act);
        }
    }
}

void DueRunner::carryOut(const Act& act) {
    m_pen.record(act.log, act.facts, {}, [this, cause = act.cause](const Judgement& judged) {
        m_underWay.erase(cause);
        // Recorded, entriesRecorded() has come. Refused, somebody was quicker: what was due is no longer.
        if (judged.kind == Judgement::Kind::Failed) {
            wake(Millis(limits::dueRetry));
        }
    });
}

} // namespace bongsu
