// Who is on duty in the days to come, on paper: a page to hang up where no screen is lit.
#pragma once

#include "ui/outgoing/manualpaper.h"
#include "ui/roster/rosterwords.h"

namespace bongsu {

PageHead headOfRosters(const PeacePapers& papers);
void layRosters(Paper& paper, const PeacePapers& papers, const RosterBook& book);

} // namespace bongsu
