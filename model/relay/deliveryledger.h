// How each single message of a notice stands on each channel, message by message: what a relay may still send
// without sending anything twice. Behind the EventStore; the record has only the totals.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"
#include "domain/base/result.h"
#include "domain/event/notice_facts.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace bongsu {

class EventStore;

enum class MessageState {
    Waiting, // not handed over, or known not to have been taken
    UnderWay,
    Sent,
    Delivered,
    Failed,
    Unknown
};

// A notice on one of its channels: the place of the channel among the notice's outgoings.
struct DeliveryKey {
    EventId notice;
    quint64 outgoing;
    friend auto operator<=>(const DeliveryKey&, const DeliveryKey&) = default;
};

struct MessageMark {
    quint64 index; // among the messages of the delivery
    MessageState state;
    QString reference{}; // of what was taken: its id at the service; kept when empty
};

// One more message that stands so.
void addTo(DeliveryCounts& counts, MessageState state);

class DeliveryLedger {
  public:
    // `store` outlives it.
    explicit DeliveryLedger(EventStore& store) : m_store(store) {}

    // What the store's settings hold. What was under way when the relay ended may have gone out: it is
    // Unknown. Rows that do not read are left alone and stand for messages that nobody knows anything of:
    // Unknown, too.
    void open(const std::map<QByteArray, QByteArray>& settings);

    MessageState state(const DeliveryKey& delivery, quint64 index) const;
    QString reference(const DeliveryKey& delivery, quint64 index) const; // "" where there is none
    DeliveryCounts counts(const DeliveryKey& delivery, const std::vector<quint64>& messages) const;
    // Messages that were handed over at or after `since`.
    quint64 handedOver(const DeliveryKey& delivery, Moment since) const;

    // Durable when `done` is called without a failure; with one nothing has changed, in memory either. `at`:
    // when they were handed over, of messages that go under way.
    void mark(const DeliveryKey& delivery, const std::vector<MessageMark>& marks, Moment at,
              std::function<void(const Outcome&)> done);
    // What is Unknown of these waits again, because sending it twice is harmless.
    void waitAgain(const DeliveryKey& delivery, const std::vector<quint64>& messages,
                   std::function<void(const Outcome&)> done);
    // The same because a person decided so: once for each `begun`, however often
    // the relay starts anew.
    void tryAgain(const DeliveryKey& delivery, const std::vector<quint64>& messages, const EventId& begun,
                  std::function<void(const Outcome&)> done);

  private:
    // Up to rowMessages neighbours: what is written at once.
    struct Row {
        std::vector<MessageState> states{};
        std::map<quint64, QString> references{};
        Moment handedOver{};
        quint64 handedOverCount = 0;
        bool isReadable = true;
    };
    using Rows = std::map<std::pair<DeliveryKey, quint64>, Row>;
    using RowKey = std::pair<DeliveryKey, quint64>;
    static QByteArray settingOf(const RowKey& key);
    static std::optional<RowKey> keyOf(const QByteArray& setting);
    static QByteArray bytesOf(const Row& row);
    static Row rowOf(const QByteArray& bytes);
    std::vector<MessageMark> waitingAgain(const DeliveryKey& delivery,
                                          const std::vector<quint64>& messages) const;
    Rows changed(const DeliveryKey& delivery, const std::vector<MessageMark>& marks, Moment at) const;
    void keep(Rows rows, std::map<QByteArray, QByteArray> settings, std::function<void(const Outcome&)> done);

    EventStore& m_store;
    Rows m_rows;
    std::set<EventId> m_triedAgain; // beginnings whose decision was carried out
};

} // namespace bongsu
