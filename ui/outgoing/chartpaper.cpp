#include "ui/outgoing/chartpaper.h"

#include "report/chartpicture.h"

#include <QPainter>
#include <QPainterPath>

namespace bongsu {

namespace {

constexpr double usual = 9.5; // points
constexpr double small = 8;
constexpr double aboveAndBelow = 2; // millimetres
constexpr double pointsPerMillimetre = 72 / 25.4;

QColor grey(int black) {
    const int light = 255 - black * 255 / 100;
    return {light, light, light};
}

QPainterPath outlineOf(const ChartPath& path, double scale) {
    QPainterPath outline;
    for (const auto& line : path.lines) {
        QPolygonF spots;
        for (const ChartSpot& spot : line) {
            spots += QPointF(spot.x, spot.y) * scale;
        }
        outline.addPolygon(spots);
        if (path.closed) {
            outline.closeSubpath();
        }
    }
    return outline;
}

void paint(QPainter& painter, const ChartPath& path, double scale) {
    const ChartPaperLook look = onPaper(path.look);
    QPen pen(Qt::NoPen);
    if (look.stroke != noInk) {
        pen = QPen(grey(look.stroke), look.width * scale);
    }
    if (look.dashed) {
        pen.setDashPattern({6, 4});
    }
    painter.setPen(pen);
    painter.setBrush(look.fill == noInk ? QBrush(Qt::NoBrush) : QBrush(grey(look.fill)));
    painter.drawPath(outlineOf(path, scale));
}

PaperSpot spotOf(const ChartLabel& label, double unit) {
    const auto side = label.side == ChartLabel::Side::Left    ? Qt::AlignLeft
                      : label.side == ChartLabel::Side::Right ? Qt::AlignRight
                                                              : Qt::AlignHCenter;
    return {label.x * unit, label.y * unit, side};
}

} // namespace

void layChart(Paper& paper, const Chart& chart) {
    const ChartPicture picture = pictureOf(chart, wideChart);
    const double unit = paper.width() / picture.width; // in millimetres
    constexpr double titleHeight = 7;
    paper.need(picture.height * unit + titleHeight + 2 * aboveAndBelow);
    paper.skip(aboveAndBelow);
    paper.paragraph(chart.title.words, usual, true);
    for (const ChartPath& path : picture.paths) {
        paper.draw(
            [&path, unit](QPainter& painter, double millimetre) { paint(painter, path, unit * millimetre); });
    }
    for (const ChartLabel& label : picture.labels) {
        paper.words(label.words, spotOf(label, unit), chartTextSize * unit * pointsPerMillimetre);
    }
    paper.skip(picture.height * unit + aboveAndBelow);
    if (!chart.note.words.isEmpty()) {
        paper.paragraph(chart.note.words, small);
    }
}

} // namespace bongsu
