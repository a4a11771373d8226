#include "sync/exchange.h"

#include "sync/frame.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class Item>
std::size_t fitting(std::span<const Item> items, int most) {
    qsizetype bytes = 0;
    std::size_t count = 0;
    while (count < std::min(items.size(), std::size_t(most))) {
        bytes += wireSize(items[count]);
        if (bytes > limits::pageBytes && count > 0) {
            break;
        }
        ++count;
    }
    return count;
}

} // namespace

std::size_t fittingCount(std::span<const KeptEntry> items) {
    return fitting(items, limits::pageEntries);
}
std::size_t fittingCount(std::span<const OfferedEvent> events) {
    return fitting(events, limits::offersPerFrame);
}
std::size_t fittingCount(std::span<const Position> positions) {
    return fitting(positions, limits::logsPerHave);
}

EntryPage cutToOneFrame(EntryPage page) {
    const std::size_t count = fittingCount(page.items);
    if (count < page.items.size()) {
        page.items.erase(page.items.begin() + qsizetype(count), page.items.end());
        page.more = true;
        page.head.reset();
    }
    page.more = page.more && count > 0;
    return page;
}

PageSize onePage() {
    constexpr int framingOfAnEntry = 90; // salts, lengths, state
    return {limits::pageEntries, limits::pageBytes - limits::pageEntries * framingOfAnEntry};
}

} // namespace bongsu
