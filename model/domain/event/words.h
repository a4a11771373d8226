// The closed vocabularies that facts use. Numbers are signed: once released they never change meaning.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace bongsu {

enum class Permission {
    Viewer = 1,
    Scribe,
    Responder,
    Communications,
    Commander,
    Auditor,
    Admin,
    Last = Admin
};

// One to five fires.
enum class Grade { Watch = 1, Minor, Partial, Major, Total, Last = Total };

enum class Phase { Responding = 1, Recovering, Monitoring, Resolved, Closed, Last = Closed };

// Who says so. Absent in a body: recorded here, as it happened.
enum class Source { Official = 1, Press, Company, Opinion, Reconstructed, Last = Reconstructed };

enum class NoteKind { Observation = 1, Call, Request, Last = Request };

enum class ServiceState {
    Operational = 1,
    Degraded,
    PartialOutage,
    MajorOutage,
    Recovering,
    Unknown,
    Last = Unknown
};

enum class NoticeStage { Investigating = 1, Identified, Monitoring, Resolved, Correction, Last = Correction };

enum class CountUnit { Servers = 1, Percent, Users, Services, Last = Services };

// What an attachment is, by its first bytes.
enum class Media { Jpeg = 1, Png, Pdf, Text, Last = Text };

// A government's alert level for a disaster (위기경보): 관심, 주의, 경계, 심각.
enum class AlertLevel { Attention = 1, Caution, Alert, Serious, Last = Serious };

enum class SeatAnswer { Accepted = 1, Declined, Last = Declined };

// Why a call goes on to the next: nobody answered in time, a no, or no device of theirs counts any more.
enum class PassCause { Unanswered = 1, Declined, Gone, Last = Gone };

// Demand: what an authority asked for. Request: what somebody of our own needs (people, machines, room).
enum class TaskKind { Task = 1, Demand, Request, Last = Request };

enum class TaskOutcome { Done = 1, Skipped, Reopened, Last = Reopened };

// How sure people are of what caused it.
enum class Certainty { Investigating = 1, Suspected, Confirmed, Last = Confirmed };

// Whether a member of the committee comes (응소).
enum class Attendance { Coming = 1, Present, Absent, Last = Absent };

// What a committee is asked: anything, to declare a disaster (재해선언), to fail over to another site (DR
// 전환).
enum class MotionKind { General = 1, Disaster, Failover, Last = Failover };

enum class Vote { For = 1, Against, Abstained, Last = Abstained };

enum class MotionOutcome { Carried = 1, Rejected, Dropped, Last = Dropped };

// What a response runs short of.
enum class ResourceKind { People = 1, Equipment, Room, Budget, Last = Budget };

enum class ResourceOutcome { Granted = 1, Declined, Provided, Dropped, Last = Dropped };

// The words of the command line and of files for each value: "watch", "major_outage", …; never translated.
template <class Enum>
struct Words;

template <>
struct Words<Permission> {
    static constexpr std::array all{"viewer",    "scribe",  "responder", "communications",
                                    "commander", "auditor", "admin"};
};
template <>
struct Words<Grade> {
    static constexpr std::array all{"watch", "minor", "partial", "major", "total"};
};
template <>
struct Words<Phase> {
    static constexpr std::array all{"responding", "recovering", "monitoring", "resolved", "closed"};
};
template <>
struct Words<Source> {
    static constexpr std::array all{"official", "press", "company", "opinion", "reconstructed"};
};
template <>
struct Words<NoteKind> {
    static constexpr std::array all{"observation", "call", "request"};
};
template <>
struct Words<ServiceState> {
    static constexpr std::array all{"operational",  "degraded",   "partial_outage",
                                    "major_outage", "recovering", "unknown"};
};
template <>
struct Words<NoticeStage> {
    static constexpr std::array all{"investigating", "identified", "monitoring", "resolved", "correction"};
};
template <>
struct Words<CountUnit> {
    static constexpr std::array all{"servers", "percent", "users", "services"};
};
template <>
struct Words<Media> {
    static constexpr std::array all{"jpeg", "png", "pdf", "text"};
};
template <>
struct Words<AlertLevel> {
    static constexpr std::array all{"attention", "caution", "alert", "serious"};
};
template <>
struct Words<SeatAnswer> {
    static constexpr std::array all{"accepted", "declined"};
};
template <>
struct Words<PassCause> {
    static constexpr std::array all{"unanswered", "declined", "gone"};
};
template <>
struct Words<TaskKind> {
    static constexpr std::array all{"task", "demand", "request"};
};
template <>
struct Words<TaskOutcome> {
    static constexpr std::array all{"done", "skipped", "reopened"};
};

template <>
struct Words<Certainty> {
    static constexpr std::array all{"investigating", "suspected", "confirmed"};
};
template <>
struct Words<Attendance> {
    static constexpr std::array all{"coming", "present", "absent"};
};
template <>
struct Words<MotionKind> {
    static constexpr std::array all{"general", "disaster", "failover"};
};
template <>
struct Words<Vote> {
    static constexpr std::array all{"for", "against", "abstained"};
};
template <>
struct Words<MotionOutcome> {
    static constexpr std::array all{"carried", "rejected", "dropped"};
};
template <>
struct Words<ResourceKind> {
    static constexpr std::array all{"people", "equipment", "room", "budget"};
};
template <>
struct Words<ResourceOutcome> {
    static constexpr std::array all{"granted", "declined", "provided", "dropped"};
};

// Every vocabulary counts from 1; "?" for a value outside it.
template <class Enum>
const char* wordOf(Enum value) {
    const auto index = std::size_t(value) - 1;
    return index < Words<Enum>::all.size() ? Words<Enum>::all[index] : "?";
}

template <class Enum>
std::optional<Enum> fromWord(QByteArrayView word) {
    for (std::size_t i = 0; i < Words<Enum>::all.size(); ++i) {
        if (word == QByteArrayView(Words<Enum>::all[i])) {
            return Enum(i + 1);
        }
    }
    return std::nullopt;
}

} // namespace bongsu
