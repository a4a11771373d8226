#include "statuspage/told.h"

#include "domain/base/hash.h"
#include "statuspage/harmless.h"
#include "statuspage/publicstate.h"

#include <algorithm>

namespace bongsu {

namespace {

// Of the public name: a key may be an internal name, and its hash could be guessed.
QString idOf(const char* purpose, const LocalText& name) {
    const QByteArray said = harmlessLine(name.in(Language::Korean)).toUtf8();
    return QString::fromLatin1(taggedHash(purpose, {said}).first(8).toHex());
}

class PageMaker {
  public:
    PageMaker(const Catalogue& catalogue, const PageAbout& about, Moment now) {
        m_page.organisation = about.organisation;
        m_page.url = about.url;
        m_page.contact = about.contact;
        m_page.zone = about.zone;
        m_page.updatedAt = now;
        for (const CatalogueService& service : catalogue.services) {
            if (service.publicName && !service.publicName->isEmpty()) {
                addService(catalogue, service, about.since);
            }
        }
    }

    void tell(const ToldIncident& told) {
        if (told.isDrill || told.updates.empty()) {
            return;
        }
        std::vector<ToldUpdate> updates = told.updates;
        std::stable_sort(updates.begin(), updates.end(),
                         [](const ToldUpdate& a, const ToldUpdate& b) { return a.at < b.at; });
        PublicIncident incident{told.id, told.title, told.grade, told.startedAt, {}};
        m_told.clear();
        std::optional<UpdateStatus> status;
        for (const ToldUpdate& update : updates) {
            const std::optional<UpdateStatus> before = status;
            status = statusAfter(status, update.step);
            const bool ends = isOver(*status) && (!before || !isOver(*before));
            incident.updates.push_back({update.id, update.code, update.step, update.text, update.at,
                                        changes(update, ends), update.corrects, update.bannerTitle,
                                        update.bannerBody, update.nextUpdate});
        }
        takeStates(incident);
        m_page.incidents.push_back(std::move(incident));
    }

    PublicPage page() && {
        std::stable_sort(
            m_page.incidents.begin(), m_page.incidents.end(),
            [](const PublicIncident& a, const PublicIncident& b) { return a.startedAt > b.startedAt; });
        return std::move(m_page);
    }

  private:
    void addService(const Catalogue& catalogue, const CatalogueService& service, Moment since) {
        const QString id = idOf("page.component", *service.publicName);
        m_componentOf[service.key] = id;
        if (m_page.component(id) != nullptr) {
            return;
        }
        QString groupId;
        const auto group = std::find_if(catalogue.groups.begin(), catalogue.groups.end(),
                                        [&](const CatalogueGroup& one) { return one.key == service.group; });
        if (group != catalogue.groups.end()) {
            groupId = idOf("page.group", group->name);
            if (m_page.group(groupId) == nullptr) {
                m_page.groups.push_back({groupId, group->name});
            }
        }
        m_page.components.push_back(
            {id, *service.publicName, groupId, ServiceState::Operational, since, since});
    }

    // Of a service and its functions: in a major outage only where all of it is.
    static ServiceState wholeOf(const std::map<QString, ServiceState>& functions) {
        ServiceState state = ServiceState::Operational;
        bool isAllOut = true;
        for (const auto& [function, told] : functions) {
            state = worse(state, told);
            isAllOut = isAllOut && told == ServiceState::MajorOutage;
        }
        const bool isWhole = isAllOut && functions.contains(QString());
        return state == ServiceState::MajorOutage && !isWhole ? ServiceState::PartialOutage : state;
    }

    // Told within this incident so far: the worst of the services that share the component's name.
    ServiceState stateOf(const QString& component) const {
        ServiceState state = ServiceState::Operational;
        for (const auto& [service, functions] : m_told) {
            if (m_componentOf.at(service) == component) {
                state = worse(state, wholeOf(functions));
            }
        }
        return state;
    }

    std::map<QString, ServiceState> statesNow() const {
        std::map<QString, ServiceState> states;
        for (const auto& [service, functions] : m_told) {
            const QString& component = m_componentOf.at(service);
            states[component] = stateOf(component);
        }
        return states;
    }

    std::vector<PublicChange> changes(const ToldUpdate& update, bool ends) {
        const std::map<QString, ServiceState> before = statesNow();
        std::set<QString> named;
        if (ends) {
            m_told.clear();
        }
        for (const ToldState& told : update.states) {
            const auto component = m_componentOf.find(told.service);
            if (component == m_componentOf.end()) {
                continue;
            }
            std::map<QString, ServiceState>& functions = m_told[told.service];
            if (told.function.isEmpty()) {
                functions.clear();
            }
            functions[told.function] = told.state;
            named.insert(component->second);
        }
        std::vector<PublicChange> changed;
        for (const PublicComponent& component : m_page.components) {
            const auto was = before.find(component.id);
            const ServiceState from = was == before.end() ? ServiceState::Operational : was->second;
            const ServiceState to = stateOf(component.id);
            if (from != to || named.contains(component.id)) {
                changed.push_back({component.id, from, to});
            }
        }
        return changed;
    }

    void takeStates(const PublicIncident& incident) {
        for (PublicComponent& component : m_page.components) {
            component.state = worse(component.state, stateOf(component.id));
            for (const PublicUpdate& update : incident.updates) {
                for (const PublicChange& change : update.changes) {
                    if (change.component == component.id && change.from != change.to) {
                        component.changedAt = std::max(component.changedAt, update.at);
                    }
                }
            }
        }
    }

    PublicPage m_page;
    std::map<QString, QString> m_componentOf; // a service's key -> a component's id
    // What the incident being told has said so far: service -> function (empty: all of it) -> state.
    std::map<QString, std::map<QString, ServiceState>> m_told;
};

} // namespace

PublicPage pageOf(const Catalogue& catalogue, const std::vector<ToldIncident>& told, const PageAbout& about,
                  Moment now) {
    PageMaker maker(catalogue, about, now);
    for (const ToldIncident& incident : told) {
        maker.tell(incident);
    }
    return std::move(maker).page();
}

} // namespace bongsu
