#include "websocket/relayserver.h"

#include "websocket/directsocket.h"
#include "websocket/websocketlink.h"

#include "domain/base/limits.h"
#include "domain/base/stopdetail.h"
#include "identity/tlsidentity.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int backlog = 4096;

// Hands out descriptors: TLS begins under our eyes, so that its silence is counted too.
class Gate final : public QTcpServer {
  public:
    explicit Gate(std::function<void(qintptr)> arrived) : m_arrived(std::move(arrived)) {
        setListenBacklogSize(backlog);
    }

  private:
    void incomingConnection(qintptr descriptor) override { m_arrived(descriptor); }

    std::function<void(qintptr)> m_arrived;
};

QHostAddress hostFrom(const QString& host) {
    return host == QStringLiteral("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

} // namespace

struct RelayServer::Visitor {
    Visitor(QObject& server, DirectSocket* carrier, Timers& timers)
        : owner(server), socket(carrier), deadline(timers) {}
    ~Visitor() {
        session.reset(); // and the WebSocket, before what carries it
        if (socket) {
            socket->disconnect(&owner); // from us only: QWebSocket must hear that it ends
            socket->cut();
            socket->deleteLater();
        }
    }

    QObject& owner;
    QPointer<DirectSocket> socket;
    std::unique_ptr<RelaySession> session;
    Alarm deadline;
};

RelayServer::RelayServer(RelayHost& host, Fanout& fanout, const Surroundings& around, TlsKeys keys)
    : m_host(host), m_fanout(fanout), m_around(around), m_keys(std::move(keys)),
      m_gate(std::make_unique<Gate>([this](qintptr descriptor) { arrive(descriptor); })),
      m_handshakes(
          std::make_unique<QWebSocketServer>(QStringLiteral("bongsu"), QWebSocketServer::NonSecureMode)),
      m_acceptAgain(around.timers) {
    m_handshakes->setMaxPendingConnections(limits::connections + limits::connectionsUnproven);
    m_handshakes->setHandshakeTimeout(int(Millis(limits::authenticateTime).count()));
    connect(m_handshakes.get(), &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket* webSocket = m_handshakes->nextPendingConnection()) {
            greet(webSocket);
        }
    });
    // Out of descriptors Qt stops accepting for ever.
    connect(m_gate.get(), &QTcpServer::acceptError, this,
            [this] { m_acceptAgain.set(limits::closeTime, [this] { m_gate->resumeAccepting(); }); });
}

RelayServer::~RelayServer() {
    stop();
    m_visitors.clear();
}

Result<quint16> RelayServer::listen(const Address& address) {
    auto tls = TlsServer::with(m_keys.certificatePem, m_keys.keyPem);
    if (!tls) {
        return tl::unexpected(tls.error());
    }
    if (pinOfTlsKey(m_keys.keyPem) != m_keys.pin) {
        return fail(failure::keyUnusable, "TLS pin");
    }
    m_tls = std::move(*tls);
    return openGate(address);
}

Result<quint16> RelayServer::listenInTheClear(const Address& address) {
    return openGate(address);
}

Result<quint16> RelayServer::openGate(const Address& address) {
    const QHostAddress host = hostFrom(address.host);
    if (host.isNull() || !m_gate->listen(host, address.port)) {
        return fail(failure::listen, host.isNull() ? address.host.toUtf8() : m_gate->errorString().toUtf8());
    }
    return m_gate->serverPort();
}

void RelayServer::stop() {
    m_gate->close();
    std::vector<Number> silent;
    for (const auto& [number, visitor] : m_visitors) {
        if (visitor->session) {
            visitor->session->end(closecode::relayStops, failure::stopped,
                                  QString::fromLatin1(stopdetail::closed));
        } else {
            silent.push_back(number);
        }
    }
    std::for_each(silent.begin(), silent.end(), [this](Number number) { leaveSoon(number); });
    if (m_visitors.empty()) {
        QMetaObject::invokeMethod(this, &RelayServer::emptied, Qt::QueuedConnection);
    }
}

void RelayServer::makeRoom() {
    while (m_unproven.size() >= std::size_t(limits::connectionsUnproven)) {
        leave(*m_unproven.begin());
    }
}

void RelayServer::arrive(qintptr descriptor) {
    makeRoom();
    const Number number = ++m_lastNumber;
    // Room for one whole frame, which QWebSocket wants complete, and no more than two for whoever sends
    // without end.
    auto* socket = new DirectSocket(descriptor, m_tls, 2 * limits::incomingFrameBytes, m_readiness, this);
    auto visitor = std::make_unique<Visitor>(*this, socket, m_around.timers);
    visitor->deadline.set(limits::authenticateTime, [this, number] { leaveSoon(number); });
    m_visitors.emplace(number, std::move(visitor));
    m_unproven.insert(number);
    connect(socket, &QTcpSocket::disconnected, this, [this, number] { leaveSoon(number); });
    socket->begin([this, socket] { m_handshakes->handleConnection(socket); });
}

void RelayServer::greet(QWebSocket* webSocket) {
    WebSocketPtr owned(webSocket);
    const auto place = std::find_if(m_unproven.begin(), m_unproven.end(), [&](Number number) {
        const DirectSocket* socket = m_visitors.at(number)->socket;
        return socket && socket->peerPort() == webSocket->peerPort() &&
               socket->peerAddress() == webSocket->peerAddress();
    });
    if (place == m_unproven.end()) {
        return;
    }
    Visitor& visitor = *m_visitors.at(*place);
    // QWebSocket touches its socket to the last: it ends first, whoever ends it.
    webSocket->setParent(this);
    visitor.socket->setParent(webSocket);
    RelaySessionOwner& owner = *this;
    auto link = std::make_unique<WebSocketLink>(std::move(owned), *visitor.socket, m_images, m_around.timers);
    visitor.session =
        std::make_unique<RelaySession>(std::move(link), m_keys.pin, m_host, m_fanout, m_around, owner);
}

RelayServer::Number RelayServer::numberOf(const RelaySession& session) const {
    const auto place = std::find_if(m_visitors.begin(), m_visitors.end(), [&](const auto& visitor) {
        return visitor.second->session.get() == &session;
    });
    return place == m_visitors.end() ? 0 : place->first;
}

bool RelayServer::sessionProven(RelaySession& session) {
    if (sessionCount() >= std::size_t(limits::connections)) {
        return false;
    }
    const Number number = numberOf(session);
    m_unproven.erase(number);
    m_visitors.at(number)->deadline.stop();
    return true;
}

void RelayServer::sessionEnded(RelaySession& session) {
    leaveSoon(numberOf(session));
}

// In a turn of its own: sockets and sessions say that they end from within themselves.
void RelayServer::leaveSoon(Number number) {
    QMetaObject::invokeMethod(
        this, [this, number] { leave(number); }, Qt::QueuedConnection);
}

void RelayServer::leave(Number number) {
    m_unproven.erase(number);
    if (m_visitors.erase(number) > 0 && m_visitors.empty() && !m_gate->isListening()) {
        Q_EMIT emptied();
    }
}

} // namespace bongsu
