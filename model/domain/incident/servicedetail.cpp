#include "domain/incident/servicedetail.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace bongsu {

namespace {

bool hasFailed(ServiceState state) {
    return state != ServiceState::Operational && state != ServiceState::Unknown;
}

const ServiceGroup* groupOf(const std::vector<ServiceGroup>& groups, const QString& service) {
    const auto at = std::find_if(groups.begin(), groups.end(), [&](const ServiceGroup& group) {
        return group.whole.line.key.service == service;
    });
    return at == groups.end() ? nullptr : &*at;
}

// The gravest of what is stated of it.
Upstream standingOf(const QString& service, const std::vector<ServiceGroup>& groups) {
    Upstream upstream{service};
    const ServiceGroup* group = groupOf(groups, service);
    if (!group) {
        return upstream;
    }
    const ServiceLine* line = &group->whole.line;
    for (const ServiceView& function : group->functions) {
        const bool graver = hasFailed(function.line.state) && !hasFailed(line->state);
        line = graver ? &function.line : line;
    }
    upstream.state = line->state;
    upstream.since = line->since;
    upstream.failed = hasFailed(line->state);
    return upstream;
}

} // namespace

std::optional<Millis> rtoOf(const CatalogueService& service, const QString& function) {
    for (const CatalogueFunction& one : service.functions) {
        if (one.key == function && one.rto) {
            return one.rto;
        }
    }
    return service.rto;
}

std::optional<RecoveryTarget> targetOf(const ServiceView& view, const Incident& incident, Moment now) {
    const auto rto = view.service ? rtoOf(*view.service, view.line.key.function) : std::nullopt;
    if (!rto) {
        return std::nullopt;
    }
    RecoveryTarget target{*rto};
    if (view.outSince) {
        target.until = *view.outSince + *rto;
        target.left = *target.until - incident.ended.value_or(now);
    }
    return target;
}

std::vector<ServiceGroup> serviceGroups(const std::vector<ServiceView>& views) {
    std::vector<ServiceGroup> groups;
    for (const ServiceView& view : views) {
        const QString& service = view.line.key.service;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ServiceGroup& one) {
            return one.whole.line.key.service == service;
        });
        if (group == groups.end()) {
            ServiceView whole{ServiceLine{ServiceKey{service, {}}, view.line.state}};
            whole.service = view.service;
            groups.push_back({std::move(whole)});
            group = groups.end() - 1;
        }
        if (view.line.key.function.isEmpty()) {
            group->whole = view;
        } else {
            group->functions.push_back(view);
        }
    }
    return groups;
}

std::vector<Upstream> upstreamOf(const QString& service, const std::vector<ServiceGroup>& groups,
                                 const Catalogue& catalogue) {
    std::vector<Upstream> found;
    std::vector<Upstream> further;
    std::set<QString> passed{service}; // catalogues may go round in a circle
    std::deque<std::pair<QString, QString>> open{{service, {}}};
    while (!open.empty()) {
        const auto [key, through] = open.front();
        open.pop_front();
        const CatalogueService* one = catalogue.service(key);
        for (const QString& need : one ? one->needs : std::vector<QString>()) {
            if (!passed.insert(need).second) {
                continue;
            }
            Upstream upstream = standingOf(need, groups);
            upstream.through = through;
            open.emplace_back(need, through.isEmpty() ? need : through);
            if (through.isEmpty()) {
                found.push_back(std::move(upstream));
            } else if (upstream.failed) {
                further.push_back(std::move(upstream));
            }
        }
    }
    found.insert(found.end(), further.begin(), further.end());
    return found;
}

std::vector<SiteRoom> roomFor(const CatalogueService& service, const Incident& incident,
                              const Catalogue& catalogue) {
    const auto holds = [](const std::vector<QString>& list, const QString& key) {
        return std::find(list.begin(), list.end(), key) != list.end();
    };
    std::vector<SiteRoom> rooms;
    for (const QString& site : service.sites) {
        const CatalogueSite* known = catalogue.site(site);
        const bool isHit = holds(incident.sites, site);
        rooms.push_back({site, true, isHit, known && !isHit ? known->sparePercent : 0});
    }
    const auto elsewhere = std::ptrdiff_t(rooms.size());
    for (const CatalogueSite& site : catalogue.sites) {
        if (!holds(service.sites, site.key) && !holds(incident.sites, site.key) && site.sparePercent > 0) {
            rooms.push_back({site.key, false, false, site.sparePercent});
        }
    }
    std::stable_sort(rooms.begin() + elsewhere, rooms.end(),
                     [](const SiteRoom& a, const SiteRoom& b) { return a.sparePercent > b.sparePercent; });
    return rooms;
}

std::vector<std::pair<EventId, Blocker>> blockersOf(const Incident& incident) {
    std::multimap<Moment, const std::pair<const EventId, Blocker>*> bySince;
    for (const auto& one : incident.blockers) {
        bySince.emplace(one.second.since, &one);
    }
    std::vector<std::pair<EventId, Blocker>> blockers;
    for (const auto& [since, one] : bySince) {
        blockers.emplace_back(*one);
    }
    return blockers;
}

std::optional<RecoveryTold> recoveryTold(const TimelineRow& row) {
    const auto* facts = std::get_if<RecoveryExpected>(&row.facts);
    if (!facts) {
        return std::nullopt;
    }
    return RecoveryTold{row.times.told(),
                        facts->at,
                        facts->owner ? facts->owner : row.person,
                        row.text.basis.value_or(QString()),
                        row.text.reason.value_or(QString()),
                        facts->against};
}

} // namespace bongsu
