// One line to one peer, whatever carries it: whole messages in order, nothing lost until it closes.
#pragma once

#include <QByteArray>
#include <QString>

namespace bongsu {

// Where encoded frames go. A frame is encoded once however many peers it is for: the bytes are shared.
class FrameSink {
  public:
    virtual ~FrameSink() = default;

    // Never calls back before it returns. After close() it does nothing.
    virtual void send(const QByteArray& frame) = 0;
    // Bytes taken by send() that the network has not taken yet.
    virtual qsizetype queuedBytes() const = 0;
};

class LinkReceiver {
  public:
    virtual ~LinkReceiver() = default;

    virtual void messageArrived(const QByteArray& message) = 0;
    // The network took some of what was queued.
    virtual void linkDrained() = 0;
    // Once, whoever closed it, and never from within a call to the link. Nothing comes after it.
    virtual void linkClosed(int code, const QString& reason) = 0;
};

class Link : public FrameSink {
  public:
    // Must be set before anything can arrive; may be taken away (nullptr) at any time.
    virtual void setReceiver(LinkReceiver* receiver) = 0;
    // What was sent before still goes out if the peer takes it within limits::closeTime.
    virtual void close(int code, const QString& reason) = 0;
    // At once, with nothing said: for a peer that takes nothing.
    virtual void cut() = 0;
};

} // namespace bongsu
