// The relay's door on the network: TLS 1.3 and WebSockets, a session for each line.
#pragma once

#include "domain/base/address.h"
#include "sync/relaysession.h"

#include <QObject>
#include <QWebSocketServer>

#include <list>

class QSslServer;

namespace bongsu {

struct TlsKeys {
    QByteArray keyPem;         // P-256
    QByteArray certificatePem; // of that key
    TlsPin pin;                // of that key
};

class RelayServer : public QObject, private RelaySessionOwner {
    Q_OBJECT

  public:
    RelayServer(RelayHost& host, Fanout& fanout, const Surroundings& around, TlsKeys keys);
    ~RelayServer() override;

    // Port 0 in `address` is not possible: the port taken is the one asked for. Failures key.unusable,
    // listen.
    Result<quint16> listen(const Address& address);

  private:
    void takeTls();
    void takeWebSockets();
    bool sessionProven(RelaySession& session) override;
    void sessionEnded(RelaySession& session) override;

    RelayHost& m_host;
    Fanout& m_fanout;
    Surroundings m_around;
    TlsKeys m_keys;
    std::unique_ptr<QSslServer> m_tls;
    QWebSocketServer m_webSockets;
    std::list<std::unique_ptr<RelaySession>> m_unproven; // the oldest first
    std::list<std::unique_ptr<RelaySession>> m_proven;
    std::vector<std::unique_ptr<RelaySession>> m_past; // ended, until the event loop is reached
};

} // namespace bongsu
