// What the roster's sheet and paper say: who is on duty for each department now, and who when, day by day.
#pragma once

#include "domain/roster/rostergaps.h"
#include "journal/rosters.h"
#include "ui/board/panel.h"

namespace bongsu {

inline constexpr int rosterDays = 14; // are shown, from today on

// The rosters as they are held: from some time before now, as far as they are checked.
struct RosterBook {
    std::vector<HeldRoster> rosters;
    std::vector<Shift> shifts; // of all of them
    Moment now;
};
RosterBook rosterBook(const Journal& journal, const Documents& documents, Moment now);

// What a line of the list stands for: a department on duty, or a roster that nobody is known of.
struct RosterDepartment {
    QString department; // or the roster's key
    std::vector<QString> rosters{};
    std::vector<Shift> shifts{};
    Documents::Standing standing = Documents::Standing::Here; // the worst of its rosters'
};
std::vector<RosterDepartment> departmentsIn(const RosterBook& book);

// "인프라  김하늘  13:20째  교대까지 01:20"
PanelLine rosterLine(const RosterBook& book, const RosterDepartment& one, const Catalogue& catalogue);
// What seats and departments are called: the catalogue first.
QString dutyName(const QString& key, const Catalogue& catalogue);

struct RosterWords {
    QString words;
    Ink ink = Ink::Text;
    friend bool operator==(const RosterWords&, const RosterWords&) = default;
};
// Whoever is on duty, for how long, who takes over; or that nobody is, and from when on somebody will be.
std::vector<RosterWords> dutyWords(const RosterBook& book, const RosterDepartment& one);
// "infra: published 14 Oct 09:00 by …", one for each of its rosters.
QStringList rosterVersions(const Journal& journal, const RosterBook& book, const RosterDepartment& one);

struct RosterRow {
    QString time; // "23:00 – 07:00"
    QString person;
    QString note{};
    bool runs = false;
    bool isGap = false;
    friend bool operator==(const RosterRow&, const RosterRow&) = default;
};
struct RosterDay {
    QString heading;
    std::vector<RosterRow> rows;
    friend bool operator==(const RosterDay&, const RosterDay&) = default;
};
// What is not over, by the day on which it begins, with what nobody covers; days of which nothing is said are
// left out. `rosterDays` days.
std::vector<RosterDay> rosterDaysOf(const RosterBook& book, const RosterDepartment& one);

} // namespace bongsu
