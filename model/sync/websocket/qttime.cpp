#include "websocket/qttime.h"

#include <QDateTime>
#include <QTimer>

#include <ctime>

namespace bongsu {

Moment SystemClock::now() const {
    return Moment(Millis(QDateTime::currentMSecsSinceEpoch()));
}

Millis SteadyClock::elapsed() const {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Millis>(std::chrono::seconds(now.tv_sec) +
                                              std::chrono::nanoseconds(now.tv_nsec));
}

QtTimers::QtTimers() = default;
QtTimers::~QtTimers() = default;

Timers::Id QtTimers::after(Millis delay, std::function<void()> call) {
    const Id id = m_next++;
    auto* timer = new QTimer(&m_context);
    timer->setSingleShot(true);
    m_timers.insert_or_assign(id, timer);
    QObject::connect(timer, &QTimer::timeout, &m_context, [this, id, call = std::move(call)] {
        const auto it = m_timers.find(id);
        it->second->deleteLater();
        m_timers.erase(it);
        // The timer object, and with it this function, lives until control is back in the event loop.
        call();
    });
    timer->start(delay);
    return id;
}

void QtTimers::cancel(Id id) {
    const auto it = m_timers.find(id);
    if (it == m_timers.end()) {
        return;
    }
    it->second->stop();
    it->second->deleteLater();
    m_timers.erase(it);
}

} // namespace bongsu
