// What a relay ought to do by now. Asked again after every entry, at every start and at the next time that is
// due: nothing is remembered but what the record says, so that a crash forgets nothing and repeats nothing.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

struct Due {
    std::vector<SeatPassed> passed{};   // calls that go on to the next, in the order of their seats
    std::vector<DeliveryBegun> begun{}; // approved notices that go out, in the order of their approval
    std::optional<Moment> next{};       // when something will be due if nothing else happens
    friend bool operator==(const Due&, const Due&) = default;
};

// Each of `passed` and, by a relay, of `begun` passes checkIncident at `now`. Nobody is called in an incident
// that is over; what was approved goes out nevertheless.
Due dueOf(const Incident& incident, const Authority& authority, Moment now);

} // namespace bongsu
