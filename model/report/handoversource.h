// What the brief of a handover needs of a record besides its state: the newest decisions.
#pragma once

#include "domain/incident/recordindex.h"
#include "report/recordsource.h"
#include "wording/handover.h"

namespace bongsu {

// The numbers of the lines to be read for it, rising.
std::vector<quint64> linesForHandover(const RecordIndex& record);

// `rows`: those lines, and own ones without a number. `manual`: what the incident goes by; may be null.
QString handoverPageOf(const RecordSource& source, const std::vector<TimelineRow>& rows, const Manual* manual,
                       const QString& seat, Moment now);

} // namespace bongsu
