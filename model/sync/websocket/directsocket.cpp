#include "websocket/directsocket.h"

#include <QHostAddress>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bongsu {

namespace {

constexpr qsizetype readBytes = 16 * 1024; // a TLS record

TlsProgress progressOf(ssize_t bytes) {
    if (bytes > 0) {
        return {TlsProgress::State::Done, bytes};
    }
    const bool later = bytes < 0 && (errno == EAGAIN || errno == EINTR);
    return {later ? TlsProgress::State::Later : TlsProgress::State::Ended};
}

// A peer that went away is an end like others; OpenSSL writes without MSG_NOSIGNAL.
void ignoreBrokenPipes() {
    static const auto before = std::signal(SIGPIPE, SIG_IGN);
    Q_UNUSED(before);
}

} // namespace

DirectSocket::DirectSocket(qintptr descriptor, std::shared_ptr<const TlsServer> tls, qsizetype unreadBytes,
                           std::shared_ptr<Readiness> readiness, QObject* parent)
    : QTcpSocket(parent), m_descriptor(int(descriptor)), m_mostUnread(unreadBytes),
      m_readiness(std::move(readiness)), m_place(m_readiness->add(m_descriptor, *this)) {
    ignoreBrokenPipes();
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls) {
        m_tls.emplace(std::move(tls), m_descriptor);
    }
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(m_descriptor, reinterpret_cast<sockaddr*>(&peer), &size) == 0) {
        setPeerAddress(QHostAddress(reinterpret_cast<const sockaddr*>(&peer)));
        setPeerPort(ntohs(peer.ss_family == AF_INET6
                              ? reinterpret_cast<const sockaddr_in6*>(&peer)->sin6_port
                              : reinterpret_cast<const sockaddr_in*>(&peer)->sin_port));
    }
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
}

DirectSocket::~DirectSocket() {
    setSocketState(QAbstractSocket::UnconnectedState); // or QAbstractSocket would end it once more
    closeDescriptor();
}

void DirectSocket::closeDescriptor() {
    if (m_descriptor >= 0) {
        m_readiness->remove(m_place);
        ::close(std::exchange(m_descriptor, -1));
    }
}

// Of an ended line nothing is asked any more.
void DirectSocket::wait(bool forReading, bool forWriting) {
    m_waitsToRead = forReading;
    m_waitsToWrite = forWriting;
    if (m_descriptor >= 0 && !m_readiness->wait(m_place, forReading, forWriting)) {
        endSoon();
    }
}

void DirectSocket::begin(std::function<void()> secured) {
    m_secured = std::move(secured);
    wait(true, false);
    if (!m_tls) {
        QMetaObject::invokeMethod(
            this, [this] { greet(); }, Qt::QueuedConnection);
    }
}

void DirectSocket::greet() {
    const auto greeted = m_tls ? m_tls->greet() : TlsProgress{TlsProgress::State::Done};
    wait(m_waitsToRead, greeted.state == TlsProgress::State::Later && m_tls->waitsToWrite());
    if (greeted.state == TlsProgress::State::Ended) {
        end();
    } else if (greeted.state == TlsProgress::State::Done && !std::exchange(m_isGreeted, true)) {
        if (const auto secured = std::exchange(m_secured, nullptr)) {
            secured();
        }
    }
}

TlsProgress DirectSocket::receive(char* to, qsizetype most) {
    return m_tls ? m_tls->read(to, most) : progressOf(::recv(m_descriptor, to, std::size_t(most), 0));
}

TlsProgress DirectSocket::transmit(const char* from, qsizetype bytes) {
    return m_tls ? m_tls->write(from, bytes)
                 : progressOf(::send(m_descriptor, from, std::size_t(bytes), MSG_NOSIGNAL));
}

// Up to the limit and no further: whoever sends faster than is read waits in the kernel.
void DirectSocket::readable() {
    if (!m_isGreeted) {
        greet();
        if (!m_isGreeted || m_descriptor < 0) {
            return;
        }
    }
    bool hasEnded = false;
    qsizetype bytes = 0;
    while (isOpen() && bytesAvailable() < m_mostUnread) {
        std::array<char, readBytes> chunk;
        const auto got =
            receive(chunk.data(), std::min<qsizetype>(readBytes, m_mostUnread - bytesAvailable()));
        if (got.state != TlsProgress::State::Done) {
            hasEnded = got.state == TlsProgress::State::Ended;
            break;
        }
        m_unread.append(chunk.data(), got.bytes);
        bytes += got.bytes;
    }
    // It would be told again and again while nobody reads.
    wait(isOpen() && bytesAvailable() < m_mostUnread, m_waitsToWrite);
    if (hasEnded) {
        endSoon(); // after what it has sent is read
    }
    if (bytes > 0) {
        countWithoutMessage(bytes);
        Q_EMIT readyRead(); // may end this socket
    }
}

void DirectSocket::limitWithoutMessage(qsizetype most, std::function<void()> tooMuch) {
    m_mostWithoutMessage = most;
    m_tooMuch = std::move(tooMuch);
}

// Judged after what has come was read: there may be messages in it.
void DirectSocket::countWithoutMessage(qsizetype bytes) {
    m_withoutMessage += bytes;
    if (!m_tooMuch || m_withoutMessage <= m_mostWithoutMessage) {
        return;
    }
    const auto judge = [this] {
        if (m_withoutMessage > m_mostWithoutMessage) {
            if (const auto tooMuch = std::exchange(m_tooMuch, nullptr)) {
                tooMuch();
            }
        }
    };
    QMetaObject::invokeMethod(this, judge, Qt::QueuedConnection);
}

qint64 DirectSocket::bytesAvailable() const {
    // Of a device that was closed nothing can be read: whoever reads while there is something must end.
    return isOpen() ? QTcpSocket::bytesAvailable() + m_unread.size() - m_taken : 0;
}

bool DirectSocket::canReadLine() const {
    return QTcpSocket::canReadLine() || (isOpen() && m_unread.indexOf('\n', m_taken) >= 0);
}

qint64 DirectSocket::readData(char* to, qint64 most) {
    const qint64 bytes = std::min<qint64>(most, m_unread.size() - m_taken);
    std::copy_n(m_unread.constData() + m_taken, bytes, to);
    m_taken += bytes;
    if (m_taken == m_unread.size()) {
        m_unread.clear(); // frees: an idle line holds nothing
        m_taken = 0;
    }
    if (m_descriptor >= 0 && !m_waitsToRead && !m_endPosted) {
        // TLS may hold what the kernel no longer does: nobody else would say that there is more.
        wait(true, m_waitsToWrite);
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_descriptor >= 0) {
                    readable();
                }
            },
            Qt::QueuedConnection);
    }
    return bytes;
}

qint64 DirectSocket::writeData(const char* from, qint64 bytes) {
    if (m_descriptor < 0) {
        return -1;
    }
    qint64 sent = 0;
    while (m_unsent.isEmpty() && sent < bytes) {
        const auto taken = transmit(from + sent, bytes - sent);
        if (taken.state == TlsProgress::State::Ended) {
            endSoon();
            return bytes; // the end is told as an end, not as a failed write
        }
        if (taken.state == TlsProgress::State::Later) {
            break;
        }
        sent += taken.bytes;
    }
    if (sent < bytes) {
        m_unsent.append(from + sent, bytes - sent);
        wait(m_waitsToRead, true);
    }
    return bytes;
}

void DirectSocket::writable() {
    if (!m_isGreeted) {
        greet();
        return;
    }
    qsizetype sent = 0;
    while (sent < m_unsent.size()) {
        const auto taken = transmit(m_unsent.constData() + sent, m_unsent.size() - sent);
        if (taken.state == TlsProgress::State::Ended) {
            endSoon();
            return;
        }
        if (taken.state == TlsProgress::State::Later) {
            break;
        }
        sent += taken.bytes;
    }
    m_unsent = sent == m_unsent.size() ? QByteArray() : m_unsent.mid(sent);
    wait(m_waitsToRead, !m_unsent.isEmpty());
    if (m_unsent.isEmpty() && m_isClosing) {
        endSoon();
    } else if (sent > 0 && m_drained) {
        m_drained();
    }
}

void DirectSocket::disconnectFromHost() {
    if (m_descriptor < 0 || std::exchange(m_isClosing, true)) {
        return;
    }
    setSocketState(QAbstractSocket::ClosingState);
    if (m_unsent.isEmpty()) {
        endSoon();
    }
}

void DirectSocket::cut() {
    m_unsent.clear();
    m_isClosing = true;
    end();
}

// In a turn of its own: sockets end in the middle of a read or a write.
void DirectSocket::endSoon() {
    wait(false, false);
    if (!std::exchange(m_endPosted, true)) {
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
    }
}

void DirectSocket::end() {
    if (m_descriptor < 0) {
        return;
    }
    if (m_tls && m_unsent.isEmpty() && m_isGreeted) {
        m_tls->sayGoodbye();
    }
    m_tls.reset();
    closeDescriptor();
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected(); // may end this socket
}

} // namespace bongsu
