#include "report/charttimes.h"

#include "wording/times.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace bongsu {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = dayOnWall;

} // namespace

qint64 onWall(Moment at) {
    return (at.time_since_epoch() + utcOffset(at)).count();
}
Moment fromWall(qint64 wall) {
    const Moment near{Millis(wall)};
    return near - utcOffset(near - utcOffset(near));
}

int rankOf(qint64 number) {
    return number == 0 ? 12 : std::min(12, std::countr_zero(quint64(std::abs(number))));
}

std::vector<ChartTick> ticksBetween(Moment from, Moment to) {
    constexpr qint64 most = 8;
    static constexpr std::array<qint64, 14> steps{
        minuteMs,   2 * minuteMs, 5 * minuteMs, 10 * minuteMs, 15 * minuteMs, 30 * minuteMs, hourMs,
        2 * hourMs, 3 * hourMs,   6 * hourMs,   12 * hourMs,   dayMs,         2 * dayMs,     7 * dayMs};
    const qint64 begin = onWall(from);
    const qint64 end = onWall(to);
    const auto fitting =
        std::find_if(steps.begin(), steps.end(), [&](qint64 one) { return (end - begin) / one <= most; });
    qint64 step = fitting != steps.end() ? *fitting : steps.back();
    while ((end - begin) / step > most) {
        step *= 2;
    }
    // Weeks begin on Mondays; the first day of all, in 1970, was a Thursday.
    const qint64 origin = step % (7 * dayMs) == 0 ? 4 * dayMs : 0;
    std::vector<ChartTick> ticks;
    for (qint64 number = (begin - origin + step - 1) / step; origin + number * step <= end; ++number) {
        const qint64 wall = origin + number * step;
        const Moment at = fromWall(wall);
        ticks.push_back({double((at - from).count()) / double(std::max<qint64>(1, (to - from).count())),
                         rankOf(number),
                         {wall % dayMs == 0 ? shortDay(dayOf(at)) : clockOf(at)}});
    }
    return ticks;
}

} // namespace bongsu
