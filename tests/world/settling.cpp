// How a world comes to rest once its faults have ended, and who is expected to hold what then.
#include "world/actors.h"

#include <numeric>
#include <set>

namespace bongsu {

void World::settle() {
    m_relay->disk().isFull = false;
    m_relay->disk().nextIsUnknown.reset();
    if (!m_relay->hasDisk()) {
        m_relay->comeBackWith(*m_backup);
    }
    runUntil([this] { return m_relay->isUp(); });
    m_relay->sequencer().acceptClock();
    endLies();
    for (const auto& desktop : m_desktops) {
        desktop->disk().isFull = false;
        runUntil([&] { return desktop->isOpen(); });
    }
    constexpr int mostRounds = 10;
    for (int round = 0; round < mostRounds && !comeToRest(); ++round) {
    }
}

std::size_t World::entriesAtRelay() const {
    std::size_t entries = 0;
    for (const auto& [log, held] : m_relay->disk().contents.logs) {
        entries += held.entries.size();
    }
    return entries;
}

// False: what was on its way to the relay when the lines were taken down was numbered, and nobody heard of
// it.
bool World::comeToRest() {
    for (const auto& desktop : m_desktops) {
        if (!desktop->isConnected()) {
            desktop->connectToRelay();
        }
    }
    constexpr Millis patience = std::chrono::seconds(15); // of an admin who sees that the relay has stopped
    constexpr Millis longest = std::chrono::minutes(15);  // what has not come to rest by then never does
    const Millis begun = time.elapsed();
    std::optional<Millis> declared; // by whoever has that much patience, and at once by whoever has none
    const auto rests = [&] {
        if (relayIsBehind() && (!declared || time.elapsed() - *declared > patience)) {
            declared = time.elapsed();
            declareEpoch(*m_desktops.front());
        }
        m_isAtRest = isSettled() && !m_relay->hasDue() && !lacksBlobs();
        return m_isAtRest || time.elapsed() - begun > longest;
    };
    runUntil(rests);
    const std::size_t entries = entriesAtRelay();
    for (const auto& desktop : m_desktops) { // what is judged of it is its disk
        const auto isKept = std::make_shared<bool>(false);
        desktop->journal().whenKept([isKept] { *isKept = true; });
        runUntil([&] { return *isKept; });
    }
    // Who is shown two histories may never fall silent.
    for (const auto& desktop : m_desktops) {
        desktop->disconnect();
    }
    while (schedule.runOne()) {
    }
    return entriesAtRelay() == entries;
}

// Everybody hears one relay from here on: what was said twice meets.
void World::endLies() {
    for (const auto& desktop : m_desktops) {
        if (m_twin && desktop->dials(*m_twin)) {
            desktop->dialTo(*m_relay);
        }
    }
    m_twin.reset();
}

bool World::isRevoked(const SimulatedDesktop& desktop) const {
    const Organisation& organisation = m_relay->sequencer().ledger().organisation();
    const auto author = organisation.author(desktop.journal().device(), organisation.seq);
    return author && author->revoked;
}

// Two histories were given out of it, this desktop has another than the relay, and shows that.
bool World::isCutOff(const SimulatedDesktop& desktop, const LogId& log) const {
    const LogId org = LogId::of(*m_relay->sequencer().ledger().organisation().id);
    const auto cut = [&](const LogId& one) { return witness.isSplit(one) && desktop.hasCried(one); };
    return cut(log) || cut(org);
}

int World::waitingOf(const SimulatedDesktop& desktop) const {
    std::set<LogId> logs;
    for (const OwnEvent& one : desktop.journal().ownEvents()) {
        logs.insert(one.log);
    }
    return std::accumulate(logs.begin(), logs.end(), 0, [&](int waiting, const LogId& log) {
        return waiting + (isCutOff(desktop, log) ? 0 : desktop.journal().pendingCount(log));
    });
}

// Whoever attached it has its bytes as long as its disk, which no desktop loses.
bool World::canBringBlobs(const DeviceId& author, const LogId& log) const {
    return std::any_of(m_desktops.begin(), m_desktops.end(), [&](const auto& desktop) {
        return desktop->journal().device() == author && !isRevoked(*desktop) && !isCutOff(*desktop, log);
    });
}

// A relay that came from a backup and has entries again whose blobs are still to come.
bool World::lacksBlobs() const {
    const auto& blobs = m_relay->disk().contents.blobs;
    return std::any_of(blobs.begin(), blobs.end(), [&](const auto& kept) {
        const BlobState& state = kept.second.state;
        return state.event && !state.whole && canBringBlobs(state.begun.owner, *state.log);
    });
}

bool World::isSettled() const {
    if (!m_relay->isUp()) {
        return false;
    }
    const Ledger& relay = m_relay->sequencer().ledger();
    const LogId org = LogId::of(*relay.organisation().id);
    for (const auto& desktop : m_desktops) {
        const Journal& journal = desktop->journal();
        if (isRevoked(*desktop) && waitingOf(*desktop) == 0) {
            continue; // hears nothing more
        }
        // What it has may never be numbered.
        const bool isApart =
            m_options.ordeal == Ordeal::RelayLies && !(desktop->forks.empty() && desktop->stops.empty());
        const auto agrees = [&](const LogId& log) {
            // What a relay that lies withholds by the end of a log contradicts nothing.
            const LogIndex* held = journal.ledger().index(log);
            const bool withheld = m_options.ordeal == Ordeal::RelayLies && held && held->tip &&
                                  held->hashAt(relay.tip(log)->seq) == relay.tip(log)->hash;
            const bool same = journal.ledger().tip(log) == relay.tip(log) || withheld;
            const bool apart = !same && isCutOff(*desktop, log);
            const bool hasEntered = !relay.isLeftBehind(log);
            return (same && hasEntered) || apart;
        };
        bool isSame = agrees(org);
        for (const auto& [log, incident] : relay.incidents()) {
            isSame = isSame && agrees(log);
        }
        // What it holds that the relay has not is on its way back there.
        for (const auto& [log, held] : journal.ledger().incidents()) {
            isSame = isSame &&
                     (relay.index(log) || m_options.ordeal == Ordeal::RelayLies || isCutOff(*desktop, log));
        }
        if (!isSame || (!isApart && waitingOf(*desktop) != 0)) {
            return false;
        }
    }
    return true;
}

} // namespace bongsu
