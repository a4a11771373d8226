// The facts of what is to be done so that it does not happen again: a company's own actions (재발방지 과제),
// and what an authority ordered (시정조치).
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/retrowords.h"

namespace bongsu {

// What an action is, as whoever set it last left it.
struct ActionPlan {
    ActionKind kind = ActionKind::Prevent;
    ActionTerm term = ActionTerm::Short;
    std::optional<PersonId> owner{}; // absent: a name in the text, or nobody yet
    std::optional<Moment> due{};
    std::optional<quint64> budget{}; // won
    std::optional<ReviewArea> area{};
    std::optional<QString> heading{}; // of the order it answers, by its key; absent: the company's own
    friend bool operator==(const ActionPlan&, const ActionPlan&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &ActionPlan::kind),   field(2, &ActionPlan::term),
                          field(3, &ActionPlan::owner),  field(4, &ActionPlan::due),
                          field(5, &ActionPlan::budget), field(6, &ActionPlan::area),
                          field(7, &ActionPlan::heading)};
    }
};

struct ActionAdded {
    static constexpr KindInfo kind{"action.added", 1, false, LogType::Incident};
    Line line{};
    ActionPlan plan{};
    std::optional<EventId> finding{}; // a finding.added of this log
    std::optional<EventId> order{};   // the line of this log in which it was ordered
    static constexpr auto fields() {
        return std::tuple{field(1, &ActionAdded::line), field(2, &ActionAdded::plan),
                          field(3, &ActionAdded::finding), field(4, &ActionAdded::order)};
    }
};

// As it is from now on, whole. Why stands in the text.
struct ActionChanged {
    static constexpr KindInfo kind{"action.changed", 1, false, LogType::Incident};
    Line line{};
    EventId action = EventId::zeros(); // the action.added
    ActionPlan plan{};
    EventId against = EventId::zeros(); // what last set it
    bool reworded = false;              // its words stand anew in the text, too
    static constexpr auto fields() {
        return std::tuple{field(1, &ActionChanged::line), field(2, &ActionChanged::action),
                          field(3, &ActionChanged::plan), field(4, &ActionChanged::against),
                          field(5, &ActionChanged::reworded)};
    }
};

// Done: the evidence stands in the text. Confirmed by a second person: neither its owner nor who said so.
struct ActionSettled {
    static constexpr KindInfo kind{"action.settled", 1, false, LogType::Incident};
    Line line{};
    EventId action = EventId::zeros();
    WorkOutcome outcome = WorkOutcome::Done;
    EventId against = EventId::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &ActionSettled::line), field(2, &ActionSettled::action),
                          field(3, &ActionSettled::outcome), field(4, &ActionSettled::against)};
    }
};

} // namespace bongsu
