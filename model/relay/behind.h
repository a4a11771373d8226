// A store that holds less than was acknowledged: what marks it, and what those who ask are told.
#pragma once

#include "domain/base/result.h"

namespace bongsu {

// A setting of the relay's store while it is behind, or may be: the signed head that showed it, or that it
// was restored.
inline constexpr const char* behindSetting = "behind";

inline Failure behind() {
    return {failure::stopped, "behind"};
}

} // namespace bongsu
