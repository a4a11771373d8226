#include "domain/incident/seats.h"

#include <algorithm>

namespace bongsu {

SeatState stateOf(const SeatStatus& seat) {
    if (seat.holder) {
        return SeatState::Held;
    }
    if (seat.called) {
        return seat.called->declined ? SeatState::Declined : SeatState::Called;
    }
    return seat.nobody ? SeatState::Nobody : SeatState::Empty;
}

std::vector<SeatLine> seatLines(const Incident& incident, Moment now) {
    std::vector<SeatLine> lines;
    for (const auto& [seat, status] : incident.seats) {
        const bool overdue = status.called && !status.called->declined && now >= status.called->acceptBy();
        lines.push_back({seat, status, overdue});
    }
    std::stable_partition(lines.begin(), lines.end(),
                          [](const SeatLine& line) { return line.seat == commanderSeat; });
    return lines;
}

SeatCounts countSeats(const std::vector<SeatLine>& lines) {
    SeatCounts counts;
    for (const SeatLine& line : lines) {
        ++(line.status.holder ? counts.held : line.status.called ? counts.called : counts.empty);
    }
    return counts;
}

std::vector<SeatLine> callsFor(const Incident& incident, const PersonId& person, Moment now) {
    std::vector<SeatLine> calls = seatLines(incident, now);
    std::erase_if(calls, [&](const SeatLine& line) {
        const auto& called = line.status.called;
        return !called || called->person != person || called->declined;
    });
    std::stable_sort(calls.begin(), calls.end(), [](const SeatLine& a, const SeatLine& b) {
        return a.status.called->at < b.status.called->at;
    });
    return calls;
}

std::vector<std::pair<QString, int>> tooWide(const Incident& incident, std::size_t teams) {
    std::map<QString, int> reporting{{commanderSeat.toString(), int(teams)}};
    for (const auto& [seat, status] : incident.seats) {
        if (seat != commanderSeat && (status.holder || status.called)) {
            ++reporting[status.reportsTo.isEmpty() ? commanderSeat.toString() : status.reportsTo];
        }
    }
    std::erase_if(reporting, [](const auto& one) { return one.second <= widestSpan; });
    return {reporting.begin(), reporting.end()};
}

// Whoever commands has the commander's tasks, though nobody may ever have been called to that seat.
static bool hasTask(const Incident& incident, const TaskItem& item, const PersonId& person) {
    if (item.person || !item.seat) {
        return item.person == person;
    }
    if (*item.seat == commanderSeat) {
        return incident.command.person == person;
    }
    const auto seat = incident.seats.find(*item.seat);
    return seat != incident.seats.end() && seat->second.holder == person;
}

std::vector<TaskLine> openTasks(const Incident& incident, const std::optional<PersonId>& viewer, Moment now) {
    using Rank = std::tuple<bool, bool, Moment>; // others', without a time, when
    std::multimap<Rank, TaskLine> inOrder;
    for (const auto& [key, task] : incident.tasks) {
        if (task.outcome) {
            continue;
        }
        const auto& due = task.item.due;
        const bool mine = viewer && hasTask(incident, task.item, *viewer);
        inOrder.emplace(Rank(!mine, !due, due.value_or(Moment{})),
                        TaskLine{key, task, due && now >= *due, mine});
    }
    std::vector<TaskLine> lines;
    for (const auto& [rank, line] : inOrder) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace bongsu
