// The services of an incident, what holds them up and until when, as its state holds them.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/service_facts.h"

#include <tuple>

namespace bongsu {

struct ServiceKey {
    QString service;
    QString function; // empty: the whole service
    friend bool operator==(const ServiceKey&, const ServiceKey&) = default;
    friend bool operator<(const ServiceKey& a, const ServiceKey& b) {
        return std::tie(a.service, a.function) < std::tie(b.service, b.function);
    }
};

struct ServiceStatus {
    ServiceState state;
    EventId setBy;
    Moment since; // the claimed time where there is one
    std::optional<Restored> restored;
    std::optional<PersonId> by{};
    std::optional<PersonId> confirmedBy{};
    Moment confirmedAt{};             // claimed
    std::optional<Moment> outSince{}; // since when it has not been in order, whatever came between
    friend bool operator==(const ServiceStatus&, const ServiceStatus&) = default;
};

struct ImpactKey {
    ServiceKey service;
    QString platform; // empty: all
    friend bool operator==(const ImpactKey&, const ImpactKey&) = default;
    friend bool operator<(const ImpactKey& a, const ImpactKey& b) {
        return std::tie(a.service, a.platform) < std::tie(b.service, b.platform);
    }
};
struct ImpactStatus {
    std::optional<CountRange> permille;
    std::optional<CountRange> users;
    Moment since; // claimed
    friend bool operator==(const ImpactStatus&, const ImpactStatus&) = default;
};

struct CauseStatus {
    Certainty certainty = Certainty::Investigating;
    EventId setBy = EventId::zeros(); // the declaration, until somebody states one
    std::optional<PersonId> by{};     // who confirmed it, who stated it
    Moment since{};                   // claimed
    friend bool operator==(const CauseStatus&, const CauseStatus&) = default;
};

struct RecoveryStatus {
    std::optional<Moment> at; // absent: nobody can tell any more
    std::optional<PersonId> owner;
    EventId setBy;
    Moment since;        // claimed
    Moment first;        // what was said first
    quint64 changes = 0; // since then
    friend bool operator==(const RecoveryStatus&, const RecoveryStatus&) = default;
};

struct RestorationStatus {
    Restored restored;
    EventId setBy;
    Moment since;
    friend bool operator==(const RestorationStatus&, const RestorationStatus&) = default;
};

struct Blocker {
    std::optional<QString> site;
    std::optional<PersonId> by;
    Moment since;
    friend bool operator==(const Blocker&, const Blocker&) = default;
};

} // namespace bongsu
