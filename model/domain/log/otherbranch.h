// Another history of a log than the one held here, followed entry by entry: whether it leads past ours.
#pragma once

#include "domain/log/ledger.h"

namespace bongsu {

// Whether an admin, or root, has signed it, by the organisation as it stood at this number.
bool isAdminsWord(const Organisation& organisation, const Verifier& verifier, const Event& event, quint64 at);

// Whether an admin has declared, and a relay of its own numbered, an epoch that comes before our newest: of
// rivals the higher generation wins, then root's, then the smaller id. By the organisation as it stood at
// `keep`.
bool outranks(const Ledger& ours, const Verifier& verifier, quint64 keep, const Entry& entry,
              const Event& event, const EpochDeclared& declared);

// Whether the entry is of an epoch after the one in which its log is held here. Whoever was away may have
// missed more than one: it need not be the newest.
bool isOfLaterEpoch(const Ledger& ours, const Entry& entry);
// Whether an admin takes its log there by it.
bool entersLaterEpoch(const Ledger& ours, const Verifier& verifier, const Entry& entry, const Event& event,
                      const LogRebased& rebased);

// Whether this entry, which stands behind the place up to which both histories are the same (`keep`), puts
// its history before ours: outranks() or entersLaterEpoch().
bool leadsPast(const Ledger& ours, const Verifier& verifier, quint64 keep, const KeptEntry& entry);

// What is held beyond everything that a relay has signed for (`promised`: the newest such number, 0 for none)
// was promised by nobody. Where the log's relay signs another end of it (`end`), one before ours or one that
// another entry of that number makes, it gives way: the place up to which ours stays. Nothing: it need not.
std::optional<quint64> givesWayTo(const LogIndex& ours, quint64 promised, const LogPoint& end);

class OtherBranch {
  public:
    // Begins with the first entry that differs from ours.
    OtherBranch(const Entry& entry, const EntryHash& hash)
        : m_keep(entry.seq - 1), m_epoch(entry.epoch), m_last(entry.seq), m_hash(hash) {}

    bool goesOnWith(const Entry& entry) const { return entry.seq == m_last + 1 && entry.prev == m_hash; }
    void goOn(const Entry& entry, const EntryHash& hash) {
        m_epoch = entry.epoch;
        m_last = entry.seq;
        m_hash = hash;
    }
    const EpochId& epoch() const { return m_epoch; } // of its newest entry
    quint64 keep() const { return m_keep; }          // both are the same up to here
    LogPoint end() const { return {m_last, m_hash}; }

  private:
    quint64 m_keep;
    EpochId m_epoch;
    quint64 m_last;
    EntryHash m_hash;
};

} // namespace bongsu
