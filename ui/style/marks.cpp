#include "ui/style/marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace bongsu {

namespace {

constexpr qreal outline = 1.25; // px, of hollow shapes

// Shapes live in the unit square.
QPolygonF octagon() {
    return {{{.3, 0}, {.7, 0}, {1, .3}, {1, .7}, {.7, 1}, {.3, 1}, {0, .7}, {0, .3}}};
}

QPainterPath polygon(const QPolygonF& points) {
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath square() {
    QPainterPath path;
    path.addRect(.04, .04, .92, .92);
    return path;
}

QPainterPath flame() {
    QPainterPath path({.5, 0});
    path.cubicTo({.62, .22}, {1, .46}, {1, .7});
    path.cubicTo({1, .86}, {.9, 1}, {.72, 1});
    path.lineTo(.28, 1);
    path.cubicTo({.1, 1}, {0, .86}, {0, .7});
    path.cubicTo({0, .46}, {.38, .22}, {.5, 0});
    return path;
}

QPainterPath handset() {
    QPainterPath path({.06, .34});
    path.cubicTo({.06, .06}, {.94, .06}, {.94, .34});
    path.lineTo(.94, .5);
    path.lineTo(.66, .5);
    path.lineTo(.66, .34);
    path.lineTo(.34, .34);
    path.lineTo(.34, .5);
    path.lineTo(.06, .5);
    path.closeSubpath();
    path.addPolygon(QPolygonF{{{.3, .56}, {.7, .56}, {.88, .96}, {.12, .96}, {.3, .56}}});
    return path;
}

QPainterPath bars() {
    QPainterPath path;
    path.addRect(0, .6, .24, .4);
    path.addRect(.38, .32, .24, .68);
    path.addRect(.76, .04, .24, .96);
    return path;
}

QPainterPath pin() {
    QPainterPath path;
    path.addEllipse(QRectF(.22, 0, .56, .56));
    path.addRect(.44, .5, .12, .5);
    return path;
}

QPainterPath ring() {
    QPainterPath path;
    path.addEllipse(QRectF(.22, .22, .56, .56)); // smaller than a hollow diamond, so that they are not one
    return path;
}

QPainterPath circle() {
    QPainterPath path;
    path.addEllipse(QRectF(.02, .02, .96, .96));
    return path;
}

QPainterPath halfDisc() {
    QPainterPath path({.5, .02});
    path.arcTo(QRectF(.02, .02, .96, .96), 90, 180);
    path.closeSubpath();
    return path;
}

QPainterPath disc() {
    QPainterPath path;
    path.addEllipse(QRectF(.18, .18, .64, .64));
    return path;
}

QPainterPath exclamation() {
    QPainterPath path;
    path.addPolygon(QPolygonF{{{.38, 0}, {.62, 0}, {.58, .66}, {.42, .66}, {.38, 0}}});
    path.addRect(.4, .78, .2, .2);
    return path;
}

QPainterPath halfSquare() {
    return polygon({{{.04, .04}, {.96, .04}, {.04, .96}}});
}

// Filled shapes.
QPainterPath solid(Mark mark) {
    switch (mark) {
    case Mark::Square:
        return square();
    case Mark::HalfSquare:
        return halfSquare();
    case Mark::Diamond:
        return polygon({{{.5, -.06}, {1.06, .5}, {.5, 1.06}, {-.06, .5}}});
    case Mark::Triangle:
        return polygon({{{.5, .02}, {1.04, .96}, {-.04, .96}}});
    case Mark::Play:
        return polygon({{{.06, -.02}, {1.02, .5}, {.06, 1.02}}});
    case Mark::Octagon:
        return polygon(octagon());
    case Mark::Handset:
        return handset();
    case Mark::Pentagon:
        return polygon({{{.5, 0}, {1, .38}, {.81, .98}, {.19, .98}, {0, .38}}});
    case Mark::Flame:
        return flame();
    case Mark::Bars:
        return bars();
    case Mark::Pin:
        return pin();
    case Mark::Disc:
        return disc();
    case Mark::HalfDisc:
        return halfDisc();
    case Mark::Exclamation:
        return exclamation();
    default:
        return {};
    }
}

// Outlines.
QPainterPath open(Mark mark) {
    QPainterPath path;
    switch (mark) {
    case Mark::HalfSquare:
    case Mark::HollowSquare:
        return square();
    case Mark::HollowPlay:
        return polygon({{{.1, .06}, {.92, .5}, {.1, .94}}});
    case Mark::HollowDiamond:
        return polygon({{{.5, 0}, {1, .5}, {.5, 1}, {0, .5}}});
    case Mark::HollowOctagon:
        return polygon(octagon());
    case Mark::HollowFlame:
        return flame();
    case Mark::Target:
        path.addEllipse(QRectF(.02, .02, .96, .96));
        path.addEllipse(QRectF(.3, .3, .4, .4));
        return path;
    case Mark::Ring:
        return ring();
    case Mark::HalfDisc:
    case Mark::Circle:
        return circle();
    case Mark::Chain:
        path.addEllipse(QRectF(0, .2, .6, .6));
        path.addEllipse(QRectF(.4, .2, .6, .6));
        return path;
    case Mark::Chevron:
        path.moveTo(.2, .04);
        path.lineTo(.74, .5);
        path.lineTo(.2, .96);
        return path;
    case Mark::Cross:
        path.moveTo(.14, .14);
        path.lineTo(.86, .86);
        path.moveTo(.86, .14);
        path.lineTo(.14, .86);
        return path;
    default:
        return {};
    }
}

QTransform into(const QRectF& box) {
    return QTransform::fromTranslate(box.x(), box.y()).scale(box.width(), box.height());
}

} // namespace

void drawMark(QPainter& painter, Mark mark, const QRectF& box, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(into(box).map(solid(mark)), colour);
    const QPainterPath lines = open(mark);
    if (!lines.isEmpty()) {
        const qreal half = outline / 2;
        painter.setPen(QPen(colour, outline, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(into(box.adjusted(half, half, -half, -half)).map(lines));
    }
    painter.restore();
}

void drawState(QPainter& painter, StateMark state, const QRectF& box, const QColor& colour) {
    if (state == StateMark::Crossed) {
        drawMark(painter, Mark::Cross, box, colour);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = outline / 2;
    const QRectF ring = box.adjusted(half, half, -half, -half);
    if (state == StateMark::Dotted) { // three dots: it is on its way
        const qreal dot = box.width() / 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (int i = 0; i < 3; ++i) {
            const QPointF at(box.left() + i * (box.width() - dot) / 2, box.center().y() - dot / 2);
            painter.drawEllipse(QRectF(at, QSizeF(dot, dot)));
        }
        painter.restore();
        return;
    }
    painter.setPen(QPen(colour, outline));
    painter.setBrush(state == StateMark::Full ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (state == StateMark::Half) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPie(ring, 90 * 16, 180 * 16);
    }
    painter.restore();
}

} // namespace bongsu
