// Clocks and timers of this machine, over Qt's event loop.
#pragma once

#include "domain/base/clock.h"

#include <QObject>

#include <map>

class QTimer;

namespace bongsu {

class SystemClock : public Clock {
  public:
    Moment now() const override;
};

// Since the computer was started, its sleep included: whoever wakes up with a clock that is right has not set
// it.
class SteadyClock : public MonotonicClock {
  public:
    Millis elapsed() const override;
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
