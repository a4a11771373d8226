// The charts of a retrospective: what was out, what was restored, when users were told. Each shows figures
// that stand in words beside it, and there is none where there is nothing to draw.
#pragma once

#include "report/retrosections.h"

#include <algorithm>

namespace bongsu {

// From when the outage began to when all was back. Where it is not, the time ends soon after the last thing
// that is known: a record that nobody ended would press everything against its beginning.
struct RetroCourse {
    Moment from;
    Moment to;
    bool over = false;

    double at(Moment moment) const {
        return std::clamp(double((moment - from).count()) / double((to - from).count()), 0.0, 1.0);
    }
    void include(Moment moment) {
        from = std::min(from, moment);
        to = std::max(to, moment);
    }
};

// Nothing: nobody declared anything.
std::optional<RetroCourse> courseOf(const RetroGathered& gathered);

// A bar for each service, or function of one, that was out; the worst and longest first.
std::optional<DocumentBlock> outageChart(const RetroGathered& gathered);
// A curve for each thing that was counted twice at least.
std::vector<DocumentBlock> restorationCharts(const RetroGathered& gathered);
// A mark for each notice between the beginning and when all was back; a line for each day where there are
// several.
std::optional<DocumentBlock> noticeChart(const RetroGathered& gathered);

// "15 Oct 15:30 ~ 20 Oct 23:03"; "from 15 Oct 15:30" where it is not over.
QString spanIn(const RetroGathered& gathered, Moment from, std::optional<Moment> until);
// "Not drawn: 5 more."; empty where there are none.
QString leftOutOf(std::size_t count);
inline DocumentBlock chartBlock(Chart chart) {
    return {.kind = DocumentBlock::Kind::Chart, .chart = std::move(chart)};
}

// What an entry says was restored, or nothing.
const Restored* restoredIn(const Facts& facts);

} // namespace bongsu
