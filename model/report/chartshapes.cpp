#include "report/chartshapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace bongsu {

QString cut(const QString& words, double room) {
    if (chartWidthOf(words) <= room) {
        return words;
    }
    const QString rest = QStringLiteral("\u2026");
    qsizetype kept = words.size();
    while (kept > 0 && chartWidthOf(QStringView(words).left(kept)) + chartWidthOf(rest) > room) {
        --kept;
    }
    if (kept > 0 && words.at(kept - 1).isHighSurrogate()) {
        --kept;
    }
    return words.left(kept).trimmed() + rest;
}

ChartShape box(double left, double top, double width, double height) {
    return {{left, top}, {left + width, top}, {left + width, top + height}, {left, top + height}};
}

ChartShape circle(double x, double y, double radius) {
    constexpr int corners = 20;
    ChartShape spots;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        spots.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
    }
    return spots;
}

std::vector<ChartShape> hatch(double left, double top, double width, double height, bool rising) {
    constexpr double apart = 6;
    std::vector<ChartShape> lines;
    for (double x = apart / 2; x < width + height; x += apart) {
        const double from = std::max(0.0, x - height);
        const double to = std::min(width, x);
        const double high = std::min(height, x);
        const double low = x - std::min(width, x);
        lines.push_back(
            rising ? ChartShape{{left + from, top + high}, {left + to, top + low}}
                   : ChartShape{{left + from, top + height - high}, {left + to, top + height - low}});
    }
    return lines;
}

QLatin1String chartClassOf(ChartLook look) {
    static constexpr std::array names{"grid", "axis",   "course",     "worst", "worse", "worse-hatch",
                                      "bad",  "late",   "late-hatch", "total", "curve", "range",
                                      "dot",  "notice", "promise",    "end"};
    static_assert(names.size() == std::size_t(ChartLook::Last) + 1);
    return QLatin1String(names[std::size_t(look)]);
}

ChartPaperLook onPaper(ChartLook look) {
    switch (look) {
    case ChartLook::Grid:
        return {noInk, 15, 0.8};
    case ChartLook::Axis:
    case ChartLook::End:
        return {noInk, 100, 1};
    case ChartLook::Course:
        return {14, noInk, 0};
    case ChartLook::Worst:
        return {62, 62, 1};
    case ChartLook::Worse:
    case ChartLook::Bad:
    case ChartLook::Late:
    case ChartLook::Promise:
        return {0, 100, 1};
    case ChartLook::WorseHatch:
    case ChartLook::LateHatch:
    case ChartLook::Range:
        return {noInk, 100, 1.2};
    case ChartLook::Total:
        return {noInk, 100, 1, true};
    case ChartLook::Curve:
        return {noInk, 100, 1.8};
    case ChartLook::Dot:
    case ChartLook::Notice:
        break;
    }
    return {100, noInk, 0};
}

double chartWidthOf(QStringView words) {
    double width = 0;
    for (const QChar c : words) {
        const char16_t code = c.unicode();
        width += code >= 0x1100 ? (c.isLowSurrogate() ? 0 : 1)
                 : c.isSpace()  ? 0.32
                 : c.isUpper() || c == u'm' || c == u'w' || c == u'%' || c == u'@' || c == u'&' ? 0.78
                 : c.isLetterOrNumber()                                                         ? 0.6
                                                                                                : 0.45;
    }
    return width * chartTextSize;
}

} // namespace bongsu
