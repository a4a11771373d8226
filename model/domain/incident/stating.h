// Many services stated at once: a whole site, a group, whatever somebody names.
#pragma once

#include "domain/base/result.h"
#include "domain/catalogue/catalogue.h"
#include "domain/event/incident_facts.h"

namespace bongsu {

struct ServiceChoice {
    std::vector<QString> sites{};
    std::vector<QString> groups{};
    std::vector<QString> services{};
};

// Their keys in the catalogue's order, each once. Refusals not_found (the catalogue does not know one of
// these, or knows no service of it), value.out_of_range (nothing is chosen).
Result<std::vector<QString>> chosenServices(const Catalogue& catalogue, const ServiceChoice& choice);

// As few events as the limits allow. A site is named where nothing but that site was chosen.
std::vector<ServiceStated> statementsOf(const std::vector<QString>& services, ServiceState state,
                                        const ServiceChoice& choice);

} // namespace bongsu
