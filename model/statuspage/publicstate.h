// The words of public status files for what the record says in its own: one function for each.
#pragma once

#include "statuspage/publicpage.h"

namespace bongsu {

enum class UpdateStatus {
    Investigating = 1,
    Identified,
    Monitoring,
    Resolved,
    Postmortem,
    Last = Postmortem
};
enum class ComponentStatus {
    Operational = 1,
    DegradedPerformance,
    PartialOutage,
    MajorOutage,
    Last = MajorOutage
};
// Of the whole page, and of an incident's impact.
enum class Indicator { None = 1, Minor, Major, Critical, Last = Critical };

template <>
struct Words<UpdateStatus> {
    static constexpr std::array all{"investigating", "identified", "monitoring", "resolved", "postmortem"};
};
template <>
struct Words<ComponentStatus> {
    static constexpr std::array all{"operational", "degraded_performance", "partial_outage", "major_outage"};
};
template <>
struct Words<Indicator> {
    static constexpr std::array all{"none", "minor", "major", "critical"};
};

// How bad a state is for users, 0 for in order: what is unknown is worse than slow, what is being restored is
// not yet there.
int badness(ServiceState state);
ServiceState worse(ServiceState a, ServiceState b);

// Recovering: partial_outage, since some of it is still away. Unknown: degraded_performance, since whoever
// reads files has no word for it and "operational" would be a claim.
ComponentStatus componentStatusOf(ServiceState state);
Indicator impactOf(Grade grade); // watch: none; major and total: critical
ServiceState worstOf(const std::vector<PublicComponent>& components); // operational where there are none
// The worst component: degraded is minor, a part away is major, a service away is critical. While an incident
// is told of that has not named a service yet, it is not none.
Indicator indicatorOf(const PublicPage& page);

// Where an incident stands once `step` was told after `before`. A correction leaves it where it was;
// afterwards (복구 후 안내) it is over; what is said of compensation is a postmortem only once it is over.
UpdateStatus statusAfter(std::optional<UpdateStatus> before, NoticeStep step);
bool isOver(UpdateStatus status);
// For each of its updates, in their order.
std::vector<UpdateStatus> statusesOf(const PublicIncident& incident);
UpdateStatus statusOf(const PublicIncident& incident);

// When it came to be over for the last time; nothing while it is not.
std::optional<Moment> resolvedAt(const PublicIncident& incident);
std::optional<Moment> monitoringAt(const PublicIncident& incident); // the last time it began to be watched
Moment changedAt(const PublicIncident& incident);
// Promised in the newest notice; nothing once it is over.
std::optional<Moment> nextUpdateOf(const PublicIncident& incident);
bool hasEnded(const PublicIncident& incident);
std::vector<const PublicIncident*> openOf(const PublicPage& page); // newest first
std::vector<const PublicIncident*> endedOf(const PublicPage& page);

// The update of the same incident that corrects this one; the newest of several; null: none.
const PublicUpdate* correctionOf(const PublicIncident& incident, const PublicUpdate& update);
// The one that this corrects; null: none.
const PublicUpdate* correctedBy(const PublicIncident& incident, const PublicUpdate& update);

} // namespace bongsu
