#include "domain/incident/incident.h"

#include <algorithm>

namespace bongsu {

std::optional<PersonId> nextInLine(const SeatStatus& seat, const Authority& authority) {
    if (!seat.called) {
        return std::nullopt;
    }
    const auto& line = seat.called->successors;
    const auto next = std::find_if(line.begin(), line.end(),
                                   [&](const PersonId& person) { return authority.isActive(person); });
    return next == line.end() ? std::nullopt : std::optional(*next);
}

bool commands(const Incident& incident, const PersonId& person, Permission permission) {
    return incident.command.person == person || mayCommand(permission);
}

bool isEmergencyAct(const Incident& incident, const Author& author) {
    return author.person && author.permission && incident.command.person == *author.person &&
           !mayCommand(*author.permission);
}

bool mayRead(const Incident& incident, const PersonId& person, Permission permission) {
    return !incident.readersLimited || incident.readers.contains(person) || mayCommand(permission) ||
           permission == Permission::Auditor || incident.command.person == person;
}

LogId primaryOf(const std::map<LogId, const Incident*>& incidents, const LogId& incident) {
    std::set<LogId> passed;
    LogId at = incident;
    while (passed.insert(at).second) {
        const auto it = incidents.find(at);
        if (it == incidents.end() || !it->second->joinedInto.value) {
            return at;
        }
        at = *it->second->joinedInto.value;
    }
    // A circle: two commanders joined each other's. Every member of it gives the same answer, its smallest
    // id.
    LogId smallest = at;
    for (LogId next = *incidents.at(at)->joinedInto.value; next != at;
         next = *incidents.at(next)->joinedInto.value) {
        smallest = std::min(smallest, next);
    }
    return smallest;
}

} // namespace bongsu
