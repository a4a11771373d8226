// An iCalendar file before anybody asks what its values mean: its lines, unfolded, in the components that
// they stand in, each with the line of the file where it begins.
#pragma once

#include "documents/faults.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace bongsu {

struct CalendarLine {
    QByteArray text; // UTF-8 without control characters but tabs
    QByteArray name; // what stands before the first ; or : in capital letters
    Position at;
};

struct CalendarComponent {
    QByteArray name; // "VEVENT"
    Position at;
    std::vector<CalendarLine> lines{};
    std::vector<CalendarComponent> parts{};
};

// The calendars of the file; none where faults were said. A file has one as a rule.
std::vector<CalendarComponent> calendarsIn(QByteArrayView bytes, Faults& faults);

} // namespace bongsu
