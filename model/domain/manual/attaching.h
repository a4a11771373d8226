// That an incident goes by a version of a manual: recorded, so that every desktop reads the same one.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

// The act by which an incident goes by this version from now on.
inline ManualAttached attachmentOf(const Incident& incident, const EventId& version) {
    return {version, incident.manual.setBy};
}

// The same where people are called by a version and the calls cannot say so: nobody was left to be called,
// but there is something to do. Nothing: the record says it already, or nothing was published.
inline std::optional<ManualAttached> attachmentBeside(const std::vector<SeatsCalled>& calls,
                                                      const Incident& incident,
                                                      const std::optional<EventId>& version) {
    return calls.empty() && version && !incident.manual.value
               ? std::optional(attachmentOf(incident, *version))
               : std::nullopt;
}

} // namespace bongsu
