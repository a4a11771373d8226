// Finding a word in what somebody typed, in either language.
#pragma once

#include <QStringView>

namespace bongsu {

// Where `word` stands in `text`, -1 if nowhere. A Latin word must begin where the sign does ("fire", not
// "misfire"); Korean words are joined to others. `word` is not empty; both are NFC.
inline qsizetype placeOfWord(QStringView text, QStringView word) {
    qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    const bool isLatin = word[0].unicode() < 128;
    while (isLatin && at > 0 && text[at - 1].isLetter()) {
        at = text.indexOf(word, at + 1, Qt::CaseInsensitive);
    }
    return at;
}

} // namespace bongsu
