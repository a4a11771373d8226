#include "websocket/websocketlink.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "sync/protocol.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTimer>
#include <QWebSocket>

namespace bongsu {

WebSocketLink::WebSocketLink(QWebSocket* socket) : m_socket(socket) {
    m_socket->setParent(this);
    m_socket->setOutgoingFrameSize(limits::frameBytes);
    m_socket->setMaxAllowedIncomingFrameSize(limits::incomingFrameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limits::incomingMessageBytes);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& message) {
        if (m_receiver) {
            m_receiver->messageArrived(message);
        }
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this] { close(closecode::protocol, QStringLiteral("text")); });
    connect(m_socket, &QWebSocket::bytesWritten, this, [this] {
        if (m_receiver) {
            m_receiver->linkDrained();
        }
    });
    // Queued: the receiver hears of the end never from within a call of its own to this link.
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketLink::ended, Qt::QueuedConnection);
}

WebSocketLink::~WebSocketLink() {
    m_receiver = nullptr;
    m_socket->disconnect(this);
    m_socket->abort();
}

void WebSocketLink::send(const QByteArray& frame) {
    if (!m_closing) {
        m_socket->sendBinaryMessage(frame);
    }
}

qsizetype WebSocketLink::queuedBytes() const {
    return qsizetype(m_socket->bytesToWrite());
}

void WebSocketLink::close(int code, const QString& reason) {
    if (m_closing) {
        return;
    }
    m_closing = true;
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
    QTimer::singleShot(limits::closeTime, m_socket, [this] { m_socket->abort(); });
}

void WebSocketLink::cut() {
    m_closing = true;
    m_socket->abort();
    // abort() of a socket that never stood says nothing.
    QMetaObject::invokeMethod(this, &WebSocketLink::ended, Qt::QueuedConnection);
}

void WebSocketLink::ended() {
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_closing = true;
    if (m_receiver) {
        m_receiver->linkClosed(int(m_socket->closeCode()), m_socket->closeReason());
    }
}

TlsPin pinOf(const QSslCertificate& certificate) {
    return *TlsPin::tryFrom(sha256({certificate.publicKey().toDer()}));
}

} // namespace bongsu
