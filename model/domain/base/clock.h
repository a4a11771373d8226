// Time as an argument: what the clock on the wall says, how long something took, and being called later.
#pragma once

#include "domain/base/moment.h"

#include <functional>
#include <utility>

namespace bongsu {

// What people call now. May jump either way.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

// Time since some start; never goes back, knows nothing of dates.
class MonotonicClock {
  public:
    virtual ~MonotonicClock() = default;
    virtual Millis elapsed() const = 0;
};

// Calls functions later, on the thread that asked, never from within after() or cancel().
class Timers {
  public:
    using Id = quint64; // from 1

    virtual ~Timers() = default;
    virtual Id after(Millis delay, std::function<void()> call) = 0;
    virtual void cancel(Id id) = 0; // nothing if it has been called already
};

// One call later that ends with its owner.
class Alarm {
  public:
    explicit Alarm(Timers& timers) : m_timers(timers) {}
    ~Alarm() { stop(); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    // Forgets what was set before.
    void set(Millis delay, std::function<void()> call) {
        stop();
        m_id = m_timers.after(delay, [this, call = std::move(call)] {
            m_id = 0;
            // `call` may set this alarm again or end its owner: nothing of it is touched after this.
            const auto once = call;
            once();
        });
    }
    void stop() {
        if (isSet()) {
            m_timers.cancel(std::exchange(m_id, 0));
        }
    }
    bool isSet() const { return m_id != 0; }

  private:
    Timers& m_timers;
    Timers::Id m_id = 0;
};

} // namespace bongsu
