// How long things took in an incident, from the lines of its record: each figure with its two ends and the
// entries that they rest on. What each one counts, in words, is in docs/measures.md.
#pragma once

#include "domain/incident/timeline.h"

namespace bongsu {

enum class MeasureKind {
    Detected = 1,    // the outage began -> somebody here knew of it
    Declared,        // -> the incident was declared
    Commanded,       // -> somebody named to command accepted
    FirstNotice,     // -> users were told for the first time
    StatutoryNotice, // -> all three statutory items stood in texts to users
    Mitigated,       // -> something was better than at its worst
    Restored,        // -> a service, or a function of it, was back for good; one for each
    AllRestored,     // -> all of them were
    Closed,          // -> the incident was closed
    NoticeGap,       // the longest time without a notice after the first one, while something was out
    PromiseMissed,   // a promised notice was late; one for each
    Unaccepted,      // somebody was called to a seat, and nobody had it; one for each seat
    Succession,      // how many were called to one seat after the first, at most
    Last = Succession
};
template <>
struct Words<MeasureKind> {
    static constexpr std::array all{"detected",         "declared",   "commanded",      "first-notice",
                                    "statutory-notice", "mitigated",  "restored",       "all-restored",
                                    "closed",           "notice-gap", "promise-missed", "unaccepted",
                                    "succession"};
};

// Why there is no figure, or not the last one.
enum class Unmeasured {
    NotYet = 1, // it has not happened, or nobody wrote it down
    Afterwards, // the incident was declared when it was over: when that was says nothing of the response
    Last = Afterwards
};
template <>
struct Words<Unmeasured> {
    static constexpr std::array all{"not-yet", "afterwards"};
};

// An end of a figure.
struct MeasurePoint {
    Moment at;
    EventId event; // the entry that says so
    quint64 seq;
    std::optional<Source> source{}; // where the line is not from here
    friend bool operator==(const MeasurePoint&, const MeasurePoint&) = default;
};

struct Measure {
    MeasureKind kind;
    ServiceKey service{}; // of Restored
    QString seat{};       // of Unaccepted and Succession
    std::optional<MeasurePoint> from{};
    std::optional<MeasurePoint> until{};
    std::vector<MeasurePoint> among{}; // other entries it rests on
    std::optional<Millis> length{};    // where `until` is missing: so far
    std::optional<quint64> count{};    // of Succession
    std::optional<Unmeasured> why{};
    friend bool operator==(const Measure&, const Measure&) = default;
};

// The same figure among those of another incident; null: it has none. What is counted of a service or of a
// seat is compared with that of the same one.
const Measure* counterpartOf(const Measure& measure, const std::vector<Measure>& others);

// A service, or a function of one, that was out.
struct ServiceOutage {
    ServiceKey service;
    MeasurePoint out;
    ServiceState worst;
    std::optional<MeasurePoint> back{}; // for good
    friend bool operator==(const ServiceOutage&, const ServiceOutage&) = default;
};

// A notice to users, from when its first message went out.
struct NoticeGiven {
    EventId notice; // what proposed it, or says that it was sent elsewhere
    MeasurePoint point;
    std::set<Disclosure> tells{};
    std::optional<Moment> promises{}; // the next one by then
    friend bool operator==(const NoticeGiven&, const NoticeGiven&) = default;
};

// Goes through a record once. Lines without a number, void ones, and those whose author took them back count
// for nothing.
class MeasureTaking {
  public:
    MeasureTaking();
    ~MeasureTaking();
    // The lines of one incident in their order, its declaration first.
    void take(const TimelineRow& row);
    // In the order of MeasureKind. What still goes on is counted until `now`. Empty: nothing was declared.
    std::vector<Measure> measures(Moment now) const;
    std::vector<ServiceOutage> outages() const; // by service and function
    std::vector<NoticeGiven> notices() const;   // by time

  private:
    class Taken;
    std::unique_ptr<Taken> m_taken;
};

} // namespace bongsu
