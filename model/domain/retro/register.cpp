#include "domain/retro/register.h"

#include <algorithm>
#include <tuple>

namespace bongsu {

namespace {

// What of two comes first, but for whether it is a drill's.
enum class Turn { Late, Dated, Undated, Waiting, Over, Dropped };

Turn turnOf(const RegisterLine& line) {
    switch (line.state) {
    case ActionState::Overdue:
        return Turn::Late;
    case ActionState::Open:
    case ActionState::DueSoon:
        break;
    case ActionState::Done:
        return Turn::Waiting;
    case ActionState::Confirmed:
        return Turn::Over;
    case ActionState::Dropped:
        return Turn::Dropped;
    }
    return line.status.plan.due ? Turn::Dated : Turn::Undated;
}

auto placeOf(const RegisterLine& line) {
    const Turn turn = turnOf(line);
    const bool byDue = turn == Turn::Late || turn == Turn::Dated;
    const bool newestFirst = turn == Turn::Over || turn == Turn::Dropped;
    const Millis at = (byDue ? *line.status.plan.due : line.status.since).time_since_epoch();
    return std::tuple(line.drill, turn, newestFirst ? -at : at, line.log, line.action);
}

} // namespace

ActionState stateOf(const ActionStatus& action, Moment now) {
    if (action.outcome) {
        return *action.outcome == WorkOutcome::Confirmed ? ActionState::Confirmed
               : *action.outcome == WorkOutcome::Dropped ? ActionState::Dropped
                                                         : ActionState::Done;
    }
    const auto& due = action.plan.due;
    if (!due) {
        return ActionState::Open;
    }
    return now > *due                    ? ActionState::Overdue
           : *due - now <= dueSoonWithin ? ActionState::DueSoon
                                         : ActionState::Open;
}

bool isOrdered(const ActionStatus& action) {
    return action.plan.heading.has_value();
}

std::vector<RegisterLine> registerOf(const std::vector<const Incident*>& incidents, Moment now) {
    std::vector<RegisterLine> lines;
    for (const Incident* incident : incidents) {
        for (const auto& [action, status] : incident->retro.actions) {
            lines.push_back({incident->id, action, status, incident->drill, stateOf(status, now)});
        }
    }
    std::sort(lines.begin(), lines.end(),
              [](const RegisterLine& a, const RegisterLine& b) { return placeOf(a) < placeOf(b); });
    return lines;
}

std::vector<RegisterLine> among(std::vector<RegisterLine> lines, const RegisterFilter& filter) {
    std::erase_if(lines, [&](const RegisterLine& line) {
        const ActionStatus& action = line.status;
        return (filter.incident ? line.log != *filter.incident : line.drill != filter.drills) ||
               (filter.open && action.outcome) || (filter.overdue && line.state != ActionState::Overdue) ||
               (filter.owner && action.plan.owner != filter.owner) ||
               (filter.ordered && isOrdered(action) != *filter.ordered);
    });
    return lines;
}

ActionRights actionRightsTo(const ActionStatus& action, const std::optional<PersonId>& person) {
    const bool isFirst = !person || person == action.doneBy || person == action.plan.owner;
    ActionRights rights;
    rights.change = rights.finish = rights.drop = !action.outcome;
    rights.confirm = action.outcome == WorkOutcome::Done && !isFirst;
    rights.reopen = action.outcome.has_value();
    return rights;
}

std::vector<RepeatPattern> repeatPatterns(const std::vector<const Incident*>& incidents) {
    std::map<LogId, const Incident*> known;
    for (const Incident* incident : incidents) {
        known.insert_or_assign(incident->id, incident);
    }
    struct Found {
        std::set<LogId> in; // what each is handled in
        std::vector<RepeatFinding> findings;
    };
    std::map<std::pair<bool, QString>, Found> patterns;
    for (const auto& [log, incident] : known) {
        for (const auto& [event, finding] : incident->retro.findings) {
            if (!finding.pattern.isEmpty()) {
                Found& found = patterns[{incident->drill, finding.pattern}];
                found.in.insert(primaryOf(known, log));
                found.findings.push_back({log, event, finding.kind, finding.at});
            }
        }
    }
    std::vector<RepeatPattern> repeats;
    for (auto& [key, found] : patterns) {
        if (found.in.size() > 1) {
            std::stable_sort(found.findings.begin(), found.findings.end(),
                             [](const auto& a, const auto& b) { return a.at > b.at; });
            repeats.push_back({key.second, key.first, std::move(found.findings)});
        }
    }
    std::stable_sort(repeats.begin(), repeats.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.drill, b.findings.front().at) < std::tuple(b.drill, a.findings.front().at);
    });
    return repeats;
}

} // namespace bongsu
