// The times that a rule of repetition gives (RFC 5545, 3.3.10), in bounded work whatever the rule says.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace bongsu {

// What a clock on the wall shows, in whichever zone it hangs.
using WallTime = std::chrono::local_seconds;

struct RecurrenceRule {
    enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };
    struct Weekday {
        std::chrono::weekday day{};
        int nth = 0; // of the month or the year, from its end where negative; 0: every one
    };

    Frequency frequency = Frequency::Daily;
    int interval = 1; // at least 1
    std::optional<int> count{};
    std::vector<int> seconds{};
    std::vector<int> minutes{};
    std::vector<int> hours{};
    std::vector<Weekday> weekdays{};
    std::vector<int> monthDays{}; // negative: from the end, as in the next three
    std::vector<int> yearDays{};
    std::vector<int> weeks{};
    std::vector<int> positions{}; // BYSETPOS
    std::vector<int> months{};
    std::chrono::weekday weekStart = std::chrono::Monday;
};

// Parts that the standard does not let stand together.
bool isAllowed(const RecurrenceRule& rule);

// How many more times may be looked at; what the rules of one file share.
using StepsLeft = long;

enum class RecurrenceEnd {
    Done,   // nothing comes any more before `until`, or `take` has had enough
    TooMuch // no steps were left
};
// Calls `take` with each time that the rule gives from `start` on and before `until`, in order, until it
// returns false. Those before `from` may be left out. `start` itself is among them where the rule gives it.
// For days without a time `start` is midnight, and the parts of a rule that speak of times have to be left
// out.
RecurrenceEnd recur(const RecurrenceRule& rule, WallTime start, WallTime from, WallTime until,
                    StepsLeft& steps, const std::function<bool(WallTime)>& take);

} // namespace bongsu
