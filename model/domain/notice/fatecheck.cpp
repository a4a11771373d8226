#include "domain/notice/fatecheck.h"

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool isEmpty(const StandsOn& on) {
    return on.services.empty() && on.sites.empty() && on.others.empty();
}

// Everything it would fail with: the services, their sites where all of those are named, sites, others.
std::set<QString> groundsOf(const StandsOn& on, const Catalogue& catalogue) {
    std::set<QString> grounds(on.services.begin(), on.services.end());
    grounds.insert(on.sites.begin(), on.sites.end());
    grounds.insert(on.others.begin(), on.others.end());
    for (const QString& key : on.services) {
        const CatalogueService* service = catalogue.service(key);
        if (service && service->sites.size() == 1) { // at one site alone: it goes with that
            grounds.insert(service->sites.front());
        }
    }
    return grounds;
}

// A channel with several places goes out while one of them stands.
std::set<QString> groundsOf(const Channel& channel, const Catalogue& catalogue) {
    std::set<QString> grounds = groundsOf(channel.standsOn, catalogue);
    if (channel.places.empty()) {
        return grounds;
    }
    std::set<QString> shared = groundsOf(channel.places.front().standsOn, catalogue);
    for (const PublishingPlace& place : channel.places) {
        const std::set<QString> own = groundsOf(place.standsOn, catalogue);
        std::erase_if(shared, [&own](const QString& one) { return !own.contains(one); });
    }
    grounds.merge(shared);
    return grounds;
}

class FateCheck {
  public:
    FateCheck(const Channels& channels, const Catalogue& catalogue)
        : m_channels(channels), m_catalogue(catalogue) {}

    std::vector<FateFinding> find() {
        findWhatLeavesNothing();
        for (const Channel& channel : m_channels.channels) {
            if (!channel.sandbox) {
                look(channel);
            }
        }
        for (const ReliedPath& path : m_channels.paths) {
            look(path.name, path.standsOn);
        }
        std::stable_sort(m_found.begin(), m_found.end(), [](const FateFinding& a, const FateFinding& b) {
            return rankOf(a.risk) < rankOf(b.risk);
        });
        return m_found;
    }

  private:
    static int rankOf(FateRisk risk) { return risk == FateRisk::NothingLeft ? 0 : int(risk); }

    void look(const QString& who, const StandsOn& on) {
        if (isEmpty(on)) {
            m_found.push_back({FateRisk::Undeclared, who, {}});
        }
        for (const QString& service : on.services) {
            if (m_catalogue.service(service)) {
                m_found.push_back({FateRisk::OnOwnService, who, service});
            }
        }
        for (const QString& site : on.sites) {
            if (m_catalogue.site(site)) {
                m_found.push_back({FateRisk::OnOwnSite, who, site});
            }
        }
    }

    void look(const Channel& channel) {
        if (channel.places.empty()) {
            look(channel.key, channel.standsOn);
            return;
        }
        for (const PublishingPlace& place : channel.places) {
            look(channel.key + u'/' + place.key, place.standsOn);
        }
        if (channel.places.size() == 1) {
            m_found.push_back({FateRisk::OnePlace, channel.key, {}});
        }
        findPlacesTogether(channel);
    }

    void findPlacesTogether(const Channel& channel) {
        std::map<QString, int> places;
        for (const PublishingPlace& place : channel.places) {
            for (const QString& ground : groundsOf(place.standsOn, m_catalogue)) {
                ++places[ground];
            }
        }
        for (const auto& [ground, count] : places) {
            if (count > 1) {
                m_found.push_back({FateRisk::PlacesTogether, channel.key, ground});
            }
        }
    }

    void findWhatLeavesNothing() {
        std::optional<std::set<QString>> shared;
        for (const Channel* channel : m_channels.reaching(Audience::Users)) {
            if (channel->sandbox) {
                continue;
            }
            std::set<QString> own = groundsOf(*channel, m_catalogue);
            if (!shared) {
                shared = std::move(own);
            } else {
                std::erase_if(*shared, [&own](const QString& one) { return !own.contains(one); });
            }
        }
        for (const QString& ground : shared.value_or(std::set<QString>())) {
            m_found.push_back({FateRisk::NothingLeft, {}, ground});
        }
    }

    const Channels& m_channels;
    const Catalogue& m_catalogue;
    std::vector<FateFinding> m_found;
};

} // namespace

std::vector<FateFinding> fateFindings(const Channels& channels, const Catalogue& catalogue) {
    return FateCheck(channels, catalogue).find();
}

} // namespace bongsu
