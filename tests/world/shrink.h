// A failing world made as small as it goes: the fewest desktops, line faults and steps with which the same
// thing still breaks.
#pragma once

#include "world/simulation.h"

namespace bongsu {

struct Shrunk {
    WorldOptions options; // with which it fails: `onlySteps` are all that happens
    Findings findings;
    QString transcript;
    int runs = 0;
};

// Of a world with this seed and these options that fails within `steps`. Tries at most so many worlds.
Shrunk shrink(quint32 seed, const WorldOptions& options, int steps, int mostRuns = 2000);

// What a finding is about, without whose it is and its numbers: "I1", "it does not settle".
QString kindOf(const QString& finding);

// With what BONGSU_ORDEAL, BONGSU_STEPS, BONGSU_DESKTOPS and BONGSU_LOSSLESS ask for: a shrunk world to be
// had again.
WorldOptions asAsked(WorldOptions options);

} // namespace bongsu
