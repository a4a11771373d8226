#include "domain/incident/teams.h"

#include <algorithm>

namespace bongsu {

std::vector<Team> teamsOf(const std::map<LogId, const Incident*>& incidents, const LogId& primary) {
    std::vector<const Incident*> joined;
    for (const auto& [log, incident] : incidents) {
        const bool isOver =
            incident->phase.value == Phase::Resolved || incident->phase.value == Phase::Closed;
        if (log != primary && !isOver && primaryOf(incidents, log) == primary) {
            joined.push_back(incident);
        }
    }
    std::stable_sort(joined.begin(), joined.end(),
                     [](const Incident* a, const Incident* b) { return a->declaredAt < b->declaredAt; });
    std::vector<Team> teams;
    for (const Incident* incident : joined) {
        teams.push_back(
            {incident->id, incident->command.person, incident->command.acting, incident->command.since});
    }
    return teams;
}

} // namespace bongsu
