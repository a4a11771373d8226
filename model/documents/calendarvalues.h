// What stands in a line of an iCalendar file. Each function says a line that it cannot read and returns
// nothing.
#pragma once

#include "documents/calendarlines.h"
#include "documents/recurrence.h"

#include <QString>

namespace bongsu {

// A day's or a clock's time as the file has it.
struct CalendarTime {
    WallTime wall; // of UTC, if isUtc; a day's is midnight
    bool isDay = false;
    bool isUtc = false;
    QString zone{}; // TZID; empty: none is named
};

// A length in days, which may have 23 or 25 hours, and in hours, which have not.
struct CalendarLength {
    std::chrono::days days{};
    std::chrono::seconds seconds{};
};

// A time, or a period of RDATE with its end or its length.
struct CalendarPeriod {
    CalendarTime from;
    std::optional<CalendarTime> until{};
    std::optional<CalendarLength> length{};
};

struct CalendarRule {
    RecurrenceRule rule;
    std::optional<CalendarTime> until{};
};

// Of an ATTENDEE.
struct CalendarPerson {
    QString name;          // CN; may be empty
    bool takesPart = true; // a person who did not decline
};

// All of a line, each a day, a time, or (RDATE) a period.
std::optional<std::vector<CalendarPeriod>> periodsIn(const CalendarLine& line, Faults& faults);
std::optional<CalendarTime> timeIn(const CalendarLine& line, Faults& faults);
std::optional<CalendarLength> lengthIn(const CalendarLine& line, Faults& faults); // more than nothing
std::optional<CalendarRule> ruleIn(const CalendarLine& line, Faults& faults);
std::optional<std::chrono::seconds> offsetIn(const CalendarLine& line, Faults& faults); // TZOFFSETFROM, -TO
// Composed (NFC), with no white space around it; of several the first. At most limits::documentTextBytes.
std::optional<QString> textIn(const CalendarLine& line, Faults& faults);
std::optional<int> numberIn(const CalendarLine& line, Faults& faults);
std::optional<CalendarPerson> personIn(const CalendarLine& line, Faults& faults);
bool isForAllThatFollow(const CalendarLine& line); // RANGE=THISANDFUTURE

} // namespace bongsu
