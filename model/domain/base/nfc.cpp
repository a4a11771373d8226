#include "domain/base/nfc.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

// Characters without a combining class that may still melt into what stands before them (with the Hangul
// vowels and finals), or whose decomposition starts with a mark.
constexpr std::array<char32_t, 27> joining{0x09be,  0x09d7,  0x0b3e,  0x0b56,  0x0b57,  0x0bbe,  0x0bd7,
                                           0x0cc2,  0x0cd5,  0x0cd6,  0x0d3e,  0x0d57,  0x0dcf,  0x0ddf,
                                           0x0f73,  0x0f75,  0x0f81,  0x102e,  0x1b35,  0x11127, 0x1133e,
                                           0x11357, 0x114b0, 0x114ba, 0x114bd, 0x115af, 0x11930};

bool startsAnew(char32_t c) {
    return QChar::combiningClass(c) == 0 && !(c >= 0x1160 && c <= 0x11ff) &&
           !std::binary_search(joining.begin(), joining.end(), c);
}

char32_t characterAt(QStringView text, qsizetype i) {
    const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    return pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
}

QString pieceToNfc(QStringView piece) {
    return piece.toString().normalized(QString::NormalizationForm_C, QChar::Unicode_14_0);
}

} // namespace

// Piece by piece, because Qt 6.4 passes over the character that follows a composed one beyond U+FFFF: in one
// go <U+115BA U+1F6C> comes out half decomposed. No piece can melt into its neighbour, and within one the
// fault has no effect.
QString toNfc(QStringView text) {
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isHighSurrogate(); })) {
        return pieceToNfc(text);
    }
    QString out;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = characterAt(text, i);
        if (i > from && startsAnew(c)) {
            out += pieceToNfc(text.sliced(from, i - from));
            from = i;
        }
        i += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    return out + pieceToNfc(text.sliced(from));
}

bool isNfc(QStringView text) {
    return toNfc(text) == text;
}

} // namespace bongsu
