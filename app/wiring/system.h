// The real world, once per program: clocks, timers, randomness, the signature check.
#pragma once

#include "identity/ed25519.h"
#include "identity/random.h"
#include "sync/surroundings.h"
#include "websocket/qttime.h"

namespace bongsu {

struct System {
    SystemClock clock;
    SteadyClock monotonic;
    QtTimers timers;
    SystemRandomness randomness;
    Ed25519Verifier verifier;

    Surroundings surroundings() { return {clock, monotonic, timers, randomness}; }
};

// Where the key file of `folder` lies: `unlock` if given, else $CREDENTIALS_DIRECTORY/bongsu.key if there is
// one, else a file in the user's configuration named after the folder. Never in the folder itself: whoever
// copies the data has not copied the key.
QString keyFileOf(const QString& folder, const QString& unlock);
// The last of these, whether or not it is the one.
QString usualKeyFileOf(const QString& folder);

// Makes a folder only its owner can enter, with those above it. Failure disk.
Result<std::monostate> makeFolder(const QString& path);

} // namespace bongsu
