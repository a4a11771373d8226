#include "domain/incident/stating.h"

#include "domain/base/limits.h"

#include <set>

namespace bongsu {

Result<std::vector<QString>> chosenServices(const Catalogue& catalogue, const ServiceChoice& choice) {
    std::set<QString> chosen;
    const auto take = [&](const std::vector<const CatalogueService*>& services) {
        for (const CatalogueService* service : services) {
            chosen.insert(service->key);
        }
        return !services.empty();
    };
    for (const QString& site : choice.sites) {
        if (!take(catalogue.servicesAt(site))) {
            return refuse(refusal::notFound, site.toUtf8());
        }
    }
    for (const QString& group : choice.groups) {
        if (group.isEmpty() || !take(catalogue.servicesIn(group))) {
            return refuse(refusal::notFound, group.toUtf8());
        }
    }
    for (const QString& key : choice.services) {
        const CatalogueService* service = catalogue.service(key);
        if (!service || !take({service})) {
            return refuse(refusal::notFound, key.toUtf8());
        }
    }
    std::vector<QString> inOrder;
    for (const CatalogueService& service : catalogue.services) {
        if (chosen.contains(service.key)) {
            inOrder.push_back(service.key);
        }
    }
    return inOrder.empty() ? refuse(refusal::outOfRange, "service") : Result<std::vector<QString>>(inOrder);
}

std::vector<ServiceStated> statementsOf(const std::vector<QString>& services, ServiceState state,
                                        const ServiceChoice& choice) {
    const bool oneSite = choice.sites.size() == 1 && choice.groups.empty() && choice.services.empty();
    std::vector<ServiceStated> events;
    for (const QString& service : services) {
        if (events.empty() || events.back().services.size() == std::size_t(limits::listItems)) {
            ServiceStated facts;
            facts.state = state;
            facts.site = oneSite ? std::optional(choice.sites.front()) : std::nullopt;
            events.push_back(facts);
        }
        events.back().services.push_back(service);
    }
    return events;
}

} // namespace bongsu
