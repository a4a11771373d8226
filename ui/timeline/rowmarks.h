// Which shape stands for which kind of line.
#pragma once

#include "domain/event/facts.h"
#include "ui/style/marks.h"
#include "ui/style/tokens.h"

namespace bongsu {

struct RowMark {
    Mark mark;
    Ink ink;
};

RowMark markOf(const Facts& facts);
RowMark markOf(ServiceState state);

} // namespace bongsu
