// Words in an empty field that have the room they need: the longest of several that fits.
#pragma once

#include <QStringList>

class QLineEdit;

namespace bongsu {

// `words`: the same said shorter and shorter; the last is shown wherever none fits. Chosen anew when the
// field's size changes. Called again, it replaces what it was told before.
void showPlaceholders(QLineEdit* field, const QStringList& words);

} // namespace bongsu
