// The facts of who takes which seat in an incident, and of what is theirs to do.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

// The seat of whoever commands the incident.
inline constexpr QStringView commanderSeat = u"commander";

// Somebody called to a seat, and who is called after them.
struct SeatCall {
    QString seat{};
    PersonId person = PersonId::zeros();
    std::vector<PersonId> successors{}; // in the order of their being called
    quint64 acceptWithinMs = 0;         // counted from recordedAt
    std::optional<EventId> against{};   // what last set the seat; absent: nothing has
    std::optional<QString> reportsTo{}; // a seat; absent: the commander
    friend bool operator==(const SeatCall&, const SeatCall&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &SeatCall::seat),       field(2, &SeatCall::person),
                          field(3, &SeatCall::successors), field(4, &SeatCall::acceptWithinMs),
                          field(5, &SeatCall::against),    field(6, &SeatCall::reportsTo)};
    }
};

// One act calls any number of people. Whoever holds a seat keeps it until the one called accepts.
struct SeatsCalled {
    static constexpr KindInfo kind{"seats.called", 1, true, LogType::Incident};
    std::optional<EventId> manual{}; // the document.published whose seats these are
    std::vector<SeatCall> calls{};
    static constexpr auto fields() {
        return std::tuple{field(1, &SeatsCalled::manual), field(2, &SeatsCalled::calls)};
    }
};

// By the one who was called, or written down by somebody else who heard it on the phone.
struct SeatAnswered {
    static constexpr KindInfo kind{"seat.answered", 1, true, LogType::Incident};
    QString seat{};
    EventId against = EventId::zeros(); // the call: what last set the seat
    SeatAnswer answer = SeatAnswer::Accepted;
    std::optional<PersonId> person{}; // who answered, where it is not the author
    static constexpr auto fields() {
        return std::tuple{field(1, &SeatAnswered::seat), field(2, &SeatAnswered::against),
                          field(3, &SeatAnswered::answer), field(4, &SeatAnswered::person)};
    }
};

// The call goes to the next in line, or ends with nobody. By a relay, once it is due.
struct SeatPassed {
    static constexpr KindInfo kind{"seat.passed", 1, true, LogType::Incident};
    QString seat{};
    EventId against = EventId::zeros(); // the call that nobody took
    PassCause cause = PassCause::Unanswered;
    std::optional<PersonId> to{}; // absent: nobody is left
    friend bool operator==(const SeatPassed&, const SeatPassed&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &SeatPassed::seat), field(2, &SeatPassed::against),
                          field(3, &SeatPassed::cause), field(4, &SeatPassed::to)};
    }
};

// Nobody holds the seat any more, and nobody is called to it. Never the commander's.
struct SeatVacated {
    static constexpr KindInfo kind{"seat.vacated", 1, true, LogType::Incident};
    QString seat{};
    EventId against = EventId::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &SeatVacated::seat), field(2, &SeatVacated::against)};
    }
};

// The manual that this incident goes by; its words do not change with a later version.
struct ManualAttached {
    static constexpr KindInfo kind{"manual.attached", 1, false, LogType::Incident};
    EventId manual = EventId::zeros();  // a document.published
    EventId against = EventId::zeros(); // what attached the one before, or the declaration
    static constexpr auto fields() {
        return std::tuple{field(1, &ManualAttached::manual), field(2, &ManualAttached::against)};
    }
};

// Something to do. What it is stands in the text.
struct TaskItem {
    TaskKind taskKind = TaskKind::Task;
    std::optional<QString> seat{};    // whoever holds it
    std::optional<PersonId> person{}; // or this one
    std::optional<Moment> due{};
    std::optional<QString> key{}; // of the manual's task
    friend bool operator==(const TaskItem&, const TaskItem&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &TaskItem::taskKind), field(2, &TaskItem::seat),
                          field(3, &TaskItem::person), field(4, &TaskItem::due), field(5, &TaskItem::key)};
    }
};

// What each is stands in the text's options, in the same order.
struct TasksAdded {
    static constexpr KindInfo kind{"tasks.added", 1, false, LogType::Incident};
    Line line{};
    std::vector<TaskItem> tasks{};
    static constexpr auto fields() {
        return std::tuple{field(1, &TasksAdded::line), field(2, &TasksAdded::tasks)};
    }
};

// Done, skipped (the reason stands in the text) or open again.
struct TaskSettled {
    static constexpr KindInfo kind{"task.settled", 1, false, LogType::Incident};
    Line line{};
    EventId tasks = EventId::zeros(); // the tasks.added
    quint64 index = 0;                // from 0
    TaskOutcome outcome = TaskOutcome::Done;
    EventId against = EventId::zeros(); // what last set the task: its tasks.added or a task.settled
    static constexpr auto fields() {
        return std::tuple{field(1, &TaskSettled::line), field(2, &TaskSettled::tasks),
                          field(3, &TaskSettled::index), field(4, &TaskSettled::outcome),
                          field(5, &TaskSettled::against)};
    }
};

} // namespace bongsu
