// A store folded with every signature checked, while the thread that asked for it goes on.
#pragma once

#include "storage/replay.h"

namespace bongsu {

class VerifyAhead;

inline constexpr int verifiedInATurn = 32; // entries folded in one turn of the event loop, at most

// How many threads a VerifyAhead has that works beside an event loop: all processors but one, which stays the
// loop's, and one at least.
int threadsBesideTheLoop();

// As replay() with Trust::Verify. `ahead` checks the signatures, and the calling thread folds
// verifiedInATurn entries in a turn of its event loop, however many replays share `ahead`. `authors` says by
// whose keys to check; whom it does not know, the ledger asks for when it comes to them. No answer comes once
// `ahead` is destroyed, which must outlive the ledger that is answered.
void replayVerified(EventStore& store, VerifyAhead& ahead, Organisation authors, ReplayOptions options,
                    EventStore::Done<std::shared_ptr<Replayed>> done);

} // namespace bongsu
