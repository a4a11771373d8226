#include "journal/histories.h"

#include "journal/journal.h"
#include "storage/replay.h"

#include <algorithm>

namespace bongsu {

namespace {
// In which the log's entry with this number stands.
EpochId epochAt(const LogIndex& index, quint64 seq) {
    const auto next = std::find_if(index.epochs.begin(), index.epochs.end(),
                                   [&](const auto& epoch) { return epoch.second > seq; });
    return next == index.epochs.begin() ? EpochId::zeros() : std::prev(next)->first;
}
} // namespace

bool isFork(const Replayed& confirmed, const Entry& theirs, quint64 at) {
    const auto& ledger = confirmed.ledger;
    const Organisation& organisation = ledger.organisation();
    // An epoch says which of two histories counts: who missed the later one may hold what it ended, and a
    // relay that lost it goes over to it as soon as it is shown, and stops.
    const Epoch* another = organisation.epoch(theirs.epoch);
    const Epoch* held = organisation.epoch(epochAt(*ledger.index(theirs.log), at));
    const bool isDecided = another && held && another != held;
    // Before ours was signed for it is no evidence; what comes with the head gives way to it, or not.
    const bool isPromised = at <= confirmed.signedUpTo(theirs.log);
    // What another history of the organisation judged is decided with that, and told of it there.
    const bool isJudgedAlike = ledger.isOrganisation(theirs.log) ||
                               ledger.organisationIndex().hashAt(theirs.orgSeq) == theirs.orgHash;
    return !isDecided && isPromised && isJudgedAlike;
}

std::optional<ForkEvidence> forkBehind(const Replayed& confirmed, const Entry& theirs, const Refusal& why) {
    const auto tip = confirmed.ledger.tip(theirs.log);
    const bool isAnother = tip && why.code == refusal::badChain && theirs.prev != tip->hash;
    return isAnother && isFork(confirmed, theirs, tip->seq)
               ? std::optional(ForkEvidence{theirs.log, tip->seq, tip->hash, theirs.prev})
               : std::nullopt;
}

bool isOfEndedEpoch(const Ledger& ledger, const Entry& entry, const Refusal& why) {
    const Organisation& organisation = ledger.organisation();
    const auto tip = ledger.tip(entry.log);
    const Epoch* its = organisation.epoch(entry.epoch);
    const Epoch* then = organisation.epochAt(entry.orgSeq);
    const Epoch* ours = tip ? organisation.epoch(tip->epoch) : nullptr;
    const auto isBefore = [&](const Epoch* later) { return later && its->fromSeq < later->fromSeq; };
    return why.code == refusal::organisationFork && its && (isBefore(then) || isBefore(ours));
}

bool mayBeAnother(const Ledger& ledger, const Entry& entry, const Refusal& why) {
    const auto tip = ledger.tip(entry.log);
    if (!tip) {
        return false;
    }
    const bool isLeftBehind = ledger.isLeftBehind(entry.log);
    const bool mayDiffer = isLeftBehind || entry.epoch != tip->epoch || ledger.isOrganisation(entry.log);
    return (entry.prev != tip->hash && mayDiffer) || (why.code == refusal::badEpoch && isLeftBehind);
}

void UndecidedForks::found(const ForkEvidence& fork, const Ledger& ledger) {
    const auto tip = ledger.tip(fork.log);
    m_foundIn.insert_or_assign(fork.log, tip ? tip->epoch : EpochId::zeros());
}

std::vector<LogId> UndecidedForks::logs(const Ledger& ledger) {
    std::erase_if(m_foundIn, [&](const auto& one) {
        const auto tip = ledger.tip(one.first);
        return tip && tip->epoch != one.second;
    });
    std::vector<LogId> logs;
    for (const auto& [log, epoch] : m_foundIn) {
        logs.push_back(log);
    }
    return logs;
}

EpochCall epochCall(const std::optional<Failure>& numbering, bool isForked) {
    if (numbering && numbering->code == failure::stopped) {
        return EpochCall::RelayBehind;
    }
    return isForked ? EpochCall::TwoHistories : EpochCall::None;
}

Verdict mayAnswerEpochCall(const Journal& journal) {
    const Organisation& own = journal.organisation();
    const auto person = journal.person();
    const auto permission = person ? own.permission(*person, own.seq) : std::nullopt;
    if (!permission || !mayDeclareEpoch(*permission)) {
        return Refusal{refusal::notPermitted};
    }
    const bool isDeclared = own.epochs.size() > journal.ledger().organisation().epochs.size();
    return isDeclared ? Verdict(Refusal{refusal::alreadyDone}) : Verdict();
}

} // namespace bongsu
