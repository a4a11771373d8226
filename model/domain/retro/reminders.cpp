#include "domain/retro/reminders.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isAskedToSign(const IssuedRetro& issued, const PersonId& person) {
    return std::find(issued.asked.begin(), issued.asked.end(), person) != issued.asked.end() &&
           !issued.answers.contains(person);
}

} // namespace

RetroReminders retroRemindersOf(const std::vector<const Incident*>& incidents, const PersonId& person,
                                const RetroProcess& process, const std::vector<QDate>& holidays, Moment now,
                                std::chrono::minutes utcOffset) {
    RetroReminders reminders;
    for (const Incident* incident : incidents) {
        if (incident->drill) {
            continue;
        }
        for (const auto& [event, action] : incident->retro.actions) {
            const bool isLate = stateOf(action, now) == ActionState::Overdue;
            reminders.actions += action.plan.owner == person && isLate ? 1 : 0;
        }
        for (const StepLine& step : stepLines(process, *incident, holidays, now, utcOffset)) {
            reminders.steps += step.owner == person && isOverdue(step) ? 1 : 0;
        }
        for (const auto& [event, issued] : incident->retro.issued) {
            reminders.toSign += isAskedToSign(issued, person) ? 1 : 0;
        }
    }
    return reminders;
}

} // namespace bongsu
