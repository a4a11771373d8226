#include "domain/notice/sharedfate.h"

#include "domain/notice/render.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool isOut(const Incident& incident, const QString& service) {
    bool isStated = false;
    for (const auto& [key, status] : incident.serviceStates) {
        if (key.service != service) {
            continue;
        }
        isStated = true;
        if (status.state == ServiceState::MajorOutage || status.state == ServiceState::PartialOutage) {
            return true;
        }
    }
    return !isStated && contains(incident.services, service);
}

bool isDown(const Incident& incident, const Catalogue& catalogue, const QString& key) {
    if (isOut(incident, key)) {
        return true;
    }
    const CatalogueService* service = catalogue.service(key);
    return service && !service->sites.empty() &&
           std::all_of(service->sites.begin(), service->sites.end(),
                       [&](const QString& site) { return contains(incident.sites, site); });
}

} // namespace

std::optional<SharedFate> sharedFate(const StandsOn& standsOn, const Incident& incident,
                                     const Catalogue& catalogue) {
    for (const QString& service : standsOn.services) {
        if (isDown(incident, catalogue, service)) {
            return SharedFate{SharedFate::What::Service, service};
        }
    }
    for (const QString& site : standsOn.sites) {
        if (contains(incident.sites, site)) {
            return SharedFate{SharedFate::What::Site, site};
        }
    }
    return std::nullopt;
}

std::vector<QString> channelsFor(const Channels& channels, const Incident& incident,
                                 const Catalogue& catalogue) {
    std::vector<QString> keys;
    for (const Channel& channel : channels.channels) {
        const bool isMeant = channel.sandbox == incident.drill && takesNotices(channel);
        if (isMeant && contains(channel.audiences, Audience::Users) &&
            !sharedFate(channel.standsOn, incident, catalogue)) {
            keys.push_back(channel.key);
        }
    }
    return keys;
}

std::vector<Outgoing> outgoingsOf(const std::vector<QString>& chosen, const Channels& channels,
                                  const Incident& incident, const Catalogue& catalogue) {
    std::vector<Outgoing> outgoings;
    const auto add = [&](const Channel& channel, const std::optional<QString>& standsInFor) {
        const bool isThere = std::any_of(outgoings.begin(), outgoings.end(),
                                         [&](const Outgoing& one) { return one.channel == channel.key; });
        if (!isThere) {
            outgoings.push_back({channel.key, audienceOf(channel), {}, standsInFor});
        }
    };
    for (const QString& key : chosen) {
        if (const Channel* channel = channels.channel(key)) {
            add(*channel, std::nullopt);
        }
    }
    const std::size_t first = outgoings.size();
    for (std::size_t i = 0; i < first; ++i) {
        const QString before = outgoings[i].channel;
        const Channel* instead = channels.channel(channels.channel(before)->fallback);
        if (instead && instead->sandbox == incident.drill &&
            !sharedFate(instead->standsOn, incident, catalogue)) {
            add(*instead, before);
        }
    }
    return outgoings;
}

} // namespace bongsu
