#include "domain/roster/roster.h"

#include "domain/roster/dutysign.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace bongsu {

namespace {

// Of what somebody does at a time, the two departments that it lasts longest for.
struct Busy {
    std::optional<Shift> longest;
    std::optional<Shift> elsewhere;

    void add(const Shift& shift) {
        const auto isOfSame = [&](const std::optional<Shift>& one) {
            return one && one->department == shift.department;
        };
        if (isOfSame(longest) || !longest) {
            longest = longest && longest->until > shift.until ? longest : shift;
        } else if (shift.until > longest->until) {
            elsewhere = std::exchange(longest, shift);
        } else if (!elsewhere || shift.until > elsewhere->until) {
            elsewhere = shift;
        }
    }
    const std::optional<Shift>& besides(const QString& department) const {
        return longest && longest->department == department ? elsewhere : longest;
    }
};

} // namespace

std::vector<Shift> inOrder(std::vector<Shift> shifts) {
    const auto rank = [](const Shift& shift) {
        return std::tie(shift.from, shift.department, shift.person, shift.until, shift.note);
    };
    std::sort(shifts.begin(), shifts.end(),
              [&](const Shift& a, const Shift& b) { return rank(a) < rank(b); });
    return shifts;
}

std::vector<Shift> onDuty(const std::vector<Shift>& shifts, Moment at) {
    std::vector<Shift> running;
    std::copy_if(shifts.begin(), shifts.end(), std::back_inserter(running),
                 [&](const Shift& shift) { return shift.runsAt(at); });
    running = inOrder(std::move(running));
    std::stable_sort(running.begin(), running.end(),
                     [](const Shift& a, const Shift& b) { return a.department < b.department; });
    return running;
}

Millis untilHandover(const Shift& shift, Moment at) {
    return std::max(shift.until - at, Millis(0));
}

Millis Duty::lengthAt(Moment at) const {
    return std::clamp(at - from, Millis(0), length());
}

std::vector<Duty> duties(const std::vector<Shift>& shifts) {
    std::vector<Duty> all;
    std::map<QString, std::size_t> newest;
    for (const Shift& shift : inOrder(shifts)) {
        const auto before = newest.find(shift.person);
        if (before != newest.end() && shift.from - all[before->second].until < restLeast) {
            Duty& duty = all[before->second];
            duty.until = std::max(duty.until, shift.until);
        } else {
            newest.insert_or_assign(shift.person, all.size());
            all.push_back({shift.person, shift.from, shift.until});
        }
    }
    return all;
}

std::optional<Duty> dutyOf(const std::vector<Shift>& shifts, const QString& person, Moment at) {
    std::vector<Shift> theirs;
    std::copy_if(shifts.begin(), shifts.end(), std::back_inserter(theirs),
                 [&](const Shift& shift) { return shift.person == person; });
    const std::vector<Duty> all = duties(theirs);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Duty& duty) { return duty.from <= at && at < duty.until; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::vector<Span> holes(const std::vector<Shift>& shifts, const Span& within) {
    std::vector<Span> missing;
    Moment covered = within.from;
    for (const Shift& shift : inOrder(shifts)) {
        if (shift.from > covered && covered < within.until) {
            missing.push_back({covered, std::min(shift.from, within.until)});
        }
        covered = std::max(covered, shift.until);
    }
    if (covered < within.until) {
        missing.push_back({covered, within.until});
    }
    return missing;
}

std::vector<Overlap> overlaps(const std::vector<Shift>& shifts) {
    std::vector<Overlap> found;
    std::map<QString, Busy> busy;
    for (const Shift& shift : inOrder(shifts)) {
        Busy& theirs = busy[shift.person];
        const std::optional<Shift>& other = theirs.besides(shift.department);
        if (other && other->until > shift.from) {
            found.push_back({*other, shift, {shift.from, std::min(other->until, shift.until)}});
        }
        theirs.add(shift);
    }
    return found;
}

std::optional<DutySign> dutySignOf(const std::vector<Shift>& shifts, const QString& person, Moment at) {
    const auto duty = dutyOf(shifts, person, at);
    if (!duty) {
        return std::nullopt;
    }
    const DutySign sign{isLong(duty->lengthAt(at)), duty->lengthAt(at), duty->until - at};
    return sign.isLong || sign.handover <= handoverSoon ? std::optional(sign) : std::nullopt;
}

} // namespace bongsu
