#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"

namespace bongsu {

namespace {

// Whoever responds, and whoever speaks for the organisation.
Verdict answering(const Checking& asked) {
    const bool speaks =
        asked.act.person() && speaksFor(asked.incident, *asked.act.person(), asked.permission());
    return speaks ? Verdict() : asked.responding();
}

Verdict checkDuty(const Checking& asked, const QString& duty, const std::optional<EventId>& against) {
    const auto& duties = asked.incident.duties;
    const auto held = duties.find(duty);
    if (!isKeyText(duty) || (held == duties.end() && duties.size() >= std::size_t(limits::duties))) {
        return no(refusal::outOfRange, "duty");
    }
    const auto before = held == duties.end() ? std::nullopt : std::optional(held->second.setBy);
    return against == before ? Verdict() : no(refusal::stale);
}

} // namespace

Verdict checkFacts(const Checking& asked, const DutyBegun& f) {
    if (auto fault = checkDuty(asked, f.duty, f.against)) {
        return fault;
    }
    const auto held = asked.incident.duties.find(f.duty);
    if (held != asked.incident.duties.end() && held->second.begun) {
        return no(refusal::alreadyDone);
    }
    return answering(asked);
}

Verdict checkFacts(const Checking& asked, const DutySettled& f) {
    if (auto fault = checkDuty(asked, f.duty, f.against)) {
        return fault;
    }
    const auto held = asked.incident.duties.find(f.duty);
    const bool isSettled = held != asked.incident.duties.end() && held->second.outcome;
    if (isSettled != (f.outcome == DutyOutcome::Reopened)) {
        return no(refusal::alreadyDone);
    }
    if (f.outcome == DutyOutcome::Excused && !asked.act.hasText()) {
        return no(refusal::reasonMissing);
    }
    return answering(asked);
}

} // namespace bongsu
