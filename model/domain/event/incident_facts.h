// The facts of an incident's log. What people wrote stands in the text part, never here.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

// `to` equals `from` where the count is exact.
struct CountRange {
    quint64 from = 0;
    quint64 to = 0;
    friend bool operator==(const CountRange&, const CountRange&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &CountRange::from), field(2, &CountRange::to)};
    }
};

struct Restored {
    CountUnit unit = CountUnit::Servers;
    CountRange done{};
    std::optional<quint64> total{};
    std::optional<CountRange> inProgress{};
    friend bool operator==(const Restored&, const Restored&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &Restored::unit), field(2, &Restored::done), field(3, &Restored::total),
                          field(4, &Restored::inProgress)};
    }
};

struct IncidentDeclared {
    static constexpr KindInfo kind{"incident.declared", 1, true, LogType::Incident};
    Grade grade = Grade::Watch;
    std::optional<QString> failureType{};
    std::vector<QString> sites{};
    std::vector<QString> services{};
    bool drill = false;
    std::optional<Moment> began{};
    std::optional<Moment> ended{};
    std::optional<quint64> severity{}; // an organisation's own number, shown beside the grade
    static constexpr auto fields() {
        return std::tuple{field(1, &IncidentDeclared::grade), field(2, &IncidentDeclared::failureType),
                          field(3, &IncidentDeclared::sites), field(4, &IncidentDeclared::services),
                          field(5, &IncidentDeclared::drill), field(6, &IncidentDeclared::began),
                          field(7, &IncidentDeclared::ended), field(8, &IncidentDeclared::severity)};
    }
};

struct IncidentJoined {
    static constexpr KindInfo kind{"incident.joined", 1, true, LogType::Incident};
    LogId into = LogId::zeros();
    EventId against =
        EventId::zeros(); // what last set where this incident belongs: its declaration or a joining
    static constexpr auto fields() {
        return std::tuple{field(1, &IncidentJoined::into), field(2, &IncidentJoined::against)};
    }
};

struct CommandTaken {
    static constexpr KindInfo kind{"command.taken", 1, true, LogType::Incident};
    EventId against = EventId::zeros(); // what made the commander there was
    static constexpr auto fields() { return std::tuple{field(1, &CommandTaken::against)}; }
};

struct GradeChanged {
    static constexpr KindInfo kind{"grade.changed", 1, false, LogType::Incident};
    Grade grade = Grade::Watch;
    EventId against = EventId::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &GradeChanged::grade), field(2, &GradeChanged::against)};
    }
};

struct PhaseChanged {
    static constexpr KindInfo kind{"phase.changed", 1, false, LogType::Incident};
    Phase phase = Phase::Responding;
    EventId against = EventId::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &PhaseChanged::phase), field(2, &PhaseChanged::against)};
    }
};

// The place itself (a number, a room, a link) stands in the text.
struct MeetingSet {
    static constexpr KindInfo kind{"meeting.set", 1, false, LogType::Incident};
    EventId against = EventId::zeros(); // the last MeetingSet, or the declaration
    static constexpr auto fields() { return std::tuple{field(1, &MeetingSet::against)}; }
};

struct ServiceStated {
    static constexpr KindInfo kind{"service.stated", 1, false, LogType::Incident};
    Line line{};
    std::vector<QString> services{};
    std::optional<QString> function{}; // a part of each service: 문자, 사진
    ServiceState state = ServiceState::Unknown;
    std::optional<QString> site{};
    std::optional<Restored> restored{};
    static constexpr auto fields() {
        return std::tuple{field(1, &ServiceStated::line),     field(2, &ServiceStated::services),
                          field(3, &ServiceStated::function), field(4, &ServiceStated::state),
                          field(5, &ServiceStated::site),     field(6, &ServiceStated::restored)};
    }
};

struct RestorationCounted {
    static constexpr KindInfo kind{"restoration.counted", 1, false, LogType::Incident};
    Line line{};
    std::optional<QString> site{};
    Restored restored{};
    static constexpr auto fields() {
        return std::tuple{field(1, &RestorationCounted::line), field(2, &RestorationCounted::site),
                          field(3, &RestorationCounted::restored)};
    }
};

// Deltas; until the first one everybody in the organisation reads the incident.
struct ReadersSet {
    static constexpr KindInfo kind{"readers.set", 1, true, LogType::Incident};
    std::vector<PersonId> added{};
    std::vector<PersonId> removed{};
    static constexpr auto fields() {
        return std::tuple{field(1, &ReadersSet::added), field(2, &ReadersSet::removed)};
    }
};

// The first entry of an incident's log in a new epoch.
struct LogRebased {
    static constexpr KindInfo kind{"log.rebased", 1, true, LogType::Incident};
    EpochId epoch = EpochId::zeros();
    quint64 baseSeq = 0;
    EntryHash baseHash = EntryHash::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &LogRebased::epoch), field(2, &LogRebased::baseSeq),
                          field(3, &LogRebased::baseHash)};
    }
};

} // namespace bongsu
