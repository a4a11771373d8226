#include "domain/incident/servicing.h"

#include "domain/base/limits.h"
#include "domain/incident/declaring.h"
#include "domain/incident/servicedetail.h"

#include <algorithm>

namespace bongsu {

namespace {

QString departmentOf(const Organisation& organisation, const std::optional<PersonId>& person) {
    const auto it = person ? organisation.persons.find(*person) : organisation.persons.end();
    return it == organisation.persons.end() ? QString() : it->second.department.value_or(QString());
}

// Whoever is of the department that owns a service speaks for it.
OwnerWord ownerWordOf(const ServiceStatus& status, const QString& owner, const Organisation& organisation) {
    if (owner.isEmpty() || status.state == ServiceState::Unknown) {
        return OwnerWord::NotAsked;
    }
    const bool own = departmentOf(organisation, status.by) == owner;
    const bool confirmed = status.confirmedBy && departmentOf(organisation, status.confirmedBy) == owner;
    return own || confirmed ? OwnerWord::Confirmed : OwnerWord::Waiting;
}

bool isBack(const Incident& incident, const ServiceKey& key) {
    const auto state = incident.serviceStates.find(key);
    return state != incident.serviceStates.end() && state->second.state == ServiceState::Operational;
}

} // namespace

std::vector<ServiceView> serviceViews(const Incident& incident, const Organisation& organisation,
                                      const Catalogue* catalogue, Moment now) {
    std::vector<ServiceView> views;
    for (const ServiceLine& line : serviceLines(incident)) {
        ServiceView view{line};
        view.service = catalogue ? catalogue->service(line.key.service) : nullptr;
        if (const auto state = incident.serviceStates.find(line.key); state != incident.serviceStates.end()) {
            view.outSince = state->second.outSince;
            view.owner =
                ownerWordOf(state->second, view.service ? view.service->department : QString(), organisation);
        }
        const auto target = targetOf(view, incident, now);
        if (target && target->left < Millis::zero()) {
            view.over = -target->left;
        }
        const auto expected = incident.recoveries.find(line.key);
        if (expected != incident.recoveries.end()) {
            view.expected = expected->second;
            view.expectedPassed = expected->second.at && *expected->second.at <= now && view.outSince;
        }
        for (const auto& [key, impact] : incident.impacts) {
            if (key.service == line.key) {
                view.impacts.emplace_back(key.platform, impact);
            }
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<StateNamed> toConfirm(const Incident& incident, const Organisation& organisation,
                                  const Catalogue* catalogue, const PersonId& person) {
    const QString department = departmentOf(organisation, person);
    std::vector<StateNamed> named;
    if (!catalogue || department.isEmpty()) {
        return named;
    }
    for (const auto& [key, status] : incident.serviceStates) {
        const CatalogueService* service = catalogue->service(key.service);
        if (service && service->department == department &&
            ownerWordOf(status, department, organisation) == OwnerWord::Waiting) {
            named.push_back({key.service, key.function.isEmpty() ? std::nullopt : std::optional(key.function),
                             status.setBy});
        }
    }
    return named;
}

std::vector<std::pair<ServiceKey, RecoveryStatus>> passedRecoveries(const Incident& incident, Moment now) {
    std::vector<std::pair<ServiceKey, RecoveryStatus>> passed;
    for (const auto& [key, recovery] : incident.recoveries) {
        const bool back = key.service.isEmpty() ? !isOpen(incident) : isBack(incident, key);
        if (recovery.at && *recovery.at <= now && !back) {
            passed.emplace_back(key, recovery);
        }
    }
    std::stable_sort(passed.begin(), passed.end(),
                     [](const auto& a, const auto& b) { return *a.second.at < *b.second.at; });
    return passed;
}

RecoveryExpected expectationOf(const Incident& incident, const ServiceKey& what,
                               const std::optional<Moment>& at) {
    const auto before = incident.recoveries.find(what);
    RecoveryExpected facts;
    facts.service = what.service.isEmpty() ? std::nullopt : std::optional(what.service);
    facts.function = what.function.isEmpty() ? std::nullopt : std::optional(what.function);
    facts.at = at;
    facts.against = before == incident.recoveries.end() ? std::nullopt : std::optional(before->second.setBy);
    return facts;
}

namespace {

// A whole number with at most one decimal, in tenths; commas between thousands are passed over.
std::optional<quint64> tenthsOf(QStringView digits) {
    constexpr qsizetype mostDigits = 12;
    quint64 tenths = 0;
    qsizetype behind = -1;
    digits = digits.trimmed();
    if (digits.isEmpty() || digits.size() > mostDigits) {
        return std::nullopt;
    }
    for (const QChar c : digits) {
        if (c == u',' && behind < 0) {
            continue;
        }
        if (c == u'.' && behind < 0) {
            behind = 0;
            continue;
        }
        if (c < u'0' || c > u'9' || behind > 0) {
            return std::nullopt;
        }
        behind += behind == 0 ? 1 : 0;
        tenths = tenths * 10 + (c.unicode() - u'0');
    }
    return behind == 1 ? tenths : tenths * 10;
}

} // namespace

std::optional<UsersHit> parseUsersHit(QStringView typed) {
    constexpr quint64 wholePermille = 1000;
    QString text = typed.trimmed().toString();
    text.replace(u'\uFF5E', u'~').replace(u'\u301C', u'~').replace(u'\uFF05', u'%');
    const bool isShare = text.endsWith(u'%');
    text.remove(u'%');
    const QStringList ends = text.split(text.contains(u'~') ? u'~' : u'-');
    const auto from = tenthsOf(ends.first());
    const auto to = tenthsOf(ends.last());
    if (ends.size() > 2 || !from || !to || *from > *to || (isShare && *to > wholePermille) ||
        (!isShare && (*from % 10 != 0 || *to % 10 != 0))) {
        return std::nullopt;
    }
    const quint64 unit = isShare ? 1 : 10;
    return UsersHit{isShare, {*from / unit, *to / unit}};
}

std::vector<ServicesConfirmed> confirmationsOf(const std::vector<StateNamed>& states) {
    // Each may name a service and a function of 64 bytes, beside 32 of an id: so many fit one event.
    constexpr std::size_t most = 24;
    std::vector<ServicesConfirmed> acts;
    for (std::size_t i = 0; i < states.size(); i += most) {
        const auto first = states.begin() + std::ptrdiff_t(i);
        acts.push_back({{}, {first, first + std::ptrdiff_t(std::min(most, states.size() - i))}});
    }
    return acts;
}

} // namespace bongsu
