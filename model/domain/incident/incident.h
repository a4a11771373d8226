// An incident as its log tells it: what rules and summary screens read, and nothing per entry.
#pragma once

#include "domain/incident/committee.h"
#include "domain/incident/dutystatus.h"
#include "domain/incident/noticestatus.h"
#include "domain/incident/pagestatus.h"
#include "domain/incident/retrostatus.h"
#include "domain/incident/seatstatus.h"
#include "domain/incident/servicestatus.h"
#include "domain/organisation/organisation.h"

#include <set>

namespace bongsu {

struct Command {
    PersonId person;
    EventId setBy;
    Moment since;
    bool acting; // by declaring, until somebody takes command
    friend bool operator==(const Command&, const Command&) = default;
};

// The newest situation report.
struct ReportStatus {
    quint64 number = 0; // 0: none was issued
    EventId event = EventId::zeros();
    EventId upTo = EventId::zeros();
    Moment at{}; // recorded
    friend bool operator==(const ReportStatus&, const ReportStatus&) = default;
};

// A shared value and the event that last set it, which the next change must name.
template <class T>
struct Shared {
    T value;
    EventId setBy;
    friend bool operator==(const Shared&, const Shared&) = default;
};

// When users were told, in the order of the record.
struct NoticesTold {
    std::optional<Moment> first;
    std::optional<Moment> last;
    std::optional<NoticeStage> stage; // of the last one that names it
    std::optional<Moment> contact;    // the first that names where to ask
    // The first that was sent elsewhere and names its stage: what happened and what is done about it.
    std::optional<Moment> elsewhere{};
    std::optional<Moment> compensated{}; // the first about compensation
    // Of notices that this program sent: since when each of the statutory three stands in a text to users.
    std::map<Disclosure, Moment> disclosed{};
    std::optional<Moment> nextUpdate{}; // promised by the newest that went out
    quint64 promisedBy = 0;             // its place among those approved
    friend bool operator==(const NoticesTold&, const NoticesTold&) = default;
};

// Somebody who wrote in the record.
struct Participation {
    quint64 acts = 0;
    Moment last{}; // recorded
    friend bool operator==(const Participation&, const Participation&) = default;
};

// What people count at a glance.
struct IncidentCounts {
    quint64 lines = 0;
    quint64 decisions = 0;
    quint64 notices = 0;
    friend bool operator==(const IncidentCounts&, const IncidentCounts&) = default;
};

struct Incident {
    LogId id;
    EventId declaredBy; // the event
    std::optional<PersonId> declarer;
    Moment declaredAt;
    Shared<Grade> grade;
    Shared<Phase> phase;
    Command command;
    Shared<std::optional<LogId>> joinedInto;
    EventId meetingSetBy;
    std::optional<QString> failureType{};
    std::vector<QString> sites{};
    std::vector<QString> services{};
    bool drill = false;
    std::optional<Moment> began{};
    std::optional<Moment> ended{};
    std::optional<quint64> severity{};
    std::map<QString, Hold> holds{};
    std::map<ServiceKey, ServiceStatus> serviceStates{};
    std::map<QString, RestorationStatus> restorations{}; // by site, "" where none was named
    std::map<EventId, Blocker> blockers{};               // open ones
    std::map<ImpactKey, ImpactStatus> impacts{};
    CauseStatus cause{};
    std::map<ServiceKey, RecoveryStatus> recoveries{}; // the key without a service: all of it
    Shared<std::optional<EventId>> manual{std::nullopt, EventId::zeros()};
    std::map<QString, SeatStatus> seats{};
    std::map<TaskKey, TaskStatus> tasks{};
    std::optional<AlertLevel> alertLevel{};
    std::map<AlertLevel, Moment> alertLevels{}; // when each was set last
    ReportStatus report{};
    std::map<EventId, Meeting> meetings{}; // of the committee, by what called them
    std::map<EventId, Motion> motions{};
    std::map<EventId, ResourceStatus> resources{};
    PeriodStatus period{};
    bool readersLimited = false;
    std::set<PersonId> readers{};
    IncidentCounts counts{};
    NoticesTold told{};
    std::map<EventId, NoticeStatus> notices{}; // by their proposal
    NoticesApproved approved{};
    std::map<PageTarget, PageStatus> pages{}; // of the newest call of each
    std::map<QString, DutyStatus> duties{};   // that the record says something of
    RetroStatus retro{};
    std::map<PersonId, Participation> people{}; // at most limits::persons
    std::map<DeviceId, quint64> deviceSeqs{};
    bool beyondThisVersion = false; // an unknown critical kind: recorded, not verified from there on

    friend bool operator==(const Incident&, const Incident&) = default;
};

// Whoever the call of a seat goes to next: the first in line whose device still counts. Nothing: nobody is
// left, or nobody is called.
std::optional<PersonId> nextInLine(const SeatStatus& seat, const Authority& authority);

// Command powers in this incident: who commands it, and the organisation's commanders and admins.
bool commands(const Incident& incident, const PersonId& person, Permission permission);

// An act that only the emergency allows: its author commands without being a commander of the organisation.
bool isEmergencyAct(const Incident& incident, const Author& author);

bool mayRead(const Incident& incident, const PersonId& person, Permission permission);

// The incident this one is handled in: itself unless joined; of a circle the smallest id.
LogId primaryOf(const std::map<LogId, const Incident*>& incidents, const LogId& incident);

} // namespace bongsu
