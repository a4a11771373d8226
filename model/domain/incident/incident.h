// An incident as its log tells it: what rules and summary screens read, and nothing per entry.
#pragma once

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

struct ServiceStatus {
    ServiceState state;
    EventId setBy;
    Moment since; // the claimed time where there is one
    std::optional<Restored> restored;
    friend bool operator==(const ServiceStatus&, const ServiceStatus&) = default;
};

struct ServiceKey {
    QString service;
    QString function; // empty: the whole service
    friend bool operator==(const ServiceKey&, const ServiceKey&) = default;
    friend bool operator<(const ServiceKey& a, const ServiceKey& b) {
        return std::tie(a.service, a.function) < std::tie(b.service, b.function);
    }
};

struct RestorationStatus {
    Restored restored;
    EventId setBy;
    Moment since;
    friend bool operator==(const RestorationStatus&, const RestorationStatus&) = default;
};

struct Blocker {
    std::optional<QString> site;
    std::optional<PersonId> by;
    Moment since;
    friend bool operator==(const Blocker&, const Blocker&) = default;
};

// Somebody who was called to a seat and has not accepted it.
struct Called {
    PersonId person;
    EventId by; // the event that called them: seats.called or seat.passed
    Moment at;
    Millis within;
    std::vector<PersonId> successors{}; // still to be called, in this order
    bool declined = false;

    Moment acceptBy() const { return at + within; }
    friend bool operator==(const Called&, const Called&) = default;
};

// A seat that somebody was called to. The commander's holder is whoever commands.
struct SeatStatus {
    EventId setBy;
    Moment since; // when that was recorded
    QString reportsTo{};
    std::optional<PersonId> holder{};
    std::optional<PersonId> acceptedFor{}; // who wrote down that they accepted, where it was not themselves
    std::optional<Called> called{};
    bool nobody = false; // everybody in line was called, and nobody took it
    friend bool operator==(const SeatStatus&, const SeatStatus&) = default;
};

// What is to be done: who added it with what else, and its place there.
struct TaskKey {
    EventId tasks;
    quint64 index;
    friend bool operator==(const TaskKey&, const TaskKey&) = default;
    friend bool operator<(const TaskKey& a, const TaskKey& b) {
        return std::tie(a.tasks, a.index) < std::tie(b.tasks, b.index);
    }
};
struct TaskStatus {
    TaskItem item;
    EventId setBy;
    Moment since;                         // the claimed time of what last set it
    std::optional<TaskOutcome> outcome{}; // absent: open
    std::optional<PersonId> settledBy{};
    friend bool operator==(const TaskStatus&, const TaskStatus&) = default;
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
    Shared<std::optional<EventId>> manual{std::nullopt, EventId::zeros()};
    std::map<QString, SeatStatus> seats{};
    std::map<TaskKey, TaskStatus> tasks{};
    std::optional<AlertLevel> alertLevel{};
    std::map<AlertLevel, Moment> alertLevels{}; // when each was set last
    ReportStatus report{};
    bool readersLimited = false;
    std::set<PersonId> readers{};
    IncidentCounts counts{};
    NoticesTold told{};
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
