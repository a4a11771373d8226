// What a situation report needs of a record besides its state: what was decided since the one before.
#pragma once

#include "domain/incident/recordindex.h"
#include "report/recordsource.h"
#include "wording/sitrep.h"

namespace bongsu {

// When the present phase of the incident was recorded.
Moment phaseSetAt(const RecordSource& source);

// The numbers of the newest decisions behind this place, rising; as many as a page has room for.
std::vector<quint64> newestDecisions(const RecordIndex& record, quint64 afterSeq);

// The numbers of the lines to be read for it, rising: decisions behind the newest report.
std::vector<quint64> linesForSitrep(const RecordSource& source, const RecordIndex& record);

// `rows`: those lines, and own ones without a number; others among them are passed over. The source outlives
// the texts.
SitrepTexts sitrepTexts(const RecordSource& source, const std::vector<TimelineRow>& rows, Moment now);

// The newest entry that such rows hold: what a report reaches up to. Nothing: there is none.
std::optional<EventId> newestTold(const std::vector<TimelineRow>& rows);

// The page as it stands now, and the sitrep it was made from.
struct SitrepPage {
    quint64 number;
    QString words;
};
SitrepPage sitrepPageOf(const RecordSource& source, const std::vector<TimelineRow>& rows, Moment now);

} // namespace bongsu
