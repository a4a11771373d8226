// A relay that lies, before people who hold one incident: it numbers what nobody may write, invents, alters,
// tells different people different things, or goes on from an old backup.
#pragma once

#include "world/actors.h"

#include "domain/event/compose.h"

namespace bongsu {

// An admin, a commander who declared the incident, and a responder, who all hold it.
class LyingRelay {
  public:
    // Silent: it tells nobody of heads that contradict its own.
    explicit LyingRelay(quint32 seed, bool isSilent);

    SimulatedDesktop& admin() { return *world.desktops()[0]; }
    SimulatedDesktop& commander() { return *world.desktops()[1]; }
    SimulatedDesktop& responder() { return *world.desktops()[2]; }
    const Ledger& relay() { return world.relay().sequencer().ledger(); }
    quint64 tipSeq(SimulatedDesktop& desktop) const { return desktop.journal().ledger().tip(log)->seq; }
    EntryHash newest(SimulatedDesktop& desktop) const { return desktop.journal().ledger().tip(log)->hash; }
    bool everybody(const std::function<bool(SimulatedDesktop&)>& holds) const;
    bool somebodyCriesFork() const;

    // Until everybody holds what the relay does. False: it does not come.
    bool settle();
    void write(SimulatedDesktop& author); // a note
    // The same, until its author's own relay has recorded it.
    bool note(SimulatedDesktop& author);
    // One event of this author's with a number above all it has used; nothing knows of it yet.
    Composed compose(SimulatedDesktop& author, const Facts& facts);

    // --- lies
    // The relay writes the event into its own log, asking nobody's rules, and goes on.
    bool number(const Composed& made);
    // A twin of the relay with the same past; the responder is led to it.
    bool lead();
    // Something happens in each history: they part at the next entry.
    bool diverge();
    // As it was when it kept this, and on from there.
    MemoryContents backup() { return world.relay().disk().contents; }
    bool goOnFrom(const MemoryContents& backup);

    const WorldOptions options;
    World world;
    LogId log = LogId::zeros();

  private:
    bool restart(const std::function<void(MemoryContents&)>& change);

    std::shared_ptr<MemoryDisk> m_twinsDisk = std::make_shared<MemoryDisk>();
    std::unique_ptr<SimulatedRelay> m_twin;
};

} // namespace bongsu
