// The relay's door to the network: TLS, WebSocket, and a session for whoever gets through in time.
#pragma once

#include "domain/base/address.h"
#include "sync/relaysession.h"
#include "websocket/doorstep.h"
#include "websocket/readiness.h"
#include "websocket/wireimage.h"

#include <QObject>

#include <memory>

class QWebSocket;
class QWebSocketServer;

namespace bongsu {

class TlsServer;

// The TLS identity of a relay. `pin` is what desktops know it by.
struct TlsKeys {
    QByteArray keyPem;         // P-256
    QByteArray certificatePem; // of that key, self-signed
    TlsPin pin;                // of that key
};

class RelayServer final : public QObject, private RelaySessionOwner {
    Q_OBJECT

  public:
    RelayServer(RelayHost& host, Fanout& fanout, const Surroundings& around, TlsKeys keys);
    // Says goodbye to everybody without waiting for anybody; stop() is kinder.
    ~RelayServer() override;

    // An IP address or "localhost"; port 0 takes any. Returns the port. Failures: key.unusable, relay.listen.
    Result<quint16> listen(const Address& address);
    // The same without TLS, for benches alone: beside programs that have none. A tidy test keeps it out of
    // app/.
    Result<quint16> listenInTheClear(const Address& address);
    // Takes nobody any more and says goodbye to everybody; emptied() when the last is gone.
    void stop();

    std::size_t connectionCount() const { return m_visitors.size() + m_doorstep.size(); }
    std::size_t sessionCount() const { return m_visitors.size() - m_unproven.size(); }

  Q_SIGNALS:
    void emptied();

  private:
    // One TCP connection, from its first word on.
    struct Visitor;
    using Number = Strangers::Number;

    Result<quint16> openDoor(const Address& address, Doorstep::FirstWord firstWord);
    void arrive(const Doorstep::Caller& caller);
    void greet(QWebSocket* webSocket);
    void leaveSoon(Number number);
    void leave(Number number);
    bool leaveOne(); // of those who have proven nothing

    bool sessionProven(RelaySession& session) override;
    void sessionEnded(RelaySession& session) override;
    Number numberOf(const RelaySession& session) const;

    RelayHost& m_host;
    Fanout& m_fanout;
    const Surroundings m_around;
    const TlsKeys m_keys;
    std::unique_ptr<QWebSocketServer> m_handshakes;
    std::shared_ptr<const TlsServer> m_tls;
    WireImage m_images;
    const std::shared_ptr<Readiness> m_readiness = std::make_shared<Readiness>();
    Number m_lastNumber = 0;
    std::map<Number, std::unique_ptr<Visitor>> m_visitors;
    Strangers m_unproven;
    Doorstep m_doorstep;
};

} // namespace bongsu
