#include "domain/retro/outline.h"

#include <algorithm>
#include <tuple>

namespace bongsu {

namespace {

// One that somebody is to do goes before one that waits for a second person, what is due first before the
// others.
std::optional<std::size_t> nextOf(const std::vector<StepLine>& steps) {
    static constexpr Moment never = Moment::max();
    const auto turnOf = [](const StepLine& step) {
        return std::tuple(step.state == StepState::Done, step.due ? step.due->at : never);
    };
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepLine& step = steps[i];
        const bool waits = isSettled(step.state) || step.state == StepState::Waiting || !step.applies;
        if (!waits && (!next || turnOf(step) < turnOf(steps[*next]))) {
            next = i;
        }
    }
    return next;
}

std::vector<OutlineSection> sectionsOf(const RetroProcess& process, const Incident& incident) {
    std::vector<OutlineSection> sections;
    for (SectionLine& line : sectionLines(process, incident)) {
        OutlineSection section{std::move(line)};
        section.openTo = section.line.plan.openTo;
        const auto written = incident.retro.sections.find(section.line.plan.key);
        if (written != incident.retro.sections.end() && !written->second.empty()) {
            section.versions = written->second;
            std::stable_sort(section.versions.begin(), section.versions.end(),
                             [](const auto& a, const auto& b) { return a.at < b.at; });
            section.openTo = section.versions.back().openTo;
        }
        for (const auto& [event, remark] : incident.retro.remarks) {
            if (remark.section == section.line.plan.key) {
                section.remarks.emplace_back(event, remark);
            }
        }
        std::stable_sort(section.remarks.begin(), section.remarks.end(),
                         [](const auto& a, const auto& b) { return a.second.at < b.second.at; });
        sections.push_back(std::move(section));
    }
    return sections;
}

std::vector<OutlineSafety> safetyOf(const Incident& incident) {
    std::set<QString> services = servicesOf(incident);
    for (const auto& [check, status] : incident.retro.safety) {
        services.insert(check.first);
    }
    std::vector<OutlineSafety> all;
    for (const QString& service : services) {
        const auto found = [&](SafetyAspect aspect) {
            const auto status = incident.retro.safety.find({service, aspect});
            return status == incident.retro.safety.end() ? std::nullopt : std::optional(status->second);
        };
        all.push_back({service, found(SafetyAspect::CustomerData), found(SafetyAspect::Security)});
    }
    std::stable_sort(all.begin(), all.end(), [](const OutlineSafety& a, const OutlineSafety& b) {
        return missingOf(a).size() > missingOf(b).size();
    });
    return all;
}

} // namespace

std::vector<SafetyAspect> missingOf(const OutlineSafety& safety) {
    std::vector<SafetyAspect> missing;
    if (!safety.customerData) {
        missing.push_back(SafetyAspect::CustomerData);
    }
    if (!safety.security) {
        missing.push_back(SafetyAspect::Security);
    }
    return missing;
}

RetroOutline outlineOf(std::vector<StepLine> steps, const RetroProcess& process, const Incident& incident) {
    RetroOutline outline;
    outline.steps = std::move(steps);
    outline.next = nextOf(outline.steps);
    outline.sections = sectionsOf(process, incident);
    outline.findings.assign(incident.retro.findings.begin(), incident.retro.findings.end());
    std::stable_sort(outline.findings.begin(), outline.findings.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.second.kind, a.second.area, a.second.at) <
               std::tuple(b.second.kind, b.second.area, b.second.at);
    });
    outline.safety = safetyOf(incident);
    outline.safetyMissing = safetyMissing(incident).size();
    outline.documents.assign(incident.retro.issued.begin(), incident.retro.issued.end());
    std::stable_sort(outline.documents.begin(), outline.documents.end(),
                     [](const auto& a, const auto& b) { return a.second.number > b.second.number; });
    return outline;
}

std::size_t answersOf(const IssuedRetro& issued, Approval answer) {
    return std::size_t(std::count_if(issued.answers.begin(), issued.answers.end(),
                                     [answer](const auto& one) { return one.second == answer; }));
}

bool isAskedToSign(const IssuedRetro& issued, const std::optional<PersonId>& person) {
    return person && std::find(issued.asked.begin(), issued.asked.end(), *person) != issued.asked.end() &&
           !issued.answers.contains(*person);
}

StepRights stepRightsTo(const StepLine& step, const std::optional<PersonId>& person) {
    StepRights rights;
    const bool isOpen = !step.at.has_value();
    rights.assign = rights.finish = rights.drop = isOpen;
    rights.confirm = step.state == StepState::Done && person && person != step.doneBy;
    rights.reopen = !isOpen;
    return rights;
}

std::optional<QDate> parseDueDay(QStringView typed, const QDate& today) {
    const QStringView line = typed.trimmed();
    constexpr int mostDays = 3660; // ten years: beyond that somebody mistyped
    bool isNumber = false;
    if (line.startsWith(u'+')) {
        const int days = line.sliced(1).toInt(&isNumber);
        return isNumber && days >= 0 && days <= mostDays ? std::optional(today.addDays(days)) : std::nullopt;
    }
    const auto parts = line.split(line.contains(u'/') ? u'/' : u'-');
    std::vector<int> numbers;
    for (const QStringView part : parts) {
        numbers.push_back(part.toInt(&isNumber));
        if (!isNumber || part.isEmpty() || !part.front().isDigit()) {
            return std::nullopt;
        }
    }
    if (numbers.size() == 3) {
        const QDate day(numbers[0], numbers[1], numbers[2]);
        return day.isValid() && numbers[0] >= 1000 ? std::optional(day) : std::nullopt;
    }
    if (numbers.size() != 2) {
        return std::nullopt;
    }
    const QDate day(today.year(), numbers[0], numbers[1]);
    const QDate next = day.isValid() && day < today ? day.addYears(1) : day;
    return next.isValid() ? std::optional(next) : std::nullopt;
}

} // namespace bongsu
