// How often a relay answers the question of whoever has no login: so many a minute, from everybody together.
#pragma once

#include "domain/base/limits.h"
#include "domain/base/moment.h"

#include <algorithm>

namespace bongsu {

class AskBudget {
  public:
    // False: not now. `elapsed`: of a clock that nobody sets, never less than before.
    bool spend(Millis elapsed) {
        constexpr Millis whole = std::chrono::minutes(1);
        m_left = std::min(whole, m_left + (elapsed - m_since));
        m_since = elapsed;
        const Millis price = whole / limits::spokenAsksPerMinute;
        if (m_left < price) {
            return false;
        }
        m_left -= price;
        return true;
    }

  private:
    Millis m_left = std::chrono::minutes(1);
    Millis m_since{0};
};

} // namespace bongsu
