#include "ui/roster/rosterwords.h"

#include "ui/roles/manualwords.h"
#include "ui/roles/rolewords.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

const QString between = QStringLiteral(" \u00B7 ");
const QString dash = QStringLiteral(" \u2013 ");

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

// The end of a night is seen by its clock; of what lasts longer the day is said, too, and of what began
// before the day it stands under.
QString spanWords(const Span& span, const QDate& day) {
    const QString from =
        dayOf(span.from) < day ? shortClockSeenFrom(span.from, span.until) : clockOf(span.from);
    const QString until =
        span.until - span.from < 24h ? clockOf(span.until) : shortClockSeenFrom(span.until, span.from);
    return from + dash + until;
}

QString unreadableWords(Documents::Standing standing) {
    return standing == Documents::Standing::Coming
               ? translate("Roster", "not on this device yet: it comes once a relay is connected")
               : translate("Roster", "cannot be read on this device");
}

QString namesOf(const std::vector<RunningDuty>& running) {
    QStringList names;
    for (const RunningDuty& duty : running) {
        names += oneLine(duty.shift.person);
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString namesOf(const std::vector<Shift>& shifts) {
    QStringList names;
    for (const Shift& shift : shifts) {
        names += oneLine(shift.person);
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

// Longest on duty first: what is said of several is said of whoever needs it most.
const RunningDuty& longestOf(const std::vector<RunningDuty>& running) {
    return *std::max_element(running.begin(), running.end(),
                             [](const RunningDuty& a, const RunningDuty& b) { return a.onDuty < b.onDuty; });
}

Moment dayAfter(Moment now, int days) {
    return Moment(Millis(dayOf(now).addDays(days).startOfDay().toMSecsSinceEpoch()));
}

// Those that begin in the days shown.
std::vector<DepartmentHole> holesOf(const RosterBook& book, const RosterDepartment& one) {
    std::vector<DepartmentHole> holes = gapsOf(one.shifts, {}, book.now).holes;
    const Moment end = dayAfter(book.now, rosterDays);
    std::erase_if(holes, [&](const DepartmentHole& hole) { return hole.span.from >= end; });
    return holes;
}

} // namespace

RosterBook rosterBook(const Journal& journal, const Documents& documents, Moment now) {
    // Further than is shown: a roster that pauses for a week has not ended.
    RosterBook book{rostersOf(journal, documents, {now - rosterBefore, now + rosterChecked}), {}, now};
    book.shifts = shiftsOf(book.rosters);
    return book;
}

std::vector<RosterDepartment> departmentsIn(const RosterBook& book) {
    std::map<QString, RosterDepartment> found;
    for (const HeldRoster& roster : book.rosters) {
        std::vector<QString> keys = departmentsOf(roster.shifts);
        if (keys.empty()) {
            keys = {roster.key};
        }
        for (const QString& key : keys) {
            RosterDepartment& one = found.try_emplace(key, RosterDepartment{key}).first->second;
            one.rosters.push_back(roster.key);
            one.standing = roster.standing == Documents::Standing::Here ? one.standing : roster.standing;
        }
    }
    std::vector<RosterDepartment> all;
    for (auto& [key, one] : found) {
        one.shifts = shiftsFor(key, book.shifts);
        all.push_back(std::move(one));
    }
    return all;
}

QString dutyName(const QString& key, const Catalogue& catalogue) {
    return oneLine(catalogue.department(key) ? departmentName(key, &catalogue) : nameOfSeat(key));
}

PanelLine rosterLine(const RosterBook& book, const RosterDepartment& one, const Catalogue& catalogue) {
    PanelLine line;
    line.key = one.department;
    line.name = dutyName(one.department, catalogue);
    line.even = true;
    const auto running = runningDuties(one.shifts, book.shifts, book.now);
    const auto next = nextShifts(one.shifts, book.now);
    const bool hasHoles = !holesOf(book, one).empty();
    if (one.standing != Documents::Standing::Here && one.shifts.empty()) {
        line.mark = Mark::Circle;
        line.end = unreadableWords(one.standing);
    } else if (running.empty()) {
        line.mark = Mark::Exclamation;
        line.markInk = Ink::Ember;
        line.state = translate("Roster", "nobody", "is on duty now");
        line.stateInk = Ink::Ember;
        line.end = next.empty() ? translate("Roster", "and nobody later")
                                : filled(translate("Roster", "next at %1"),
                                         {shortClockSeenFrom(next.front().from, book.now)});
    } else {
        const RunningDuty& longest = longestOf(running);
        line.mark = hasHoles ? Mark::Exclamation : Mark::Disc;
        line.markInk = hasHoles ? Ink::Ember : Ink::Quiet;
        line.more = namesOf(running);
        line.state = filled(translate("Roster", "%1 on duty"), {elapsed(longest.onDuty)});
        line.stateInk = longest.isLong ? Ink::Ember : Ink::Quiet;
        line.end = filled(translate("Roster", "handover in %1"), {elapsed(longest.handover)});
    }
    QStringList spoken{line.name, line.more, line.state, line.end};
    if (hasHoles) {
        spoken += translate("Roster", "nobody is on duty at times");
    }
    spoken.removeAll(QString());
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
}

std::vector<RosterWords> dutyWords(const RosterBook& book, const RosterDepartment& one) {
    std::vector<RosterWords> lines;
    const auto next = nextShifts(one.shifts, book.now);
    const auto running = runningDuties(one.shifts, book.shifts, book.now);
    for (const RunningDuty& duty : running) {
        const QStringList words{oneLine(duty.shift.person), elapsed(duty.onDuty),
                                clockSeenFrom(duty.shift.until, book.now), elapsed(duty.handover)};
        lines.push_back({filled(translate("Roster", "%1, on duty for %2, until %3: handover in %4"), words),
                         duty.isLong ? Ink::Ember : Ink::Text});
        if (duty.isLong) {
            lines.back().words +=
                u'\n' + translate("Roster", "That is long without a break: have somebody take over.");
        }
    }
    if (one.standing != Documents::Standing::Here && one.shifts.empty()) {
        lines.push_back({unreadableWords(one.standing), Ink::Ember});
    } else if (running.empty()) {
        lines.push_back({translate("Roster", "Nobody is on duty now."), Ink::Ember});
    }
    if (!next.empty()) {
        lines.push_back({filled(translate("Roster", "Next: %1 at %2"),
                                {namesOf(next), clockSeenFrom(next.front().from, book.now)}),
                         Ink::Text});
    }
    return lines;
}

QStringList rosterVersions(const Journal& journal, const RosterBook& book, const RosterDepartment& one) {
    QStringList lines;
    for (const HeldRoster& roster : book.rosters) {
        if (std::find(one.rosters.begin(), one.rosters.end(), roster.key) != one.rosters.end()) {
            lines += filled(translate("Roster", "Roster \"%1\""), {roster.key}) + between +
                     publishedWords(journal, roster.version, book.now);
        }
    }
    return lines;
}

std::vector<RosterDay> rosterDaysOf(const RosterBook& book, const RosterDepartment& one) {
    struct Placed {
        Moment from;
        RosterRow row;
    };
    std::map<QDate, std::vector<Placed>> days;
    const QDate today = dayOf(book.now);
    const auto put = [&](Moment from, RosterRow row) {
        days[std::max(dayOf(from), today)].push_back({from, std::move(row)});
    };
    const Moment end = dayAfter(book.now, rosterDays);
    for (const Shift& shift : one.shifts) {
        if (shift.until > book.now && shift.from < end) {
            put(shift.from, {spanWords({shift.from, shift.until}, today), oneLine(shift.person),
                             oneLine(shift.note), shift.runsAt(book.now)});
        }
    }
    for (const DepartmentHole& hole : holesOf(book, one)) {
        if (hole.span.from < end) {
            put(hole.span.from, {spanWords(hole.span, today),
                                 translate("Roster", "nobody", "is on duty then"),
                                 {},
                                 false,
                                 true});
        }
    }
    const std::optional<Moment> last = lastOf(one.shifts);
    if (last && *last > book.now && *last < end) {
        put(*last, {filled(translate("Roster", "from %1 on"), {clockOf(*last)}),
                    translate("Roster", "nobody is written down: the roster ends"),
                    {},
                    false,
                    true});
    }
    std::vector<RosterDay> told;
    for (auto& [day, placed] : days) {
        std::stable_sort(placed.begin(), placed.end(),
                         [](const Placed& a, const Placed& b) { return a.from < b.from; });
        RosterDay whole{dayHeading(day), {}};
        for (Placed& each : placed) {
            whole.rows.push_back(std::move(each.row));
        }
        told.push_back(std::move(whole));
    }
    return told;
}

} // namespace bongsu
