#include "domain/incident/sitrep.h"

#include "domain/incident/declaring.h"

#include <algorithm>

namespace bongsu {

Sitrep sitrepOf(const Incident& incident, const Organisation& organisation, Moment phaseSetAt, Moment now) {
    const Course course = courseOf(incident, phaseSetAt, now);
    Sitrep sitrep{.number = incident.report.number + 1,
                  .drill = incident.drill,
                  .asOf = now,
                  .grade = incident.grade.value,
                  .phase = incident.phase.value,
                  .began = course.from,
                  .lasted = std::max(Millis::zero(), course.until - course.from),
                  .running = course.running,
                  .level = incident.alertLevel,
                  .levels = incident.alertLevels,
                  .lastReport = incident.report.number > 0 ? std::optional(incident.report.at) : std::nullopt,
                  .services = {},
                  .counts = {},
                  .restorations = incident.restorations,
                  .cause = incident.cause,
                  .recoveries = incident.recoveries,
                  .told = incident.told,
                  .holds = holdsAbout(incident, organisation),
                  .blockers = incident.blockers,
                  .demands = {},
                  .tasks = {}};
    std::erase_if(sitrep.recoveries, [](const auto& one) { return !one.second.at; });
    const auto lines = serviceLines(incident);
    sitrep.counts = countServices(lines);
    for (const ServiceLine& line : lines) {
        const bool changed = sitrep.lastReport && line.since && *line.since > *sitrep.lastReport;
        sitrep.services.push_back({line, changed});
    }
    for (const TaskLine& task : openTasks(incident, std::nullopt, now)) {
        if (task.status.item.taskKind == TaskKind::Demand) {
            sitrep.demands.push_back(task);
        } else if (task.status.item.due) {
            sitrep.tasks.push_back(task);
        }
    }
    return sitrep;
}

std::optional<QString> restoredShare(const Restored& restored) {
    if (!restored.total || *restored.total == 0) {
        return std::nullopt;
    }
    // In whole numbers, down: a report must not round a site that is not back up to 100. No number of the
    // format overflows here.
    constexpr quint64 thousand = 1000;
    const quint64 tenths = std::min(restored.done.from * thousand / *restored.total, thousand);
    return QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

} // namespace bongsu
