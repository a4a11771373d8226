#include "websocket/websocketlink.h"

#include "websocket/directsocket.h"
#include "websocket/wireimage.h"

#include "domain/base/limits.h"
#include "sync/protocol.h"

#include <QWebSocket>

namespace bongsu {

void setFrameLimits(QWebSocket& socket) {
    socket.setMaxAllowedIncomingFrameSize(limits::incomingFrameBytes);
    socket.setMaxAllowedIncomingMessageSize(limits::incomingMessageBytes);
    socket.setOutgoingFrameSize(limits::frameBytes);
}

WebSocketLink::WebSocketLink(WebSocketPtr socket, Timers& timers)
    : m_socket(std::move(socket)), m_patience(timers) {
    setFrameLimits(*m_socket);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &WebSocketLink::receive);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this] { close(closecode::protocol, QStringLiteral("text")); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WebSocketLink::closedSoon);
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &WebSocketLink::drainedSoon);
}

WebSocketLink::WebSocketLink(WebSocketPtr socket, DirectSocket& under, WireImage& images, Timers& timers)
    : WebSocketLink(std::move(socket), timers) {
    m_under = &under;
    m_images = &images;
    under.whenDrained([this] { drainedSoon(); });
    // One message, with as much again as one frame for what fragments cost.
    under.limitWithoutMessage(limits::incomingMessageBytes + limits::incomingFrameBytes,
                              [this] { close(closecode::tooMuch, QStringLiteral("no message")); });
}

WebSocketLink::~WebSocketLink() {
    m_socket->disconnect(this);
    if (m_under) {
        m_under->whenDrained(nullptr);
        m_under->limitWithoutMessage(0, nullptr);
    }
    if (!m_over) {
        m_socket->abort();
    }
}

void WebSocketLink::receive(const QByteArray& message) {
    if (m_under) {
        m_under->messageTaken();
    }
    if (m_receiver && m_closedWith == 0) {
        m_receiver->messageArrived(message);
    }
}

void WebSocketLink::send(const QByteArray& frame) {
    if (m_closedWith != 0) {
        return;
    }
    if (m_under) {
        m_under->write(m_images->of(frame));
    } else {
        m_socket->sendBinaryMessage(frame);
    }
}

qsizetype WebSocketLink::queuedBytes() const {
    return m_under ? m_under->bytesToWrite() : m_socket->bytesToWrite();
}

// Sockets signal from within a write too: the receiver is told in a turn of its own, once for many writes.
void WebSocketLink::drainedSoon() {
    if (std::exchange(m_drainPosted, true)) {
        return;
    }
    const auto tell = [this] {
        m_drainPosted = false;
        if (m_receiver && m_closedWith == 0) {
            m_receiver->linkDrained();
        }
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void WebSocketLink::closedSoon() {
    if (std::exchange(m_over, true)) {
        return;
    }
    m_patience.stop();
    const int code = m_closedWith != 0 ? m_closedWith : int(m_socket->closeCode());
    const auto tell = [this, code, reason = m_socket->closeReason()] {
        if (LinkReceiver* told = std::exchange(m_receiver, nullptr)) {
            told->linkClosed(code, reason);
        }
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void WebSocketLink::close(int code, const QString& reason) {
    if (m_closedWith != 0 || m_over) {
        return;
    }
    m_closedWith = code;
    m_patience.set(limits::closeTime, [this] { cut(); });
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void WebSocketLink::cut() {
    if (m_closedWith == 0) {
        m_closedWith = QWebSocketProtocol::CloseCodeAbnormalDisconnection;
    }
    if (m_under) {
        m_under->cut();
    }
    m_socket->abort();
    closedSoon(); // an aborted socket need not say so
}

} // namespace bongsu
