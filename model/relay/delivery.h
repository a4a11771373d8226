// One notice on its way out on one channel: batch by batch, each recorded before it is handed over, as fast
// as the channel allows and not a message faster; what nobody can tell is never tried again by itself.
#pragma once

#include "channel/sender.h"
#include "domain/base/clock.h"
#include "domain/notice/noticetext.h"
#include "relay/deliveryledger.h"

#include <deque>

namespace bongsu {

// What is to go out, and to whom.
struct DeliveryOrder {
    DeliveryKey key;
    Channel channel;
    Message message;                   // without recipients; `key` is made for each message
    std::vector<QString> recipients{}; // by the numbers of their messages; empty: the channel is one message
    std::vector<quint64> messages{0};  // those that are to go out, rising
    bool isAllowed = false;            // a person let it go beyond the channel's limit
    quint64 alreadyThisHour = 0;       // by other notices of the incident on this channel
    quint64 toEachThisHour = 0;        // messages of other notices of the incident that each address got
    bool triesForever = false;         // a place that is gone is healed later
};

class Delivery {
  public:
    struct Progress {
        DeliveryCounts counts;
        bool done;
        bool held;
        QByteArray cause;  // why something failed, or waits; the newest
        QByteArray words;  // the service's own
        QString reference; // of the first message that was taken
    };
    using Told = std::function<void(const Progress&)>;
    using MayGoOn = std::function<bool()>;

    // All outlive it; `told` comes after every batch and at the end, never from within a call of this.
    // `mayGoOn` is asked before each batch, and again after a while.
    Delivery(DeliveryOrder order, std::unique_ptr<Sender> sender, DeliveryLedger& ledger, const Clock& clock,
             Timers& timers, Told told, MayGoOn mayGoOn = {});
    ~Delivery();

    void start();
    // Nothing more is handed over; what is under way is still told of, then it is done.
    void stop();
    bool isDone() const { return m_isDone; }
    const DeliveryOrder& order() const { return m_order; }

  private:
    struct Trying {
        int tries = 0;
        Moment notBefore{};
        std::optional<Moment> until{}; // after that another try is no longer harmless
    };
    void next();
    std::vector<quint64> waitingNow(std::optional<Moment>& soonest) const;
    bool isBeyondLimit(std::size_t more) const;
    std::optional<Moment> throttledUntil(Moment now) const;
    void handOver(const std::vector<quint64>& batch);
    void send(const std::vector<quint64>& batch);
    void take(const std::vector<quint64>& batch, const std::vector<SendingOutcome>& outcomes);
    void keep(const std::vector<MessageMark>& marks);
    MessageMark markOf(quint64 index, const SendingOutcome& outcome);
    QByteArray keyOf(quint64 index) const;
    bool isResting() const;
    void watch(const std::vector<SendingOutcome>& outcomes);
    void giveUp();
    void count(const std::vector<MessageMark>& marks);
    void finish(bool held = false);
    void tell(bool held);

    DeliveryOrder m_order;
    std::unique_ptr<Sender> m_sender;
    DeliveryLedger& m_ledger;
    const Clock& m_clock;
    Told m_told;
    MayGoOn m_mayGoOn;
    Alarm m_alarm;
    std::map<quint64, Trying> m_trying; // messages that were not taken at once
    std::deque<std::pair<Moment, std::size_t>> m_lately;
    std::optional<DeliveryCounts> m_counts{}; // once they were asked for
    std::size_t m_from = 0;                   // places in the order's messages before it are settled
    int m_turnedAway = 0;                     // messages one after the other, whatever they were
    int m_probes = 0;                         // of a channel that rests
    Moment m_restsUntil{};
    QByteArray m_cause;
    QByteArray m_words;
    bool m_isKeeping = false; // an outcome that the disk has not taken yet
    bool m_isStopped = false;
    bool m_isDone = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
