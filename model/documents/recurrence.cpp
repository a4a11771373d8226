#include "documents/recurrence.h"

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono;
using Frequency = RecurrenceRule::Frequency;

int daysIn(year y) {
    return y.is_leap() ? 366 : 365;
}
unsigned daysIn(year y, month m) {
    return unsigned((y / m / last).day());
}
local_days firstDay(year y) {
    return local_days(y / January / 1);
}
year yearOf(local_days day) {
    return year_month_day(day).year();
}
local_days weekOf(local_days day, weekday weekStart) {
    return day - (weekday(day) - weekStart);
}
// The year that most days of its week lie in: weeks are counted by it.
year weekYearOf(local_days day, weekday weekStart) {
    return yearOf(weekOf(day, weekStart) + days(3));
}

bool holds(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}
// `value` is from 1 on, `count` of them there are: -1 is the last.
bool holdsEither(const std::vector<int>& list, int value, int count) {
    return holds(list, value) || holds(list, value - count - 1);
}

// The first day of the year's week 1: the first that has at least four days in it.
local_days firstWeek(year y, weekday weekStart) {
    return weekOf(local_days(y / January / 4), weekStart);
}
int weeksIn(year y, weekday weekStart) {
    return int((firstWeek(y + years(1), weekStart) - firstWeek(y, weekStart)) / weeks(1));
}

// What a year of the standard library can hold, and nobody asks for.
constexpr long yearsAhead = 20'000;

// The rule with what it leaves to its start.
class Expansion {
  public:
    Expansion(const RecurrenceRule& rule, WallTime start)
        : m_rule(rule), m_start(start), m_startDay(floor<days>(start)), m_clock(start - m_startDay) {
        const bool names = !rule.weekdays.empty() || !rule.monthDays.empty() || !rule.yearDays.empty();
        const year_month_day date(m_startDay);
        if (rule.frequency == Frequency::Weekly ||
            (rule.frequency == Frequency::Yearly && !rule.weeks.empty())) {
            if (!names) {
                m_rule.weekdays = {{weekday(m_startDay)}};
            }
        } else if (rule.frequency == Frequency::Monthly || rule.frequency == Frequency::Yearly) {
            if (!names) {
                m_rule.monthDays = {int(unsigned(date.day()))};
            }
            if (!names && rule.frequency == Frequency::Yearly && rule.months.empty()) {
                m_rule.months = {int(unsigned(date.month()))};
            }
        }
        fillTimes();
    }

    // Where the n-th period of the rule begins.
    local_seconds periodBegin(long n) const {
        const long step = n * m_rule.interval;
        const year_month_day date(m_startDay);
        switch (m_rule.frequency) {
        case Frequency::Yearly: {
            const years ahead(std::min(step, yearsAhead));
            return m_rule.weeks.empty()
                       ? firstDay(date.year() + ahead)
                       : firstWeek(weekYearOf(m_startDay, m_rule.weekStart) + ahead, m_rule.weekStart);
        }
        case Frequency::Monthly:
            return local_days((date.year() / date.month() + months(std::min(step, 12 * yearsAhead))) / 1);
        case Frequency::Weekly:
            return weekOf(m_startDay, m_rule.weekStart) + weeks(step);
        case Frequency::Daily:
            return m_startDay + days(step);
        case Frequency::Hourly:
            return floor<hours>(m_start) + hours(step);
        case Frequency::Minutely:
            return floor<minutes>(m_start) + minutes(step);
        case Frequency::Secondly:
            break;
        }
        return m_start + seconds(step);
    }

    // A period that begins at or before `from`, and none behind the first that could give something from then
    // on.
    long firstPeriod(local_seconds from) const {
        if (from <= m_start) {
            return 0;
        }
        const long past = long(duration_cast<seconds>(from - m_start).count());
        const long longest = [this] {
            switch (m_rule.frequency) {
            case Frequency::Yearly:
                return 366 * 86'400L;
            case Frequency::Monthly:
                return 31 * 86'400L;
            case Frequency::Weekly:
                return 7 * 86'400L;
            case Frequency::Daily:
                return 86'400L;
            case Frequency::Hourly:
                return 3'600L;
            case Frequency::Minutely:
                return 60L;
            case Frequency::Secondly:
                break;
            }
            return 1L;
        }();
        return std::max(0L, past / longest / m_rule.interval - 2);
    }

    // What one period gives, in order, each once; nothing where no steps are left.
    bool period(long n, StepsLeft& steps, std::vector<WallTime>& times) const {
        times.clear();
        std::vector<local_days> days;
        const local_seconds begin = periodBegin(n);
        const local_days first = floor<std::chrono::days>(begin);
        const int length = daysLookedAt(first);
        steps -= length;
        for (int i = 0; i < length; ++i) {
            if (isDay(first + std::chrono::days(i), first)) {
                days.push_back(first + std::chrono::days(i));
            }
        }
        const auto expanded = [this](Frequency shortest, const std::vector<int>& list) {
            return m_rule.frequency > shortest ? long(list.size()) : 1;
        };
        steps -= long(days.size()) * expanded(Frequency::Hourly, m_hours) *
                 expanded(Frequency::Minutely, m_minutes) * expanded(Frequency::Secondly, m_seconds);
        if (steps < 0) {
            return false;
        }
        for (const local_days day : days) {
            addClocks(day, begin, times);
        }
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        choose(times);
        return true;
    }

  private:
    // Lists of what a clock can show; where the rule is silent, what the start says.
    void fillTimes() {
        const hh_mm_ss clock(m_clock);
        const auto given = [](const std::vector<int>& list, long otherwise) {
            std::vector<int> filled = list.empty() ? std::vector<int>{int(otherwise)} : list;
            std::sort(filled.begin(), filled.end());
            filled.erase(std::unique(filled.begin(), filled.end()), filled.end());
            return filled;
        };
        m_hours = given(m_rule.hours, clock.hours().count());
        m_minutes = given(m_rule.minutes, clock.minutes().count());
        m_seconds = given(m_rule.seconds, clock.seconds().count());
    }

    int daysLookedAt(local_days first) const {
        switch (m_rule.frequency) {
        case Frequency::Yearly:
            if (!m_rule.weeks.empty()) {
                return 7 * weeksIn(weekYearOf(first, m_rule.weekStart), m_rule.weekStart);
            }
            return daysIn(yearOf(first));
        case Frequency::Monthly:
            return int(daysIn(yearOf(first), year_month_day(first).month()));
        case Frequency::Weekly:
            return 7;
        default:
            return 1;
        }
    }

    bool isDay(local_days day, local_days periodBegin) const {
        const year_month_day date(day);
        const int inMonth = int(daysIn(date.year(), date.month()));
        const int dayOfYear = int((day - firstDay(date.year())).count()) + 1;
        const auto fits = [](const std::vector<int>& list, int value, int count) {
            return list.empty() || holdsEither(list, value, count);
        };
        if (!m_rule.months.empty() && !holds(m_rule.months, int(unsigned(date.month())))) {
            return false;
        }
        if (!m_rule.weeks.empty()) {
            const int week = int((day - periodBegin).count()) / 7 + 1;
            const year y = weekYearOf(periodBegin, m_rule.weekStart);
            if (!holdsEither(m_rule.weeks, week, weeksIn(y, m_rule.weekStart))) {
                return false;
            }
        }
        return fits(m_rule.yearDays, dayOfYear, daysIn(date.year())) &&
               fits(m_rule.monthDays, int(unsigned(date.day())), inMonth) && isWeekday(day, date, dayOfYear);
    }

    bool isWeekday(local_days day, const year_month_day& date, int dayOfYear) const {
        const bool ofYear = m_rule.frequency == Frequency::Yearly && m_rule.months.empty();
        const int place = ofYear ? dayOfYear : int(unsigned(date.day()));
        const int count = ofYear ? daysIn(date.year()) : int(daysIn(date.year(), date.month()));
        const int fromBegin = (place - 1) / 7 + 1;
        const int fromEnd = -((count - place) / 7 + 1);
        const auto fits = [&](const RecurrenceRule::Weekday& one) {
            return one.day == weekday(day) && (one.nth == 0 || one.nth == fromBegin || one.nth == fromEnd);
        };
        return m_rule.weekdays.empty() || std::any_of(m_rule.weekdays.begin(), m_rule.weekdays.end(), fits);
    }

    void addClocks(local_days day, local_seconds begin, std::vector<WallTime>& times) const {
        const hh_mm_ss clock(begin - day);
        const auto isIn = [this](Frequency shortest, const std::vector<int>& given, long value) {
            return m_rule.frequency > shortest || given.empty() || holds(given, int(value));
        };
        // A period of an hour or less has its hour: the rule only says whether it counts.
        if (!isIn(Frequency::Hourly, m_rule.hours, clock.hours().count()) ||
            !isIn(Frequency::Minutely, m_rule.minutes, clock.minutes().count()) ||
            !isIn(Frequency::Secondly, m_rule.seconds, clock.seconds().count())) {
            return;
        }
        const auto of = [this](Frequency shortest, const std::vector<int>& list, long own) {
            return m_rule.frequency > shortest ? list : std::vector<int>{int(own)};
        };
        for (const int hour : of(Frequency::Hourly, m_hours, clock.hours().count())) {
            for (const int minute : of(Frequency::Minutely, m_minutes, clock.minutes().count())) {
                for (const int second : of(Frequency::Secondly, m_seconds, clock.seconds().count())) {
                    times.push_back(day + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                                    std::chrono::seconds(second));
                }
            }
        }
    }

    // BYSETPOS: of one period, the first, the last but one …
    void choose(std::vector<WallTime>& times) const {
        if (m_rule.positions.empty()) {
            return;
        }
        std::vector<WallTime> chosen;
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (holdsEither(m_rule.positions, int(i) + 1, int(times.size()))) {
                chosen.push_back(times[i]);
            }
        }
        times = std::move(chosen);
    }

    RecurrenceRule m_rule;
    WallTime m_start;
    local_days m_startDay;
    seconds m_clock;
    std::vector<int> m_hours;
    std::vector<int> m_minutes;
    std::vector<int> m_seconds;
};

} // namespace

bool isAllowed(const RecurrenceRule& rule) {
    const bool months = rule.frequency == Frequency::Monthly;
    const bool years = rule.frequency == Frequency::Yearly;
    const bool nth = std::any_of(rule.weekdays.begin(), rule.weekdays.end(),
                                 [](const RecurrenceRule::Weekday& one) { return one.nth != 0; });
    const bool anyOther = !rule.seconds.empty() || !rule.minutes.empty() || !rule.hours.empty() ||
                          !rule.weekdays.empty() || !rule.monthDays.empty() || !rule.yearDays.empty() ||
                          !rule.weeks.empty() || !rule.months.empty();
    return (!nth || months || (years && rule.weeks.empty())) && (rule.weeks.empty() || years) &&
           (rule.monthDays.empty() || rule.frequency != Frequency::Weekly) &&
           (rule.yearDays.empty() || years || rule.frequency < Frequency::Daily) &&
           (rule.positions.empty() || anyOther);
}

RecurrenceEnd recur(const RecurrenceRule& rule, WallTime start, WallTime from, WallTime until,
                    StepsLeft& steps, const std::function<bool(WallTime)>& take) {
    const Expansion expansion(rule, start);
    int given = 0;
    std::vector<WallTime> times;
    // What is counted is counted from the start.
    for (long n = rule.count ? 0 : expansion.firstPeriod(from); expansion.periodBegin(n) < until; ++n) {
        if (!expansion.period(n, steps, times)) {
            return RecurrenceEnd::TooMuch;
        }
        for (const WallTime time : times) {
            if (time < start) {
                continue;
            }
            if (time >= until || (rule.count && given++ == *rule.count) || !take(time)) {
                return RecurrenceEnd::Done;
            }
        }
    }
    return RecurrenceEnd::Done;
}

} // namespace bongsu
