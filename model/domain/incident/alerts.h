// What somebody who is not looking at the window must hear of: what is newly needed of them, and new
// incidents.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/incident/board.h"

namespace bongsu {

// What a viewer's boards ask of them at one time: every open incident known here, with all its needs.
using AskedOf = std::map<LogId, std::vector<Need>>;

// `refused`: own lines that were not accepted, by incident. `catalogue` may be null: nobody owns a service.
AskedOf askedOf(const Viewer& viewer, const std::map<LogId, quint64>& refused,
                const Organisation& organisation, const Catalogue* catalogue,
                const std::vector<const Incident*>& incidents, Moment now);

struct Alert {
    LogId log;
    std::optional<Need> need; // nothing: an incident was declared
    friend bool operator==(const Alert&, const Alert&) = default;
};

// What has come between two times. A need with more to it (another line refused) comes again; one that goes
// on does not. Of an incident that is new, its declaration alone: what it needs stands on its board.
std::vector<Alert> alertsBetween(const AskedOf& before, const AskedOf& now);

} // namespace bongsu
