// What every line of the timeline may carry beside its words.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/words.h"

namespace bongsu {

struct Line {
    std::optional<Moment> occurredAt{};
    std::optional<Source> source{};
    std::optional<OriginHash> origin{}; // of an imported line
    static constexpr auto fields() {
        return std::tuple{field(1, &Line::occurredAt), field(2, &Line::source), field(3, &Line::origin)};
    }
};

} // namespace bongsu
