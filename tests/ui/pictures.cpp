#include "ui/pictures.h"

#include <QColor>

#include <algorithm>
#include <map>
#include <vector>

namespace bongsu {

namespace {

int distance(QRgb a, QRgb b) {
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

// The most frequent first; among equals in the order of their values, so that every run chooses the same.
std::vector<std::pair<int, QRgb>> countedColours(const QImage& image) {
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            ++counts[line[x]];
        }
    }
    std::vector<std::pair<int, QRgb>> colours;
    for (const auto& [colour, count] : counts) {
        colours.emplace_back(count, colour);
    }
    std::stable_sort(colours.begin(), colours.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return colours;
}

// Frequent ones that stand apart from each other, nearer and nearer until there are enough.
std::vector<QRgb> chosen(const std::vector<std::pair<int, QRgb>>& colours, std::size_t most) {
    std::vector<QRgb> palette;
    for (int apart = 48; apart >= 1 && palette.size() < most; apart /= 2) {
        for (const auto& [count, colour] : colours) {
            const bool isNew = std::none_of(palette.begin(), palette.end(),
                                            [&, to = colour](QRgb one) { return distance(one, to) < apart; });
            if (isNew && palette.size() < most) {
                palette.push_back(colour);
            }
        }
    }
    return palette;
}

} // namespace

QImage halved(const QImage& full) {
    const QImage from = full.convertToFormat(QImage::Format_RGB32);
    QImage half(from.width() / 2, from.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const auto* above = reinterpret_cast<const QRgb*>(from.constScanLine(2 * y));
        const auto* below = reinterpret_cast<const QRgb*>(from.constScanLine(2 * y + 1));
        auto* line = reinterpret_cast<QRgb*>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            const QRgb four[] = {above[2 * x], above[2 * x + 1], below[2 * x], below[2 * x + 1]};
            int red = 2, green = 2, blue = 2; // rounds
            for (const QRgb one : four) {
                red += qRed(one);
                green += qGreen(one);
                blue += qBlue(one);
            }
            line[x] = qRgb(red / 4, green / 4, blue / 4);
        }
    }
    return half;
}

QImage reduced(const QImage& image, int colours) {
    const QImage from = image.convertToFormat(QImage::Format_RGB32);
    const auto counted = countedColours(from);
    const std::vector<QRgb> palette = chosen(counted, std::size_t(colours));
    std::map<QRgb, uchar> nearest;
    for (const auto& [count, colour] : counted) {
        const auto best = std::min_element(palette.begin(), palette.end(), [to = colour](QRgb a, QRgb b) {
            return distance(a, to) < distance(b, to);
        });
        nearest[colour] = uchar(best - palette.begin());
    }
    QImage result(from.size(), QImage::Format_Indexed8);
    result.setColorTable(QList<QRgb>(palette.begin(), palette.end()));
    for (int y = 0; y < from.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(from.constScanLine(y));
        uchar* to = result.scanLine(y);
        for (int x = 0; x < from.width(); ++x) {
            to[x] = nearest.at(line[x]);
        }
    }
    return result;
}

Difference compare(const QImage& kept, const QImage& now) {
    if (kept.size() != now.size() || kept.isNull()) {
        return {1, now};
    }
    const QImage before = kept.convertToFormat(QImage::Format_RGB32);
    QImage shown = now.convertToFormat(QImage::Format_RGB32);
    int other = 0;
    for (int y = 0; y < shown.height(); ++y) {
        const auto* was = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        auto* is = reinterpret_cast<QRgb*>(shown.scanLine(y));
        for (int x = 0; x < shown.width(); ++x) {
            const bool same = distance(was[x], is[x]) < picture::sameColour;
            const int grey = 128 + qGray(is[x]) / 2; // pale, so that red is seen on it
            is[x] = same ? qRgb(grey, grey, grey) : qRgb(200, 0, 0);
            other += same ? 0 : 1;
        }
    }
    return {double(other) / (double(shown.width()) * shown.height()), shown};
}

} // namespace bongsu
