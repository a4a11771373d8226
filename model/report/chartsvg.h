// Pictures of charts as SVG: paths for any form, and a file of its own in black on white.
#pragma once

#include "report/chartpicture.h"

#include <QByteArray>

namespace bongsu {

QString svgNumber(double value);          // "12.5", without needless digits
QString svgPathOf(const ChartPath& path); // "M0 0L10 0"
QString svgAnchorOf(ChartLabel::Side side);

QByteArray svgFileOf(const Chart& chart, const ChartPicture& picture);

} // namespace bongsu
