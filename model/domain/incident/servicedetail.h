// What somebody who looks at one service of an incident asks next: how long it may still be away, what it
// stands on and how that is, where else it could run, and what was said before of when it is back.
#pragma once

#include "domain/incident/servicing.h"
#include "domain/incident/timeline.h"

namespace bongsu {

// Its function's, else its own; nothing: nobody wrote one down.
std::optional<Millis> rtoOf(const CatalogueService& service, const QString& function);

// How a service that is away stands against its RTO.
struct RecoveryTarget {
    Millis rto;
    std::optional<Moment> until{}; // absent: it is not known to be away
    Millis left{};                 // below zero: it is over; 0 without `until`
    friend bool operator==(const RecoveryTarget&, const RecoveryTarget&) = default;
};
// Nothing: the catalogue gives it none.
std::optional<RecoveryTarget> targetOf(const ServiceView& view, const Incident& incident, Moment now);

// A service with its functions, each part the gravest first.
struct ServiceGroup {
    ServiceView whole; // where only functions were stated: without a time, its state the gravest of theirs
    std::vector<ServiceView> functions{};
};
// Of all services of the incident, in the order of the gravest in each. `views`: serviceViews().
std::vector<ServiceGroup> serviceGroups(const std::vector<ServiceView>& views);

// What must be up before a service is.
struct Upstream {
    QString service; // its key
    std::optional<ServiceState> state{};
    std::optional<Moment> since{};
    bool failed = false; // stated to be neither in order nor unknown
    QString through{};   // which of its needs stands on it; empty: the service itself does
    friend bool operator==(const Upstream&, const Upstream&) = default;
};
// All that it names itself, in the order written; then of what these stand on, however far, what has failed.
std::vector<Upstream> upstreamOf(const QString& service, const std::vector<ServiceGroup>& groups,
                                 const Catalogue& catalogue);

// A site as one asks of it where to go.
struct SiteRoom {
    QString site; // its key
    bool runsHere = false;
    bool isHit = false; // a site of the incident
    quint64 sparePercent = 0;
    friend bool operator==(const SiteRoom&, const SiteRoom&) = default;
};
// Where the service runs, then where else there is room, the most first; a site that is hit has none.
std::vector<SiteRoom> roomFor(const CatalogueService& service, const Incident& incident,
                              const Catalogue& catalogue);

// What blocks it, the longest first.
std::vector<std::pair<EventId, Blocker>> blockersOf(const Incident& incident);

// A recovery time as it was given once.
struct RecoveryTold {
    Moment told;              // when it was said
    std::optional<Moment> at; // absent: nobody could tell
    std::optional<PersonId> owner;
    QString basis;  // empty where it was erased
    QString reason; // why nobody could tell
    std::optional<EventId> before;
    friend bool operator==(const RecoveryTold&, const RecoveryTold&) = default;
};
// Nothing: the row is of something else.
std::optional<RecoveryTold> recoveryTold(const TimelineRow& row);

} // namespace bongsu
