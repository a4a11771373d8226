#include "domain/retro/process.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class Plan>
const Plan* withKey(const std::vector<Plan>& plans, const QString& key) {
    const auto found =
        std::find_if(plans.begin(), plans.end(), [&key](const Plan& one) { return one.key == key; });
    return found == plans.end() ? nullptr : &*found;
}

bool fits(RetroWhen when, const Incident& incident) {
    switch (when) {
    case RetroWhen::Always:
        break;
    case RetroWhen::Whole:
        return !incident.retro.subcommittees;
    case RetroWhen::Subcommittees:
        return incident.retro.subcommittees;
    }
    return true;
}

struct Listed {
    QString key;
    bool applies;
};

// Those that apply; then those of `recorded` that do not, and at last those that the document does not have.
template <class Plan>
std::vector<Listed> listed(const std::vector<Plan>& plans, const Incident& incident,
                           const std::set<QString>& recorded) {
    std::vector<Listed> all;
    for (const Plan& plan : plans) {
        if (appliesTo(plan, incident)) {
            all.push_back({plan.key, true});
        }
    }
    for (const Plan& plan : plans) {
        if (!appliesTo(plan, incident) && recorded.contains(plan.key)) {
            all.push_back({plan.key, false});
        }
    }
    for (const QString& key : recorded) {
        if (!withKey(plans, key)) {
            all.push_back({key, false});
        }
    }
    return all;
}

template <class Plan>
Plan planOf(const std::vector<Plan>& plans, const QString& key) {
    const Plan* known = withKey(plans, key);
    return known ? *known : Plan{key, {key, key}};
}

StepState stateOf(const StepLine& line, const std::optional<WorkOutcome>& outcome, bool isOver, Moment now) {
    if (outcome) {
        switch (*outcome) {
        case WorkOutcome::Done:
            return line.plan.confirmed ? StepState::Done : StepState::Finished;
        case WorkOutcome::Confirmed:
            return StepState::Confirmed;
        case WorkOutcome::Dropped:
            return StepState::Dropped;
        case WorkOutcome::Reopened:
            break;
        }
    }
    // While an outage goes on, or came back, nobody is pressed to look back at it.
    if (!isOver) {
        return StepState::Waiting;
    }
    return line.due && now > line.due->at ? StepState::Overdue : StepState::Open;
}

std::set<QString> recordedSections(const RetroStatus& retro) {
    std::set<QString> keys;
    for (const auto& [key, versions] : retro.sections) {
        keys.insert(key);
    }
    for (const auto& [event, remark] : retro.remarks) {
        keys.insert(remark.section);
    }
    return keys;
}

} // namespace

const RetroStepPlan* RetroProcess::step(const QString& key) const {
    return withKey(steps, key);
}

const RetroSectionPlan* RetroProcess::section(const QString& key) const {
    return withKey(sections, key);
}

const RetroHeading* RetroProcess::heading(const QString& key) const {
    return withKey(headings, key);
}

bool appliesTo(const RetroStepPlan& plan, const Incident& incident) {
    return fits(plan.when, incident) && (!plan.grades || plan.grades->contains(incident.grade.value));
}

bool appliesTo(const RetroSectionPlan& plan, const Incident& incident) {
    return fits(plan.when, incident);
}

bool isSettled(StepState state) {
    return state == StepState::Finished || state == StepState::Confirmed || state == StepState::Dropped;
}

bool isOverdue(const StepLine& line) {
    return line.state == StepState::Overdue;
}

std::vector<StepLine> stepLines(const RetroProcess& process, const Incident& incident,
                                const std::vector<QDate>& holidays, Moment now,
                                std::chrono::minutes utcOffset) {
    const RetroStatus& retro = incident.retro;
    std::set<QString> recorded;
    for (const auto& [key, status] : retro.steps) {
        recorded.insert(key);
    }
    std::vector<StepLine> lines;
    for (const Listed& one : listed(process.steps, incident, recorded)) {
        StepLine line{planOf(process.steps, one.key), one.applies};
        const auto known = retro.steps.find(one.key);
        const StepStatus* status = known == retro.steps.end() ? nullptr : &known->second;
        if (status && status->due) {
            line.due = DutyEnd{*status->due};
        } else if (line.applies && line.plan.within && retro.resolvedAt) {
            line.due = endOf(*line.plan.within, *retro.resolvedAt, holidays, utcOffset);
        }
        if (status) {
            line.owner = status->owner;
            line.at = status->outcome ? std::optional(status->at) : std::nullopt;
            line.doneBy = status->doneBy;
            line.confirmedBy = status->confirmedBy;
            line.setBy = status->setBy;
        }
        line.state =
            stateOf(line, status ? status->outcome : std::nullopt, retro.resolvedAt.has_value(), now);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<SectionLine> sectionLines(const RetroProcess& process, const Incident& incident) {
    std::vector<SectionLine> lines;
    for (const Listed& one : listed(process.sections, incident, recordedSections(incident.retro))) {
        SectionLine line{planOf(process.sections, one.key), one.applies};
        const auto known = incident.retro.sections.find(one.key);
        if (known != incident.retro.sections.end()) {
            line.versions = int(known->second.size());
            const bool isUnknown = !process.section(one.key);
            for (const SectionVersion& version : known->second) {
                line.plan.openTo = isUnknown ? std::min(line.plan.openTo, version.openTo) : line.plan.openTo;
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace bongsu
