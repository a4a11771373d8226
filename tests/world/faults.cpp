// What breaks in a world while people act: power, lines, disks, clocks, and whatever ordeal its relay or its
// desktops go through.
#include "world/actors.h"

#include "relay/behind.h"

namespace bongsu {

namespace {
constexpr Millis hour = std::chrono::hours(1);
constexpr std::array jumps{Millis(0), hour, -hour, 24 * hour, -24 * hour};
} // namespace

Ordeal ordealOf(quint32 seed) {
    constexpr std::array ordeals{Ordeal::None, Ordeal::RelayLoses, Ordeal::DesktopLies, Ordeal::RelayLies};
    return ordeals[seed % ordeals.size()];
}

void World::countLost(const MemoryDisk::Lost& lost) {
    tally.halfWritten += lost.half ? 1 : 0;
    tally.syncedAndLost += lost.saidDurable;
}

// True if this step was a fault, or the end of one.
bool World::breakSomething(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    switch (random.below(60)) {
    case 0:
        note(&desktop, "restarts");
        ++tally.desktopRestarts;
        desktop.crash();
        desktop.start();
        return true;
    case 1:
        note(&desktop, "has its line cut");
        ++tally.linesCut;
        desktop.cutLine();
        return true;
    case 2:
        if (desktop.isOpen()) {
            note(&desktop, "goes offline");
            desktop.disconnect();
        }
        return true;
    case 3:
    case 4:
        if (desktop.isOpen() && !desktop.isConnected()) {
            note(&desktop, "goes online");
            desktop.connectToRelay();
        }
        return true;
    case 5:
        note(&desktop, desktop.disk().isFull ? "has room on its disk" : "has a full disk");
        tally.fullDisks += desktop.disk().isFull ? 0 : 1;
        desktop.disk().isFull = !desktop.disk().isFull;
        return true;
    case 6:
    case 7:
        time.pass(Millis(random.below(40'000)));
        return true;
    case 8:
    case 9:
        return troubleRelay();
    case 10:
        if (random.below(4) == 0) {
            note(&desktop, "has its clock set");
            ++tally.clockJumps;
            desktop.clock().setSkew(jumps[random.below(quint32(jumps.size()))]);
        }
        return true;
    case 11:
    case 12:
        return suffer(desktop);
    default:
        return false;
    }
}

bool World::troubleRelay() {
    auto& random = schedule.random();
    switch (random.below(6)) {
    case 0:
    case 1:
        note(nullptr, "restarts");
        ++tally.relayRestarts;
        if (m_relay->hasDisk()) {
            m_relay->crash();
            m_relay->start();
        }
        return true;
    case 2:
        note(nullptr, m_relay->disk().isFull ? "has room on its disk" : "has a full disk");
        tally.fullDisks += m_relay->disk().isFull ? 0 : 1;
        m_relay->disk().isFull = !m_relay->disk().isFull;
        return true;
    case 3:
        note(nullptr, "does not hear what became of its next commit");
        ++tally.unknownCommits;
        m_relay->disk().nextIsUnknown = random.below(2) == 0;
        return true;
    case 4:
        if (random.below(3) == 0) {
            note(nullptr, "has its clock set");
            ++tally.clockJumps;
            m_relay->clock().setSkew(jumps[random.below(quint32(jumps.size()))]);
        }
        return true;
    default:
        if (m_relay->isUp()) {
            note(nullptr, "has its clock accepted by a person");
            m_relay->sequencer().acceptClock();
        }
        return true;
    }
}

// What this world's ordeal adds.
bool World::suffer(SimulatedDesktop& desktop) {
    switch (m_options.ordeal) {
    case Ordeal::None:
        if (schedule.random().below(6) == 0) {
            declareEpoch(*m_desktops.front());
        }
        return true;
    case Ordeal::RelayLoses:
        return loseAtRelay();
    case Ordeal::DesktopLies:
        if (schedule.random().below(2) == 0) {
            note(&desktop, "has a disk that lies");
            ++tally.lyingDisks;
            desktop.disk().beginLying();
        } else {
            note(&desktop, "has a disk that is honest again");
            desktop.disk().endLying();
        }
        return true;
    case Ordeal::RelayLies:
        return lie(desktop);
    }
    return true;
}

// A relay whose disk lies about sync, is gone, or is an older backup's. I1 can then hold no longer than the
// epoch: but nobody who saw what is lost is told otherwise without being shown it, and what they hold is
// numbered again, or refused for everybody to see, once an admin has declared another epoch.
bool World::loseAtRelay() {
    auto& random = schedule.random();
    switch (random.below(8)) {
    case 0:
    case 1:
        note(nullptr, "has a disk that lies");
        ++tally.lyingDisks;
        m_relay->disk().beginLying();
        return true;
    case 2:
        note(nullptr, "has a disk that is honest again");
        m_relay->disk().endLying();
        return true;
    case 3:
        if (m_relay->hasDisk()) {
            note(nullptr, "is backed up");
            m_backup = m_relay->disk().contents;
        }
        return true;
    case 4:
        if (m_backup && random.below(3) == 0) {
            note(nullptr, "loses its disk");
            ++tally.disksLost;
            m_relay->loseDisk();
        }
        return true;
    case 5:
        if (m_backup && (!m_relay->hasDisk() || random.below(3) == 0)) {
            note(nullptr, "comes back from a backup");
            ++tally.backupsRestored;
            m_relay->comeBackWith(*m_backup);
        }
        return true;
    default:
        if (relayIsBehind() || random.below(6) == 0) {
            declareEpoch(*m_desktops[random.below(2) % m_desktops.size()]);
        }
        return true;
    }
}

bool World::relayIsBehind() const {
    return m_relay->isUp() && m_relay->sequencer().stopped() == behind();
}

// As the command does: the organisation's first, then the logs that this admin knows.
void World::declareEpoch(SimulatedDesktop& desktop) {
    if (!desktop.isOpen()) {
        return;
    }
    Journal& journal = desktop.journal();
    const Ledger& ledger = journal.ledger();
    const auto& tip = ledger.organisationIndex().tip;
    const auto own = tip ? journal.ownEvents(LogId::of(*journal.organisationId())) : std::vector<OwnEvent>();
    const bool waits = std::any_of(own.begin(), own.end(), [](const OwnEvent& one) {
        return !one.refusal && decodeEvent(one.offer.event)->header.kind == EpochDeclared::kind.name;
    });
    if (!tip || waits) {
        return;
    }
    note(&desktop, "declares an epoch");
    (void)journal.declareEpoch(QStringLiteral("because"));
}

} // namespace bongsu
