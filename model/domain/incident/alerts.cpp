#include "domain/incident/alerts.h"

#include "domain/incident/declaring.h"
#include "domain/incident/servicing.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isKnown(const Need& need, const std::vector<Need>& before) {
    return std::any_of(before.begin(), before.end(), [&](const Need& known) {
        return known.kind == need.kind && known.site == need.site && known.seat == need.seat &&
               known.other == need.other && known.count >= need.count;
    });
}

} // namespace

AskedOf askedOf(const Viewer& viewer, const std::map<LogId, quint64>& refused,
                const Organisation& organisation, const Catalogue* catalogue,
                const std::vector<const Incident*>& incidents, Moment now) {
    AskedOf asked;
    for (const Incident* incident : incidents) {
        if (!isOpen(*incident)) {
            continue;
        }
        Viewer here = viewer;
        const auto own = refused.find(incident->id);
        here.refused = own == refused.end() ? 0 : own->second;
        here.toConfirm = here.person ? toConfirm(*incident, organisation, catalogue, *here.person).size() : 0;
        asked.insert_or_assign(incident->id, allNeedsOf(*incident, organisation, here, incidents, now));
    }
    return asked;
}

std::vector<Alert> alertsBetween(const AskedOf& before, const AskedOf& now) {
    std::vector<Alert> alerts;
    for (const auto& [log, needs] : now) {
        const auto known = before.find(log);
        if (known == before.end()) {
            alerts.push_back({log, std::nullopt});
            continue;
        }
        for (const Need& need : needs) {
            if (!isKnown(need, known->second)) {
                alerts.push_back({log, need});
            }
        }
    }
    return alerts;
}

} // namespace bongsu
