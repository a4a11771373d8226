// A committee that an incident called together, what it was asked and how it voted; what was asked for, and
// the period that is worked in.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/committee_facts.h"
#include "domain/event/response_facts.h"

#include <map>

namespace bongsu {

struct Attending {
    std::optional<PersonId> person; // a member with a device here
    std::optional<Attendance> attendance{};
    bool byDeputy = false;
    std::optional<PersonId> writtenBy{}; // who wrote it down, where it was not themself
    Moment since{};                      // claimed
    friend bool operator==(const Attending&, const Attending&) = default;
};

struct Meeting {
    quint64 number;
    quint64 quorum;
    std::optional<PersonId> by;
    Moment since; // claimed
    std::vector<Attending> members{};
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

struct Voted {
    Vote vote;
    std::optional<PersonId> writtenBy; // where it was not the member
    friend bool operator==(const Voted&, const Voted&) = default;
};

struct Motion {
    EventId meeting;
    MotionKind motionKind;
    std::optional<Moment> due;
    std::optional<PersonId> by;
    Moment since;                           // claimed
    std::map<quint64, Voted> votes{};       // by the member's place
    std::optional<MotionOutcome> outcome{}; // absent: open
    Moment closedAt{};                      // claimed
    friend bool operator==(const Motion&, const Motion&) = default;
};

struct VoteCounts {
    quint64 inFavour = 0;
    quint64 against = 0;
    quint64 abstained = 0;
    quint64 missing = 0; // members who have not voted
    friend bool operator==(const VoteCounts&, const VoteCounts&) = default;
};
// `meeting`: the motion's.
VoteCounts countVotes(const Motion& motion, const Meeting& meeting);

// What the votes come to so far: more for than against, and enough of them. Nothing while too few voted.
std::optional<MotionOutcome> outcomeOf(const VoteCounts& votes, quint64 quorum);

struct AttendanceCounts {
    quint64 present = 0; // themselves or by a deputy
    quint64 coming = 0;
    quint64 absent = 0;
    quint64 silent = 0;
    friend bool operator==(const AttendanceCounts&, const AttendanceCounts&) = default;
};
AttendanceCounts countAttendance(const Meeting& meeting);

struct ResourceStatus {
    ResourceKind resourceKind;
    quint64 amount; // asked for, then granted
    std::optional<Moment> until;
    QString seat; // empty: whoever asked
    std::optional<PersonId> by;
    EventId setBy;
    Moment since;                             // claimed: what last set it
    std::optional<ResourceOutcome> outcome{}; // absent: asked for
    std::optional<PersonId> settledBy{};

    bool isOpen() const { return !outcome || outcome == ResourceOutcome::Granted; }
    friend bool operator==(const ResourceStatus&, const ResourceStatus&) = default;
};

struct PeriodStatus {
    quint64 number = 0; // 0: none was opened
    Moment since{};     // claimed
    std::optional<Moment> until{};
    EventId setBy = EventId::zeros();
    friend bool operator==(const PeriodStatus&, const PeriodStatus&) = default;
};

} // namespace bongsu
