#include "ui/shell/ticker.h"

namespace bongsu {

Ticker::Ticker(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT minuteBegun();
        wait();
    });
    wait();
}

void Ticker::wait() {
    const Moment now = m_clock.now();
    const Moment next = std::chrono::ceil<std::chrono::minutes>(now + Millis(1));
    m_timer.start(next - now);
}

} // namespace bongsu
