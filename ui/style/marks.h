// Marks drawn as shapes: fonts lack half of them, and a shape is told apart without colour.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace bongsu {

enum class Mark {
    Square,
    HalfSquare,
    HollowSquare,
    Diamond,
    HollowDiamond,
    Triangle,
    Play,
    HollowPlay,
    Target, // a ring with a dot: somebody stands for something
    Octagon,
    HollowOctagon,
    Handset,
    Pentagon,
    Flame,
    HollowFlame,
    Bars,
    Chevron,
    Cross,
    Pin,
    Chain,
    Ring,
    Disc,     // a ring that is filled
    HalfDisc, // larger: its left half is
    Circle,   // as large, and empty
    Exclamation
};

// Drawn to fill `box`, which is square but for flames (10:16).
void drawMark(QPainter& painter, Mark mark, const QRectF& box, const QColor& colour);

// How far a line has come: being kept, on this device, sent, recorded, not accepted.
enum class StateMark { Dotted, Hollow, Half, Full, Crossed };
void drawState(QPainter& painter, StateMark state, const QRectF& box, const QColor& colour);

} // namespace bongsu
