#include "domain/manual/handover.h"

#include "domain/manual/standing.h"

namespace bongsu {

Handover handoverOf(const Incident& incident, const Organisation& organisation, const Manual* manual,
                    const QString& seat, Moment phaseSetAt, Moment now) {
    Handover handover{.seat = seat,
                      .situation = sitrepOf(incident, organisation, phaseSetAt, now),
                      .period = incident.period,
                      .seats = boardSeats(manual, incident, now),
                      .own = {},
                      .others = {},
                      .motions = {},
                      .requests = {}};
    for (const TaskLine& task : openTasks(incident, std::nullopt, now)) {
        (task.status.item.seat == seat ? handover.own : handover.others).push_back(task);
    }
    for (const auto& [event, motion] : openMotions(incident)) {
        handover.motions.push_back(event);
    }
    for (const auto& [event, request] : openRequests(incident)) {
        handover.requests.push_back(event);
    }
    return handover;
}

} // namespace bongsu
