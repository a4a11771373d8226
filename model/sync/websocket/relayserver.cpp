#include "websocket/relayserver.h"

#include "websocket/directsocket.h"
#include "websocket/websocketlink.h"

#include "domain/base/limits.h"
#include "domain/base/stopdetail.h"
#include "identity/tlsidentity.h"

#include <QHostAddress>
#include <QPointer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

namespace bongsu {

namespace {

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
      m_handshakes(
          std::make_unique<QWebSocketServer>(QStringLiteral("bongsu"), QWebSocketServer::NonSecureMode)),
      m_doorstep(around, {[this](const Doorstep::Caller& caller) { arrive(caller); },
                          [this] { return leaveOne(); }}) {
    m_handshakes->setMaxPendingConnections(limits::connections + limits::connectionsUnproven);
    m_handshakes->setHandshakeTimeout(int(Millis(limits::authenticateTime).count()));
    connect(m_handshakes.get(), &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket* webSocket = m_handshakes->nextPendingConnection()) {
            greet(webSocket);
        }
    });
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
    return openDoor(address, Doorstep::FirstWord::Tls);
}

Result<quint16> RelayServer::listenInTheClear(const Address& address) {
    return openDoor(address, Doorstep::FirstWord::Any);
}

Result<quint16> RelayServer::openDoor(const Address& address, Doorstep::FirstWord firstWord) {
    const QHostAddress host = hostFrom(address.host);
    return host.isNull() ? fail(failure::listen, address.host.toUtf8())
                         : m_doorstep.listen(host, address.port, firstWord);
}

void RelayServer::stop() {
    m_doorstep.close();
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

bool RelayServer::leaveOne() {
    const auto number = m_unproven.whoGoes();
    if (number) {
        leave(*number);
    }
    return number.has_value();
}

void RelayServer::arrive(const Doorstep::Caller& caller) {
    while (m_unproven.size() >= std::size_t(limits::connectionsUnproven)) {
        leaveOne();
    }
    const Number number = ++m_lastNumber;
    // Room for one whole frame, which QWebSocket wants complete, and no more than two for whoever sends
    // without end.
    auto* socket =
        new DirectSocket(caller.descriptor, m_tls, 2 * limits::incomingFrameBytes, m_readiness, this);
    auto visitor = std::make_unique<Visitor>(*this, socket, m_around.timers);
    const Millis waited = m_around.monotonic.elapsed() - caller.since;
    visitor->deadline.set(std::max(Millis(0), limits::authenticateTime - waited),
                          [this, number] { leaveSoon(number); });
    m_visitors.emplace(number, std::move(visitor));
    m_unproven.add(number, caller.network);
    connect(socket, &QTcpSocket::disconnected, this, [this, number] { leaveSoon(number); });
    socket->begin([this, socket] { m_handshakes->handleConnection(socket); });
}

void RelayServer::greet(QWebSocket* webSocket) {
    WebSocketPtr owned(webSocket);
    const auto& unproven = m_unproven.all();
    const auto place = std::find_if(unproven.begin(), unproven.end(), [&](const auto& stranger) {
        const DirectSocket* socket = m_visitors.at(stranger.first)->socket;
        return socket && socket->peerPort() == webSocket->peerPort() &&
               socket->peerAddress() == webSocket->peerAddress();
    });
    if (place == unproven.end()) {
        return;
    }
    Visitor& visitor = *m_visitors.at(place->first);
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
    m_unproven.remove(number);
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
    m_unproven.remove(number);
    if (m_visitors.erase(number) > 0 && m_visitors.empty() && !m_doorstep.isListening()) {
        Q_EMIT emptied();
    }
}

} // namespace bongsu
