// What a session takes from the world around it.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/randomness.h"

namespace bongsu {

struct Surroundings {
    const Clock& clock;
    const MonotonicClock& monotonic;
    Timers& timers;
    Randomness& randomness;
};

} // namespace bongsu
