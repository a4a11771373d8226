// Sends what the record says was approved and begun here, on every channel at once, and records what becomes
// of it. Level-triggered: it looks at the record and its ledger and goes on, after a crash as at any other
// time.
#pragma once

#include "relay/behind.h"
#include "relay/channelbook.h"
#include "relay/delivery.h"
#include "relay/pager.h"
#include "relay/pagesender.h"
#include "relay/recipientlists.h"
#include "relay/relaypen.h"

#include <QObject>

namespace bongsu {

// All outlive the deliveries.
struct DeliveryParts {
    Sequencer& sequencer;
    RelayPen& pen;
    EventStore& store;
    const Clock& clock;
    Timers& timers;
    const SendingMeans& means;
    const Signer& signer; // of the status page's files
    ChannelBook::Opener opener;
};

class Deliveries : public QObject {
    Q_OBJECT

  public:
    explicit Deliveries(const DeliveryParts& parts);
    ~Deliveries() override;

    // When the sequencer is open: reads the ledger, then looks, and from then on by itself.
    void open(std::function<void(const Outcome&)> done);

    RecipientLists& recipients() { return m_recipients; }
    // Whether a notice that is not finished goes to it, or may have to once more.
    bool needsList(const QString& list) const;
    ChannelBook& channels() { return m_channels; }
    Pager& pager() { return m_pager; }
    // Records how long this relay's lists are, where the record says otherwise.
    void tellRecipients();
    // Sends these words over a channel for its keeper to see; to this address where it takes some.
    void test(const QString& channel, const QString& recipient, const QString& words,
              std::function<void(const SendingOutcome&)> done);

  private:
    // A delivery as the record knows it.
    struct Job {
        LogId log;
        EventId notice;
        QString channel;
        EventId begun;
        friend bool operator==(const Job&, const Job&) = default;
        friend bool operator<(const Job& a, const Job& b) {
            return std::tie(a.log, a.notice, a.channel, a.begun) <
                   std::tie(b.log, b.notice, b.channel, b.begun);
        }
    };
    struct Running {
        std::unique_ptr<Delivery> delivery;       // null: being prepared
        std::optional<Delivery::Progress> news{}; // not recorded yet
        bool isRecording = false;
        bool isOver = false;
        std::optional<Moment> recordedAt{};
        std::shared_ptr<Alarm> alarm{};
    };

    void look();
    std::vector<Job> underWay() const;
    // A store that is behind does not know what it has sent since, nor does one that is being given it back.
    bool isBehind() const {
        return m_parts.sequencer.stopped() == behind() || m_parts.sequencer.isBeingGivenBack();
    }
    bool isOutrun(const Job& job) const;
    void prepare(const Job& job);
    void prepareWith(const Job& job, const NoticeTexts& texts);
    void start(const Job& job, const NoticeTexts& texts);
    void refuse(const Job& job, const QByteArray& cause);
    void checkForm(const Job& job, const NoticeTexts& texts);
    Result<DeliveryOrder> orderOf(const Job& job, const NoticeTexts& texts, const Channel& channel) const;
    std::vector<quint64> messagesOf(const Job& job, quint64 total) const;
    quint64 alreadyThisHour(const Job& job) const;
    quint64 toEachThisHour(const Job& job, const QString& list) const;
    QString repliesTo(const Job& job) const;
    tl::expected<std::unique_ptr<Sender>, SendingOutcome> senderOf(const Channel& channel);
    void take(const Job& job, const Delivery::Progress& progress);
    void record(const Job& job);
    DeliveryKey keyOf(const Job& job) const;
    const NoticeStatus* notice(const Job& job) const;
    Running* running(const Job& job);

    DeliveryParts m_parts;
    ChannelBook m_channels;
    DeliveryLedger m_ledger;
    RecipientLists m_recipients;
    NoticeShelf m_shelf;
    PlaceTurns m_turns;
    Pager m_pager;
    Alarm m_alarm;
    std::map<Job, Running> m_running;
    bool m_isOpen = false;
    bool m_tellsRecipients = false; // with the next look
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
