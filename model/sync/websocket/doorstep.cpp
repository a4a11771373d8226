#include "websocket/doorstep.h"

#include "domain/base/limits.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>

namespace bongsu {

namespace {

constexpr int backlog = 4096;
// In one turn of the event loop, so that those who are further on have theirs. A first flight is the dear
// one: a key exchange and a signature.
constexpr int arrivalsPerTurn = 256;
constexpr int letOnPerTurn = 32;
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

struct Doorstep::Standing final : Readiness::Waiting {
    Standing(Doorstep& owner, Number ownNumber, const Caller& caller)
        : doorstep(owner), number(ownNumber), who(caller),
          place(owner.m_readiness.add(caller.descriptor, *this)) {}
    ~Standing() { doorstep.m_readiness.remove(place); }
    Q_DISABLE_COPY_MOVE(Standing)
    void readable() override { doorstep.lookAt(number); }
    void writable() override {}

    Doorstep& doorstep;
    const Number number;
    const Caller who;
    const quint64 place;
};

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
    m_arrived = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    m_always = ::eventfd(1, EFD_CLOEXEC);
    m_goOn = std::make_unique<QSocketNotifier>(m_always, QSocketNotifier::Read);
    m_goOn->setEnabled(false);
    QObject::connect(m_arrived.get(), &QSocketNotifier::activated, m_arrived.get(),
                     [this] { takeArrivals(); });
    QObject::connect(m_goOn.get(), &QSocketNotifier::activated, m_goOn.get(), [this] { letSomeOn(); });
    return m_listening->serverPort();
}

void Doorstep::close() {
    m_acceptAgain.stop();
    m_late.stop();
    m_arrived.reset();
    m_goOn.reset();
    m_listening.reset();
    while (dropOne()) {
    }
    if (m_always >= 0) {
        ::close(std::exchange(m_always, -1));
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
    m_callers.emplace(number, std::make_unique<Standing>(
                                  *this, number, Caller{descriptor, network, m_around.monotonic.elapsed()}));
    m_silent.add(number, network);
    if (!m_readiness.wait(m_callers.at(number)->place, true, false)) {
        drop(number);
    }
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

void Doorstep::lookAt(Number number) {
    const Standing& caller = *m_callers.at(number);
    const Said said = whatIsSaid(caller.who.descriptor);
    if (said == Said::Whole) {
        makeRoomAmong(m_spoken);
        std::ignore = m_readiness.wait(caller.place, false, false);
        waitFor(caller.who.descriptor, 1);
        m_silent.remove(number);
        m_spoken.add(number, caller.who.network);
        m_goOn->setEnabled(true);
    } else if (said == Said::Wrong || hasHungUp(caller.who.descriptor)) {
        drop(number);
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
    const Caller caller = m_callers.at(number)->who;
    m_spoken.remove(number);
    m_callers.erase(number);
    if (hasHungUp(caller.descriptor)) {
        ::close(caller.descriptor);
    } else {
        m_owner.hasSpoken(caller);
    }
}

void Doorstep::drop(Number number) {
    const int descriptor = m_callers.at(number)->who.descriptor;
    m_silent.remove(number);
    m_spoken.remove(number);
    m_callers.erase(number);
    ::close(descriptor);
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
    while (!m_callers.empty() && now - m_callers.begin()->second->who.since >= limits::authenticateTime) {
        drop(m_callers.begin()->first);
    }
    if (!m_callers.empty()) {
        m_late.set(limits::authenticateTime - (now - m_callers.begin()->second->who.since),
                   [this] { dropLate(); });
    }
}

} // namespace bongsu
