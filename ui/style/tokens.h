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

// How large everything is drawn, in percent: one zoom for the whole program, as there is one application
// font.
inline constexpr int leastZoom = 100;
inline constexpr int mostZoom = 200;
int zoom();
void setZoom(int percent); // clamped; what is shown already is built anew by whoever changes it
// Pixels at the zoom in force, of pixels at 100 %.
int px(int at100);

// A length by its pixels at 100 %, used as the pixels of the zoom in force.
struct Length {
    int at100;
    operator int() const { return px(at100); }
};

namespace metric {
inline constexpr Length grid{4};
inline constexpr Length gap{8};
inline constexpr Length margin{20}; // between a column's edge and what it holds
inline constexpr Length radius{6};
inline constexpr Length smallRadius{4};
inline constexpr Length rule{1};
inline constexpr Length focus{2};
inline constexpr Length accent{3}; // the bar at the edge of what stands out
inline constexpr Length mark{11};
inline constexpr Length state{7};
} // namespace metric

enum class TextSize { Small, Body, Strong, Title, Clock };
int pixels(TextSize size);
// One and a half of the text, so that lines of any size stay on even pixels.
int lineHeight(TextSize size);

} // namespace bongsu
