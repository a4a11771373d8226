// The facts of a long response: what it runs short of, and the periods it is worked in.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

// What is needed stands in the text.
struct ResourceRequested {
    static constexpr KindInfo kind{"resource.requested", 1, false, LogType::Incident};
    Line line{};
    ResourceKind resourceKind = ResourceKind::People;
    quint64 amount = 0;            // people, pieces, square metres, won
    std::optional<Moment> until{}; // needed by
    std::optional<QString> seat{}; // who needs it; absent: its author
    static constexpr auto fields() {
        return std::tuple{field(1, &ResourceRequested::line), field(2, &ResourceRequested::resourceKind),
                          field(3, &ResourceRequested::amount), field(4, &ResourceRequested::until),
                          field(5, &ResourceRequested::seat)};
    }
};

// Granted and declined by whoever commands; there, or no longer needed, by whoever writes it down.
struct ResourceSettled {
    static constexpr KindInfo kind{"resource.settled", 1, false, LogType::Incident};
    Line line{};
    EventId request = EventId::zeros(); // the resource.requested
    ResourceOutcome outcome = ResourceOutcome::Granted;
    std::optional<quint64> amount{};    // absent: what was asked for
    EventId against = EventId::zeros(); // what last set the request: itself or a resource.settled
    static constexpr auto fields() {
        return std::tuple{field(1, &ResourceSettled::line), field(2, &ResourceSettled::request),
                          field(3, &ResourceSettled::outcome), field(4, &ResourceSettled::amount),
                          field(5, &ResourceSettled::against)};
    }
};

// An operational period: what is to be reached until the next change of shifts stands in the text.
struct PeriodOpened {
    static constexpr KindInfo kind{"period.opened", 1, false, LogType::Incident};
    Line line{};
    quint64 number = 0; // from 1
    std::optional<Moment> until{};
    static constexpr auto fields() {
        return std::tuple{field(1, &PeriodOpened::line), field(2, &PeriodOpened::number),
                          field(3, &PeriodOpened::until)};
    }
};

} // namespace bongsu
