#include "websocket/relayserver.h"

#include "domain/base/limits.h"
#include "websocket/websocketlink.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace bongsu {

namespace {

// Silent connections must never keep an honest one out: the queue is long and their time short.
constexpr int pendingConnections = 10'000;
constexpr int handshakeMs = 3000;

QHostAddress boundTo(const QString& host) {
    QHostAddress address(host);
    if (!address.isNull()) {
        return address;
    }
    if (host == QStringLiteral("localhost")) {
        return QHostAddress(QHostAddress::LocalHost);
    }
    return QHostAddress();
}

} // namespace

RelayServer::RelayServer(RelayHost& host, Fanout& fanout, const Surroundings& around, TlsKeys keys)
    : m_host(host), m_fanout(fanout), m_around(around), m_keys(std::move(keys)),
      m_webSockets(QStringLiteral("bongsu"), QWebSocketServer::NonSecureMode) {
    m_webSockets.setMaxPendingConnections(pendingConnections);
    m_webSockets.setHandshakeTimeout(handshakeMs);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &RelayServer::takeWebSockets);
}

RelayServer::~RelayServer() {
    m_fanout.endAll(closecode::relayStops, failure::stopped);
    m_tls.reset();
    m_unproven.clear();
    m_proven.clear();
}

Result<quint16> RelayServer::listen(const Address& address) {
    const QSslKey key(m_keys.keyPem, QSsl::Ec);
    const QSslCertificate certificate(m_keys.certificatePem);
    if (key.isNull() || certificate.isNull()) {
        return fail(failure::keyUnusable, "TLS");
    }
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPrivateKey(key);
    tls.setLocalCertificate(certificate);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients prove themselves inside, with their device's key
    m_tls = std::make_unique<QSslServer>();
    m_tls->setSslConfiguration(tls);
    m_tls->setHandshakeTimeout(handshakeMs);
    m_tls->setMaxPendingConnections(pendingConnections);
    connect(m_tls.get(), &QSslServer::pendingConnectionAvailable, this, &RelayServer::takeTls);
    const QHostAddress bound = boundTo(address.host);
    if (bound.isNull() || !m_tls->listen(bound, address.port)) {
        return fail(failure::listen, bound.isNull() ? address.host.toUtf8() : m_tls->errorString().toUtf8());
    }
    return m_tls->serverPort();
}

void RelayServer::takeTls() {
    while (m_tls->hasPendingConnections()) {
        QTcpSocket* socket = m_tls->nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_webSockets.handleConnection(socket);
    }
}

void RelayServer::takeWebSockets() {
    while (m_webSockets.hasPendingConnections()) {
        auto link = std::make_unique<WebSocketLink>(m_webSockets.nextPendingConnection());
        RelaySessionOwner& owner = *this;
        m_unproven.push_back(
            std::make_unique<RelaySession>(std::move(link), m_keys.pin, m_host, m_fanout, m_around, owner));
    }
    while (m_unproven.size() > std::size_t(limits::connectionsUnproven)) {
        sessionEnded(*m_unproven.front());
    }
}

bool RelayServer::sessionProven(RelaySession& session) {
    if (m_proven.size() >= std::size_t(limits::connections)) {
        return false;
    }
    const auto it = std::find_if(m_unproven.begin(), m_unproven.end(),
                                 [&](const auto& one) { return one.get() == &session; });
    m_proven.splice(m_proven.end(), m_unproven, it);
    return true;
}

void RelayServer::sessionEnded(RelaySession& session) {
    for (auto* list : {&m_unproven, &m_proven}) {
        const auto it =
            std::find_if(list->begin(), list->end(), [&](const auto& one) { return one.get() == &session; });
        if (it == list->end()) {
            continue;
        }
        // It may stand in a call of its own.
        m_past.push_back(std::move(*it));
        list->erase(it);
        QMetaObject::invokeMethod(
            this, [this] { m_past.clear(); }, Qt::QueuedConnection);
        return;
    }
}

} // namespace bongsu
