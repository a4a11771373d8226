// Sub-teams: an incident that was joined to another goes on as a team of it, led by whoever commands it.
// Nothing of it is recorded beside the joining, so that the lead is always the one who commands.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

struct Team {
    LogId incident; // the joined one
    PersonId lead;
    bool acting = false; // nobody has accepted its command yet
    Moment since;        // they command
    friend bool operator==(const Team&, const Team&) = default;
};

// Of those that are not over: every one that is handled in `primary`, directly or through another, in the
// order of their being declared. `incidents`: all that this device knows.
std::vector<Team> teamsOf(const std::map<LogId, const Incident*>& incidents, const LogId& primary);

} // namespace bongsu
