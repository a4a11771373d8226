#include "domain/manual/proposal.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

bool standsBefore(const KnownPerson& a, const KnownPerson& b) {
    return std::tie(a.name, a.person) < std::tie(b.name, b.person);
}

class Proposer {
  public:
    Proposer(const Manual& manual, std::vector<KnownPerson> people, const std::vector<Shift>& running)
        : m_manual(manual), m_people(std::move(people)), m_running(running) {
        std::sort(m_people.begin(), m_people.end(), standsBefore);
    }

    std::vector<SeatProposal> all() {
        std::vector<SeatProposal> proposals;
        for (const ManualSeat& seat : m_manual.seats) {
            proposals.push_back(propose(seat));
        }
        // The commander's seat first: few may command, and any of them could take another seat.
        for (const bool commanders : {true, false}) {
            for (SeatProposal& proposal : proposals) {
                if (proposal.line.empty() && (proposal.seat == commanderSeat) == commanders) {
                    byPermission(proposal);
                }
            }
        }
        return proposals;
    }

  private:
    SeatProposal propose(const ManualSeat& seat) {
        SeatProposal proposal{seat.key};
        std::set<QString> asked{seat.key};
        expand(seat, proposal.line, asked);
        const auto isFree = [this](const ProposedPerson& one) { return !m_first.contains(one.person); };
        const auto first = std::find_if(proposal.line.begin(), proposal.line.end(), isFree);
        if (first != proposal.line.end()) {
            std::rotate(proposal.line.begin(), first, first + 1); // who is taken already stays a successor
        }
        proposal.twice = !proposal.line.empty() && first == proposal.line.end();
        finish(proposal);
        return proposal;
    }

    void finish(SeatProposal& proposal) {
        if (proposal.line.size() > std::size_t(limits::successors) + 1) {
            proposal.line.erase(proposal.line.begin() + limits::successors + 1, proposal.line.end());
        }
        if (!proposal.line.empty()) {
            m_first.insert(proposal.line.front().person);
        }
    }

    // Appends whoever the seat's candidates are, each once. `asked`: seats on the way here (a manual that was
    // read has no circle, but one made otherwise may).
    void expand(const ManualSeat& seat, std::vector<ProposedPerson>& line, std::set<QString>& asked) const {
        for (std::size_t i = 0; i < seat.holders.size(); ++i) {
            const Candidate& candidate = seat.holders[i];
            if (const auto* named = std::get_if<NamedPerson>(&candidate)) {
                const auto reason = i == 0 ? ProposalReason::Named : ProposalReason::Successor;
                append(line, reason, {}, [&](const KnownPerson& one) { return one.name == named->name; });
            } else if (const auto* of = std::get_if<OfDepartment>(&candidate)) {
                expand(of->department, line);
            } else {
                const QString& other = std::get<OfSeat>(candidate).seat;
                const ManualSeat* theirSeat = m_manual.seat(other);
                if (theirSeat && asked.insert(other).second) {
                    std::vector<ProposedPerson> theirs;
                    expand(*theirSeat, theirs, asked);
                    for (const ProposedPerson& one : theirs) {
                        add(line, {one.person, ProposalReason::OfSeat, other});
                    }
                }
            }
        }
    }

    // Whoever is on duty for the department, then who of it is on duty elsewhere, then the others of it.
    void expand(const QString& department, std::vector<ProposedPerson>& line) const {
        for (const bool forIt : {true, false}) {
            for (const KnownPerson& one : m_people) {
                const Shift* shift = mayWrite(one.permission) ? shiftOf(one, department, forIt) : nullptr;
                if (shift && (forIt || one.department == department)) {
                    add(line, {one.person, ProposalReason::OnDuty, department, shift->until});
                }
            }
        }
        append(line, ProposalReason::OfDepartment, department, [&](const KnownPerson& one) {
            return one.department == department && mayWrite(one.permission);
        });
    }

    // The running shift of this person that ends last, for this department or for any other. A roster knows
    // names alone: of several people of one name those of the shift's own department are meant, if any is.
    const Shift* shiftOf(const KnownPerson& person, const QString& department, bool forIt) const {
        const Shift* found = nullptr;
        for (const Shift& shift : m_running) {
            const bool fits = shift.person == person.name && (shift.department == department) == forIt &&
                              means(shift, person);
            if (fits && (!found || shift.until > found->until)) {
                found = &shift;
            }
        }
        return found;
    }
    bool means(const Shift& shift, const KnownPerson& person) const {
        const auto namesakes = std::count_if(m_people.begin(), m_people.end(), [&](const KnownPerson& one) {
            return one.name == shift.person;
        });
        return namesakes == 1 || person.department == shift.department;
    }

    template <class Fits>
    void append(std::vector<ProposedPerson>& line, ProposalReason reason, const QString& through,
                const Fits& fits) const {
        for (const KnownPerson& one : m_people) {
            if (fits(one)) {
                add(line, {one.person, reason, through});
            }
        }
    }
    static void add(std::vector<ProposedPerson>& line, ProposedPerson person) {
        const auto same = [&](const ProposedPerson& one) { return one.person == person.person; };
        if (std::none_of(line.begin(), line.end(), same)) {
            line.push_back(std::move(person));
        }
    }

    // The manual names nobody who is here: whoever has no seat yet and may do it. Nobody is called twice for
    // want of people: an empty seat is said, and seen.
    void byPermission(SeatProposal& proposal) {
        const bool commands = proposal.seat == commanderSeat;
        append(proposal.line, ProposalReason::Permission, {}, [&](const KnownPerson& one) {
            return !m_first.contains(one.person) &&
                   (commands ? mayCommand(one.permission) : mayRespond(one.permission));
        });
        finish(proposal);
    }

    const Manual& m_manual;
    std::vector<KnownPerson> m_people;
    const std::vector<Shift>& m_running;
    std::set<PersonId> m_first;
};

SeatCall callOf(const ManualSeat& seat, const SeatProposal& proposal, const Incident& incident) {
    std::vector<PersonId> line;
    for (const ProposedPerson& one : proposal.line) {
        line.push_back(one.person);
    }
    return callTo(incident, seat.key, line, std::nullopt, &seat);
}

qsizetype bytesOf(const SeatsCalled& called) {
    return encodeBody(called).size();
}

} // namespace

std::vector<SeatProposal> proposeSeats(const Manual& manual, std::vector<KnownPerson> people,
                                       const std::vector<Shift>& running) {
    return Proposer(manual, std::move(people), running).all();
}

bool isVacant(const QString& seat, const Incident& incident) {
    if (seat == commanderSeat && !incident.command.acting) {
        return false;
    }
    const auto known = incident.seats.find(seat);
    return known == incident.seats.end() || (!known->second.holder && !known->second.called);
}

SeatCall callTo(const Incident& incident, const QString& seat, const std::vector<PersonId>& line,
                const std::optional<Millis>& within, const ManualSeat* manual) {
    const auto known = incident.seats.find(seat);
    const bool isKnown = known != incident.seats.end();
    const QString above = manual ? manual->reportsTo : isKnown ? known->second.reportsTo : QString();
    const Millis most = within ? *within : manual ? manual->acceptWithin : usualAcceptWithin;
    return {seat,
            line.front(),
            {line.begin() + 1, line.end()},
            quint64(most.count()),
            isKnown ? std::optional(known->second.setBy) : std::nullopt,
            above.isEmpty() ? std::nullopt : std::optional(above)};
}

std::vector<SeatsCalled> callsOf(const Manual& manual, const std::vector<SeatProposal>& proposals,
                                 const Incident& incident, const std::optional<EventId>& version) {
    // An incident that goes by a manual already goes on with it.
    const auto named = incident.manual.value ? incident.manual.value : version;
    std::vector<SeatsCalled> events;
    for (const SeatProposal& proposal : proposals) {
        const ManualSeat* seat = manual.seat(proposal.seat);
        if (!seat || proposal.line.empty() || !isVacant(proposal.seat, incident)) {
            continue;
        }
        const SeatCall call = callOf(*seat, proposal, incident);
        SeatsCalled fuller = events.empty() ? SeatsCalled{named, {}} : events.back();
        fuller.calls.push_back(call);
        const bool fits = !events.empty() && fuller.calls.size() <= std::size_t(limits::seatCalls) &&
                          bytesOf(fuller) <= limits::partsBytes;
        if (fits) {
            events.back() = std::move(fuller);
        } else {
            events.push_back({named, {call}});
        }
    }
    return events;
}

namespace {

// Pulling in somebody above is to be done by its time like anything else: done, or skipped because it was
// not needed.
std::vector<ManualTask> withEscalations(const ManualSeat& seat, const Manual& manual) {
    std::vector<ManualTask> tasks = seat.tasks;
    for (std::size_t i = 0; i < seat.escalations.size(); ++i) {
        const Escalation& one = seat.escalations[i];
        const ManualSeat* to = manual.seat(one.to);
        if (one.after && to) {
            const auto phrase = [&](Language language) {
                return one.when.in(language) + QStringLiteral(" \u2192 ") + to->name.in(language);
            };
            tasks.push_back({QStringLiteral("escalation %1").arg(i + 1),
                             {phrase(Language::Korean), phrase(Language::English)},
                             one.after});
        }
    }
    return tasks;
}

} // namespace

std::vector<TasksToAdd> tasksOf(const Manual& manual, const Incident& incident, Moment now,
                                Language language) {
    std::set<std::pair<QString, QString>> known; // seat, key
    for (const auto& [key, task] : incident.tasks) {
        known.emplace(task.item.seat.value_or(QString()), task.item.key.value_or(QString()));
    }
    std::vector<TasksToAdd> events;
    qsizetype bytes = 0;
    for (const ManualSeat& seat : manual.seats) {
        for (const ManualTask& task : withEscalations(seat, manual)) {
            if (known.contains({seat.key, task.key})) {
                continue;
            }
            TaskItem item{TaskKind::Task, seat.key, std::nullopt,
                          task.due ? std::optional(now + *task.due) : std::nullopt, task.key};
            constexpr qsizetype heads = 8; // of a list, of a text
            const QString& name = task.name.in(language);
            const qsizetype size = encodeBody(item).size() + name.toUtf8().size() + heads;
            constexpr qsizetype rest = 512; // the line, the other heads
            if (events.empty() || bytes + size > limits::partsBytes - rest ||
                events.back().names.size() == std::size_t(limits::listItems)) {
                events.push_back({});
                bytes = 0;
            }
            events.back().facts.tasks.push_back(std::move(item));
            events.back().names.push_back(name);
            bytes += size;
        }
    }
    return events;
}

} // namespace bongsu
