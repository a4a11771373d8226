// How an incident stands, on paper: what is needed, services, what blocks, who is in it.
#pragma once

#include "ui/board/boardwords.h"
#include "ui/outgoing/paper.h"

namespace bongsu {

void layBoard(Paper& paper, const BoardContext& board);
// Parts of it.
void layServices(Paper& paper, const Incident& incident);
void layBlockers(Paper& paper, const BoardContext& board);
void layKnown(Paper& paper, const BoardContext& board);     // the cause, and when things are back
void layCommittee(Paper& paper, const BoardContext& board); // nothing where none was called
QString nameOnPaper(const BoardContext& board, const PersonId& person);

} // namespace bongsu
