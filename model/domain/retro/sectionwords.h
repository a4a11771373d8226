// The words of a section as its blob has them: UTF-8, NFC, a line for each paragraph.
#pragma once

#include "domain/base/result.h"

#include <QString>

#include <vector>

namespace bongsu {

// Lines end with \n alone, white space at the end of each is gone, as are characters that nobody sees and
// empty lines at both ends. Refusals malformed (nothing is left), too_large (limits::sectionBytes).
Result<QByteArray> sectionBytes(const QString& words);

// Refusals malformed (not UTF-8, or not as sectionBytes() writes them), too_large.
Result<QString> sectionWords(QByteArrayView bytes);
// The same of a file that somebody wrote elsewhere, whatever ends its lines and composes its letters.
Result<QString> sectionWordsOfFile(QByteArrayView bytes);

struct SectionPart {
    bool isItem = false; // of a list: its line began with "- " or another mark of that kind
    QString words;
    friend bool operator==(const SectionPart&, const SectionPart&) = default;
};
std::vector<SectionPart> sectionParts(const QString& words);

} // namespace bongsu
