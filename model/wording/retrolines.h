// Lines about looking back and what comes of it, as parts of lineOf(): "조치 과제: 배포 전 시험 (재발 방지)".
#pragma once

#include "domain/event/action_facts.h"
#include "domain/event/retro_facts.h"
#include "wording/noticelines.h"

namespace bongsu {

// The entry that a line is about; LineWords::entry is what it is called.
inline const EventId& entryOf(const RemarkSettled& f) {
    return f.remark;
}
inline const EventId& entryOf(const FindingDropped& f) {
    return f.finding;
}
inline const EventId& entryOf(const RetroSigned& f) {
    return f.document;
}
inline const EventId& entryOf(const ActionChanged& f) {
    return f.action;
}
inline const EventId& entryOf(const ActionSettled& f) {
    return f.action;
}

// The person that a line names; LineWords::person is what they are called, "" for nobody.
inline std::optional<PersonId> personIn(const StepAssigned& f) {
    return f.owner;
}
inline std::optional<PersonId> personIn(const SafetyStated& f) {
    return f.checkedBy;
}
inline std::optional<PersonId> personIn(const ActionAdded& f) {
    return f.plan.owner;
}
inline std::optional<PersonId> personIn(const ActionChanged& f) {
    return f.plan.owner;
}

QString factsLine(const RetroArranged& f, const LineWords& words);
QString factsLine(const StepAssigned& f, const LineWords& words);
QString factsLine(const StepSettled& f, const LineWords& words);
QString factsLine(const SectionWritten& f, const LineWords& words);
QString factsLine(const SectionRemarked& f, const LineWords& words);
QString factsLine(const RemarkSettled& f, const LineWords& words);
QString factsLine(const FindingAdded& f, const LineWords& words);
QString factsLine(const FindingDropped& f, const LineWords& words);
QString factsLine(const SafetyStated& f, const LineWords& words);
QString factsLine(const RetroIssued& f, const LineWords& words);
QString factsLine(const RetroSigned& f, const LineWords& words);
QString factsLine(const ActionAdded& f, const LineWords& words);
QString factsLine(const ActionChanged& f, const LineWords& words);
QString factsLine(const ActionSettled& f, const LineWords& words);

} // namespace bongsu
