// The facts of what is known of services beyond their states: who confirmed them, whom they fail, why, and
// until when.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/incident_facts.h"

namespace bongsu {

// What a service, or a function of it, was stated to be.
struct StateNamed {
    QString service{};
    std::optional<QString> function{};
    EventId against = EventId::zeros(); // what set its state
    friend bool operator==(const StateNamed&, const StateNamed&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &StateNamed::service), field(2, &StateNamed::function),
                          field(3, &StateNamed::against)};
    }
};

// Whoever owns the services says that it is so. One act confirms any number; those that were stated anew
// meanwhile stay as they are.
struct ServicesConfirmed {
    static constexpr KindInfo kind{"services.confirmed", 1, false, LogType::Incident};
    Line line{};
    std::vector<StateNamed> states{};
    static constexpr auto fields() {
        return std::tuple{field(1, &ServicesConfirmed::line), field(2, &ServicesConfirmed::states)};
    }
};

// How many users notice it, as far as somebody knows.
struct ImpactStated {
    static constexpr KindInfo kind{"impact.stated", 1, false, LogType::Incident};
    Line line{};
    std::vector<QString> services{};
    std::optional<QString> function{};
    std::optional<QString> platform{};    // iOS, Android, PC; absent: all
    std::optional<CountRange> permille{}; // of its users
    std::optional<CountRange> users{};
    static constexpr auto fields() {
        return std::tuple{field(1, &ImpactStated::line),     field(2, &ImpactStated::services),
                          field(3, &ImpactStated::function), field(4, &ImpactStated::platform),
                          field(5, &ImpactStated::permille), field(6, &ImpactStated::users)};
    }
};

// What it is stands in the text.
struct CauseStated {
    static constexpr KindInfo kind{"cause.stated", 1, false, LogType::Incident};
    Line line{};
    Certainty certainty = Certainty::Investigating;
    EventId against = EventId::zeros();    // the cause.stated before, or the declaration
    std::optional<PersonId> confirmedBy{}; // absent: its author
    static constexpr auto fields() {
        return std::tuple{field(1, &CauseStated::line), field(2, &CauseStated::certainty),
                          field(3, &CauseStated::against), field(4, &CauseStated::confirmedBy)};
    }
};

// When something is expected to be back. Nobody has to say one; who does says on what basis (in the text).
struct RecoveryExpected {
    static constexpr KindInfo kind{"recovery.expected", 1, false, LogType::Incident};
    Line line{};
    std::optional<QString> service{}; // absent: all of it
    std::optional<QString> function{};
    std::optional<Moment> at{};       // absent: nobody can tell any more
    std::optional<PersonId> owner{};  // who answers for it; absent: its author
    std::optional<EventId> against{}; // the one before for the same; absent: there was none
    static constexpr auto fields() {
        return std::tuple{field(1, &RecoveryExpected::line),     field(2, &RecoveryExpected::service),
                          field(3, &RecoveryExpected::function), field(4, &RecoveryExpected::at),
                          field(5, &RecoveryExpected::owner),    field(6, &RecoveryExpected::against)};
    }
};

} // namespace bongsu
