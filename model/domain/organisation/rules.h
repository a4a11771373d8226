// The organisation's rules: what may be its next entry, and what that entry changes.
#pragma once

#include "domain/log/act.h"

namespace bongsu {

// Whether the act may be the organisation's next entry. `tip` is the newest entry's hash (nothing: the log is
// empty).
Verdict checkOrganisation(const Organisation& organisation, const std::optional<EntryHash>& tip,
                          const Act& act, const Lookup& lookup, const Verifier& verifier);

// Folds in, as the entry `seq`, an act that checkOrganisation let pass. Total.
void applyOrganisation(Organisation& organisation, quint64 seq, const Act& act);

} // namespace bongsu
