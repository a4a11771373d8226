#include "domain/incident/applying.h"
#include "domain/incident/paging.h"

namespace bongsu {

void applyFacts(Incident& incident, const Act& act, const PageBegun& f) {
    for (std::size_t i = 0; i < f.pages.size(); ++i) {
        const PageItem& item = f.pages[i];
        PageStatus& status = incident.pages.try_emplace(targetOf(item), PageStatus{item.call}).first->second;
        if (status.call != item.call) { // somebody else is called now
            status = PageStatus{item.call};
        }
        status.channels.insert_or_assign(f.channel,
                                         PagedOver{act.event.id, i, act.event.header.device, act.at});
    }
}

void applyFacts(Incident& incident, const Act&, const PageTold& f) {
    for (const PageResult& result : f.results) {
        const auto found = findPage(incident, f.begun, result.page);
        PagedOver& over = incident.pages.at(targetOf(found->item)).channels.at(found->channel);
        over.state = result.state;
        over.cause = result.cause.value_or(QString());
    }
}

void applyFacts(Incident& incident, const Act& act, const PageAnswered& f) {
    const PageItem item = findPage(incident, f.begun, f.page)->item;
    if (item.member) {
        Attending& member = incident.meetings.at(item.call).members.at(std::size_t(*item.member));
        member.attendance = f.answer == SeatAnswer::Accepted ? Attendance::Coming : Attendance::Absent;
        member.byDeputy = false;
        member.writtenBy.reset();
        member.since = act.at;
        return;
    }
    answerSeat(incident, act, *item.seat, f.answer, std::nullopt);
    if (f.answer == SeatAnswer::Accepted) {
        incident.seats.at(*item.seat).byMessage = true;
    }
}

} // namespace bongsu
