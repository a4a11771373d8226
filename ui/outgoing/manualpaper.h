// What was written in peacetime on paper: a manual, which department has what to do when what fails, and whom
// to call by telephone when nothing else is left.
#pragma once

#include "journal/documents.h"
#include "ui/outgoing/paper.h"

namespace bongsu {

struct PeacePapers {
    const Journal& journal;
    const Documents& documents;
    Moment now;
};

// At the foot of each: which entry of the organisation is the newest known here, and when it was printed.
QString freshness(const PeacePapers& papers);

PageHead headOfManual(const PeacePapers& papers, const Documents::HeldManual& held);
void layManual(Paper& paper, const PeacePapers& papers, const Documents::HeldManual& held);

PageHead headOfMatrix(const PeacePapers& papers);
void layMatrix(Paper& paper, const PeacePapers& papers); // for pages laid sideways

PageHead headOfPhones(const PeacePapers& papers);
void layPhones(Paper& paper, const PeacePapers& papers);

} // namespace bongsu
