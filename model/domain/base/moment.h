// Points in time: milliseconds since 1970 UTC, the only clock value that is stored or sent.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace bongsu {

using Millis = std::chrono::milliseconds;
using Moment = std::chrono::sys_time<Millis>;

// ISO 8601 UTC with milliseconds, e.g. 2022-10-15T06:19:00.000Z.
QString toIso(Moment at);

// ISO 8601 with seconds and an offset or Z; nothing else (a time without an offset would mean something else
// on another desktop). Milliseconds optional. Before 1970 or after the year 9999: nothing.
std::optional<Moment> momentFromIso(QStringView iso);

} // namespace bongsu
