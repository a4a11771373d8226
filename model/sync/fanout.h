// One batch for all who follow: encoded once, written to everybody's line.
#pragma once

#include "sync/exchange.h"

#include <map>

namespace bongsu {

// Newly numbered entries of one log as frames, with and without the texts.
class LiveBatch {
  public:
    // `items` without a hole from seq `from` on, at least one; `head` covers the last.
    LiveBatch(const LogId& log, quint64 from, std::vector<KeptEntry> items, Statement head);

    const LogId& log() const { return m_log; }
    quint64 from() const { return m_from; }
    quint64 to() const { return m_from + m_items.size() - 1; }
    // Encoded when first asked for, and then shared.
    const std::vector<QByteArray>& frames(bool withText) const;

  private:
    std::vector<QByteArray> encoded(bool withText) const;

    LogId m_log;
    quint64 m_from;
    std::vector<KeptEntry> m_items;
    Statement m_head;
    mutable std::vector<QByteArray> m_withText;
    mutable std::vector<QByteArray> m_withoutText;
};

// One member's session, as the fanout sees it. May leave in any of these calls, but lives until they return.
class Subscriber {
  public:
    virtual ~Subscriber() = default;

    virtual void deliver(const LiveBatch& batch) = 0;
    virtual void deliverHeads(const QByteArray& frame) = 0;
    // Whatever else waits for it.
    virtual void tell(const QByteArray& frame) = 0;
    virtual void end(int closeCode, const QByteArray& code, const QString& detail) = 0;
};

// Everybody who is told what is new. A device has one session: a newer one ends the older.
class Fanout {
  public:
    void join(const DeviceId& device, Subscriber& subscriber);
    void leave(const DeviceId& device, const Subscriber& subscriber);
    std::size_t size() const { return m_subscribers.size(); }
    std::vector<DeviceId> devices() const;

    // After the durable commit. In the order of the seqs; after a rewind `from` goes back.
    void publish(const LogId& log, quint64 from, std::vector<KeptEntry> items, const Statement& head);
    // Heads of logs that did not move.
    void publishHeads(std::span<const Statement> heads);
    void publishConflict(const Statement& one, const Statement& other);
    // Nothing: numbers are given out again.
    void publishNumbering(const std::optional<Failure>& stopped);

    void endDevice(const DeviceId& device, int closeCode, const QByteArray& code);
    void endAll(int closeCode, const QByteArray& code);

  private:
    // A copy: who is told something may leave.
    std::vector<Subscriber*> everybody() const;
    void tellAll(const QByteArray& frame);

    std::map<DeviceId, Subscriber*> m_subscribers;
};

} // namespace bongsu
