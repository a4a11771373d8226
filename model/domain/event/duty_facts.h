// The facts of duties: what the law, an authority or a contract wants told in time. What each duty is stands
// in a document (domain/notice/duties.h) that no rule reads; the record says when one began to count, where
// nothing else in it does, and how it was settled.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"

namespace bongsu {

// Excused: it does not apply here, for a reason that stands in the text.
enum class DutyOutcome { Met = 1, Excused, Reopened, Last = Reopened };
template <>
struct Words<DutyOutcome> {
    static constexpr std::array all{"met", "excused", "reopened"};
};

// From the line's time on: a breach was noticed, an order came.
struct DutyBegun {
    static constexpr KindInfo kind{"duty.begun", 1, false, LogType::Incident};
    Line line{};
    QString duty{};                   // its key
    std::optional<EventId> against{}; // what last set it; absent: nothing has
    static constexpr auto fields() {
        return std::tuple{field(1, &DutyBegun::line), field(2, &DutyBegun::duty),
                          field(3, &DutyBegun::against)};
    }
};

struct DutySettled {
    static constexpr KindInfo kind{"duty.settled", 1, false, LogType::Incident};
    Line line{};
    QString duty{};
    DutyOutcome outcome = DutyOutcome::Met;
    std::optional<EventId> against{};
    static constexpr auto fields() {
        return std::tuple{field(1, &DutySettled::line), field(2, &DutySettled::duty),
                          field(3, &DutySettled::outcome), field(4, &DutySettled::against)};
    }
};

} // namespace bongsu
