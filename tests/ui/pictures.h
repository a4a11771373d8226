// Pictures of screens as they are kept: small, of few colours, and compared with patience for other machines'
// edges of letters.
#pragma once

#include <QImage>
#include <QString>

namespace bongsu {

namespace picture {
// Two colours less apart than this are the same to whoever looks at a page; what the few colours kept lose
// stays below it.
inline constexpr int sameColour = 60; // of 255, in each channel of the half size
// A syllable of the smallest text is more than this.
inline constexpr double mostOther = .00003; // share of all pixels
} // namespace picture

// Half as wide and high, each pixel the mean of four: what is kept, and what is compared.
QImage halved(const QImage& full);
// At most `colours` (2 to 256) of its own colours, each pixel the nearest of them.
QImage reduced(const QImage& image, int colours);

struct Difference {
    double share; // of pixels whose colour is another; 1 where the sizes differ
    QImage shown; // `now` in grey, what differs in red
};
Difference compare(const QImage& kept, const QImage& now);

} // namespace bongsu
