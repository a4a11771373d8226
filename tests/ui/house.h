// An organisation in one process for the window's tests: a real relay and real desktops over stores in
// memory, joined by hand so that a test says when anything is sent.
#pragma once

#include "identity/ed25519.h"
#include "journal/journal.h"
#include "relay/duerunner.h"
#include "relay/relaypen.h"
#include "relay/sequencer.h"
#include "support/rememberingverifier.h"
#include "ui/shell/windowparts.h"
#include "world/memorystore.h"

#include <QObject>

namespace bongsu {

// Stands until it is set.
class HandClock : public Clock, public MonotonicClock {
  public:
    explicit HandClock(const char* iso) : m_now(*momentFromIso(QString::fromLatin1(iso))) {}
    Moment now() const override { return m_now; }
    Millis elapsed() const override { return m_now.time_since_epoch(); }
    void set(const char* iso) { m_now = *momentFromIso(QString::fromLatin1(iso)); }
    void set(Moment at) { m_now = at; }
    void forward(Millis by) { m_now += by; }

  private:
    Moment m_now;
};

// Rings when told to.
class HandTimers : public Timers {
  public:
    Id after(Millis delay, std::function<void()> call) override;
    void cancel(Id id) override { m_calls.erase(id); }
    void ring(); // all that wait now

  private:
    std::map<Id, std::function<void()>> m_calls;
    Id m_next = 1;
};

// The same bytes in every run.
class CountedRandomness : public Randomness {
  public:
    explicit CountedRandomness(const QByteArray& name) : m_name(name) {}
    QByteArray bytes(int count) override;

  private:
    QByteArray m_name;
    quint64 m_count = 0;
};

// What the window is told of the line.
class HandConnection : public Connection {
    Q_OBJECT

  public:
    LinkStatus status() const override { return m_status; }
    bool isMember() const override { return member; }
    void join(const QString& inviteLine, const QString& person) override {
        asked.emplace_back(inviteLine, person);
    }
    bool isJoining() const override { return request.has_value(); }
    std::optional<JoinRequest> joinRequest() const override { return request; }
    void set(LinkStatus status) {
        m_status = std::move(status);
        Q_EMIT changed();
    }

    std::optional<JoinRequest> request; // waits for the relay
    bool member = true;
    std::vector<std::pair<QString, QString>> asked;

  private:
    LinkStatus m_status{LinkState::Up, QStringLiteral("relay.example:7443"), std::nullopt};
};

class House {
  public:
    // One person's desktop.
    struct Desk {
        Ed25519Key key;
        std::shared_ptr<MemoryDisk> disk;
        std::unique_ptr<MemoryStore> store;
        std::unique_ptr<Journal> journal;
        std::unique_ptr<Attachments> attachments{};
        std::unique_ptr<Documents> documents{};
        std::unique_ptr<NoticeDesk> notices{};
        std::unique_ptr<RetroDesk> retro{};
        HandConnection connection;
        bool connected = true;
    };

    explicit House(const char* now);
    ~House();

    // The first one is an admin and invites the others.
    Desk& addDesk(const QString& name, Permission permission);
    void connect(Desk& desk); // catches up
    void disconnect(Desk& desk);
    // Its power was cut: what was not on its disk is lost. Whatever looks at its journal must be gone.
    void restart(Desk& desk);
    // Sends what waits, both ways, until nothing does; the relay does what is due by then.
    void sync();
    // The relay's own word: what it delivered.
    void relayRecords(const LogId& log, const Facts& facts);
    // What that desk wishes to read, from whichever desk has it.
    void bringBlobs(Desk& desk);
    // A relay of a newer version numbers what this one does not know and must know to go on verifying. The
    // relay here has no part in it: nothing can be recorded in that log afterwards.
    void numberUnknown(const LogId& log);
    // What a window on this desk stands on.
    WindowParts partsOf(Desk& desk, Theme& theme);
    // Lets the stores carry out and answer everything asked of them.
    void run();

    HandClock clock;
    HandTimers timers;

  private:
    using Tasks = std::deque<MemoryStore::Task>;
    // One for all houses of a program: each begins with the same story, of the same bytes.
    static RememberingVerifier& verifier();
    std::unique_ptr<MemoryStore> makeStore(const std::shared_ptr<MemoryDisk>& disk);
    void openJournal(Desk& desk);
    void found();
    void offerAsRoot(const Facts& facts, const Text& text);
    static std::vector<PendingEvent> unsent(const Desk& desk);
    void sendOffers(Desk& desk);
    void catchUp(Desk& desk, const LogId& log);

    Tasks m_tasks;
    CountedRandomness m_randomness{"house"};
    Ed25519Key m_root;
    Ed25519Key m_otherRoot;
    Ed25519Key m_relayKey;
    quint64 m_rootSeq = 0;
    std::optional<OrgId> m_org;
    std::shared_ptr<MemoryDisk> m_relayDisk = std::make_shared<MemoryDisk>();
    std::unique_ptr<MemoryStore> m_relayStore;
    std::unique_ptr<Sequencer> m_relay;
    HandTimers m_dueTimers;
    std::unique_ptr<RelayPen> m_pen;
    std::unique_ptr<DueRunner> m_due; // passes calls on, whenever everything is sent
    QObject m_wire;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

// The lines of tests/data/pangyo-2022.jsonl, as facts and text.
struct PangyoLine {
    Moment occurredAt;
    Facts facts;
    Text text;
};
std::vector<PangyoLine> pangyoLines();

} // namespace bongsu
