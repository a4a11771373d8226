// The sections of a retrospective's draft, each from what was gathered of the record.
#pragma once

#include "report/retrodraft.h"

namespace bongsu {

struct RetroGathered { // all outlive the sections
    const RecordSource& source;
    const RetroContext& context;
    const RecordTeller& teller;
    const std::vector<TimelineRow>& rows;
    quint64 left;
    std::vector<Measure> measures;
    std::vector<ServiceOutage> outages;
    std::vector<NoticeGiven> notices;
};

// "10월 15일 15:50"; with its year where that is another than the incident's.
QString whenIn(const RetroGathered& gathered, Moment at);

// In the order of the document.
std::vector<DocumentSection> retroSections(const RetroGathered& gathered);
// The first one, which is as much as most people read.
DocumentSection retroSummary(const RetroGathered& gathered);
// What people write, one blank each: causes, factors, what was learnt, what will be done.
std::vector<DocumentSection> retroBlanks();

} // namespace bongsu
