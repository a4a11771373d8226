// Seats and tasks of an incident as people list them.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

// How a seat of an incident stands, and the seat as people list it.
enum class SeatState { Held = 1, Called, Declined, Nobody, Empty, Last = Empty };
template <>
struct Words<SeatState> {
    static constexpr std::array all{"held", "called", "declined", "nobody", "empty"};
};
// Held while somebody holds it, whoever else is called to it. Nobody: all in line were called, and nobody
// took it.
SeatState stateOf(const SeatStatus& seat);

struct SeatLine {
    QString seat;
    SeatStatus status;
    bool overdue = false; // whoever was called has not answered in time, and nobody has passed it on yet
    friend bool operator==(const SeatLine&, const SeatLine&) = default;
};
// The commander's first, then by their keys. Empty: nobody was called to any.
std::vector<SeatLine> seatLines(const Incident& incident, Moment now);

struct SeatCounts {
    int held = 0;
    int called = 0; // and not held by anybody yet
    int empty = 0;
    friend bool operator==(const SeatCounts&, const SeatCounts&) = default;
};
SeatCounts countSeats(const std::vector<SeatLine>& lines);

// The seats that this person is called to and has not answered, the longest waiting first.
std::vector<SeatLine> callsFor(const Incident& incident, const PersonId& person, Moment now);

// How many report to one seat before it needs somebody between (span of control).
inline constexpr int widestSpan = 7;
// Seats that more than widestSpan others report to, held or called; with how many. `teams`: how many joined
// incidents report to the commander beside them.
std::vector<std::pair<QString, int>> tooWide(const Incident& incident, std::size_t teams = 0);

// What is to be done, as people list it.
struct TaskLine {
    TaskKey key;
    TaskStatus status;
    bool overdue = false;
    bool mine = false; // the viewer's own, or of a seat that they hold
    friend bool operator==(const TaskLine&, const TaskLine&) = default;
};
// Open ones: the viewer's first, then what is due first; without a time last.
std::vector<TaskLine> openTasks(const Incident& incident, const std::optional<PersonId>& viewer, Moment now);

} // namespace bongsu
