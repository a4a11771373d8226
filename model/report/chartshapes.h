// Shapes that pictures of charts are made of.
#pragma once

#include "report/chartpicture.h"

namespace bongsu {

using ChartShape = std::vector<ChartSpot>;

ChartShape box(double left, double top, double width, double height);
ChartShape circle(double x, double y, double radius);
// Lines of 45 degrees across a box, rising or falling.
std::vector<ChartShape> hatch(double left, double top, double width, double height, bool rising);

// As many of the words as there is room for.
QString cut(const QString& words, double room);

} // namespace bongsu
