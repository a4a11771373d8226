// In programs that tsan looks at, in place of the C library's: GCC 12's does not know this call, does not see
// it give the mutex up and take it again, and then calls a race what both sides lock. pthread_cond_timedwait
// it knows.
#include <pthread.h>

#include <ctime>

namespace {

constexpr long nanosecondsOfSecond = 1'000'000'000;

timespec plus(const timespec& a, const timespec& b, int sign) {
    timespec sum{a.tv_sec + sign * b.tv_sec, a.tv_nsec + sign * b.tv_nsec};
    if (sum.tv_nsec < 0) {
        sum = {sum.tv_sec - 1, sum.tv_nsec + nanosecondsOfSecond};
    } else if (sum.tv_nsec >= nanosecondsOfSecond) {
        sum = {sum.tv_sec + 1, sum.tv_nsec - nanosecondsOfSecond};
    }
    return sum;
}

} // namespace

// Waits by the clock that conditions have unless told otherwise. If that one is set meanwhile, it ends early
// or late: whoever waits asks again anyway, as for any waking without a reason.
extern "C" int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                                      const timespec* until) {
    timespec now{};
    timespec realNow{};
    clock_gettime(clock, &now);
    clock_gettime(CLOCK_REALTIME, &realNow);
    const timespec realUntil = plus(realNow, plus(*until, now, -1), 1);
    return pthread_cond_timedwait(condition, mutex, &realUntil);
}
