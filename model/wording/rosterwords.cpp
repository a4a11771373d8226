#include "wording/rosterwords.h"

#include "wording/line.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

// Says the first of them, and how many there are.
template <class One, class Say>
void sayAll(QStringList& lines, const std::vector<One>& all, std::size_t most, const Say& say) {
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        lines += oneLine(say(all[i]));
    }
    if (all.size() > most) {
        lines += filled(translate("RosterGap", "\u2026 and %1 more like this."),
                        {QString::number(all.size() - most)});
    }
}

} // namespace

QStringList sentences(const RosterGaps& gaps, Moment now, const DepartmentNames& nameOf, std::size_t most) {
    QStringList lines;
    const auto clock = [&](Moment at) { return clockSeenFrom(at, now); };
    // The day is said once.
    const auto end = [&](const Span& span) {
        return dayOf(span.until) == dayOf(span.from) ? clockOf(span.until) : clock(span.until);
    };
    sayAll(lines, gaps.unknown, most, [](const QString& name) {
        return filled(translate("RosterGap",
                                "Nobody here is called \"%1\": no call will find them. Write the name as the "
                                "list of people has it."),
                      {name});
    });
    sayAll(lines, gaps.holes, most, [&](const DepartmentHole& hole) {
        return filled(translate("RosterGap", "Nobody is on duty for %1 from %2 to %3."),
                      {nameOf(hole.department), clock(hole.span.from), end(hole.span)});
    });
    sayAll(lines, gaps.overlaps, most, [&](const Overlap& one) {
        return filled(translate("RosterGap", "%1 is on duty in two places from %2 to %3: %4, %5."),
                      {one.first.person, clock(one.both.from), end(one.both), nameOf(one.first.department),
                       nameOf(one.second.department)});
    });
    sayAll(lines, gaps.tooLong, most, [&](const Duty& duty) {
        return filled(translate("RosterGap", "%1 is on duty for %2 without a break, from %3."),
                      {duty.person, elapsed(duty.length()), clock(duty.from)});
    });
    return lines;
}

} // namespace bongsu
