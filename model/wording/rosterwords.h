// What of a roster would surprise somebody who relies on it, in one sentence each.
#pragma once

#include "domain/roster/rostergaps.h"

#include <QStringList>

#include <functional>

namespace bongsu {

// What a department's key is called; the key itself where nobody knows a name for it.
using DepartmentNames = std::function<QString(const QString& key)>;

// In the language installed, times as seen from `now`: unknown names first, then holes, overlaps, long
// duties. Of each at most `most`, and how many more there are.
QStringList sentences(const RosterGaps& gaps, Moment now, const DepartmentNames& nameOf, std::size_t most);

} // namespace bongsu
