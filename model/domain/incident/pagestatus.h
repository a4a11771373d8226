// Whom relays have reached because they were called, over which channels, and what became of it.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/page_facts.h"

#include <map>
#include <tuple>

namespace bongsu {

// A seat, or a member of the committee as one meeting called it.
struct PageTarget {
    QString seat{};                     // empty: a member
    EventId meeting = EventId::zeros(); // committee.called; zeros: a seat
    quint64 member = 0;
    friend bool operator==(const PageTarget&, const PageTarget&) = default;
    friend bool operator<(const PageTarget& a, const PageTarget& b) {
        return std::tie(a.seat, a.meeting, a.member) < std::tie(b.seat, b.meeting, b.member);
    }
};
PageTarget targetOf(const PageItem& item);

struct PagedOver {
    EventId begun;
    quint64 page; // its place there
    DeviceId relay;
    Moment at;                        // recorded
    std::optional<PageState> state{}; // absent: under way
    QString cause{};
    friend bool operator==(const PagedOver&, const PagedOver&) = default;

    // Nobody was reached by it: the next channel need not wait.
    bool hasFailed() const { return state == PageState::Failed || state == PageState::Unknown; }
};

struct PageStatus {
    EventId call;                            // which they were paged for
    std::map<QString, PagedOver> channels{}; // by key
    friend bool operator==(const PageStatus&, const PageStatus&) = default;
};

} // namespace bongsu
