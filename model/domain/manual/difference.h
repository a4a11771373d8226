// What changed from one version of a manual to the next, as far as somebody in a seat has to know it.
#pragma once

#include "domain/manual/manual.h"

namespace bongsu {

enum class ManualChange {
    SeatAdded = 1,
    SeatRemoved,
    HoldersChanged, // who takes it, or in which order
    TimeChanged,    // to accept
    ReportsChanged, // to another seat
    DutyAdded,      // (the duty), as in the next three
    DutyRemoved,
    DecisionAdded, // what the seat may decide alone
    DecisionRemoved,
    EscalationsChanged,
    TaskAdded, // (its name)
    TaskRemoved,
    TaskChanged,     // (its name now): its words or its time
    CriteriaChanged, // of the manual itself
    Last = CriteriaChanged
};

struct ManualDifference {
    ManualChange change;
    QString seat{};   // its key; empty: the manual itself
    LocalText name{}; // the seat's
    LocalText what{};
    friend bool operator==(const ManualDifference&, const ManualDifference&) = default;
};

// In the order of the new version's seats, then those that are gone. Empty: nobody has to do anything
// otherwise (names of seats, review dates and the order of seats may differ).
std::vector<ManualDifference> differencesBetween(const Manual& before, const Manual& after);

} // namespace bongsu
