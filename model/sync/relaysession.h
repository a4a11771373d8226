// A relay's end of one connection: lets a client in, sends what it lacks at its pace, takes what it offers.
#pragma once

#include "sync/catchup.h"
#include "sync/fanout.h"
#include "sync/frame.h"
#include "sync/lifeline.h"
#include "sync/link.h"
#include "sync/liveness.h"
#include "sync/relayblobs.h"

#include <set>

namespace bongsu {

class RelaySession;

// Whoever holds the sessions. The session must live on until a call has returned.
class RelaySessionOwner {
  public:
    virtual ~RelaySessionOwner() = default;

    // The client has proven who it is; false if there is no room for it.
    virtual bool sessionProven(RelaySession& session) = 0;
    // Last.
    virtual void sessionEnded(RelaySession& session) = 0;
};

class RelaySession final : public LinkReceiver, private Subscriber {
  public:
    // `pin`: of the TLS key that this relay showed on the link.
    RelaySession(std::unique_ptr<Link> link, const TlsPin& pin, RelayHost& host, Fanout& fanout,
                 const Surroundings& around, RelaySessionOwner& owner, Versions versions = {});
    ~RelaySession() override;

    void end(int closeCode, const QByteArray& code, const QString& detail) override;

  private:
    enum class Stage { Greeting, Answered, Challenged, Judging, Open, Ending };
    // One frame's, at the host.
    struct WaitingOffers {
        quint64 run;
        std::vector<EventId> ids;
        std::optional<std::vector<OfferOutcome>> outcomes; // told when all before them are
    };

    void messageArrived(const QByteArray& message) override;
    void linkDrained() override;
    void linkClosed(int code, const QString& reason) override;

    void deliver(const LiveBatch& batch) override;
    void deliverHeads(const QByteArray& frame) override;
    void tell(const QByteArray& frame) override;

    void take(const frame::Hello& hello);
    void take(const frame::Login& login);
    void take(const frame::JoinLogin& login);
    void take(const frame::SpokenAsk& ask);
    void take(const frame::Have& have);
    void take(const frame::Ack& ack);
    void take(const frame::Offers& offers);
    void take(const frame::Request& request);
    void take(const frame::Entries& entries);
    void take(const frame::Conflict& conflict);
    void take(const frame::Ping& ping);
    void take(const frame::BlobHave& have) { takeOfBlob(have); }
    void take(const frame::BlobWant& want) { takeOfBlob(want); }
    void take(const frame::BlobChunk& chunk) { takeOfBlob(chunk); }
    void takeOfBlob(const auto& frame);
    void take(const frame::Goodbye&) {}
    void take(const frame::Unknown&) {}
    void take(const auto&) { fault("a frame only a relay sends"); }

    bool speaks(const Versions& theirs);
    void judge(const Claimant& claimant, const Nonce& nonce, const Signature& signature,
               std::optional<Statement> orgHead);
    void judged(const Claimant& claimant, const Result<SessionKind>& verdict);
    void admit(const Claimant& claimant, SessionKind kind);
    void compared(const Result<std::vector<LogDifference>>& differences);

    void catchUpOn();
    void readNextPage();
    void pageRead(const CatchUp::Want& want, Result<EntryPage> page);
    void sendPage();
    bool mayRead() const;
    void watchProgress(bool progressed);

    void judged(const std::shared_ptr<WaitingOffers>& offers, std::vector<OfferOutcome> outcomes);
    void answer(const WaitingOffers& offers, const std::vector<OfferOutcome>& outcomes);
    bool isNextPart(quint64 run, quint64 part);
    bool mayOffer(const std::vector<Event>& events);
    void askBackNext();

    void send(const Frame& frame) { sendBytes(encode(frame)); }
    void sendBytes(const QByteArray& bytes);
    bool isMember() const { return m_stage == Stage::Open && m_kind == SessionKind::Member; }
    bool needsMember();
    void fault(const QByteArray& what);
    void endSlow(const char* why);
    void stop();

    std::unique_ptr<Link> m_link;
    TlsPin m_pin;
    RelayHost& m_host;
    Fanout& m_fanout;
    const Surroundings m_around;
    RelaySessionOwner& m_owner;
    Versions m_versions;

    Stage m_stage = Stage::Greeting;
    std::optional<Nonce> m_nonce;
    std::optional<Claimant> m_claimant; // once proven
    SessionKind m_kind = SessionKind::Joining;

    // Catching up
    std::vector<Position> m_held;
    bool m_heldAll = false;
    bool m_compared = false;
    bool m_catchingUp = false;
    bool m_reading = false;
    std::optional<frame::Entries> m_page; // read, and not sent before the turn ends
    bool m_saidCaughtUp = false;
    CatchUp m_catchUp;
    PageWindow m_window;
    // Offers
    std::deque<std::shared_ptr<WaitingOffers>> m_offers;
    std::size_t m_waitingOffers = 0;
    std::shared_ptr<OfferRun> m_order; // of the run that came last
    bool m_joinOffered = false;
    quint64 m_run = 0; // the run and the part that came last
    quint64 m_part = 0;
    quint64 m_failedRun = 0;
    QByteArray m_failedWith;
    RelayBlobs m_blobs;
    // Asking back
    std::deque<frame::GiveBack> m_toAskBack;
    bool m_askingBack = false; // until the host is done with the last of them
    std::optional<frame::GiveBack> m_askedBack;
    std::set<LogId> m_askedAnew; // from no later place than before: once

    Liveness m_liveness;
    Alarm m_loginDue;
    Alarm m_progressDue;
    Lifeline m_lifeline;
};

} // namespace bongsu
