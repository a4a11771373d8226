// The simulator's relay and desktops: the same parts as the programs', over simulated disks and lines.
#pragma once

#include "world/hastystore.h"
#include "world/simulation.h"

#include "relay/duerunner.h"
#include "relay/relaypen.h"
#include "sync/relaysession.h"

#include <QObject>

namespace bongsu {

// A relay's desk that keeps to itself what desktops show it: heads that contradict its own, and heads beyond
// what it holds, at which an honest relay stops.
class SilentDesk final : public RelayDesk {
  public:
    using RelayDesk::RelayDesk;
    void judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) override {
        claim.orgHead.reset();
        RelayDesk::judgeLogin(std::move(claim), std::move(done));
    }
    void compare(const DeviceId& device, std::vector<Position> held,
                 Done<Result<std::vector<LogDifference>>> done) override {
        for (Position& position : held) {
            position.head.reset();
        }
        RelayDesk::compare(device, std::move(held), std::move(done));
    }
    void conflictShown(const Statement&, const Statement&) override {}
};

// Remembers what the relay promised, and shows what it sends to the witness: what is on a relay's disk by a
// commit of which it did not hear goes out by pages and heads alone.
class WatchedHost final : public JournalHost {
  public:
    WatchedHost(Journal& journal, Attachments& attachments, EventStore& store, const Signer& device,
                Witness& witness)
        : JournalHost(journal, attachments, store, device), m_witness(witness) {}
    void entriesArrived(const LogId& log, EntryPage page, std::function<void()> handled) override {
        for (const KeptEntry& kept : page.items) {
            m_witness.saw(log, kept);
        }
        if (page.head) {
            m_witness.saw(*page.head);
        }
        JournalHost::entriesArrived(log, std::move(page), std::move(handled));
    }
    void headsArrived(std::vector<Statement> heads) override {
        for (const Statement& head : heads) {
            m_witness.saw(head);
        }
        JournalHost::headsArrived(std::move(heads));
    }
    void conflictShown(const Statement& one, const Statement& other) override {
        m_witness.saw(one);
        m_witness.saw(other);
        JournalHost::conflictShown(one, other);
    }
    void offerTaken(const EventId& event, const Place& place) override {
        promised.insert_or_assign(event, place);
        JournalHost::offerTaken(event, place);
    }
    std::map<EventId, Place> promised;

  private:
    Witness& m_witness;
};

class SimulatedRelay : private RelaySessionOwner {
  public:
    SimulatedRelay(World& world, const WorldOptions& options,
                   std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>());
    ~SimulatedRelay() override;

    void start();
    void crash(); // power gone: what was not on the disk is lost, all lines are cut
    // Down until somebody brings back what a backup holds.
    void loseDisk();
    void comeBackWith(const MemoryContents& contents);
    bool hasDisk() const { return !m_disk->contents.logs.empty(); }
    bool isUp() const { return m_up; }
    void accept(std::unique_ptr<Link> link);
    Sequencer& sequencer() { return *m_sequencer; }
    RelayDesk& desk() { return *m_desk; }
    EventStore& store() { return *m_store; }
    MemoryDisk& disk() { return *m_disk; }
    const Signer& signer() const { return *m_signer; }
    bool hasDue() const; // something that it has not recorded
    SkewedClock& clock() { return m_clock; }
    static TlsPin pin() { return *TlsPin::tryFrom(sha256({"pin"})); }
    RelayKeys keys() const { return {m_signer->publicKey(), {pin()}, SealingKey::zeros()}; }

  private:
    bool sessionProven(RelaySession&) override { return true; }
    void sessionEnded(RelaySession& session) override;

    World& m_world;
    WorldOptions m_options;
    std::shared_ptr<const Signer> m_signer;
    SkewedClock m_clock;
    std::shared_ptr<MemoryDisk> m_disk;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<HastyStore> m_hasty;
    std::unique_ptr<Sequencer> m_sequencer;
    std::unique_ptr<BlobStock> m_blobs;
    std::unique_ptr<RelayPen> m_pen;
    std::unique_ptr<DueRunner> m_due;
    std::unique_ptr<Fanout> m_fanout;
    std::unique_ptr<RelayDesk> m_desk;
    std::vector<std::unique_ptr<RelaySession>> m_sessions;
    std::vector<std::unique_ptr<RelaySession>> m_past;
    bool m_up = false;
    std::shared_ptr<int> m_life;
};

class SimulatedDesktop : private ConnectorWatcher, private Dialer {
  public:
    SimulatedDesktop(World& world, int number);
    ~SimulatedDesktop() override;

    void start();
    void crash();
    void connectToRelay();
    void disconnect();
    bool isConnected() const { return m_connector != nullptr; }
    bool isOpen() const { return m_open; }
    void joinWith(const OrgId& org, const std::shared_ptr<const Signer>& invite);
    // Whom it dials from now on; the world's relay if nobody says otherwise.
    void dialTo(SimulatedRelay& relay);
    bool dials(const SimulatedRelay& relay) const { return m_relay == &relay; }
    Journal& journal() { return *m_journal; }
    Attachments& attachments() { return *m_attachments; }
    const Journal& journal() const { return *m_journal; }
    const QString& name() const { return m_name; }
    const Signer& signer() const { return *m_signer; }
    void cutLine();
    MemoryDisk& disk() { return *m_disk; }
    const MemoryDisk& disk() const { return *m_disk; }
    bool hasJoined() const;
    SkewedClock& clock() { return m_clock; }
    // Two histories were seen at this log, or it stopped before what nobody may take: people are shown that.
    bool hasCried(const LogId& log) const;
    QString lastEnd() const {
        return m_lastEnd ? QString::fromLatin1(codeOf(*m_lastEnd)) : QStringLiteral("none");
    }

    // What this desktop promised or was promised: events it kept, and places it saw recorded.
    std::set<EventId> kept;
    std::map<LogId, std::vector<EventId>> made; // in that order; a crash may lose those not kept yet
    std::map<EventId, quint64> deviceSeqs; // of all it made: an attachment's stands above what came later
    std::set<EventId> withdrawing; // deleted before anybody else saw them: a crash may bring them back
    std::set<EventId> discarded;   // and this is on the disk
    std::set<EventId> lost;        // the disk had said that it kept them
    std::set<EventId> forgotten;   // and these, how far they had gone: it may take back what others have seen
    std::set<EventId> openers;     // of epochs: they end with their branch
    std::map<EventId, std::pair<quint64, EntryHash>> recorded;
    std::set<EventId> recordedAndKept; // of these, those that its disk held after that
    std::map<EventId, Place> promised; // what the relay said it has taken
    std::vector<ForkEvidence> forks;
    QStringList stops;
    std::set<LogId> stoppedLogs;

  private:
    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override;
    void addressFailed(const Address&, const Error& why) override { m_lastEnd = why; }
    void noRelayAnswered() override {}
    void sessionEnded(const Error& why) override {
        m_lastEnd = why;
        m_host->connectionLost();
    }
    void certificateShown(const CertificateDates&) override {}
    void listen();
    void losePower();

    World& m_world;
    QString m_name;
    std::shared_ptr<const Signer> m_signer;
    SkewedClock m_clock;
    int m_snapshotAfter; // with BONGSU_SNAPSHOTS every other desktop opens by them where it can
    std::shared_ptr<MemoryDisk> m_disk = std::make_shared<MemoryDisk>();
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Attachments> m_attachments;
    std::unique_ptr<WatchedHost> m_host;
    std::unique_ptr<Connector> m_connector;
    std::shared_ptr<const Signer> m_invite;
    SimulatedRelay* m_relay = nullptr;
    std::optional<Error> m_lastEnd; // why the last session ended
    bool m_open = false;
    std::shared_ptr<int> m_life;
};

} // namespace bongsu
