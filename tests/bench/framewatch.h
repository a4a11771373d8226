// How late the event loop ever was while something else went on: a frame that comes late was held up by one
// turn of it.
#pragma once

#include "bench/measuring.h"

#include <QTimer>

namespace bongsu {

class FrameWatch {
  public:
    FrameWatch() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_timer.start();
    }
    double worst() const { return m_worst; } // seconds between two turns

  private:
    void tick() {
        m_worst = std::max(m_worst, secondsSince(m_last));
        m_last = Stopwatch::now();
    }

    QTimer m_timer;
    Stopwatch::time_point m_last = Stopwatch::now();
    double m_worst = 0;
};

} // namespace bongsu
