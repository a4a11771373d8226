#include "ui/style/tokens.h"

#include <algorithm>

namespace bongsu {

namespace {

QColor rgb(quint32 value) {
    return QColor::fromRgb(0xFF000000U | value);
}

Tokens light() {
    return {
        .ground = rgb(0xF3F5F8),
        .surface = rgb(0xFFFFFF),
        .sunken = rgb(0xE9EDF2),
        .emberSoft = rgb(0xFDEEE6),
        .select = rgb(0xE3ECF7),
        .rule = rgb(0xCFD6DF),
        .focus = rgb(0x1C5A9C),
        .text = rgb(0x18202B),
        .quiet = rgb(0x4F5B6B),
        .ember = rgb(0xB93A0A),
        .bad = rgb(0xB3261E),
        .partial = rgb(0x8A5A00),
        .good = rgb(0x1B6E43),
        .info = rgb(0x1C5A9C),
    };
}

Tokens dark() {
    return {
        .ground = rgb(0x11151B),
        .surface = rgb(0x191F28),
        .sunken = rgb(0x0C1015),
        .emberSoft = rgb(0x3A2114),
        .select = rgb(0x22324A),
        .rule = rgb(0x323C4A),
        .focus = rgb(0x86BCFF),
        .text = rgb(0xE8ECF2),
        .quiet = rgb(0xA3AFBF),
        .ember = rgb(0xFF9558),
        .bad = rgb(0xFF8A80),
        .partial = rgb(0xE8B84A),
        .good = rgb(0x63C794),
        .info = rgb(0x86BCFF),
    };
}

Tokens contrast() {
    return {
        .ground = rgb(0x000000),
        .surface = rgb(0x000000),
        .sunken = rgb(0x000000),
        .emberSoft = rgb(0x000000),
        .select = rgb(0x003A8C),
        .rule = rgb(0xFFFFFF),
        .focus = rgb(0xFFD400),
        .text = rgb(0xFFFFFF),
        .quiet = rgb(0xFFFFFF),
        .ember = rgb(0xFFD400),
        .bad = rgb(0xFFD400),
        .partial = rgb(0xFFFFFF),
        .good = rgb(0xFFFFFF),
        .info = rgb(0xFFFFFF),
    };
}

int percent = leastZoom;

} // namespace

int zoom() {
    return percent;
}

void setZoom(int asked) {
    percent = std::clamp(asked, leastZoom, mostZoom);
}

int px(int at100) {
    return (at100 * percent + 50) / 100;
}

int pixels(TextSize size) {
    constexpr std::array sizes{12, 14, 15, 18, 20};
    return px(sizes[std::size_t(size)]);
}

int lineHeight(TextSize size) {
    return pixels(size) * 3 / 2;
}

const Tokens& tokensOf(ThemeName theme) {
    static const std::array<Tokens, 3> all{light(), dark(), contrast()};
    return all[std::size_t(theme)];
}

QColor colourOf(const Tokens& tokens, Ink ink) {
    switch (ink) {
    case Ink::Quiet:
        return tokens.quiet;
    case Ink::Ember:
        return tokens.ember;
    case Ink::Bad:
        return tokens.bad;
    case Ink::Partial:
        return tokens.partial;
    case Ink::Good:
        return tokens.good;
    case Ink::Info:
        return tokens.info;
    case Ink::Text:
        break;
    }
    return tokens.text;
}

} // namespace bongsu
