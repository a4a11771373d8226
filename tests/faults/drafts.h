// What people write into an incident while they are away, of every part of the product: notes, decisions,
// tasks, calls to seats, services, notices, and what a retrospective is made of.
#pragma once

#include "journal/journal.h"
#include "sync/simulated.h"

namespace bongsu {

// One of these by chance, for an incident that this journal knows. Nothing: the rules already refused it
// here.
std::optional<EventId> draft(Journal& journal, const LogId& log, samples::SeededRandomness& random);

} // namespace bongsu
