// What changed in a manual, and what is missing for it to be used today, in one sentence each.
#pragma once

#include "domain/manual/difference.h"
#include "domain/manual/readiness.h"

#include <QStringList>

namespace bongsu {

// In the language installed; `language` chooses between what people wrote in two.
QString sentence(const ManualDifference& difference, Language language);
QString sentence(const ReadinessGap& gap, const QString& seatName);
// All of them, in the order in which they first come: what many seats lack is said once, with their names.
// `manual`: what its seats are called by; may be null.
QStringList sentences(const std::vector<ReadinessGap>& gaps, const Manual* manual);

} // namespace bongsu
