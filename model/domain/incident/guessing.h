// What a title says of an incident that is about to be declared: the type of failure, where, and what of it.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/incident/incident.h"
#include "domain/manual/failuretype.h"

namespace bongsu {

// An earlier incident at one of these sites whose cause nobody has closed: resolved, and not closed. The
// newest of them.
const Incident* openCauseAt(const std::vector<QString>& sites, const std::vector<const Incident*>& others);

struct Guess {
    std::optional<FailureType> failureType{};
    std::vector<QString> sites{};     // each a key text, in order of the alphabet, as the services are
    std::vector<QString> services{};  // at most limits::listItems
    bool wholeSite = false;           // the services are all that the catalogue has at those sites
    std::optional<LogId> openCause{}; // an earlier incident at one of the sites whose cause is open
};

// Sites and services that the catalogue or a known incident names, and what stands before "data centre" (in
// either language) where none of them is named. Where the title speaks of what takes a whole site, the
// services are all that stand there.
Guess guessOf(QStringView title, const Catalogue& catalogue, const std::vector<const Incident*>& others);

} // namespace bongsu
