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
    const std::vector<TimelineRow>& counts; // of what was restored, however many lines there are
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
// What people added: what they wrote, found and will do, what they looked at, what was signed
// (retropeople.cpp).
std::vector<DocumentSection> retroOfPeople(const RetroGathered& gathered);
// What is open to everybody of it.
std::vector<DocumentSection> retroForEverybody(const RetroGathered& gathered);
// What was ordered, heading by heading, and the company's own actions (retroorder.cpp).
std::vector<DocumentSection> retroOrder(const RetroGathered& gathered);

// The place of an event of this record; nothing: it has none yet.
std::vector<quint64> entryOf(const RetroGathered& gathered, const EventId& event);
// The words of an event's text; empty where they are not there.
QString wordsOf(const RetroGathered& gathered, const EventId& event);
QString personName(const RetroGathered& gathered, const std::optional<PersonId>& person);

} // namespace bongsu
