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

} // namespace

Due dueOf(const Incident& incident, const Authority& authority, Moment now) {
    Due due;
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
