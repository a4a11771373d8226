// The facts of an entry as rules see them.
#pragma once

#include "domain/event/event.h"
#include "domain/event/facts.h"

namespace bongsu {

// Bytes that are no canonical map are MalformedFacts, whatever a lenient reader would find in them.
Facts readFacts(const Event& event, const Part& facts);

} // namespace bongsu
