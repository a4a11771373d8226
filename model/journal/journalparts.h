// What a journal is made from, and what it remembers of logs between two epochs.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/randomness.h"
#include "domain/event/event.h"
#include "domain/event/organisation_facts.h"
#include "domain/log/otherbranch.h"

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

// What a session with the relay says when it opens.
struct SessionTold {
    bool bringsEntries = true;            // a revoked device's brings none
    std::optional<EpochId> relaysEpoch{}; // the organisation's newest there
};

// Of a log that an epoch has left behind, as this device has heard of it since.
struct LeftBehind {
    enum class Asked { No, Yes, Answered }; // for it from its beginning
    std::optional<LogPoint> end;            // at the relay
    Asked asked = Asked::No;
};

} // namespace bongsu
