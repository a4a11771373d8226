// Forms of an incident that officials know: the summary (ICS 201), the organisation (ICS 207), what one
// person did (ICS 214), and the situation report.
#pragma once

#include "report/recordteller.h"
#include "ui/board/boardwords.h"
#include "ui/outgoing/paper.h"

namespace bongsu {

struct SummaryLines {
    QString brief;
    std::vector<ToldLine> decisions{};
    std::vector<ToldLine> notices{};
};
void laySummary(Paper& paper, const BoardContext& board, const SummaryLines& lines);

// Boxes from who reports to whom; a seat whose lead is not there reports to the commander.
void layOrganisation(Paper& paper, const BoardContext& board);

// `lines`: what this person wrote, decided and answered.
void layActivity(Paper& paper, const BoardContext& board, const PersonId& person,
                 const std::vector<ToldLine>& lines);

// A page as wording/sitrep.h makes it.
void laySitrep(Paper& paper, const QString& page);

} // namespace bongsu
