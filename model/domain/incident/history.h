// An incident as its log held it at any of its entries: some states are kept while the log is folded once,
// and the others are folded on from the nearest.
#pragma once

#include "domain/log/ledger.h"

namespace bongsu {

// An incident after the entry `seq` of its log. 0: before its declaration, and there is none.
struct PastIncident {
    quint64 seq = 0;
    std::optional<Incident> incident{}; // nothing, too, where the declaration is void
    friend bool operator==(const PastIncident&, const PastIncident&) = default;
};

// Folds the next entry in, as the ledger that holds it did: a void one changes nothing but its device's
// count. Refusals: malformed, device.unknown; not_found: the ledger holds another entry there, or none.
Verdict foldOn(PastIncident& past, const Ledger& ledger, const KeptEntry& next);

class IncidentHistory {
  public:
    // A state is kept after every so many entries. At a hundred thousand, 98 states: as a rule a few
    // kilobytes each, 1 MiB at the most.
    static constexpr quint64 spacing = 1024;

    // The next entry of the log. Refusals as of foldOn: nothing is changed.
    Verdict take(const Ledger& ledger, const KeptEntry& next);

    quint64 size() const { return m_recorded.size(); } // the newest entry taken
    // Whether all of it still is what the ledger holds: an epoch can take entries away.
    bool isOf(const Ledger& ledger, const LogId& log) const;

    // The newest entry recorded at that moment or before; 0: none.
    quint64 seqAt(Moment at) const;
    Moment recordedAt(quint64 seq) const { return m_recorded[seq - 1]; } // 1 .. size()

    // The nearest state kept at or before that entry (0 .. size()); fewer than `spacing` entries lie between.
    const PastIncident& nearest(quint64 seq) const;

  private:
    std::vector<Moment> m_recorded; // never falling
    std::vector<PastIncident> m_kept{PastIncident{}};
    PastIncident m_newest;
    EntryHash m_newestHash = EntryHash::zeros();
};

} // namespace bongsu
