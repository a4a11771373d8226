// What a board says of the committee, of what was asked for, and of the period that is worked in.
#pragma once

#include "domain/manual/standing.h"
#include "ui/board/boardwords.h"

namespace bongsu {

// The meeting and who comes, open motions and votes, the last decided one; requests. Empty: nothing of it.
std::vector<PanelLine> committeeWords(const BoardContext& board);

} // namespace bongsu
