// The order in which a device offers: what it is told of its events must not leave one of them out.
#pragma once

#include "domain/base/result.h"

#include <optional>

namespace bongsu {

// Shared by whoever judges the events of one run, in their order. Once one was not judged, none behind it is:
// the device offers them again.
struct OfferRun {
    std::optional<Failure> closedBy; // at the door: what is offered from now on is turned away
    std::optional<Failure> brokenBy; // where they are numbered: what was let in and waits is not judged
};

} // namespace bongsu
