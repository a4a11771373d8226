// A manual for one type of failure: which seats there are, who takes them, what is theirs to do and to
// decide. Written by people in peacetime; no rule reads it, and what an incident uses of it stands in its own
// record.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"
#include "domain/event/seat_facts.h"

#include <optional>
#include <variant>
#include <vector>

namespace bongsu {

// Somebody who is to take a seat: a person by name, whoever another seat would go to, or anybody of a
// department.
struct NamedPerson {
    QString name; // as the organisation knows it
    friend bool operator==(const NamedPerson&, const NamedPerson&) = default;
};
struct OfSeat {
    QString seat;
    friend bool operator==(const OfSeat&, const OfSeat&) = default;
};
struct OfDepartment {
    QString department;
    friend bool operator==(const OfDepartment&, const OfDepartment&) = default;
};
using Candidate = std::variant<NamedPerson, OfSeat, OfDepartment>;

struct ManualTask {
    QString key; // one of its kind in the manual
    LocalText name;
    std::optional<Millis> due{}; // from when the seats are called
    friend bool operator==(const ManualTask&, const ManualTask&) = default;
};

// When to pull in somebody above.
struct Escalation {
    LocalText when;
    std::optional<Millis> after{}; // unsolved for so long
    QString to;                    // a seat of this manual
    friend bool operator==(const Escalation&, const Escalation&) = default;
};

struct ManualSeat {
    QString key;
    LocalText name;
    QString department;               // whose duty it is
    QString reportsTo;                // a seat; empty: the commander (of the commander: nobody)
    std::vector<Candidate> holders{}; // the first takes it; those behind are 대행자, in this order
    Millis acceptWithin{};            // then the next is called
    std::vector<LocalText> duties{};  // one sentence each
    std::vector<LocalText> decides{}; // what it may decide alone (위임·전결)
    std::vector<Escalation> escalations{};
    std::vector<ManualTask> tasks{};
    friend bool operator==(const ManualSeat&, const ManualSeat&) = default;
};

struct Manual {
    QString failureType; // of failureTypes, or the organisation's own
    LocalText name;
    LocalText criteria; // when this manual is the one
    QString reviewed;   // the day people last went through it, YYYY-MM-DD
    quint64 reviewEveryDays = 180;
    std::vector<ManualSeat> seats; // in the order written; the commander's among them

    const ManualSeat* seat(const QString& key) const;
    friend bool operator==(const Manual&, const Manual&) = default;
};

} // namespace bongsu
