// The seats of an incident and what is to be done, as its state holds them.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/seat_facts.h"

#include <tuple>

namespace bongsu {

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
    bool byMessage = false;                // they accepted by return message
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

} // namespace bongsu
