// A store that holds less than was acknowledged: what marks it, and what those who ask are told.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/result.h"

namespace bongsu {

// A setting of the relay's store while it is behind, or may be: the signed head that showed it, or that it
// was restored.
inline constexpr const char* behindSetting = "behind";

// What the relay does of its own waits so long for more after something was given back to it in an epoch, and
// in one epoch no longer than this: nobody keeps it from its work.
inline constexpr Millis givenBackPause = std::chrono::seconds(10);
inline constexpr Millis givenBackMost = std::chrono::minutes(5);

inline Failure behind() {
    return {failure::stopped, "behind"};
}

} // namespace bongsu
