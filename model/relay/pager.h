// Reaches people who are called, on their telephones and by mail: one channel after the other, each page
// recorded before it goes out and once; and takes what they answer by return message.
#pragma once

#include "channel/sender.h"
#include "domain/incident/paging.h"
#include "domain/manual/manual.h"
#include "domain/notice/pagetext.h"
#include "relay/channelbook.h"
#include "relay/delivery.h"
#include "relay/relaypen.h"

#include <QObject>

namespace bongsu {

class EventStore;

// All outlive the pager.
struct PagerParts {
    Sequencer& sequencer;
    RelayPen& pen;
    EventStore& store;
    const Clock& clock;
    Timers& timers;
    Randomness& randomness;
    ChannelBook& channels;
    DeliveryLedger& ledger;
    std::function<tl::expected<std::unique_ptr<Sender>, SendingOutcome>(const Channel&)> senderFor;
};

class Pager : public QObject {
    Q_OBJECT

  public:
    explicit Pager(PagerParts parts);
    ~Pager() override;

    // `settings`: what the store's hold. The first time it keeps a key of its own there, then looks; from
    // then on by itself.
    void open(const std::map<QByteArray, QByteArray>& settings, std::function<void(const Outcome&)> done);

    // What a gateway shows when it hands over an answer; of an open pager.
    QByteArray replyKey() const;
    // A message that came back: with the code that its sender was paged with, it answers their call. `done`
    // with what the sender is told; with nothing where it could not be recorded now.
    void hear(const QString& from, const QString& text,
              std::function<void(const std::optional<QString>&)> done);

  private:
    // A page as the record knows it.
    struct Job {
        LogId log;
        EventId begun;
        quint64 page;
        friend bool operator<(const Job& a, const Job& b) {
            return std::tie(a.log, a.begun, a.page) < std::tie(b.log, b.begun, b.page);
        }
    };
    struct Found {
        Job job;
        FoundPage page;
        PersonId person;
    };

    void look();
    void lookNow();
    void lookAt(const Incident& incident, Moment now, std::optional<Moment>& next);
    void begin(const LogId& log, const PageBegun& begun);
    void wake(Millis after);
    bool hasManual(const Incident& incident);
    void start(const Job& job, const Incident& incident);
    Result<DeliveryOrder> orderOf(const Job& job, const Incident& incident, const FoundPage& page) const;
    PageFacts factsOf(const Incident& incident, const FoundPage& page, const Channel& channel) const;
    void take(const Job& job, const Delivery::Progress& progress);
    void finish(const Job& job, PageState state, const QByteArray& cause);
    void record(const LogId& log, const EventId& begun);
    QString codeOf(const PageTarget& target, const EventId& call) const;
    bool hasNumber(const PersonId& person, const QString& number) const;
    bool mayTry(const QString& number);
    std::optional<Found> answered(const QString& number, const QString& code) const;
    void answer(const Found& found, SeatAnswer answer, Language language,
                const std::function<void(const std::optional<QString>&)>& done);

    PagerParts m_parts;
    Alarm m_alarm;
    QByteArray m_key; // 64 bytes: of the codes, and what gateways show
    std::map<Job, std::unique_ptr<Delivery>> m_running;
    std::set<std::pair<LogId, QString>> m_beginning; // offered and not answered, by channel
    std::map<std::pair<LogId, EventId>, std::vector<PageResult>> m_news; // not recorded yet
    std::set<std::pair<LogId, EventId>> m_recording;
    std::map<EventId, std::shared_ptr<const Manual>> m_manuals; // null: cannot be had
    std::set<EventId> m_reading;
    std::map<QString, int> m_wrong; // codes, by number
    bool m_isOpen = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
