// Times on a public page, as programs and people read them, all in the page's own clock.
#pragma once

#include "statuspage/publicpage.h"

namespace bongsu {

QString isoIn(const PageZone& zone, Moment at);    // 2022-10-15T15:50:00.000+09:00
QString rfc822In(const PageZone& zone, Moment at); // Sat, 15 Oct 2022 15:50:00 +0900
int yearIn(const PageZone& zone, Moment at);
QString monthIn(const PageZone& zone, Moment at, Language language); // October 2022
QString clockIn(const PageZone& zone, Moment at);                    // 15:50
// With weekday and clock, the year only where it is not that of `now`.
QString dayAndClockIn(const PageZone& zone, Moment at, Moment now, Language language);
QString offsetOf(const PageZone& zone); // UTC+09:00

} // namespace bongsu
