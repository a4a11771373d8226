// The relay's one door: admit, number, store, and only then tell everybody.
#pragma once

#include "domain/base/clock.h"
#include "domain/event/offerrun.h"
#include "domain/log/texts.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace bongsu {

class EventStore;
class VerifyAhead;
struct Change;
struct LogAppend;
struct Replayed;

// What a sequencer stands on; all outlive it.
struct SequencerParts {
    EventStore& store;
    const Clock& clock;
    const MonotonicClock& monotonic;
    const Verifier& verifier;
    const Signer& signer; // the relay's signing key
    // The same as `verifier` where signatures are checked ahead; nothing: when an event is numbered.
    VerifyAhead* ahead = nullptr;
};

// What became of an offer.
struct Judgement {
    enum class Kind {
        Recorded, // numbered now, or before
        Refused,  // for good: `refusal` says why, signed
        Failed    // not now: the event stays with its author, `failure` says why
    };
    Kind kind;
    EventId event;
    std::optional<SeenPoint> place;   // Recorded
    std::optional<Statement> refusal; // Refused
    std::optional<Failure> failure;   // Failed
};

class Sequencer : public QObject {
    Q_OBJECT

  public:
    using Opened = std::function<void(Result<std::monostate>)>;
    using Answer = std::function<void(const Judgement&)>;

    explicit Sequencer(const SequencerParts& parts);
    ~Sequencer() override;

    // Reads and folds the store. An empty store is an organisation not yet founded: only Founded is admitted
    // then.
    void open(Opened done);

    // The answer comes when the entry is durable, never before. Malformed bytes are refused without an id
    // (Failed with failure protocol): their sender gets the connection closed.
    void offer(const Offer& offer, const std::optional<Carried>& carried, Answer answer);
    // Several at once, in their order: they share a commit where they can.
    struct Offered {
        Offer offer;
        std::optional<Carried> carried;
        std::shared_ptr<OfferRun> run; // nothing: it stands alone
        Answer answer;
    };
    void offer(std::vector<Offered> events);

    const Ledger& ledger() const;
    const Texts& texts() const;
    DeviceId relay() const;
    // The newest durable entry's head. Nothing for an unknown or empty log.
    std::optional<Statement> head(const LogId& log) const;
    // Durable entries only: what may be sent to others.
    quint64 durableSeq(const LogId& log) const;

    // Why no numbers are given out: a clock that jumped, a restored backup that is behind. Nothing: all is
    // well.
    const std::optional<Failure>& stopped() const { return m_stopped; }
    // In an epoch people offer again what the relay had lost. What came of it (that a notice has gone out,
    // that a page was answered) comes behind it: until then the relay does nothing of its own.
    bool isBeingGivenBack() const;
    // A person has looked at the clock: it is right now.
    void acceptClock();

    // A client shows a head. If a relay of the newest epoch or this very relay has signed it, and it goes
    // beyond what is held here or contradicts it, this store is an old one: numbering stops until an epoch is
    // declared, and what is missing is asked back. Remembered over a restart. Returns from which seq to ask,
    // 0 if nothing is missing here.
    quint64 headShown(const Statement& head);
    // Entries given back by a desktop, taken as far as they chain up to a head shown and verified before. If
    // they end before it: up to an older one that comes with them, or to an epoch that comes before the one
    // held here. Where an epoch that this store does not know puts their history before the one held here,
    // the store goes over to it. The answer: from which seq to ask instead of going on; nothing: as it was.
    using TakenBack = std::function<void(Result<std::optional<quint64>>)>;
    struct Giving {
        bool more = false;                 // to come
        std::optional<Statement> covers{}; // the newest head of what the giver holds
    };
    void takeBack(const LogId& log, const std::vector<KeptEntry>& entries, const Giving& giving,
                  TakenBack done);

  Q_SIGNALS:
    // Durable now; in the order of the log.
    void entriesRecorded(const bongsu::LogId& log, const std::vector<bongsu::KeptEntry>& entries,
                         const bongsu::Statement& head);
    void textErased(const bongsu::LogId& log, const bongsu::EventId& event);
    void stoppedNumbering(const bongsu::Failure& why);
    void resumedNumbering();
    // What the disk holds was read once more: a commit that nobody heard of may stand in it.
    void readAnew();
    // Entries have left the logs: whatever anybody has compared with them is to be compared anew.
    void wentOver();
    void forkFound(const bongsu::ForkEvidence& evidence);

  private:
    struct Waiting {
        Offered offered;
        std::shared_ptr<const bool> isChecked; // ahead; nothing: it need not be
    };
    struct Batch;
    std::shared_ptr<const bool> checkAhead(const std::vector<Offered>& events);
    void startBatch();
    void numberOne(const Offered& waiting, Batch& batch);
    void refuseOne(const Offered& waiting, const Event& event, const Refusal& why, Batch& batch);
    void finishBatch(const std::shared_ptr<Batch>& batch, bool durable, const Failure& failure);
    // What a desktop gives back, as far as it has come: it goes on from our entry `keep`.
    struct GivenBack {
        quint64 keep = 0;
        std::vector<KeptEntry> entries{};
    };
    enum class Place { Held, Next, Elsewhere, Wrong };
    Place placeOf(const KeptEntry& kept, const Head& shown, GivenBack& given) const;
    std::vector<KeptEntry> provenOtherwise(const LogId& log, const GivenBack& given,
                                           const Giving& giving) const;
    std::vector<KeptEntry> upToHead(const LogId& log, const GivenBack& given, const Statement& covers) const;
    const Epoch& newestDurableEpoch() const;
    bool isOfUnknownEpoch(const Head& head) const;
    bool isLonger(const Head& shown) const;
    bool mayLeadPast(const Head& shown) const;
    void keepGivenBack(const LogId& log, const std::vector<KeptEntry>& proven, TakenBack done);
    void goOver(const LogId& log, const GivenBack& proven, std::size_t whole, TakenBack done);
    void takeAway(Change change, std::function<void(Result<std::monostate>)> done);
    static void failOne(const Offered& waiting, const EventId& event, Failure why, Batch& batch);
    void failAll(const Failure& failure);
    void reload();
    void becameDurable(const LogAppend& append);
    void announce(const LogAppend& append);
    void stop(const Failure& why);
    void stopFor(const Statement& shown);
    bool isClockSound();
    void noteGivenBack(const std::optional<Carried>& place);
    bool mayNumber(const Offer& offer, const Event& event) const;
    void epochBegan();
    bool isSignedByUs(const Statement& statement, const Epoch* epoch) const;
    Statement signedHead(const LogId& log, const Tip& tip) const;

    SequencerParts m_parts;
    std::shared_ptr<Replayed> m_state;
    std::deque<Waiting> m_queue;
    bool m_busy = false; // a batch is on its way to the disk, or the store is being read again
    std::map<LogId, quint64> m_durable;
    std::map<LogId, Statement> m_heads;
    std::map<LogId, Statement> m_headsBeyond;       // shown by desktops, beyond what is held
    std::map<LogId, GivenBack> m_givenBack;         // not yet proven by such a head
    std::deque<std::function<void()>> m_givingBack; // while the disk is busy
    std::optional<Failure> m_stopped;
    struct ClockPair {
        Moment wall;
        Millis monotonic;
    };
    std::optional<ClockPair> m_clockSeen;
    std::optional<Millis> m_givenBackAt; // in this epoch, by the monotonic clock
    Millis m_givenBackFor{0};
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
