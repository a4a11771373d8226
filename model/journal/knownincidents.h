// Every incident that a journal knows, as those who look across incidents need them.
#pragma once

#include "journal/journal.h"

namespace bongsu {

// As they stand now; valid until the journal's next change.
inline std::map<LogId, const Incident*> knownIncidents(const Journal& journal) {
    std::map<LogId, const Incident*> incidents;
    for (const LogId& log : journal.incidents()) {
        incidents.insert_or_assign(log, journal.incident(log));
    }
    return incidents;
}

} // namespace bongsu
