#include "relay/crowd.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <thread>
#include <time.h>
#include <unistd.h>

namespace bongsu::bench {

namespace {

constexpr QByteArrayView markerBegin = "~EV";
constexpr qsizetype markerBytes = 3 + 8 + 1 + 17 + 1; // ~EV<number>:<nanoseconds>~
constexpr int joinersAtOnce = 32;

qint64 nanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

// About 400 bytes, as the peers' entries have.
QString entryText(int number) {
    const QString words = QString::fromUtf8("\xEC\xA0\x84\xEC\x9B\x90 ").repeated(42);
    return QStringLiteral("~EV%1:%2~ ")
               .arg(number, 8, 10, QLatin1Char('0'))
               .arg(nanoseconds(), 17, 10, QLatin1Char('0')) +
           words;
}

double at(std::vector<double> values, double part) {
    if (values.empty()) {
        return -1;
    }
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(part * double(values.size())))];
}

// So many times a second, whatever happens between two of them; a second after everybody has come, as with
// peers.
class Beat {
  public:
    explicit Beat(int rate) : m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)) {
        itimerspec every{};
        every.it_interval.tv_nsec = 1'000'000'000L / rate;
        every.it_value.tv_sec = 1;
        ::timerfd_settime(m_timer, 0, &every, nullptr);
    }
    ~Beat() { ::close(m_timer); }
    void next() {
        quint64 passed = 0;
        if (m_owed == 0 && ::read(m_timer, &passed, sizeof passed) == sizeof passed) {
            m_owed = passed;
        }
        --m_owed;
    }

  private:
    int m_timer;
    quint64 m_owed = 0; // beats that passed while nobody waited
};

} // namespace

struct Crowd::Follower {
    Follower(quint16 port, bool tls) : line(port, tls) {}
    Line line;
    QByteArray rest; // of what was read: a marker may be cut in two
};

Crowd::Crowd(const Scene& scene, bool tls, int count) : m_scene(scene), m_tls(tls) {
    // What everybody holds already, so that joining is no catching up.
    std::vector<Position> held;
    {
        Line line(scene.port, tls);
        held = enter(line, scene, 0);
    }
    const auto start = std::chrono::steady_clock::now();
    m_followers.resize(std::size_t(count));
    std::atomic<int> next = 0;
    std::vector<std::thread> joining;
    for (int i = 0; i < std::min(joinersAtOnce, count); ++i) {
        joining.emplace_back([&] {
            for (int number; (number = next++) < count;) {
                auto follower = std::make_unique<Follower>(scene.port, tls);
                enter(follower->line, scene, number + 1, held);
                follower->line.setBlocking(false);
                m_followers[std::size_t(number)] = std::move(follower);
            }
        });
    }
    for (std::thread& one : joining) {
        one.join();
    }
    m_joinSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    m_poll = ::epoll_create1(EPOLL_CLOEXEC);
    for (const auto& follower : m_followers) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = follower.get();
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, follower->line.descriptor(), &event);
    }
}

Crowd::~Crowd() = default;

void Crowd::read(Follower& follower) {
    for (;;) {
        const QByteArrayView got = follower.line.readSome();
        if (got.isEmpty()) {
            break;
        }
        const qint64 now = nanoseconds();
        follower.rest.append(got.data(), got.size());
        qsizetype from = 0;
        for (qsizetype place; (place = follower.rest.indexOf(markerBegin, from)) >= 0 &&
                              place + markerBytes <= follower.rest.size();) {
            const QByteArrayView marker = QByteArrayView(follower.rest).sliced(place, markerBytes);
            const int number = marker.sliced(3, 8).toInt();
            const double latency = double(now - marker.sliced(12, 17).toLongLong()) / 1e6;
            m_latencies.push_back(latency);
            ++m_delivered;
            if (number >= 0 && std::size_t(number) < m_seen.size()) {
                ++m_seen[std::size_t(number)];
                m_lasts[std::size_t(number)] = std::max(m_lasts[std::size_t(number)], latency);
            }
            from = place + markerBytes;
        }
        follower.rest.remove(0, std::max(from, follower.rest.size() - markerBytes));
    }
    if (follower.line.isClosed()) {
        qFatal("the relay closed a follower's line");
    }
}

QByteArray Crowd::follow(int rate, int seconds) {
    const int entries = rate * seconds;
    const int expected = entries * int(m_followers.size());
    m_seen.assign(std::size_t(entries), 0);
    m_lasts.assign(std::size_t(entries), 0);
    m_latencies.reserve(std::size_t(expected));
    std::vector<double> acks;
    std::thread writer([&] {
        Line line(m_scene.port, m_tls);
        enter(line, m_scene, 0);
        Author author(m_scene);
        Beat beat(rate);
        for (int number = 0; number < entries; ++number) {
            beat.next();
            const qint64 before = nanoseconds();
            line.send(encode(frame::Offers{quint64(number) + 1, 1, {author.note(entryText(number))}}));
            while (!std::holds_alternative<frame::Taken>(*decodeFrame(line.receive()))) {
            }
            acks.push_back(double(nanoseconds() - before) / 1e6);
        }
    });
    const qint64 patience = nanoseconds() + (qint64(seconds) + 20) * 1'000'000'000;
    std::vector<epoll_event> events(256);
    while (m_delivered < expected && nanoseconds() < patience) {
        const int ready = ::epoll_wait(m_poll, events.data(), int(events.size()), 1000);
        for (int i = 0; i < ready; ++i) {
            read(*static_cast<Follower*>(events[std::size_t(i)].data.ptr));
        }
    }
    writer.join();
    return QJsonDocument(QJsonObject{{QStringLiteral("p50"), at(m_latencies, 0.5)},
                                     {QStringLiteral("p99"), at(m_latencies, 0.99)},
                                     {QStringLiteral("max"), at(m_latencies, 1)},
                                     {QStringLiteral("all_p50"), at(m_lasts, 0.5)},
                                     {QStringLiteral("all_p99"), at(m_lasts, 0.99)},
                                     {QStringLiteral("ack_p50"), at(acks, 0.5)},
                                     {QStringLiteral("ack_p99"), at(acks, 0.99)},
                                     {QStringLiteral("delivered"), m_delivered},
                                     {QStringLiteral("expected"), expected}})
        .toJson(QJsonDocument::Compact);
}

} // namespace bongsu::bench
