// A Link over one QWebSocket, at either end.
#pragma once

#include "domain/base/ids.h"
#include "sync/link.h"

#include <QObject>

class QSslCertificate;
class QWebSocket;

namespace bongsu {

class WebSocketLink : public QObject, public Link {
    Q_OBJECT

  public:
    // Takes the socket, which is connected. Sets the limits on what it sends and takes.
    explicit WebSocketLink(QWebSocket* socket);
    ~WebSocketLink() override;

    void send(const QByteArray& frame) override;
    qsizetype queuedBytes() const override;
    void setReceiver(LinkReceiver* receiver) override { m_receiver = receiver; }
    void close(int code, const QString& reason) override;
    void cut() override;

  private:
    void ended();

    QWebSocket* m_socket;
    LinkReceiver* m_receiver = nullptr;
    bool m_closing = false;
    bool m_ended = false;
};

// SHA-256 of the certificate's SubjectPublicKeyInfo in DER: what a relay is known by.
TlsPin pinOf(const QSslCertificate& certificate);

} // namespace bongsu
