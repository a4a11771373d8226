// What people wrote, made fit for anyone's browser, reader and file system before anything is written of it.
#pragma once

#include "statuspage/publicpage.h"

namespace bongsu {

namespace pagelimit {
inline constexpr qsizetype nameCharacters = 100; // of a component, a group, the organisation, a code
inline constexpr qsizetype titleCharacters = 255;
inline constexpr qsizetype textCharacters = 10'000;
inline constexpr qsizetype bannerTitleCharacters = 30;
inline constexpr qsizetype bannerBodyCharacters = 80;
} // namespace pagelimit

// Without control characters, characters that turn the direction of writing or are not seen, unpaired
// surrogates and noncharacters; composed (NFC); line ends are \n, and no more than two in a row.
QString harmlessText(const QString& text);
// The same on one line, spaces made single.
QString harmlessLine(const QString& text);
// At most that many characters as people count them (grapheme clusters), the last an ellipsis where it was
// cut. A character of more than 16 code units becomes U+FFFD: what is left of one that is cut could join what
// follows, and the text would be another one each time. Of what it gave it changes nothing.
QString shortened(const QString& text, qsizetype characters);
// As it is where it has only a-z, 0-9 and single hyphens between, at most 64; else a hash of it: no id is
// ever a path, a script or equal to another by letter case.
QString harmlessId(const QString& id);

// Every text and id of the page made harmless and short enough, an address that is not http(s) dropped,
// updates in order of time, what names nothing on the page taken out, and of equal ids the first kept.
PublicPage harmless(const PublicPage& page);

} // namespace bongsu
