#include "domain/incident/due.h"

#include "domain/incident/declaring.h"

#include <algorithm>

namespace bongsu {

namespace {

// Why the call goes on; nothing: it still stands.
std::optional<PassCause> causeOf(const Called& called, const Authority& authority, Moment now) {
    if (called.declined) {
        return PassCause::Declined;
    }
    if (!authority.isActive(called.person)) {
        return PassCause::Gone;
    }
    return now >= called.acceptBy() ? std::optional(PassCause::Unanswered) : std::nullopt;
}

// What stands in for another channel waits until that one is done and could not carry everything.
bool isWanted(const NoticeStatus& notice, const Outgoing& outgoing) {
    if (!outgoing.standsInFor) {
        return true;
    }
    const auto first = notice.deliveries.find(*outgoing.standsInFor);
    return first != notice.deliveries.end() && !first->second.isOpen() && first->second.counts.failed > 0;
}

void addDeliveries(Due& due, const Incident& incident) {
    std::vector<std::pair<quint64, EventId>> approved;
    for (const auto& [id, notice] : incident.notices) {
        if (notice.standing == NoticeStatus::Standing::Approved) {
            approved.emplace_back(notice.ordinal, id);
        }
    }
    std::sort(approved.begin(), approved.end());
    for (const auto& [ordinal, id] : approved) {
        const NoticeStatus& notice = incident.notices.at(id);
        for (const Outgoing& outgoing : notice.outgoings) {
            const auto delivery = notice.deliveries.find(outgoing.channel);
            if (delivery == notice.deliveries.end()) {
                if (isWanted(notice, outgoing)) {
                    due.begun.push_back({id, outgoing.channel, std::nullopt});
                }
            } else if (delivery->second.decided) {
                due.begun.push_back({id, outgoing.channel, delivery->second.setBy});
            }
        }
    }
}

} // namespace

Due dueOf(const Incident& incident, const Authority& authority, Moment now) {
    Due due;
    addDeliveries(due, incident);
    if (!isOpen(incident)) {
        return due;
    }
    for (const auto& [key, seat] : incident.seats) {
        if (!seat.called) {
            continue;
        }
        if (const auto cause = causeOf(*seat.called, authority, now)) {
            due.passed.push_back({key, seat.setBy, *cause, nextInLine(seat, authority)});
        } else {
            const Moment at = seat.called->acceptBy();
            due.next = std::min(due.next.value_or(at), at);
        }
    }
    return due;
}

} // namespace bongsu
