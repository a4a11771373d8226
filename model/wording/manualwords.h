// What changed in a manual, and what is missing for it to be used today, in one sentence each.
#pragma once

#include "domain/manual/difference.h"
#include "domain/manual/readiness.h"

#include <QString>

namespace bongsu {

// In the language installed; `language` chooses between what people wrote in two.
QString sentence(const ManualDifference& difference, Language language);
QString sentence(const ReadinessGap& gap, const QString& seatName);

} // namespace bongsu
