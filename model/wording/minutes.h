// The minutes of a committee's meeting (회의록), as the record has it.
#pragma once

#include "domain/incident/incident.h"
#include "domain/log/texts.h"

namespace bongsu {

// In the language installed: who was called and came, each motion with its criteria, its votes and its
// outcome. `meeting` is of the incident.
QString minutesOf(const Incident& incident, const EventId& meeting, const Texts& texts, Moment now);

} // namespace bongsu
