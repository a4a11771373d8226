// A whole organisation in one process: a relay and desktops over lines and disks that a seed makes fail.
#pragma once

#include "support/keyedhash.h"
#include "sync/simulated.h"
#include "world/memorystore.h"

#include "sync/connector.h"
#include "sync/loopbacklink.h"
#include "wiring/journalhost.h"
#include "wiring/relaydesk.h"

#include <QStringList>

#include <deque>
#include <set>

namespace bongsu {

// What happens next is chosen by the seed among all that could.
class Schedule {
  public:
    using Task = std::function<void()>;
    // A queue of its own keeps its order; queues are chosen from at random.
    struct Line {
        std::deque<Task> tasks;
        bool lossy = false; // may drop and repeat, which real lines do only by breaking
    };

    explicit Schedule(quint32 seed) : m_random(seed) {}

    std::shared_ptr<Line> line(bool lossy);
    std::function<void(Task)> on(const std::shared_ptr<Line>& line);
    bool runOne(); // false: nothing waits
    samples::SeededRandomness& random() { return m_random; }

    bool faults = true;
    bool losesAll = false; // every message on a lossy line, for a while

  private:
    std::vector<std::weak_ptr<Line>> m_lines;
    samples::SeededRandomness m_random;
};

// A desktop's own idea of the time.
class SkewedClock final : public Clock {
  public:
    SkewedClock(const Clock& real, Millis skew) : m_real(real), m_skew(skew) {}
    Moment now() const override { return m_real.now() + m_skew; }

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
    void inspect(Done<std::monostate> done) override { m_inner.inspect(std::move(done)); }
    void backup(QString file, Done<std::monostate> done) override { m_inner.backup(file, std::move(done)); }

  private:
    EventStore& m_inner;
    std::function<void(std::function<void()>)> m_schedule;
};

struct WorldOptions {
    int desktops = 4;
    bool hastyRelay = false; // the broken rule put in on purpose
};

class SimulatedRelay;
class SimulatedDesktop;

// What is wrong in the end; empty: every invariant held.
using Findings = QStringList;

class World {
  public:
    World(quint32 seed, const WorldOptions& options);
    ~World();

    // Acts and faults, so many; then the faults end and everything settles.
    Findings live(int steps);

    Schedule schedule;
    samples::SimulatedTime time;
    KeyedHashVerifier verifier;

    SimulatedRelay& relay() { return *m_relay; }
    const std::vector<std::unique_ptr<SimulatedDesktop>>& desktops() const { return m_desktops; }
    // Carries on until then; false if it does not come.
    bool runUntil(const std::function<bool()>& done);

  private:
    void found(const WorldOptions& options);
    void join(SimulatedDesktop& desktop, Permission permission);
    void step();
    void act(SimulatedDesktop& desktop);
    void actOn(SimulatedDesktop& desktop, const LogId& log);
    void settle();
    bool isSettled() const;
    Findings check();
    void checkLogs(Findings& findings);
    void checkDesktop(const SimulatedDesktop& desktop, Findings& findings);

    std::unique_ptr<SimulatedRelay> m_relay;
    std::vector<std::unique_ptr<SimulatedDesktop>> m_desktops;
};

} // namespace bongsu
