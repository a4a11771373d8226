#include "relay/plaindoor.h"

#include "websocket/websocketlink.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace bongsu::bench {

namespace {
constexpr int backlog = 4096;
}

PlainDoor::PlainDoor(RelayHost& host, Fanout& fanout, const Surroundings& around, const TlsPin& pin)
    : m_host(host), m_fanout(fanout), m_around(around), m_pin(pin), m_gate(std::make_unique<QTcpServer>()),
      m_handshakes(
          std::make_unique<QWebSocketServer>(QStringLiteral("bench"), QWebSocketServer::NonSecureMode)) {
    m_gate->setListenBacklogSize(backlog);
    m_gate->setMaxPendingConnections(backlog);
    m_handshakes->setMaxPendingConnections(backlog);
    connect(m_gate.get(), &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_gate->nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_handshakes->handleConnection(socket);
            Q_EMIT socket->readyRead(); // what came before anybody listened
        }
    });
    connect(m_handshakes.get(), &QWebSocketServer::newConnection, this, &PlainDoor::arrive);
}

PlainDoor::~PlainDoor() = default;

quint16 PlainDoor::listen(quint16 port) {
    if (!m_gate->listen(QHostAddress::LocalHost, port)) {
        qFatal("%s", qPrintable(m_gate->errorString()));
    }
    return m_gate->serverPort();
}

void PlainDoor::arrive() {
    while (QWebSocket* socket = m_handshakes->nextPendingConnection()) {
        auto link = std::make_unique<WebSocketLink>(WebSocketPtr(socket), nullptr, m_around.timers);
        RelaySessionOwner& owner = *this;
        auto session =
            std::make_unique<RelaySession>(std::move(link), m_pin, m_host, m_fanout, m_around, owner);
        const RelaySession* key = session.get();
        m_sessions.emplace(key, std::move(session));
    }
}

void PlainDoor::sessionEnded(RelaySession& session) {
    QMetaObject::invokeMethod(
        this, [this, key = &session] { m_sessions.erase(key); }, Qt::QueuedConnection);
}

} // namespace bongsu::bench
