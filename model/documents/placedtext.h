// Texts with places for facts, in a file: each language, and each place known.
#pragma once

#include "documents/fields.h"

#include <set>

namespace bongsu {

// One text for each language, and none missing: what people are told in one language they are told in the
// other. Places that nobody knows, and parts that are not closed, are said where they stand.
LocalText placedText(Fields& fields, QStringView key, Need need, const std::set<QString>& places,
                     Faults& faults);
// The same of one language.
QString placedText(const YamlNode& node, QStringView called, const std::set<QString>& places, Faults& faults);

} // namespace bongsu
