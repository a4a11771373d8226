// Rosters: who is on duty when, how long already, and what is missing or doubled.
#pragma once

#include "domain/base/moment.h"

#include <vector>

namespace bongsu {

namespace documenttype {
inline constexpr QStringView roster = u"roster"; // key: its own name, a department's or a seat's
} // namespace documenttype

// Somebody's duty from one moment to another.
struct Shift {
    QString person;     // the name that the organisation knows them by
    QString department; // whose duty it is: a department's or a seat's key
    Moment from;
    Moment until; // later than `from`, and not part of it
    QString note{};

    bool runsAt(Moment at) const { return from <= at && at < until; }
    friend bool operator==(const Shift&, const Shift&) = default;
};

// By when they begin, then by department and by name.
std::vector<Shift> inOrder(std::vector<Shift> shifts);

// Shifts that lie less than this apart are one duty: nobody rests in it.
inline constexpr Millis restLeast = std::chrono::minutes(30);
// From this on a duty without a break is shown in red.
inline constexpr Millis longDuty = std::chrono::hours(14);

// Those that run at this time, by department, then by who began first.
std::vector<Shift> onDuty(const std::vector<Shift>& shifts, Moment at);

// Until whoever has it hands over. Zero once it is over.
Millis untilHandover(const Shift& shift, Moment at);

// What somebody does without a break.
struct Duty {
    QString person;
    Moment from;
    Moment until;

    Millis lengthAt(Moment at) const; // how long already; never negative, never beyond its end
    Millis length() const { return until - from; }
    friend bool operator==(const Duty&, const Duty&) = default;
};
inline bool isLong(Millis onDuty) {
    return onDuty >= longDuty;
}
// Every person's, in order of time, then of names.
std::vector<Duty> duties(const std::vector<Shift>& shifts);
// The one that somebody is in, also in a break too short to rest; nothing: they are off duty.
std::optional<Duty> dutyOf(const std::vector<Shift>& shifts, const QString& person, Moment at);

struct Span {
    Moment from;
    Moment until; // not part of it
    friend bool operator==(const Span&, const Span&) = default;
};
// When none of these shifts runs, between two times.
std::vector<Span> holes(const std::vector<Shift>& shifts, const Span& within);

// One person in two places at the same time.
struct Overlap {
    Shift first; // the one that began earlier
    Shift second;
    Span both;
    friend bool operator==(const Overlap&, const Overlap&) = default;
};
// Each shift at most once as the second, with the one of another department that runs longest; in order of
// time, then of names.
std::vector<Overlap> overlaps(const std::vector<Shift>& shifts);

} // namespace bongsu
