// What everything visible is made of: colours by what they mean, sizes on one grid. Nothing is coloured or
// measured elsewhere.
#pragma once

#include <QColor>

#include <array>

namespace bongsu {

enum class ThemeName { Light, Dark, Contrast };

struct Tokens {
    // grounds
    QColor ground;
    QColor surface;
    QColor sunken;
    QColor emberSoft;
    QColor select;
    // lines
    QColor rule;
    QColor focus;
    // inks
    QColor text;
    QColor quiet;
    QColor ember; // what needs action
    QColor bad;
    QColor partial;
    QColor good;
    QColor info;
};

const Tokens& tokensOf(ThemeName theme);

// What text and marks are drawn with.
enum class Ink { Text, Quiet, Ember, Bad, Partial, Good, Info, Last = Info };
QColor colourOf(const Tokens& tokens, Ink ink);

// In pixels at 100 %.
namespace metric {
inline constexpr int grid = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 20; // between a column's edge and what it holds
inline constexpr int radius = 6;
inline constexpr int smallRadius = 4;
inline constexpr int rule = 1;
inline constexpr int focus = 2;
inline constexpr int accent = 3; // the bar at the edge of what stands out
inline constexpr int mark = 11;
inline constexpr int state = 7;
} // namespace metric

enum class TextSize { Small, Body, Strong, Title, Clock };
constexpr int pixels(TextSize size) {
    constexpr std::array sizes{12, 14, 15, 18, 20};
    return sizes[std::size_t(size)];
}
// One and a half of the text, so that lines of any size stay on even pixels.
constexpr int lineHeight(TextSize size) {
    return pixels(size) * 3 / 2;
}

} // namespace bongsu
