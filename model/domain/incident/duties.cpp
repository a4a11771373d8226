#include "domain/incident/rules.h"

namespace bongsu {

namespace {

DutyStatus& statusOf(Incident& incident, const Act& act, const QString& duty) {
    DutyStatus& status = incident.duties.try_emplace(duty, DutyStatus{act.event.id}).first->second;
    status.setBy = act.event.id;
    return status;
}

} // namespace

void applyFacts(Incident& incident, const Act& act, const DutyBegun& f) {
    ++incident.counts.lines;
    DutyStatus& status = statusOf(incident, act, f.duty);
    status.begun = f.line.occurredAt.value_or(act.at);
    status.outcome.reset();
    status.settledBy.reset();
}

void applyFacts(Incident& incident, const Act& act, const DutySettled& f) {
    ++incident.counts.lines;
    DutyStatus& status = statusOf(incident, act, f.duty);
    const bool isSettled = f.outcome != DutyOutcome::Reopened;
    status.outcome = isSettled ? std::optional(f.outcome) : std::nullopt;
    status.settledAt = isSettled ? f.line.occurredAt.value_or(act.at) : Moment{};
    status.settledBy = isSettled ? act.person() : std::nullopt;
}

} // namespace bongsu
