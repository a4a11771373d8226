// What a relay does whose store went on without what it had lost of the organisation's log: where an epoch of
// that comes first, or it is the longer one of the same epoch, it gives up what it numbered instead. Nothing
// is lost with it: whoever was told of such a number holds what has it, and offers it again.
#include "relay/sequencer.h"

#include "domain/log/otherbranch.h"
#include "relay/behind.h"
#include "storage/judgedby.h"
#include "storage/replay.h"

#include <algorithm>
#include <utility>

namespace bongsu {

// `proven` chains up to a head that this relay has signed, and goes on from before our newest entry. Nothing
// of ours goes for what cannot be kept of it: what counts are its first `whole` entries.
void Sequencer::goOver(const LogId& log, const GivenBack& proven, std::size_t whole, TakenBack done) {
    const auto shown = m_headsBeyond.find(log);
    const auto end = proven.entries.begin() + qsizetype(whole);
    const bool isFirst =
        (isLonger(*decodeHead(shown->second.bytes)) && proven.keep + whole > ledger().tip(log)->seq) ||
        std::any_of(proven.entries.begin(), end, [&](const KeptEntry& kept) {
            return leadsPast(ledger(), m_parts.verifier, proven.keep, kept);
        });
    if (!isFirst) {
        if (whole == proven.entries.size()) {
            m_headsBeyond.erase(shown); // ours does: they will hear of it
        }
        done(std::nullopt); // or somebody else gives more of it
        return;
    }
    Change change;
    change.rewinds.push_back({log, proven.keep});
    change.settings.insert_or_assign(behindSetting, shown->second.bytes);
    std::vector<LogId> judged;
    for (const auto& [incident, held] : ledger().incidents()) {
        if (held.index.tip && held.index.tip->orgSeq > proven.keep) {
            judged.push_back(incident);
        }
    }
    m_busy = true;
    stop(behind());
    lastJudgedBy(m_parts.store, std::move(judged), proven.keep,
                 [this, alive = std::weak_ptr(m_alive), log, entries = proven.entries, change,
                  done](const Result<std::map<LogId, quint64>>& kept) mutable {
                     if (alive.expired()) {
                         return;
                     }
                     if (!kept) {
                         m_busy = false;
                         done(errorOf(kept));
                         startBatch();
                         return;
                     }
                     for (const auto& [incident, keep] : *kept) {
                         change.rewinds.push_back({incident, keep});
                     }
                     takeAway(std::move(change),
                              [this, log, entries, done](const Result<std::monostate>& gone) {
                                  gone ? takeBack(log, entries, {}, done) : done(errorOf(gone));
                              });
                 });
}

// And reads what is left.
void Sequencer::takeAway(Change change, std::function<void(Result<std::monostate>)> done) {
    m_parts.store.commit(
        std::move(change), [this, alive = std::weak_ptr(m_alive), done](const Result<Committed>& outcome) {
            if (alive.expired()) {
                return;
            }
            const bool isGone = outcome && *outcome == Committed::Durable;
            const Failure why = outcome ? Failure{failure::disk} : failureOf(outcome.error());
            open([this, done, isGone, why](const Result<std::monostate>& opened) {
                if (!opened) {
                    stop(failureOf(opened.error()));
                    done(errorOf(opened));
                    return;
                }
                Q_EMIT wentOver();
                isGone ? done(std::monostate{}) : done(tl::unexpected<Error>(why));
            });
        });
}

} // namespace bongsu
