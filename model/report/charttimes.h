// The time along which a chart stands.
#pragma once

#include "domain/base/moment.h"
#include "report/chart.h"

namespace bongsu {

// Milliseconds on the wall clock, so that days begin at multiples of a day.
qint64 onWall(Moment at);
Moment fromWall(qint64 wall);
inline constexpr qint64 dayOnWall = 86'400'000;

// Of the tick with this number: those of even numbers outrank those between.
int rankOf(qint64 number);

// Round times between both, of hours or of days by how far apart they are.
std::vector<ChartTick> ticksBetween(Moment from, Moment to);

} // namespace bongsu
