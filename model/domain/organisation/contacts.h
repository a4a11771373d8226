// How somebody is reached outside Bongsu: their telephone and e-mail, as people type them. Personal data, so
// they stand in the text part alone, which is erased with them.
#pragma once

#include "domain/base/result.h"

#include <QString>

namespace bongsu {

inline constexpr int contactBytes = 254; // in UTF-8, of each: the longest e-mail address there is

// What is kept of a telephone number: with a country, an extension and what people write between digits.
// Refusal value.out_of_range: fewer than three digits, several lines, or too long.
Result<QString> phoneIn(const QString& typed);
// Refusal value.out_of_range: not one name, an @ and a place that could be one.
Result<QString> emailIn(const QString& typed);

} // namespace bongsu
