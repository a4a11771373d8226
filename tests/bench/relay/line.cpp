#include "relay/line.h"

#include <openssl/ssl.h>

#include <QString>
#include <QtEndian>

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bongsu::bench {

namespace {

constexpr qsizetype chunkBytes = 256 * 1024;
constexpr char binaryMessage = char(0x82);

// Nobody to vouch: who answers is known by its pin, which the login is bound to.
SSL_CTX* tlsContext() {
    static SSL_CTX* context = [] {
        SSL_CTX* made = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(made, TLS1_3_VERSION);
        SSL_CTX_set_verify(made, SSL_VERIFY_NONE, nullptr);
        return made;
    }();
    return context;
}

} // namespace

Line::Line(quint16 port, bool tls) : m_chunk(chunkBytes, Qt::Uninitialized) {
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        qFatal("no relay at port %d: %s", int(port), std::strerror(errno));
    }
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls) {
        m_tls = SSL_new(tlsContext());
        SSL_set_fd(m_tls, m_descriptor);
        if (SSL_connect(m_tls) != 1) {
            qFatal("the relay's TLS handshake failed");
        }
    }
    write("GET /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    while (!m_buffer.contains("\r\n\r\n")) {
        if (!fill()) {
            qFatal("the relay closed the line before it was a WebSocket");
        }
    }
    m_buffer.remove(0, m_buffer.indexOf("\r\n\r\n") + 4);
}

Line::~Line() {
    SSL_free(m_tls);
    ::close(m_descriptor);
}

void Line::setBlocking(bool blocking) {
    const int flags = ::fcntl(m_descriptor, F_GETFL);
    ::fcntl(m_descriptor, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

void Line::write(QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const qsizetype sent =
            m_tls ? SSL_write(m_tls, bytes.data(), int(bytes.size()))
                  : ::send(m_descriptor, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes = bytes.sliced(sent);
            continue;
        }
        pollfd until{m_descriptor, POLLOUT, 0};
        if (m_tls ? SSL_get_error(m_tls, int(sent)) != SSL_ERROR_WANT_WRITE : errno != EAGAIN) {
            m_closed = true;
            return;
        }
        ::poll(&until, 1, -1);
    }
}

qsizetype Line::read(char* to, qsizetype most) {
    const qsizetype got =
        m_tls ? SSL_read(m_tls, to, int(most)) : ::recv(m_descriptor, to, std::size_t(most), 0);
    if (got > 0) {
        m_received += got;
        return got;
    }
    const bool later =
        m_tls ? SSL_get_error(m_tls, int(got)) == SSL_ERROR_WANT_READ : got < 0 && errno == EAGAIN;
    m_closed = m_closed || !later;
    return 0;
}

bool Line::fill() {
    const qsizetype got = read(m_chunk.data(), m_chunk.size());
    m_buffer.append(m_chunk.constData(), got);
    return got > 0;
}

void Line::send(const QByteArray& message) {
    // A client masks what it sends: zeros leave it as it is.
    QByteArray frame;
    frame.reserve(message.size() + 14);
    frame += binaryMessage;
    if (message.size() < 126) {
        frame += char(0x80 | message.size());
    } else if (message.size() < 65'536) {
        char size[2];
        qToBigEndian(quint16(message.size()), size);
        frame.append(char(0x80 | 126)).append(size, 2);
    } else {
        char size[8];
        qToBigEndian(quint64(message.size()), size);
        frame.append(char(0x80 | 127)).append(size, 8);
    }
    frame.append(4, '\0').append(message);
    write(frame);
}

Line::Measured Line::measured() const {
    if (m_buffer.size() < 2) {
        return {0, 0};
    }
    const auto* bytes = reinterpret_cast<const uchar*>(m_buffer.constData());
    const int small = bytes[1] & 0x7f;
    const qsizetype header = small < 126 ? 2 : small == 126 ? 4 : 10;
    if (m_buffer.size() < header) {
        return {0, 0};
    }
    const qsizetype payload = small < 126    ? small
                              : small == 126 ? qsizetype(qFromBigEndian<quint16>(bytes + 2))
                                             : qsizetype(qFromBigEndian<quint64>(bytes + 2));
    return m_buffer.size() >= header + payload ? Measured{header, payload} : Measured{0, 0};
}

bool Line::hasWhole() const {
    return measured().header > 0 || (m_tls && SSL_pending(m_tls) > 0);
}

QByteArray Line::receive() {
    for (;;) {
        if (const Measured whole = measured(); whole.header > 0) {
            const bool isClose = (m_buffer[0] & 0x0f) == 8;
            const QByteArray message = m_buffer.mid(whole.header, whole.payload);
            m_buffer.remove(0, whole.header + whole.payload);
            return isClose ? QByteArray() : message;
        }
        if (!fill()) {
            return {};
        }
    }
}

QByteArrayView Line::readSome() {
    return {m_chunk.constData(), read(m_chunk.data(), m_chunk.size())};
}

} // namespace bongsu::bench
