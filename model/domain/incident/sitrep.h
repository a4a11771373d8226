// The situation report (상황보고): what authorities are handed of an incident on one page, as of one moment.
#pragma once

#include "domain/incident/board.h"

namespace bongsu {

struct SitrepService {
    ServiceLine line;
    bool changed = false; // since the report before
    friend bool operator==(const SitrepService&, const SitrepService&) = default;
};

// What the state says; what people wrote is looked up beside it (SitrepTexts).
struct Sitrep {
    quint64 number; // of the next one
    bool drill;
    Moment asOf;
    Grade grade;
    Phase phase;
    Moment began;
    Millis lasted;
    bool running;
    std::optional<AlertLevel> level;
    std::map<AlertLevel, Moment> levels;
    std::optional<Moment> lastReport;
    std::vector<SitrepService> services; // the gravest first
    ServiceCounts counts;
    std::map<QString, RestorationStatus> restorations;
    CauseStatus cause;
    std::map<ServiceKey, RecoveryStatus> recoveries; // those with a time
    NoticesTold told;
    std::vector<HeldSite> holds;
    std::map<EventId, Blocker> blockers;
    std::vector<TaskLine> demands; // of authorities, open, what is due first first
    std::vector<TaskLine> tasks;   // the other open ones with a time, the same
};
// `phaseSetAt`: when the present phase was recorded.
Sitrep sitrepOf(const Incident& incident, const Organisation& organisation, Moment phaseSetAt, Moment now);

// "37.5": done of total as per cent with one decimal, the lower end of a range; nothing without a total.
std::optional<QString> restoredShare(const Restored& restored);

} // namespace bongsu
