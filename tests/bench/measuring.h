// What the benches of the desktop share: stopwatches, lines of JSON, and a journal's surroundings that stand
// still.
#pragma once

#include "domain/base/clock.h"

#include <QApplication>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace bongsu {

using Stopwatch = std::chrono::steady_clock;

inline double secondsSince(Stopwatch::time_point start) {
    return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

// The least of some runs: what other programs take of the machine is not ours.
template <class Work>
double best(int runs, const Work& work) {
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = Stopwatch::now();
        work();
        least = std::min(least, secondsSince(start));
    }
    return least;
}

inline void say(const char* what, double seconds, double floor) {
    std::printf("{\"what\":\"%s\",\"ms\":%.3f,\"floor_ms\":%.3f,\"times_floor\":%.2f}\n", what,
                seconds * 1000, floor * 1000, seconds / floor);
    std::fflush(stdout);
}

inline double residentMebibytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QList<QByteArray> pages = isOpen ? file.readAll().split(' ') : QList<QByteArray>();
    return pages.value(1).toDouble() * 4096 / (1 << 20);
}

class NoTimers : public Timers {
  public:
    Id after(Millis, std::function<void()>) override { return 1; }
    void cancel(Id) override {}
};

class StandingClock : public bongsu::Clock {
  public:
    explicit StandingClock(Moment at) : m_at(at) {}
    Moment now() const override { return m_at; }

  private:
    Moment m_at;
};

template <class Done>
bool turnUntil(const Done& done) {
    const auto start = Stopwatch::now();
    while (!done()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (secondsSince(start) > 60) {
            return false;
        }
    }
    return true;
}

// A measurement that waited in vain is none.
inline void demand(bool happened) {
    if (!happened) {
        std::fprintf(stderr, "what was waited for did not come within a minute\n");
        std::abort();
    }
}

} // namespace bongsu
