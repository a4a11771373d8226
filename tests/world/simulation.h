// A whole organisation in one process: a relay and desktops over lines and disks that a seed makes fail.
#pragma once

#include "world/judge.h"
#include "world/keys.h"
#include "world/memorystore.h"
#include "world/schedule.h"
#include "world/witness.h"
#include "world/worldoptions.h"

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
    const WorldOptions& options() const { return m_options; }
    // By this desktop's person, who should be an admin.
    void declareEpoch(SimulatedDesktop& desktop);
    // What was done last, and how to have it again.
    QString transcript() const;

    Tally tally;
    Schedule schedule;
    samples::SimulatedTime time;
    WorldKeys keys;
    const Verifier& verifier;
    // Puts each end of a line that is dialled from now on into another, which does as it likes with it.
    std::function<std::unique_ptr<Link>(std::unique_ptr<Link>)> carry = [](std::unique_ptr<Link> line) {
        return line;
    };
    Witness witness;
    bool isFounded = false;
    MemoryDisk::Chance chance() {
        return [this](quint32 most) { return schedule.random().below(most); };
    }
    void countLost(const MemoryDisk::Lost& lost);

    SimulatedRelay& relay() { return *m_relay; }
    const std::vector<std::unique_ptr<SimulatedDesktop>>& desktops() const { return m_desktops; }
    // Whoever folded a log up to the same entry must have the same state of it (I5), all the way.
    void compareFolded(const SimulatedDesktop& desktop, const LogId& log);

  private:
    void found();
    SimulatedDesktop* anyDesktop();
    void join(SimulatedDesktop& desktop, Permission permission);
    void step();
    bool breakSomething(SimulatedDesktop& desktop);
    bool troubleRelay();
    bool suffer(SimulatedDesktop& desktop);
    bool loseAtRelay();
    bool lie(SimulatedDesktop& desktop);
    void forge(SimulatedDesktop& desktop);
    void showForged(const Entry& entry, const Offer& offer, bool isUnsound);
    Statement forgedHead(const LogId& log, const Tip& tip) const;
    void checkUnsound(const SimulatedDesktop& desktop, Findings& findings) const;
    void writeAsNewer(const SimulatedDesktop& desktop, const LogId& log);
    void checkNewer(Findings& findings) const;
    void endLies();
    bool relayIsBehind() const;
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
    bool comeToRest();
    std::size_t entriesAtRelay() const;
    bool isSettled() const;
    bool lacksBlobs() const;
    bool canBringBlobs(const DeviceId& author, const LogId& log) const;
    int waitingOf(const SimulatedDesktop& desktop) const;
    bool isRevoked(const SimulatedDesktop& desktop) const;
    bool isCutOff(const SimulatedDesktop& desktop, const LogId& log) const;

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
    void checkHistories(const SimulatedDesktop& desktop, Findings& findings) const;
    QString whereabouts(const LogId& log, const EventId& event, quint64 seq, const EntryHash& hash) const;
    bool isRefusedSomewhere(const EventId& event) const;
    bool isLeftAlone(const SimulatedDesktop& desktop) const;
    bool mayBeGone(const SimulatedDesktop& desktop, const LogId& log, const EventId& event,
                   const std::optional<EntryHash>& hash) const;

    struct Step {
        const SimulatedDesktop* desktop; // nothing: the relay
        const char* what;
        int number;
        friend bool operator==(const Step&, const Step&) = default;
    };

    quint32 m_seed;
    WorldOptions m_options;
    std::optional<MemoryContents> m_backup;
    std::set<EntryHash> m_unsound;           // forged so that no desktop may take it
    std::map<EventId, QByteArray> m_ofNewer; // the facts of events of kinds that nobody knows
    int m_steps = 0;
    bool m_isAtRest = false;
    std::deque<Step> m_lastSteps;
    std::map<EntryHash, Incident> m_incidentsFolded;
    std::map<EntryHash, Organisation> m_organisationsFolded;
    QStringList m_differences;
    std::unique_ptr<SimulatedRelay> m_relay;
    std::unique_ptr<SimulatedRelay> m_twin; // of one that lies: the other history
    std::vector<std::unique_ptr<SimulatedDesktop>> m_desktops;
};

} // namespace bongsu
