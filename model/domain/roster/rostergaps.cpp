#include "domain/roster/rostergaps.h"

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

template <class Part>
std::vector<QString> eachOnce(const std::vector<Shift>& shifts, const Part& part) {
    std::set<QString> found;
    for (const Shift& shift : shifts) {
        found.insert(part(shift));
    }
    return {found.begin(), found.end()};
}

std::vector<Duty> longOnes(const std::vector<Shift>& shifts) {
    std::vector<Duty> all = duties(shifts);
    std::erase_if(all, [](const Duty& duty) { return !isLong(duty.length()); });
    return all;
}

} // namespace

std::vector<QString> departmentsOf(const std::vector<Shift>& shifts) {
    return eachOnce(shifts, [](const Shift& shift) { return shift.department; });
}

std::vector<QString> peopleOf(const std::vector<Shift>& shifts) {
    return eachOnce(shifts, [](const Shift& shift) { return shift.person; });
}

std::vector<Shift> shiftsFor(const QString& department, const std::vector<Shift>& shifts) {
    std::vector<Shift> theirs;
    std::copy_if(shifts.begin(), shifts.end(), std::back_inserter(theirs),
                 [&](const Shift& shift) { return shift.department == department; });
    return theirs;
}

RosterGaps gapsOf(const std::vector<Shift>& shifts, const std::vector<KnownPerson>& people, Moment now) {
    RosterGaps gaps;
    if (!people.empty()) {
        gaps.unknown = peopleOf(shifts);
        std::erase_if(gaps.unknown, [&](const QString& name) {
            return std::any_of(people.begin(), people.end(),
                               [&](const KnownPerson& one) { return one.name == name; });
        });
    }
    for (const QString& department : departmentsOf(shifts)) {
        const std::vector<Shift> theirs = inOrder(shiftsFor(department, shifts));
        for (const Span& hole : holes(theirs, {now, theirs.back().from})) {
            gaps.holes.push_back({department, hole});
        }
    }
    gaps.overlaps = overlaps(shifts);
    gaps.tooLong = longOnes(shifts);
    return gaps;
}

RosterGaps gapsOfDepartment(const QString& department, const std::vector<Shift>& all,
                            const std::vector<KnownPerson>& people, Moment now) {
    const std::vector<Shift> theirs = shiftsFor(department, all);
    RosterGaps gaps = gapsOf(theirs, people, now);
    gaps.overlaps = overlaps(all);
    std::erase_if(gaps.overlaps, [&](const Overlap& one) {
        return one.both.until <= now ||
               (one.first.department != department && one.second.department != department);
    });
    gaps.tooLong = longOnes(all);
    std::erase_if(gaps.tooLong, [&](const Duty& duty) {
        return duty.until <= now || std::none_of(theirs.begin(), theirs.end(), [&](const Shift& shift) {
                   return shift.person == duty.person && duty.from <= shift.from && shift.until <= duty.until;
               });
    });
    return gaps;
}

std::vector<RunningDuty> runningDuties(const std::vector<Shift>& shifts, const std::vector<Shift>& all,
                                       Moment now) {
    std::vector<RunningDuty> running;
    for (const Shift& shift : onDuty(shifts, now)) {
        const auto duty = dutyOf(all, shift.person, now);
        const Millis length = duty ? duty->lengthAt(now) : now - shift.from;
        running.push_back(
            {shift, duty ? duty->from : shift.from, length, untilHandover(shift, now), isLong(length)});
    }
    return running;
}

std::vector<Shift> nextShifts(const std::vector<Shift>& shifts, Moment now) {
    std::vector<Shift> later = inOrder(shifts);
    std::erase_if(later, [&](const Shift& shift) { return shift.from <= now; });
    std::erase_if(later, [first = later.empty() ? now : later.front().from](const Shift& shift) {
        return shift.from != first;
    });
    return later;
}

std::optional<Moment> lastOf(const std::vector<Shift>& shifts) {
    std::optional<Moment> last;
    for (const Shift& shift : shifts) {
        last = last ? std::max(*last, shift.until) : shift.until;
    }
    return last;
}

} // namespace bongsu
