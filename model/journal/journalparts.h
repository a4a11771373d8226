// What a journal is made from.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/randomness.h"
#include "domain/event/event.h"

namespace bongsu {

class EventStore;

// What a journal stands on; all outlive it.
struct JournalParts {
    EventStore& store;
    const Clock& clock;
    Timers& timers;
    Randomness& randomness;
    const Verifier& verifier;
    const Signer& signer; // this device
    int snapshotAfter =
        4096; // entries folded one by one at an opening: so many leave a snapshot for the next
};

} // namespace bongsu
