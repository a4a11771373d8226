#include "domain/notice/reach.h"

#include <algorithm>

namespace bongsu {

namespace {

std::optional<quint64> listLength(const QString& list, const Organisation& organisation) {
    std::optional<quint64> longest;
    for (const auto& [key, count] : organisation.recipients) {
        if (key.first == list) {
            longest = std::max(longest.value_or(0), count);
        }
    }
    return longest;
}

bool isBulk(const Channel& channel) {
    return !channel.recipients.isEmpty();
}

} // namespace

Reach reachOf(const Channel& channel, const Organisation& organisation) {
    Reach reach;
    reach.messages = isBulk(channel)
                         ? listLength(channel.recipients, organisation)
                         : std::optional<quint64>(std::max<std::size_t>(1, channel.places.size()));
    if (!reach.messages) {
        return reach;
    }
    if (channel.costPerMessage) {
        reach.won = (*reach.messages * *channel.costPerMessage + 99) / 100;
    }
    if (channel.perMinute && *reach.messages > *channel.perMinute) {
        reach.lasts = std::chrono::minutes((*reach.messages - 1) / *channel.perMinute);
    }
    return reach;
}

Reach reachOf(const std::vector<const Channel*>& channels, const Organisation& organisation) {
    Reach all{.messages = 0};
    for (const Channel* channel : channels) {
        const Reach one = reachOf(*channel, organisation);
        if (isBulk(*channel)) {
            all.messages =
                all.messages && one.messages ? std::optional(*all.messages + *one.messages) : std::nullopt;
        }
        if (one.won) {
            all.won = all.won.value_or(0) + *one.won;
        }
        if (one.lasts) {
            all.lasts = std::max(all.lasts.value_or(Millis(0)), *one.lasts);
        }
    }
    return all;
}

} // namespace bongsu
