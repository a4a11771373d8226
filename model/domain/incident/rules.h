// An incident's rules: what may be its next entry, and what that entry changes.
#pragma once

#include "domain/incident/incident.h"
#include "domain/log/act.h"

namespace bongsu {

// Whether the act may begin an incident's log.
Verdict checkDeclaration(const Act& act);
// The incident that a declaration makes. The act must have passed checkDeclaration.
Incident declaredIncident(const Act& act);

// Whether the act may be the incident's next entry.
Verdict checkIncident(const Incident& incident, const Authority& authority, const Act& act,
                      const Lookup& lookup);

// Folds in an act that checkIncident let pass. Total; compares no times.
void applyIncident(Incident& incident, const Act& act);
// Its parts, of acts of these kinds.
void applyFacts(Incident& incident, const Act& act, const NoticeProposed& f);
void applyFacts(Incident& incident, const Act& act, const NoticeAnswered& f);
void applyFacts(Incident& incident, const Act& act, const NoticeOverridden& f);
void applyFacts(Incident& incident, const Act& act, const NoticeStopped& f);
void applyFacts(Incident& incident, const Act& act, const DeliveryBegun& f);
void applyFacts(Incident& incident, const Act& act, const DeliveryTold& f);
void applyFacts(Incident& incident, const Act& act, const DeliveryDecided& f);
void applyFacts(Incident& incident, const Act& act, const PageBegun& f);
void applyFacts(Incident& incident, const Act& act, const PageTold& f);
void applyFacts(Incident& incident, const Act& act, const PageAnswered& f);
void applyFacts(Incident& incident, const Act& act, const DutyBegun& f);
void applyFacts(Incident& incident, const Act& act, const DutySettled& f);
void applyFacts(Incident& incident, const Act& act, const RetroArranged& f);
void applyFacts(Incident& incident, const Act& act, const StepAssigned& f);
void applyFacts(Incident& incident, const Act& act, const StepSettled& f);
void applyFacts(Incident& incident, const Act& act, const SectionWritten& f);
void applyFacts(Incident& incident, const Act& act, const SectionRemarked& f);
void applyFacts(Incident& incident, const Act& act, const RemarkSettled& f);
void applyFacts(Incident& incident, const Act& act, const FindingAdded& f);
void applyFacts(Incident& incident, const Act& act, const FindingDropped& f);
void applyFacts(Incident& incident, const Act& act, const SafetyStated& f);
void applyFacts(Incident& incident, const Act& act, const RetroIssued& f);
void applyFacts(Incident& incident, const Act& act, const RetroSigned& f);
void applyFacts(Incident& incident, const Act& act, const ActionAdded& f);
void applyFacts(Incident& incident, const Act& act, const ActionChanged& f);
void applyFacts(Incident& incident, const Act& act, const ActionSettled& f);

} // namespace bongsu
