#include "websocket/doorstep.h"

#include "domain/base/limits.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bongsu {

namespace {

constexpr int backlog = 4096;
// In one turn of the event loop, so that those who are further on have theirs. A first flight is the dear
// one: a key exchange and a signature.
constexpr int arrivalsPerTurn = 256;
constexpr int looksPerTurn = 512;
constexpr int letOnPerTurn = 16;
// For the store, for logs, and for services that notices are sent to.
constexpr int reservedDescriptors = 64;

constexpr int recordHeader = 5;
constexpr quint8 handshakeRecord = 22;
constexpr int largestRecord = 16'384;

bool isOutOfDescriptors(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

// So many descriptors this process may have open, less what it needs for itself.
int mostDescriptors() {
    rlimit files{};
    const bool isKnown = ::getrlimit(RLIMIT_NOFILE, &files) == 0;
    constexpr rlim_t most = 1 << 24;
    return int(isKnown ? std::min(files.rlim_cur, most) : most) - reservedDescriptors;
}

// Wakes us only when so much has come.
void waitFor(int descriptor, int bytes) {
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}

bool hasHungUp(int descriptor) {
    pollfd asked{descriptor, POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0;
}

} // namespace

Doorstep::Doorstep(const Surroundings& around, Owner owner)
    : m_around(around), m_owner(std::move(owner)), m_late(around.timers), m_acceptAgain(around.timers) {}

Doorstep::~Doorstep() {
    close();
}

Result<quint16> Doorstep::listen(const QHostAddress& host, quint16 port, FirstWord firstWord) {
    auto listening = std::make_unique<QTcpServer>();
    listening->setListenBacklogSize(backlog);
    if (!listening->listen(host, port)) {
        return fail(failure::listen, listening->errorString().toUtf8());
    }
    listening->pauseAccepting(); // it takes all there are in one turn, and hands out whole sockets
    m_listening = std::move(listening);
    m_firstWord = firstWord;
    m_mostDescriptors = mostDescriptors();
    m_listener = int(m_listening->socketDescriptor());
    m_watched = ::epoll_create1(EPOLL_CLOEXEC);
    m_arrived = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    m_always = ::eventfd(1, EFD_CLOEXEC);
    m_said = std::make_unique<QSocketNotifier>(m_watched, QSocketNotifier::Read);
    m_goOn = std::make_unique<QSocketNotifier>(m_always, QSocketNotifier::Read);
    m_goOn->setEnabled(false);
    QObject::connect(m_arrived.get(), &QSocketNotifier::activated, m_arrived.get(),
                     [this] { takeArrivals(); });
    QObject::connect(m_said.get(), &QSocketNotifier::activated, m_said.get(), [this] { look(); });
    QObject::connect(m_goOn.get(), &QSocketNotifier::activated, m_goOn.get(), [this] { letSomeOn(); });
    return m_listening->serverPort();
}

void Doorstep::close() {
    m_acceptAgain.stop();
    m_late.stop();
    m_arrived.reset();
    m_said.reset();
    m_goOn.reset();
    m_listening.reset();
    while (dropOne()) {
    }
    for (int* descriptor : {&m_watched, &m_always}) {
        if (*descriptor >= 0) {
            ::close(std::exchange(*descriptor, -1));
        }
    }
}

void Doorstep::takeArrivals() {
    for (int i = 0; i < arrivalsPerTurn && takeOne(); ++i) {
    }
}

// Returns whether there may be more.
bool Doorstep::takeOne() {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    const int descriptor =
        ::accept4(m_listener, reinterpret_cast<sockaddr*>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        if (!isOutOfDescriptors(errno)) {
            return errno != EAGAIN && errno != EBADF; // one that went away is no reason to stop
        }
        if (dropOne() || m_owner.makesRoom()) {
            return true;
        }
        m_arrived->setEnabled(false);
        m_acceptAgain.set(limits::closeTime, [this] { m_arrived->setEnabled(true); });
        return false;
    }
    if (descriptor >= m_mostDescriptors && !dropOne() && !m_owner.makesRoom()) {
        ::close(descriptor); // everybody here has proven themselves
        return true;
    }
    makeRoomAmong(m_silent);
    const Number number = ++m_lastNumber;
    const PeerNetwork network = networkOf(QHostAddress(reinterpret_cast<const sockaddr*>(&from)));
    m_callers.emplace(number, Caller{descriptor, network, m_around.monotonic.elapsed()});
    m_silent.add(number, network);
    epoll_event event{EPOLLIN | EPOLLRDHUP, {.u64 = number}};
    ::epoll_ctl(m_watched, EPOLL_CTL_ADD, descriptor, &event);
    if (!m_late.isSet()) {
        m_late.set(limits::authenticateTime, [this] { dropLate(); });
    }
    return true;
}

Doorstep::Said Doorstep::whatIsSaid(int descriptor) const {
    std::array<quint8, recordHeader> header{};
    const auto seen = ::recv(descriptor, header.data(), header.size(), MSG_PEEK);
    if (seen <= 0) {
        return seen < 0 && errno == EAGAIN ? Said::Nothing : Said::Wrong;
    }
    if (m_firstWord == FirstWord::Any) {
        return Said::Whole;
    }
    const int size = header[3] * 256 + header[4];
    if (header[0] != handshakeRecord || (seen == recordHeader && size > largestRecord)) {
        return Said::Wrong;
    }
    int there = 0;
    ::ioctl(descriptor, FIONREAD, &there);
    if (seen == recordHeader && there >= recordHeader + size) {
        return Said::Whole;
    }
    waitFor(descriptor, seen == recordHeader ? recordHeader + size : recordHeader);
    return Said::Part;
}

void Doorstep::look() {
    std::vector<epoll_event> events(looksPerTurn);
    const int count = ::epoll_wait(m_watched, events.data(), looksPerTurn, 0);
    for (int i = 0; i < count; ++i) {
        lookAt(events[std::size_t(i)].data.u64,
               (events[std::size_t(i)].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
    }
}

void Doorstep::lookAt(Number number, bool hasLeft) {
    const auto caller = m_callers.find(number);
    if (caller == m_callers.end()) {
        return; // gone since
    }
    const int descriptor = caller->second.descriptor;
    const Said said = hasLeft ? Said::Wrong : whatIsSaid(descriptor);
    if (said == Said::Wrong) {
        drop(number);
    } else if (said == Said::Whole) {
        makeRoomAmong(m_spoken);
        ::epoll_ctl(m_watched, EPOLL_CTL_DEL, descriptor, nullptr);
        waitFor(descriptor, 1);
        m_silent.remove(number);
        m_spoken.add(number, caller->second.network);
        m_goOn->setEnabled(true);
    }
}

// In order alone everybody would be too late where there are too many; the newest alone would leave the
// others out.
void Doorstep::letSomeOn() {
    for (int i = 0; i < letOnPerTurn && m_spoken.size() > 0; ++i) {
        letOn(i % 2 == 0 ? *m_spoken.whoIsFirst() : m_spoken.all().begin()->first);
    }
    m_goOn->setEnabled(m_spoken.size() > 0);
}

void Doorstep::letOn(Number number) {
    const Caller caller = m_callers.extract(number).mapped();
    m_spoken.remove(number);
    if (hasHungUp(caller.descriptor)) {
        ::close(caller.descriptor);
    } else {
        m_owner.hasSpoken(caller);
    }
}

void Doorstep::drop(Number number) {
    m_silent.remove(number);
    m_spoken.remove(number);
    ::close(m_callers.extract(number).mapped().descriptor); // and epoll forgets it
}

void Doorstep::makeRoomAmong(const Strangers& strangers) {
    while (strangers.size() >= std::size_t(limits::connectionsUnproven)) {
        drop(*strangers.whoGoes());
    }
}

// Those who say nothing before those who have spoken.
bool Doorstep::dropOne() {
    const auto number = m_silent.size() > 0 ? m_silent.whoGoes() : m_spoken.whoGoes();
    if (number) {
        drop(*number);
    }
    return number.has_value();
}

void Doorstep::dropLate() {
    const Millis now = m_around.monotonic.elapsed();
    while (!m_callers.empty() && now - m_callers.begin()->second.since >= limits::authenticateTime) {
        drop(m_callers.begin()->first);
    }
    if (!m_callers.empty()) {
        m_late.set(limits::authenticateTime - (now - m_callers.begin()->second.since),
                   [this] { dropLate(); });
    }
}

} // namespace bongsu
