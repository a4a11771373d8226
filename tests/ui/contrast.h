// How well one colour is told from another, as WCAG 2.2 computes it.
#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace bongsu {

// Relative, 0 to 1.
inline qreal luminance(const QColor& colour) {
    const auto linear = [](qreal c) { return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
    return .2126 * linear(colour.redF()) + .7152 * linear(colour.greenF()) + .0722 * linear(colour.blueF());
}

// 1 to 21.
inline qreal contrast(const QColor& a, const QColor& b) {
    const qreal one = luminance(a);
    const qreal other = luminance(b);
    return (std::max(one, other) + .05) / (std::min(one, other) + .05);
}

} // namespace bongsu
