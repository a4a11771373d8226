// What somebody may have meant who mistyped a word.
#pragma once

#include <QString>

#include <vector>

namespace bongsu {

// Of `known` the one that the fewest slips of the hand (a letter more, less, wrong, or two exchanged) make of
// `word`, the first of those equally near. Empty where none is near: more than a third of its letters, or
// than two.
QString nearestOf(const QString& word, const std::vector<QString>& known);

} // namespace bongsu
