// What an entry that does not fit ours says about the histories of its log: two of them, or one that an epoch
// decides about.
#pragma once

#include "domain/log/ledger.h"

#include <map>
#include <vector>

namespace bongsu {

class Journal;
struct Replayed;

// What stands in the place of our entry there, and was signed for as ours was, is of another history that no
// epoch has decided about: evidence against the relay. `theirs` is that entry, or one that goes on from it.
bool isFork(const Replayed& confirmed, const Entry& theirs, quint64 at);
// What does not go on from our newest entry, but from another in its place.
std::optional<ForkEvidence> forkBehind(const Replayed& confirmed, const Entry& theirs, const Refusal& why);
// Another history of the organisation judged it, which a later epoch ended: a relay that has lost that epoch
// hears of it when it is shown, and goes over to it.
bool isOfEndedEpoch(const Ledger& ledger, const Entry& entry, const Refusal& why);
// What does not go on from ours may go on from another history of the log: it has entered an epoch that was
// not heard of, or an epoch has left it behind and its relay holds it otherwise. The organisation's is looked
// at whatever it is: an admin may have to declare an epoch on it.
bool mayBeAnother(const Ledger& ledger, const Entry& entry, const Refusal& why);

// The logs of which two histories were found, until an epoch says which of them counts.
class UndecidedForks {
  public:
    void found(const ForkEvidence& fork, const Ledger& ledger);
    // Without those that have entered another epoch, by which an admin decides, since they were found.
    std::vector<LogId> logs(const Ledger& ledger);

  private:
    std::map<LogId, EpochId> m_foundIn; // the epoch in which the log stood
};

// What only a new epoch leads on from.
enum class EpochCall {
    None,
    RelayBehind, // it holds less than it once signed for, and gives out no numbers
    TwoHistories
};
// `numbering`: why the relay gives out no numbers, as it says itself.
EpochCall epochCall(const std::optional<Failure>& numbering, bool isForked);
// Whether the journal's person answers such a call: refusal permission.missing, or already_done where an
// epoch of theirs has not been taken yet.
Verdict mayAnswerEpochCall(const Journal& journal);

} // namespace bongsu
