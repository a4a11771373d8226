#include "websocket/readiness.h"

#include <QSocketNotifier>

#include <array>
#include <tuple>

#include <sys/epoll.h>
#include <unistd.h>

namespace bongsu {

namespace {
constexpr int toldInATurn = 256; // the loop has others to serve
}

Readiness::Readiness() : m_kernel(::epoll_create1(EPOLL_CLOEXEC)) {
    if (m_kernel < 0) {
        qFatal("epoll: no descriptor is left"); // before anybody is let in, or never
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_kernel, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { tell(); });
}

Readiness::~Readiness() {
    m_notifier.reset();
    ::close(m_kernel);
}

quint64 Readiness::add(int descriptor, Waiting& waiting) {
    m_places.emplace(++m_last, Place{descriptor, &waiting});
    return m_last;
}

bool Readiness::wait(quint64 number, bool forReading, bool forWriting) {
    Place& place = m_places.at(number);
    const quint32 asked = (forReading ? quint32(EPOLLIN) : 0) | (forWriting ? quint32(EPOLLOUT) : 0);
    if (asked == place.asked) {
        return true;
    }
    epoll_event event{};
    event.events = asked;
    event.data.u64 = number;
    // With nothing asked the kernel would still tell of ends.
    const int change = asked == 0 ? EPOLL_CTL_DEL : place.asked == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    if (::epoll_ctl(m_kernel, change, place.descriptor, &event) < 0 && asked != 0) {
        return false;
    }
    place.asked = asked;
    return true;
}

void Readiness::remove(quint64 number) {
    std::ignore = wait(number, false, false);
    m_places.erase(number);
}

void Readiness::tell() {
    std::array<epoll_event, toldInATurn> events;
    const int count = ::epoll_wait(m_kernel, events.data(), toldInATurn, 0);
    for (int i = 0; i < count; ++i) {
        const quint32 ready = events[std::size_t(i)].events;
        const quint64 number = events[std::size_t(i)].data.u64;
        const auto asked = [&](quint32 what) {
            const auto place = m_places.find(number);
            return place != m_places.end() && (place->second.asked & what) != 0 ? place->second.waiting
                                                                                : nullptr;
        };
        constexpr quint32 ended = EPOLLERR | EPOLLHUP;
        if (Waiting* waiting = (ready & (EPOLLIN | ended)) != 0 ? asked(EPOLLIN) : nullptr) {
            waiting->readable();
        }
        if (Waiting* waiting = (ready & (EPOLLOUT | ended)) != 0 ? asked(EPOLLOUT) : nullptr) {
            waiting->writable();
        }
    }
}

} // namespace bongsu
