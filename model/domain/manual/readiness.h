// What would go wrong if a manual were needed today: seats that nobody would take, one person in two of them,
// a manual that nobody has gone through for long.
#pragma once

#include "domain/manual/proposal.h"

namespace bongsu {

enum class Gap {
    NobodyInLine = 1, // the manual names nobody whom the organisation knows
    NoSuccessor,      // one person, and nobody behind them
    Twice,            // whoever would be called is called to another seat, too
    UnknownName,      // (the name) nobody is called so, or nobody whose device counts
    NotReviewed,      // (the day it was due)
    NotPublished,     // what ships with the program would be used
    NotReadable,      // it was published, and this device has it not, or makes nothing of it
    Last = NotReadable
};

struct ReadinessGap {
    Gap gap;
    QString failureType;
    QString seat{}; // its key; empty: the manual itself
    QString word{};
    friend bool operator==(const ReadinessGap&, const ReadinessGap&) = default;
};

// In the order of the manual's seats, the manual itself first. `published`: it is the organisation's own.
std::vector<ReadinessGap> gapsOf(const Manual& manual, bool published, const std::vector<KnownPerson>& people,
                                 Moment now);

} // namespace bongsu
