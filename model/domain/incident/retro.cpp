#include "domain/incident/rules.h"

#include <algorithm>

namespace bongsu {

namespace {

StepStatus& stepOf(Incident& incident, const Act& act, const QString& step) {
    StepStatus& status = incident.retro.steps.try_emplace(step, StepStatus{act.event.id}).first->second;
    status.setBy = act.event.id;
    return status;
}

// The same for steps and actions.
template <class Status>
void settle(Status& status, const Act& act, WorkOutcome outcome) {
    status.outcome = outcome == WorkOutcome::Reopened ? std::nullopt : std::optional(outcome);
    switch (outcome) {
    case WorkOutcome::Done:
    case WorkOutcome::Dropped:
        status.doneBy = act.person();
        status.confirmedBy.reset();
        break;
    case WorkOutcome::Confirmed:
        status.confirmedBy = act.person();
        break;
    case WorkOutcome::Reopened:
        status.doneBy.reset();
        status.confirmedBy.reset();
        break;
    }
}

Moment claimed(const Line& line, const Act& act) {
    return line.occurredAt.value_or(act.at);
}

} // namespace

void applyFacts(Incident& incident, const Act& act, const RetroArranged& f) {
    incident.retro.subcommittees = f.subcommittees;
    incident.retro.arrangedBy = act.event.id;
}

void applyFacts(Incident& incident, const Act& act, const StepAssigned& f) {
    StepStatus& step = stepOf(incident, act, f.step);
    step.owner = f.owner;
    step.due = f.due;
}

void applyFacts(Incident& incident, const Act& act, const StepSettled& f) {
    StepStatus& step = stepOf(incident, act, f.step);
    step.at = act.at;
    settle(step, act, f.outcome);
}

void applyFacts(Incident& incident, const Act& act, const SectionWritten& f) {
    std::vector<SectionVersion>& versions = incident.retro.sections[f.section];
    std::erase_if(versions, [&](const SectionVersion& version) {
        return std::find(f.against.begin(), f.against.end(), version.event) != f.against.end();
    });
    versions.push_back({act.event.id, act.person(), act.at, f.blob, f.size, f.openTo});
}

void applyFacts(Incident& incident, const Act& act, const SectionRemarked& f) {
    incident.retro.remarks.insert_or_assign(act.event.id, Remark{f.section, f.version, act.person(), act.at});
}

void applyFacts(Incident& incident, const Act&, const RemarkSettled& f) {
    incident.retro.remarks.erase(f.remark);
}

void applyFacts(Incident& incident, const Act& act, const FindingAdded& f) {
    ++incident.counts.lines;
    incident.retro.findings.insert_or_assign(
        act.event.id,
        Finding{f.findingKind, f.area, f.pattern.value_or(QString()), f.evidence, act.person(), act.at});
}

void applyFacts(Incident& incident, const Act&, const FindingDropped& f) {
    incident.retro.findings.erase(f.finding);
}

void applyFacts(Incident& incident, const Act& act, const SafetyStated& f) {
    ++incident.counts.lines;
    const auto who = f.checkedBy ? f.checkedBy : act.person();
    for (const QString& service : f.services) {
        for (const SafetyAspect aspect : f.aspects) {
            incident.retro.safety.insert_or_assign(
                {service, aspect}, SafetyStatus{act.event.id, f.finding, who, claimed(f.line, act)});
        }
    }
}

void applyFacts(Incident& incident, const Act& act, const RetroIssued& f) {
    ++incident.counts.lines;
    incident.retro.issued.insert_or_assign(
        act.event.id,
        IssuedRetro{f.number, f.form, f.format, f.blob, f.size, act.person(), act.at, f.asked, {}});
}

void applyFacts(Incident& incident, const Act& act, const RetroSigned& f) {
    incident.retro.issued.at(f.document).answers.insert_or_assign(*act.person(), f.answer);
}

void applyFacts(Incident& incident, const Act& act, const ActionAdded& f) {
    ++incident.counts.lines;
    ActionStatus action{act.event.id, act.event.id, f.plan, f.finding, f.order};
    action.addedBy = act.person();
    action.since = claimed(f.line, act);
    incident.retro.actions.insert_or_assign(act.event.id, std::move(action));
}

void applyFacts(Incident& incident, const Act& act, const ActionChanged& f) {
    ++incident.counts.lines;
    ActionStatus& action = incident.retro.actions.at(f.action);
    action.setBy = act.event.id;
    action.plan = f.plan;
    action.wordsBy = f.reworded ? act.event.id : action.wordsBy;
    action.since = claimed(f.line, act);
}

void applyFacts(Incident& incident, const Act& act, const ActionSettled& f) {
    ++incident.counts.lines;
    ActionStatus& action = incident.retro.actions.at(f.action);
    action.setBy = act.event.id;
    action.since = claimed(f.line, act);
    if (f.outcome != WorkOutcome::Confirmed) {
        action.doneIn = f.outcome == WorkOutcome::Reopened ? std::nullopt : std::optional(act.event.id);
    }
    settle(action, act, f.outcome);
}

} // namespace bongsu
