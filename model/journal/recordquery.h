// What was typed to find something, with the people it names looked up: as search() takes it.
#pragma once

#include "domain/incident/askedsearch.h"
#include "journal/journal.h"

namespace bongsu {

// People of the organisation whom a name may mean.
std::set<PersonId> peopleCalled(const Journal& journal, const QString& name);

// Nothing where a filter names what there is none of: nothing can be found.
std::optional<RecordQuery> queryFor(const Journal& journal, const AskedSearch& asked, bool isBeingTyped);

} // namespace bongsu
