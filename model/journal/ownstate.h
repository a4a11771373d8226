// How an own event stands: what recording it answers, and what of it is offered.
#pragma once

#include "domain/event/event.h"
#include "domain/log/entry.h"

#include <optional>

namespace bongsu {

// How far an own event has come: being kept, ○ on this device, ◐ sent, ● recorded; or the relay's final no.
enum class OwnState { BeingKept, Kept, Sent, Recorded, Refused };

// The word of commands and files for it.
inline const char* wordOf(OwnState state) {
    switch (state) {
    case OwnState::BeingKept:
    case OwnState::Kept:
        return "pending";
    case OwnState::Sent:
        return "sent";
    case OwnState::Recorded:
        return "recorded";
    case OwnState::Refused:
        break;
    }
    return "refused";
}

// An own event that waits to be offered. `order` rises in the order of recording.
struct PendingEvent {
    quint64 order;
    EventId event;
    Offer offer;
    std::optional<Carried> carried;
};

struct Recorded {
    EventId event;
    LogId log;
    Verdict warning; // the rules would say no as things stand here; it is kept and offered all the same
};

} // namespace bongsu
