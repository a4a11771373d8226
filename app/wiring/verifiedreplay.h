// A store folded with every signature checked, while the thread that asked for it goes on.
#pragma once

#include "storage/replay.h"

namespace bongsu {

class VerifyAhead;

// As replay() with Trust::Verify. `ahead` checks the signatures, and the calling thread folds a small page in
// a turn of its event loop. `authors` says by whose keys to check; whom it does not know, the ledger asks for
// when it comes to them. No answer comes once `ahead` is destroyed, which must outlive the ledger that is
// answered.
void replayVerified(EventStore& store, VerifyAhead& ahead, Organisation authors, ReplayOptions options,
                    EventStore::Done<std::shared_ptr<Replayed>> done);

} // namespace bongsu
