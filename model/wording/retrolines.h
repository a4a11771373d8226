// Lines about looking back and what comes of it, as parts of lineOf(): "조치 과제: 배포 전 시험 (재발 방지)".
#pragma once

#include "domain/event/action_facts.h"
#include "domain/event/retro_facts.h"
#include "wording/noticelines.h"

namespace bongsu {

// The entry that a line is about; NoticeWords::notice is what it is called.
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

// The person that a line names; NoticeWords::person is what they are called, "" for nobody.
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

QString noticeLine(const RetroArranged& f, const NoticeWords& words);
QString noticeLine(const StepAssigned& f, const NoticeWords& words);
QString noticeLine(const StepSettled& f, const NoticeWords& words);
QString noticeLine(const SectionWritten& f, const NoticeWords& words);
QString noticeLine(const SectionRemarked& f, const NoticeWords& words);
QString noticeLine(const RemarkSettled& f, const NoticeWords& words);
QString noticeLine(const FindingAdded& f, const NoticeWords& words);
QString noticeLine(const FindingDropped& f, const NoticeWords& words);
QString noticeLine(const SafetyStated& f, const NoticeWords& words);
QString noticeLine(const RetroIssued& f, const NoticeWords& words);
QString noticeLine(const RetroSigned& f, const NoticeWords& words);
QString noticeLine(const ActionAdded& f, const NoticeWords& words);
QString noticeLine(const ActionChanged& f, const NoticeWords& words);
QString noticeLine(const ActionSettled& f, const NoticeWords& words);

} // namespace bongsu
