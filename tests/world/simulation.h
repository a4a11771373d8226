// A whole organisation in one process: a relay and desktops over lines and disks that a seed makes fail.
#pragma once

#include "world/judge.h"
#include "world/keys.h"
#include "world/memorystore.h"
#include "world/schedule.h"

#include "sync/connector.h"
#include "sync/loopbacklink.h"
#include "wiring/journalhost.h"
#include "wiring/relaydesk.h"

#include <deque>
#include <set>

namespace bongsu {

// A desktop's own idea of the time.
class SkewedClock final : public Clock {
  public:
    SkewedClock(const Clock& real, Millis skew) : m_real(real), m_skew(skew) {}
    Moment now() const override { return m_real.now() + m_skew; }
    void setSkew(Millis skew) { m_skew = skew; }

  private:
    const Clock& m_real;
    Millis m_skew;
};

// Deliberately wrong: says "durable" before it is. The simulator must find it.
class HastyStore final : public EventStore {
  public:
    HastyStore(EventStore& inner, std::function<void(std::function<void()>)> schedule)
        : m_inner(inner), m_schedule(std::move(schedule)) {}
    void commit(Change change, Done<Committed> done) override {
        m_schedule([done = std::move(done)] { done(Committed::Durable); });
        m_inner.commit(std::move(change), [](const Result<Committed>&) {});
    }
    void tips(Done<std::vector<StoredTip>> done) override { m_inner.tips(std::move(done)); }
    void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
               Done<std::vector<StoredEntry>> done) override {
        m_inner.range(log, fromSeq, count, bytes, std::move(done));
    }
    void ownEvents(Done<std::vector<OwnEvent>> done) override { m_inner.ownEvents(std::move(done)); }
    void heads(Done<std::map<LogId, Statement>> done) override { m_inner.heads(std::move(done)); }
    void settings(Done<std::map<QByteArray, QByteArray>> done) override { m_inner.settings(std::move(done)); }
    void blobs(Done<std::vector<BlobState>> done) override { m_inner.blobs(std::move(done)); }
    void blob(BlobId blob, Done<std::optional<BlobState>> done) override {
        m_inner.blob(blob, std::move(done));
    }
    void blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) override {
        m_inner.blobChunk(blob, chunk, std::move(done));
    }
    void inspect(Done<std::monostate> done) override { m_inner.inspect(std::move(done)); }
    void backup(QString file, Done<std::monostate> done) override { m_inner.backup(file, std::move(done)); }

  private:
    EventStore& m_inner;
    std::function<void(std::function<void()>)> m_schedule;
};

struct WorldOptions {
    int desktops = 4;
    bool ed25519 = false;     // real signatures instead of keyed hashes
    bool hastyRelay = false;  // broken on purpose: says "durable" too early
    bool idleRelay = false;   // broken on purpose: does nothing that is due
    bool silentRelay = false; // broken on purpose: tells nobody of heads that contradict its own
    std::optional<std::set<int>> onlySteps{}; // the others are left out, as if they had never been
};

class SimulatedRelay;
class SimulatedDesktop;

class World {
  public:
    World(quint32 seed, const WorldOptions& options);
    ~World();

    // Acts and faults, so many; then the faults end and everything settles.
    Findings live(int steps);
    // Until everybody holds the same, and then whatever is wrong.
    Findings settleAndCheck();
    // Carries on until then; false if it does not come.
    bool runUntil(const std::function<bool()>& done);
    // What was done last, and how to have it again.
    QString transcript() const;

    Tally tally;
    Schedule schedule;
    samples::SimulatedTime time;
    WorldKeys keys;
    const Verifier& verifier;

    SimulatedRelay& relay() { return *m_relay; }
    const std::vector<std::unique_ptr<SimulatedDesktop>>& desktops() const { return m_desktops; }
    // Whoever folded a log up to the same entry must have the same state of it (I5), all the way.
    void compareFolded(const SimulatedDesktop& desktop, const LogId& log);

  private:
    void found(const WorldOptions& options);
    void join(SimulatedDesktop& desktop, Permission permission);
    void step();
    bool breakSomething(SimulatedDesktop& desktop);
    bool troubleRelay();
    void act(SimulatedDesktop& desktop);
    void actOn(SimulatedDesktop& desktop, const LogId& log);
    void withdrawNewest(SimulatedDesktop& desktop, const LogId& log);
    void callSomebody(SimulatedDesktop& desktop, const LogId& log);
    void answerOrVacate(SimulatedDesktop& desktop, const LogId& log);
    void doTasks(SimulatedDesktop& desktop, const LogId& log);
    void meetAndVote(SimulatedDesktop& desktop, const LogId& log);
    void tellOfServices(SimulatedDesktop& desktop, const LogId& log);
    void stateService(SimulatedDesktop& desktop, const LogId& log);
    void lookBack(SimulatedDesktop& desktop, const LogId& log);
    void actOnWhatWasLearnt(SimulatedDesktop& desktop, const LogId& log);
    void tellTheUsers(SimulatedDesktop& desktop, const LogId& log);
    void proposeNotice(SimulatedDesktop& desktop, const LogId& log);
    void prepareFirstNotice(SimulatedDesktop& desktop);
    void note(const SimulatedDesktop* desktop, const char* what);
    void settle();
    bool isSettled() const;

    Findings check();
    void tellUnsettled(Findings& findings);
    void checkChains(const MemoryContents& contents, const QString& whose, Findings& findings) const;
    void checkEntries(Findings& findings);
    void checkFlip(Findings& findings);
    void checkSnapshots(Findings& findings) const;
    void checkMergingAgain(Findings& findings);
    void checkBlobs(Findings& findings);
    std::optional<Tip> tipOfReplay(MemoryContents contents, const LogId& log);
    std::optional<quint64> placeOf(const EventId& event) const;
    void checkPromises(const SimulatedDesktop& desktop, Findings& findings) const;
    void checkOwn(const SimulatedDesktop& desktop, Findings& findings);
    void checkStates(const SimulatedDesktop& desktop, Findings& findings) const;

    struct Step {
        const SimulatedDesktop* desktop; // nothing: the relay
        const char* what;
        int number;
    };

    quint32 m_seed;
    std::optional<std::set<int>> m_onlySteps;
    int m_steps = 0;
    std::deque<Step> m_lastSteps;
    std::map<EntryHash, Incident> m_incidentsFolded;
    std::map<EntryHash, Organisation> m_organisationsFolded;
    QStringList m_differences;
    std::unique_ptr<SimulatedRelay> m_relay;
    std::vector<std::unique_ptr<SimulatedDesktop>> m_desktops;
};

} // namespace bongsu
