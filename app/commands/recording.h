// What a command recorded, and how it is told once the relay has answered or the waiting is over.
#pragma once

#include "cli/output.h"
#include "journal/journal.h"

#include <functional>
#include <vector>

namespace bongsu {

struct Recording {
    std::vector<Recorded> events;
    // nothing: a line for each event
    std::function<void(Output&)> say{};
};

} // namespace bongsu
