// Clocks and timers of this machine, over Qt's event loop.
#pragma once

#include "domain/base/clock.h"

#include <QElapsedTimer>
#include <QObject>

#include <map>

class QTimer;

namespace bongsu {

class SystemClock : public Clock {
  public:
    Moment now() const override;
};

class SteadyClock : public MonotonicClock {
  public:
    SteadyClock() { m_since.start(); }
    Millis elapsed() const override { return Millis(m_since.elapsed()); }

  private:
    QElapsedTimer m_since;
};

// Timers of the thread that made this object.
class QtTimers : public Timers {
  public:
    QtTimers();
    ~QtTimers() override;

    Id after(Millis delay, std::function<void()> call) override;
    void cancel(Id id) override;

  private:
    QObject m_context;
    std::map<Id, QTimer*> m_timers;
    Id m_next = 1;
};

} // namespace bongsu
