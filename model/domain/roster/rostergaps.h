// What of a roster would surprise somebody who relies on it, and how each department stands now.
#pragma once

#include "domain/manual/proposal.h"

namespace bongsu {

struct DepartmentHole {
    QString department;
    Span span;
    friend bool operator==(const DepartmentHole&, const DepartmentHole&) = default;
};

// None of it is a fault of the file.
struct RosterGaps {
    std::vector<QString>
        unknown{}; // names that nobody here has, each once; none where nobody is known at all
    std::vector<DepartmentHole> holes{}; // from now until a department's last shift begins
    std::vector<Overlap> overlaps{};
    std::vector<Duty> tooLong{}; // without a break

    bool isEmpty() const { return unknown.empty() && holes.empty() && overlaps.empty() && tooLong.empty(); }
    friend bool operator==(const RosterGaps&, const RosterGaps&) = default;
};
RosterGaps gapsOf(const std::vector<Shift>& shifts, const std::vector<KnownPerson>& people, Moment now);
// Of what concerns one department from now on: in two places, and for how long, by all that somebody does.
RosterGaps gapsOfDepartment(const QString& department, const std::vector<Shift>& all,
                            const std::vector<KnownPerson>& people, Moment now);

// Each once, in order.
std::vector<QString> departmentsOf(const std::vector<Shift>& shifts);
std::vector<QString> peopleOf(const std::vector<Shift>& shifts);
// As they come.
std::vector<Shift> shiftsFor(const QString& department, const std::vector<Shift>& shifts);

// Somebody's shift that runs.
struct RunningDuty {
    Shift shift;
    Moment since;  // of their duty, whatever shifts it is made of
    Millis onDuty; // how long already, without a break
    Millis handover;
    bool isLong;
    friend bool operator==(const RunningDuty&, const RunningDuty&) = default;
};
// Those of `shifts` that run; `all`: whatever roster the rest of somebody's duty stands in.
std::vector<RunningDuty> runningDuties(const std::vector<Shift>& shifts, const std::vector<Shift>& all,
                                       Moment now);
// The first that begins after this time, and those that begin with it.
std::vector<Shift> nextShifts(const std::vector<Shift>& shifts, Moment now);
// When the last of them ends; nothing: there is none.
std::optional<Moment> lastOf(const std::vector<Shift>& shifts);

} // namespace bongsu
