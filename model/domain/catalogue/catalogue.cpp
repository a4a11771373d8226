#include "domain/catalogue/catalogue.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class T>
const T* found(const std::vector<T>& list, const QString& key) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const T& one) { return one.key == key; });
    return at == list.end() ? nullptr : &*at;
}

bool holds(const std::vector<QString>& list, const QString& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

template <class Wanted>
std::vector<const CatalogueService*> those(const std::vector<CatalogueService>& services,
                                           const Wanted& wanted) {
    std::vector<const CatalogueService*> list;
    for (const CatalogueService& service : services) {
        if (wanted(service)) {
            list.push_back(&service);
        }
    }
    return list;
}

} // namespace

const CatalogueSite* Catalogue::site(const QString& key) const {
    return found(sites, key);
}
const CatalogueDepartment* Catalogue::department(const QString& key) const {
    return found(departments, key);
}
const CatalogueService* Catalogue::service(const QString& key) const {
    return found(services, key);
}

std::vector<const CatalogueService*> Catalogue::servicesAt(const QString& site) const {
    return those(services, [&](const CatalogueService& service) { return holds(service.sites, site); });
}
std::vector<const CatalogueService*> Catalogue::servicesIn(const QString& group) const {
    return those(services, [&](const CatalogueService& service) { return service.group == group; });
}
const CatalogueService* Catalogue::carrying(const QString& mailDomain) const {
    const auto all = those(
        services, [&](const CatalogueService& service) { return holds(service.mailDomains, mailDomain); });
    return all.empty() ? nullptr : all.front();
}
std::vector<const CatalogueService*> Catalogue::dependentsOf(const QString& service) const {
    return those(services, [&](const CatalogueService& other) { return holds(other.needs, service); });
}

} // namespace bongsu
