// What the rules of an incident ask again and again: who acts, and what they may.
#pragma once

#include "domain/event/action_facts.h"
#include "domain/event/committee_facts.h"
#include "domain/event/duty_facts.h"
#include "domain/event/notice_facts.h"
#include "domain/event/page_facts.h"
#include "domain/event/response_facts.h"
#include "domain/event/retro_facts.h"
#include "domain/event/service_facts.h"
#include "domain/incident/rules.h"

namespace bongsu {

inline Refusal no(const char* code, QByteArray detail = {}) {
    return Refusal{code, std::move(detail)};
}

inline bool isRange(const CountRange& range) {
    return range.from <= range.to;
}

// One event that is judged. All outlive it.
struct Checking {
    const Incident& incident;
    const Authority& authority;
    const Act& act;
    const Lookup& lookup;

    Permission permission() const { return act.author.permission.value_or(Permission::Viewer); }
    bool inCommand() const { return act.person() && commands(incident, *act.person(), permission()); }

    Verdict commanding() const { return inCommand() ? Verdict() : no(refusal::notPermitted); }
    Verdict responding() const {
        return inCommand() || mayRespond(permission()) ? Verdict() : no(refusal::notPermitted);
    }
    Verdict writing() const {
        return inCommand() || mayWrite(permission()) ? Verdict() : no(refusal::notPermitted);
    }
    // A line is its text.
    Verdict written() const { return act.hasText() ? writing() : no(refusal::malformed, "text"); }
};

Verdict checkFacts(const Checking& asked, const ServicesConfirmed& f);
Verdict checkFacts(const Checking& asked, const ImpactStated& f);
Verdict checkFacts(const Checking& asked, const CauseStated& f);
Verdict checkFacts(const Checking& asked, const RecoveryExpected& f);
Verdict checkFacts(const Checking& asked, const CommitteeCalled& f);
Verdict checkFacts(const Checking& asked, const CommitteeAttended& f);
Verdict checkFacts(const Checking& asked, const MotionOpened& f);
Verdict checkFacts(const Checking& asked, const MotionVoted& f);
Verdict checkFacts(const Checking& asked, const MotionClosed& f);
Verdict checkFacts(const Checking& asked, const ResourceRequested& f);
Verdict checkFacts(const Checking& asked, const ResourceSettled& f);
Verdict checkFacts(const Checking& asked, const PeriodOpened& f);
Verdict checkFacts(const Checking& asked, const NoticeProposed& f);
Verdict checkFacts(const Checking& asked, const NoticeAnswered& f);
Verdict checkFacts(const Checking& asked, const NoticeOverridden& f);
Verdict checkFacts(const Checking& asked, const NoticeStopped& f);
Verdict checkFacts(const Checking& asked, const DeliveryBegun& f);
Verdict checkFacts(const Checking& asked, const DeliveryTold& f);
Verdict checkFacts(const Checking& asked, const DeliveryDecided& f);
Verdict checkFacts(const Checking& asked, const PageBegun& f);
Verdict checkFacts(const Checking& asked, const PageTold& f);
Verdict checkFacts(const Checking& asked, const PageAnswered& f);
Verdict checkFacts(const Checking& asked, const DutyBegun& f);
Verdict checkFacts(const Checking& asked, const DutySettled& f);
Verdict checkFacts(const Checking& asked, const RetroArranged& f);
Verdict checkFacts(const Checking& asked, const StepAssigned& f);
Verdict checkFacts(const Checking& asked, const StepSettled& f);
Verdict checkFacts(const Checking& asked, const SectionWritten& f);
Verdict checkFacts(const Checking& asked, const SectionRemarked& f);
Verdict checkFacts(const Checking& asked, const RemarkSettled& f);
Verdict checkFacts(const Checking& asked, const FindingAdded& f);
Verdict checkFacts(const Checking& asked, const FindingDropped& f);
Verdict checkFacts(const Checking& asked, const SafetyStated& f);
Verdict checkFacts(const Checking& asked, const RetroIssued& f);
Verdict checkFacts(const Checking& asked, const RetroSigned& f);
Verdict checkFacts(const Checking& asked, const ActionAdded& f);
Verdict checkFacts(const Checking& asked, const ActionChanged& f);
Verdict checkFacts(const Checking& asked, const ActionSettled& f);

} // namespace bongsu
