// What the record itself says of a duty: that it began to count, and how it was settled.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/duty_facts.h"

namespace bongsu {

struct DutyStatus {
    EventId setBy;
    std::optional<Moment> begun{};        // claimed; absent: what starts it is another fact, or nothing yet
    std::optional<DutyOutcome> outcome{}; // Met or Excused
    Moment settledAt{};                   // claimed
    std::optional<PersonId> settledBy{};
    friend bool operator==(const DutyStatus&, const DutyStatus&) = default;
};

} // namespace bongsu
