// How many a notice reaches on a channel, what that costs and how long it takes: what people see before they
// press the button.
#pragma once

#include "domain/notice/channel.h"
#include "domain/organisation/organisation.h"

namespace bongsu {

struct Reach {
    std::optional<quint64> messages{}; // absent: no relay has said how many addresses its list has
    std::optional<quint64> won{};      // absent: not known, or it costs nothing
    std::optional<Millis> lasts{};     // absent: not known, or at once
    friend bool operator==(const Reach&, const Reach&) = default;
};

// At the channel's allowed rate, with a list as long as the longest that a relay has by that name.
Reach reachOf(const Channel& channel, const Organisation& organisation);

// Of these together: channels go out at once, so that the slowest says how long. `messages` of the bulk ones
// alone.
Reach reachOf(const std::vector<const Channel*>& channels, const Organisation& organisation);

} // namespace bongsu
