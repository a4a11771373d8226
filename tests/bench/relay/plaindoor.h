// A relay's door without TLS, for benches alone: WebSocket over plain TCP, and sessions as behind the real
// one.
#pragma once

#include "sync/relaysession.h"

#include <QObject>

#include <map>
#include <memory>

class QTcpServer;
class QWebSocketServer;

namespace bongsu::bench {

class PlainDoor final : public QObject, private RelaySessionOwner {
  public:
    PlainDoor(RelayHost& host, Fanout& fanout, const Surroundings& around, const TlsPin& pin);
    ~PlainDoor() override;

    // On loopback; ends the program where the port cannot be had.
    quint16 listen(quint16 port);

  private:
    void arrive();
    bool sessionProven(RelaySession&) override { return true; }
    void sessionEnded(RelaySession& session) override;

    RelayHost& m_host;
    Fanout& m_fanout;
    const Surroundings m_around;
    const TlsPin m_pin;
    std::unique_ptr<QTcpServer> m_gate;
    std::unique_ptr<QWebSocketServer> m_handshakes;
    std::map<const RelaySession*, std::unique_ptr<RelaySession>> m_sessions;
};

} // namespace bongsu::bench
