// What the board shows of an incident beside its record, and what it needs now: in the order a tired person
// reads it.
#pragma once

#include "domain/incident/incident.h"
#include "domain/incident/seats.h"

namespace bongsu {

// A service as the board lists it. One that was declared and has no state yet is Unknown, since nobody knows
// when.
struct ServiceLine {
    ServiceKey key;
    ServiceState state = ServiceState::Unknown;
    std::optional<Moment> since{};
    std::optional<Restored> restored{};
    friend bool operator==(const ServiceLine&, const ServiceLine&) = default;
};

// The gravest first, then by name.
std::vector<ServiceLine> serviceLines(const Incident& incident);

struct ServiceCounts {
    int down = 0;
    int partial = 0; // degraded and recovering ones too
    int normal = 0;
    int unknown = 0;
    friend bool operator==(const ServiceCounts&, const ServiceCounts&) = default;
};
ServiceCounts countServices(const std::vector<ServiceLine>& lines);

// The holds that concern an incident: its own, and those of the organisation at its sites. Oldest first.
struct HeldSite {
    QString site;
    Hold hold;
    bool ofOrganisation = false;
    friend bool operator==(const HeldSite&, const HeldSite&) = default;
};
std::vector<HeldSite> holdsAbout(const Incident& incident, const Organisation& organisation);

// Everybody who wrote in the record but its commander, who came last first.
std::vector<std::pair<PersonId, Participation>> participants(const Incident& incident);

enum class NeedKind {
    LookAtRefused, // lines of one's own were not accepted
    AnswerCall,    // the viewer is called to a seat
    TakeCommand,   // nobody has accepted command, or whoever did is gone
    ApproveNotice, // somebody waits for the viewer's word before users hear
    JoinOther,     // another open incident at the same site
    SetMeeting,
    CallPeople,      // nobody was called to any seat, and somebody is there to be called
    FillSeat,        // everybody in line was called, and nobody took it
    DoTasks,         // the viewer's, overdue
    ConfirmServices, // the viewer's department owns them, and somebody else stated them
    RenewRecovery,   // what was expected back is not
    AttendCommittee, // the viewer is a member, and has not said whether they come
    VoteMotion,      // the viewer has not voted
    AnswerRequests,  // people, machines, room, money were asked for
    OpenPeriod,      // the operational period is over
    DecideDelivery,  // nobody knows whether messages went out, or a limit holds them back
    GiveNotice,      // users have heard nothing yet
    UpdateNotice,    // the time by which users were promised to hear again is near, or over
    HoldWork,        // at a site of the incident
    StateServices
};

struct Need {
    NeedKind kind;
    Moment since;                    // from when on it is needed; of UpdateNotice the promise itself
    quint64 count = 0;               // lines, services, recovery times, channels
    QString site{};                  // HoldWork
    QString service{};               // RenewRecovery: the first, empty: all of it
    QString seat{};                  // AnswerCall, FillSeat
    std::optional<LogId> other{};    // JoinOther
    std::optional<EventId> notice{}; // ApproveNotice, DecideDelivery: the oldest
    friend bool operator==(const Need&, const Need&) = default;
};

// Who looks at the board.
struct Viewer {
    std::optional<PersonId> person;
    std::optional<Permission> permission;
    quint64 refused = 0;   // own lines of this incident that were not accepted
    quint64 toConfirm = 0; // services: toConfirm() of servicing.h
};

inline constexpr std::size_t mostNeeds = 3;
// So long before a promised notice it is listed as needed.
inline constexpr Millis promiseNear = std::chrono::minutes(10);

// What this viewer can do now that the incident lacks, the most urgent first, at most mostNeeds: nothing is
// listed that the rules would refuse them. `others`: all incidents known here.
// `now`: what is overdue.
std::vector<Need> needsOf(const Incident& incident, const Organisation& organisation, const Viewer& viewer,
                          const std::vector<const Incident*>& others, Moment now);
// The same without an end: a board has room for three, but nobody is to miss a call for that.
std::vector<Need> allNeedsOf(const Incident& incident, const Organisation& organisation, const Viewer& viewer,
                             const std::vector<const Incident*>& others, Moment now);

} // namespace bongsu
