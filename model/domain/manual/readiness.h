// What would go wrong if a manual were needed today: seats that nobody would take, one person in two of them,
// everybody in one place or reached in one way, hours in which nobody is on duty, a manual that nobody has
// gone through or read.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/manual/proposal.h"

#include <set>

namespace bongsu {

enum class Gap {
    NobodyInLine = 1, // the manual names nobody whom the organisation knows
    NoSuccessor,      // one person, and nobody behind them
    Twice,            // whoever would be called is called to another seat, too
    UnknownName,      // (the name) nobody is called so, or nobody whose device counts
    NotReviewed,      // (the day it was due)
    NotPublished,     // what ships with the program would be used
    NotReadable,      // it was published, and this device has it not, or makes nothing of it
    OneSite,          // (the site) everybody in line works there
    Unreachable,      // nobody in line can be reached but through Bongsu
    OnePath,          // (a mail domain; empty: the telephone) everybody in line is reached by this alone
    OwnPath,          // (the service) everybody in line is reached through this service of ours alone
    PathDown,         // (the service) the same, and it is down now
    RosterHole,       // (the department) its roster has nobody on duty for a while to come (`span`)
    NotRead,          // (the name) who is in line and has not said that they have read this version
    Last = NotRead
};

struct ReadinessGap {
    Gap gap;
    QString failureType;
    QString seat{}; // its key; empty: the manual itself
    QString word{};
    LocalText name{}; // what the word is a key of in the catalogue, as it is called there
    Span span{};
    friend bool operator==(const ReadinessGap&, const ReadinessGap&) = default;
};

// What a manual is held against.
struct ReadinessBasis {
    bool published = false; // it is the organisation's own
    Moment now;
    std::vector<KnownPerson> people{};
    std::vector<Shift> shifts{};          // of all rosters, as far ahead as they are known
    const Catalogue* catalogue = nullptr; // null: none is known
    std::set<QString> downServices{};     // keys: in any running incident
    // Of the version that holds; absent: it is not published yet, so that nobody can have read it.
    std::optional<std::set<PersonId>> readBy{};
};

// In the order of the manual's seats, the manual itself first.
std::vector<ReadinessGap> gapsOf(const Manual& manual, const ReadinessBasis& basis);

// What somebody is reminded of in peacetime, before they ask.
struct ManualReminders {
    int toReview = 0; // manuals past the day of their review
    int toRead = 0;   // whose line they are in, in a version that they have not read
    friend bool operator==(const ManualReminders&, const ManualReminders&) = default;
};
// `gaps`: of one manual; `name`: as the organisation knows them. `reviews`: they may publish.
ManualReminders remindersOf(const std::vector<ReadinessGap>& gaps, const QString& name, bool reviews);

} // namespace bongsu
