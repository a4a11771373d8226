#include "domain/manual/seating.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

const SeatStatus* statusOf(const QString& seat, const Incident& incident) {
    const auto known = incident.seats.find(seat);
    return known == incident.seats.end() ? nullptr : &known->second;
}

std::optional<PersonId> holderOf(const QString& seat, const Incident& incident) {
    if (seat == commanderSeat && !incident.command.acting) {
        return incident.command.person;
    }
    const SeatStatus* status = statusOf(seat, incident);
    return status ? status->holder : std::nullopt;
}

// Of a seat that nobody was called to: whoever took command otherwise holds the commander's.
SeatLine lineNeverCalled(const QString& seat, const Incident& incident) {
    SeatLine line{seat, {EventId::zeros(), incident.declaredAt}, false};
    if (seat == commanderSeat) {
        line.status.since = incident.command.since;
        line.status.holder = holderOf(seat, incident);
    }
    return line;
}

std::vector<QString> seatsOf(const PersonId& person, const Incident& incident) {
    std::vector<QString> seats;
    for (const auto& [seat, status] : incident.seats) {
        const bool waitedFor = status.called && status.called->person == person && !status.called->declined;
        if (status.holder == person || waitedFor) {
            seats.push_back(seat);
        }
    }
    const QString chief = commanderSeat.toString();
    if (holderOf(chief, incident) == person && !incident.seats.contains(chief)) {
        seats.insert(seats.begin(), chief);
    }
    return seats;
}

} // namespace

std::vector<BoardSeat> boardSeats(const Manual* manual, const Incident& incident, Moment now) {
    std::vector<BoardSeat> seats;
    std::vector<SeatLine> known = seatLines(incident, now);
    const auto take = [&](const QString& seat, const ManualSeat* inManual) {
        const auto at =
            std::find_if(known.begin(), known.end(), [&](const SeatLine& line) { return line.seat == seat; });
        seats.push_back({at == known.end() ? lineNeverCalled(seat, incident) : *at, inManual,
                         seat == commanderSeat && incident.command.acting});
        if (at != known.end()) {
            known.erase(at);
        }
    };
    if (!manual || !manual->seat(commanderSeat.toString())) {
        take(commanderSeat.toString(), nullptr);
    }
    if (manual) {
        for (const ManualSeat& seat : manual->seats) {
            take(seat.key, &seat);
        }
    }
    while (!known.empty()) {
        take(known.front().seat, nullptr);
    }
    return seats;
}

std::vector<SeatLine> linesOf(const std::vector<BoardSeat>& seats) {
    std::vector<SeatLine> lines;
    for (const BoardSeat& seat : seats) {
        lines.push_back(seat.line);
    }
    return lines;
}

std::size_t firstSeatFor(const std::vector<BoardSeat>& seats, const std::optional<PersonId>& viewer) {
    const auto first = [&](const auto& isTheirs) {
        return std::find_if(seats.begin(), seats.end(),
                            [&](const BoardSeat& seat) { return viewer && isTheirs(seat.line.status); });
    };
    auto at = first([&](const SeatStatus& status) { return status.holder == viewer; });
    if (at == seats.end()) {
        at = first([&](const SeatStatus& status) {
            return status.called && !status.called->declined && status.called->person == viewer;
        });
    }
    return at == seats.end() ? 0 : std::size_t(at - seats.begin());
}

std::vector<SeatAct> actsFor(const BoardSeat& seat, const std::optional<PersonId>& viewer, bool mayCommand) {
    const SeatStatus& status = seat.line.status;
    const bool waits = status.called && !status.called->declined;
    const bool decides = mayCommand || (viewer && status.holder == viewer);
    std::vector<SeatAct> acts;
    if (waits && viewer) {
        acts.push_back(status.called->person == viewer ? SeatAct::Answer : SeatAct::WriteAnswer);
    }
    if (decides) {
        acts.push_back(status.called   ? SeatAct::CallOther
                       : status.holder ? SeatAct::HandOver
                                       : SeatAct::Call);
    }
    if (decides && !seat.isEmpty() && seat.line.seat != commanderSeat) {
        acts.push_back(SeatAct::Vacate);
    }
    return acts;
}

std::vector<SeatCandidate> candidatesFor(const QString& seat, const Manual* manual,
                                         const std::vector<KnownPerson>& people,
                                         const std::vector<Shift>& running, const Incident& incident) {
    std::vector<ProposedPerson> proposed;
    const auto proposals = manual ? proposeSeats(*manual, people, running) : std::vector<SeatProposal>();
    for (const SeatProposal& one : proposals) {
        if (one.seat == seat) {
            proposed = one.line;
        }
    }
    const SeatStatus* status = statusOf(seat, incident);
    const auto holder = holderOf(seat, incident);
    using Rank = std::tuple<bool, std::size_t, bool, QString, PersonId>;
    std::map<Rank, SeatCandidate> inOrder;
    for (const KnownPerson& person : people) {
        const bool isCalled = status && status->called && status->called->person == person.person;
        if (holder == person.person || (isCalled && !status->called->declined)) {
            continue;
        }
        SeatCandidate candidate{person, std::nullopt, seatsOf(person.person, incident), isCalled};
        const auto at = std::find_if(proposed.begin(), proposed.end(),
                                     [&](const ProposedPerson& one) { return one.person == person.person; });
        if (at != proposed.end()) {
            candidate.proposed = *at;
        }
        const Rank rank(candidate.declined, std::size_t(at - proposed.begin()), !candidate.seats.empty(),
                        person.name, person.person);
        inOrder.emplace(rank, std::move(candidate));
    }
    std::vector<SeatCandidate> candidates;
    for (auto& [rank, candidate] : inOrder) {
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

SeatsCalled callTo(const QString& seat, const PersonId& person, const std::vector<PersonId>& behind,
                   const Manual* manual, const Incident& incident, const std::optional<EventId>& version) {
    const auto holder = holderOf(seat, incident);
    std::vector<PersonId> line{person};
    for (const PersonId& next : behind) {
        const bool known = std::find(line.begin(), line.end(), next) != line.end();
        if (!known && next != holder && line.size() <= std::size_t(limits::successors)) {
            line.push_back(next);
        }
    }
    const ManualSeat* inManual = manual ? manual->seat(seat) : nullptr;
    return {incident.manual.value ? incident.manual.value : version,
            {callTo(incident, seat, line, std::nullopt, inManual)}};
}

} // namespace bongsu
