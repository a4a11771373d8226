// What a board says of somebody's duty: when they hand over, and that it has gone on for too long.
#pragma once

#include "domain/roster/roster.h"

namespace bongsu {

// From this on before its end, a handover is near enough to be prepared.
inline constexpr Millis handoverSoon = std::chrono::hours(2);

struct DutySign {
    bool isLong;     // nobody decides well any more
    Millis onDuty;   // how long already, without a break
    Millis handover; // until then
    friend bool operator==(const DutySign&, const DutySign&) = default;
};
// Nothing: they are on no roster now, or there is nothing to say yet.
std::optional<DutySign> dutySignOf(const std::vector<Shift>& shifts, const QString& person, Moment at);

} // namespace bongsu
