// Sees all that relays of a world give out as numbered, and what nobody at one desktop can: whether two
// things were said of one place.
#pragma once

#include "domain/log/ledger.h"

#include <set>

namespace bongsu {

class Witness {
  public:
    void saw(const LogId& log, const KeptEntry& kept);
    void saw(const Statement& head);

    // Two entries, or an entry and a head, at one place of one epoch of this log, or of an epoch after one
    // that came later; of the organisation's log two epochs that go on from one, too.
    bool isSplit(const LogId& log) const { return m_split.contains(log); }
    bool isAnySplit() const { return !m_split.empty(); }
    // In which epoch it got its place; nothing: no relay gave it out.
    std::optional<EpochId> epochOf(const EntryHash& entry) const;

  private:
    void put(const LogId& log, const EpochId& epoch, quint64 seq, const EntryHash& hash);

    std::map<std::tuple<LogId, EpochId, quint64>, EntryHash> m_places;
    std::map<EntryHash, EpochId> m_epochs;
    std::map<EpochId, EpochId> m_children;
    std::map<EpochId, quint64> m_generations;              // of those declared
    std::map<std::pair<LogId, quint64>, quint64> m_newest; // generation given out at a place
    std::set<LogId> m_split;
};

} // namespace bongsu
