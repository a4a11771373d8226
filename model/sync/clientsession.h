// A desktop's end of one connection: logs in, says what it holds, takes entries, offers its own events.
#pragma once

#include "sync/backoff.h"
#include "sync/clientblobs.h"
#include "sync/frame.h"
#include "sync/lifeline.h"
#include "sync/link.h"
#include "sync/liveness.h"
#include "sync/offerwindow.h"

#include <set>

namespace bongsu {

class ClientSession final : public LinkReceiver {
  public:
    // Called once, last; the session must live on until the call has returned.
    using Ended = std::function<void(const SessionEnd&)>;

    struct Settings {
        Versions versions{};
        QString software{}; // "bongsu 0.1.0": for the relay's log
    };

    // `pin`: of the TLS key that the link saw.
    ClientSession(std::unique_ptr<Link> link, const TlsPin& pin, ClientHost& host, const Surroundings& around,
                  Settings settings, Ended ended);

    void start();
    void close();
    bool isOpen() const { return m_stage == Stage::Open; }

    // There may be something to offer, or a blob to bring or to fetch. Cheap if not.
    void offersChanged();
    // A hole, or texts that may be read since now. Nothing unless open as a member.
    void request(const LogId& log, quint64 fromSeq);
    void reportConflict(const Statement& one, const Statement& other);

  private:
    enum class Stage { Idle, Greeting, ProvingSelf, Open, Ending };

    void messageArrived(const QByteArray& message) override;
    void linkDrained() override;
    void linkClosed(int code, const QString& reason) override;

    void take(const frame::Challenge& challenge);
    void take(const frame::Welcome& welcome);
    void take(const frame::Goodbye& goodbye);
    void take(const frame::Entries& entries);
    void take(const frame::CaughtUp&);
    void take(const frame::Heads& heads);
    void take(const frame::Taken& taken);
    void take(const frame::Refused& refused);
    void take(const frame::Failed& failed);
    void take(const frame::Numbering& numbering);
    void take(const frame::GiveBack& giveBack);
    void take(const frame::Conflict& conflict);
    void take(const frame::BlobWant& want) { takeOfBlob(want); }
    void take(const frame::BlobChunk& chunk) { takeOfBlob(chunk); }
    void take(const frame::BlobTaken& taken) { takeOfBlob(taken); }
    void take(const frame::BlobRefused& refused) { takeOfBlob(refused); }
    void takeOfBlob(const auto& frame);
    void take(const frame::Pong&) {}
    void take(const frame::Unknown&) {}
    void take(const auto&) { fault("a frame only a client sends"); }

    void send(const Frame& frame);
    void sendPositions();
    void awaitCatchUp();
    void catchUpProgressed();
    void sendOffers();
    void offerAgainLater();
    void verdictArrived();
    void pageHandled(quint64 page);
    bool isMember() const { return isOpen() && m_opening->kind == SessionKind::Member; }
    bool needs(Stage stage);
    void fault(const QByteArray& what);
    void end(int closeCode, Error why);

    std::unique_ptr<Link> m_link;
    TlsPin m_pin;
    ClientHost& m_host;
    const Surroundings m_around;
    Settings m_settings;
    Ended m_ended;

    Stage m_stage = Stage::Idle;
    std::optional<SessionOpening> m_opening;
    std::optional<DeviceId> m_relay;
    Moment m_relayClock{};
    std::optional<Error> m_why; // the first reason counts

    quint64 m_acknowledged = 0;
    std::set<quint64> m_handledPages; // above m_acknowledged
    int m_unhandled = 0;              // entries frames with the host
    bool m_givingBack = false;
    OfferWindow m_offers;
    Backoff m_retryBackoff;
    ClientBlobs m_blobs;

    Liveness m_liveness;
    Alarm m_welcomeDue;
    Alarm m_catchUpDue;
    Alarm m_verdictDue;
    Alarm m_retry;
    Lifeline m_lifeline;
};

} // namespace bongsu
