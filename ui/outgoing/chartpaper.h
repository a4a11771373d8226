// A document's chart on paper, in black and grey.
#pragma once

#include "report/chart.h"
#include "ui/outgoing/paper.h"

namespace bongsu {

void layChart(Paper& paper, const Chart& chart);

} // namespace bongsu
