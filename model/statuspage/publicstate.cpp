#include "statuspage/publicstate.h"

#include <algorithm>

namespace bongsu {

const PublicComponent* PublicPage::component(const QString& id) const {
    const auto found = std::find_if(components.begin(), components.end(),
                                    [&](const PublicComponent& component) { return component.id == id; });
    return found == components.end() ? nullptr : &*found;
}

const PublicGroup* PublicPage::group(const QString& id) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const PublicGroup& group) { return group.id == id; });
    return found == groups.end() ? nullptr : &*found;
}

int badness(ServiceState state) {
    switch (state) {
    case ServiceState::Operational:
        return 0;
    case ServiceState::Degraded:
        return 1;
    case ServiceState::Unknown:
        return 2;
    case ServiceState::Recovering:
        return 3;
    case ServiceState::PartialOutage:
        return 4;
    case ServiceState::MajorOutage:
        return 5;
    }
    return 2; // as unknown
}

ServiceState worse(ServiceState a, ServiceState b) {
    return badness(a) >= badness(b) ? a : b;
}

ComponentStatus componentStatusOf(ServiceState state) {
    switch (state) {
    case ServiceState::Operational:
        return ComponentStatus::Operational;
    case ServiceState::Degraded:
    case ServiceState::Unknown:
        return ComponentStatus::DegradedPerformance;
    case ServiceState::Recovering:
    case ServiceState::PartialOutage:
        return ComponentStatus::PartialOutage;
    case ServiceState::MajorOutage:
        return ComponentStatus::MajorOutage;
    }
    return ComponentStatus::DegradedPerformance;
}

Indicator impactOf(Grade grade) {
    switch (grade) {
    case Grade::Watch:
        return Indicator::None;
    case Grade::Minor:
        return Indicator::Minor;
    case Grade::Partial:
        return Indicator::Major;
    case Grade::Major:
    case Grade::Total:
        return Indicator::Critical;
    }
    return Indicator::None;
}

ServiceState worstOf(const std::vector<PublicComponent>& components) {
    ServiceState worst = ServiceState::Operational;
    for (const PublicComponent& component : components) {
        worst = worse(worst, component.state);
    }
    return worst;
}

Indicator indicatorOf(const PublicPage& page) {
    const auto worst = Indicator(int(componentStatusOf(worstOf(page.components))));
    const std::vector<const PublicIncident*> open = openOf(page);
    const bool isTold = std::any_of(open.begin(), open.end(), [](const PublicIncident* incident) {
        return impactOf(incident->grade) != Indicator::None;
    });
    return isTold ? std::max(worst, Indicator::Minor) : worst;
}

UpdateStatus statusAfter(std::optional<UpdateStatus> before, NoticeStep step) {
    const UpdateStatus kept = before.value_or(UpdateStatus::Investigating);
    switch (step) {
    case NoticeStep::Investigating:
        return UpdateStatus::Investigating;
    case NoticeStep::Identified:
        return UpdateStatus::Identified;
    case NoticeStep::Monitoring:
        return UpdateStatus::Monitoring;
    case NoticeStep::Resolved:
    case NoticeStep::Afterwards:
        return UpdateStatus::Resolved;
    case NoticeStep::Correction:
        return kept;
    case NoticeStep::Compensation:
        return isOver(kept) ? UpdateStatus::Postmortem : kept;
    }
    return kept;
}

bool isOver(UpdateStatus status) {
    return status == UpdateStatus::Resolved || status == UpdateStatus::Postmortem;
}

std::vector<UpdateStatus> statusesOf(const PublicIncident& incident) {
    std::vector<UpdateStatus> statuses;
    std::optional<UpdateStatus> now;
    for (const PublicUpdate& update : incident.updates) {
        now = statusAfter(now, update.step);
        statuses.push_back(*now);
    }
    return statuses;
}

UpdateStatus statusOf(const PublicIncident& incident) {
    const std::vector<UpdateStatus> statuses = statusesOf(incident);
    return statuses.empty() ? UpdateStatus::Investigating : statuses.back();
}

std::optional<Moment> resolvedAt(const PublicIncident& incident) {
    const std::vector<UpdateStatus> statuses = statusesOf(incident);
    std::optional<Moment> at;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        if (!isOver(statuses[i])) {
            at.reset();
        } else if (!at) {
            at = incident.updates[i].at;
        }
    }
    return at;
}

std::optional<Moment> monitoringAt(const PublicIncident& incident) {
    const std::vector<UpdateStatus> statuses = statusesOf(incident);
    std::optional<Moment> at;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        if (statuses[i] == UpdateStatus::Monitoring &&
            (i == 0 || statuses[i - 1] != UpdateStatus::Monitoring)) {
            at = incident.updates[i].at;
        }
    }
    return at;
}

Moment changedAt(const PublicIncident& incident) {
    return incident.updates.empty() ? incident.startedAt : incident.updates.back().at;
}

std::optional<Moment> nextUpdateOf(const PublicIncident& incident) {
    return incident.updates.empty() || hasEnded(incident) ? std::nullopt : incident.updates.back().nextUpdate;
}

bool hasEnded(const PublicIncident& incident) {
    return isOver(statusOf(incident));
}

std::vector<const PublicIncident*> openOf(const PublicPage& page) {
    std::vector<const PublicIncident*> open;
    for (const PublicIncident& incident : page.incidents) {
        if (!hasEnded(incident)) {
            open.push_back(&incident);
        }
    }
    return open;
}

std::vector<const PublicIncident*> endedOf(const PublicPage& page) {
    std::vector<const PublicIncident*> ended;
    for (const PublicIncident& incident : page.incidents) {
        if (hasEnded(incident)) {
            ended.push_back(&incident);
        }
    }
    return ended;
}

const PublicUpdate* correctionOf(const PublicIncident& incident, const PublicUpdate& update) {
    const auto found =
        std::find_if(incident.updates.rbegin(), incident.updates.rend(), [&](const PublicUpdate& other) {
            return &other != &update && other.corrects == update.id;
        });
    return found == incident.updates.rend() ? nullptr : &*found;
}

const PublicUpdate* correctedBy(const PublicIncident& incident, const PublicUpdate& update) {
    if (update.corrects.isEmpty()) {
        return nullptr;
    }
    const auto found = std::find_if(incident.updates.begin(), incident.updates.end(),
                                    [&](const PublicUpdate& other) { return other.id == update.corrects; });
    return found == incident.updates.end() ? nullptr : &*found;
}

} // namespace bongsu
