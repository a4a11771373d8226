#include "domain/incident/closing.h"

#include <algorithm>

namespace bongsu {

std::set<QString> servicesOf(const Incident& incident) {
    std::set<QString> services(incident.services.begin(), incident.services.end());
    for (const auto& [key, status] : incident.serviceStates) {
        services.insert(key.service);
    }
    return services;
}

std::vector<SafetyCheck> safetyMissing(const Incident& incident) {
    std::vector<SafetyCheck> missing;
    for (const QString& service : servicesOf(incident)) {
        for (const SafetyAspect aspect : {SafetyAspect::CustomerData, SafetyAspect::Security}) {
            if (!incident.retro.safety.contains({service, aspect})) {
                missing.emplace_back(service, aspect);
            }
        }
    }
    return missing;
}

bool isCauseLeftOpen(const Incident& incident) {
    if (incident.cause.certainty != Certainty::Investigating) {
        return false;
    }
    const bool allHeld = std::all_of(incident.sites.begin(), incident.sites.end(),
                                     [&](const QString& site) { return incident.holds.contains(site); });
    return !allHeld || incident.holds.empty();
}

} // namespace bongsu
