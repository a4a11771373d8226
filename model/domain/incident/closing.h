// What an incident still lacks before it may be closed.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

using SafetyCheck = std::pair<QString, SafetyAspect>; // of a service, by its key

// The services that this incident is about: those it was declared with and those that anything was stated of.
std::set<QString> servicesOf(const Incident& incident);

// Whether customers' data and security of each of them was looked at: what nobody has stated yet.
std::vector<SafetyCheck> safetyMissing(const Incident& incident);

// The cause is not known, and work goes on where it happened: closing needs a reason. Suspected is known
// enough; a site counts as held while a hold names it, and any hold counts where the incident names no site.
bool isCauseLeftOpen(const Incident& incident);

} // namespace bongsu
