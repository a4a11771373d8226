// A Link over one WebSocket, at either end.
#pragma once

#include "domain/base/clock.h"
#include "sync/link.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWebSocket;

namespace bongsu {

class DirectSocket;
class WireImage;

// Sockets end in their own signals' calls: never deleted at once.
struct DeleteLater {
    void operator()(QObject* object) const { object->deleteLater(); }
};
using WebSocketPtr = std::unique_ptr<QWebSocket, DeleteLater>;

// Sizes of frames and messages, in both directions.
void setFrameLimits(QWebSocket& socket);

class WebSocketLink final : public QObject, public Link {
    Q_OBJECT

  public:
    // A socket that stands, at the end that has dialled.
    WebSocketLink(WebSocketPtr socket, Timers& timers);
    // At the end that was dialled: messages go to `under`, which carries the socket, past it. `under` must
    // outlive the link or be deleted like any QObject, `images` the link.
    WebSocketLink(WebSocketPtr socket, DirectSocket& under, WireImage& images, Timers& timers);
    ~WebSocketLink() override;

    void send(const QByteArray& frame) override;
    qsizetype queuedBytes() const override;
    void setReceiver(LinkReceiver* receiver) override { m_receiver = receiver; }
    void close(int code, const QString& reason) override;
    void cut() override;

  private:
    void receive(const QByteArray& message);
    void drainedSoon();
    void closedSoon();

    WebSocketPtr m_socket;
    QPointer<DirectSocket> m_under;
    WireImage* m_images = nullptr;
    LinkReceiver* m_receiver = nullptr;
    Alarm m_patience;
    int m_closedWith = 0; // by this end
    bool m_drainPosted = false;
    bool m_over = false;
};

} // namespace bongsu
