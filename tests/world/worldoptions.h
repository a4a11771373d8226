// What kind of world it is to be, and how it is broken on purpose.
#pragma once

#include <QtGlobal>

#include <optional>
#include <set>

namespace bongsu {

// What a world goes through beside what every world does (power cuts, lines, full disks, clocks). Never two
// that could take the only copies of a thing from both sides.
enum class Ordeal {
    None,        // but an admin declares epochs
    RelayLoses,  // its disk lies, is lost, or is an older backup's: I1 lasts as long as the epoch, and the
                 // loss is found and made good by another epoch
    DesktopLies, // a desktop's disk does: I1 holds; I11 but for the drafts that very disk had said it kept
    RelayLies, // it gives out two histories, forges, contradicts itself: lies.cpp says what is promised then
    Last = RelayLies
};
Ordeal ordealOf(quint32 seed);

struct WorldOptions {
    int desktops = 4;
    Ordeal ordeal = Ordeal::None;
    bool ed25519 = false;      // real signatures instead of keyed hashes
    bool hastyRelay = false;   // broken on purpose: says "durable" too early
    bool idleRelay = false;    // broken on purpose: does nothing that is due
    bool halvingDisks = false; // broken on purpose: stores open to half of a commit
    bool silentRelay = false;  // broken on purpose: tells nobody of heads that contradict its own
    // To make a failing world smaller: these steps alone, only the first desktops, no line that loses
    // messages.
    std::optional<std::set<int>> onlySteps{};
    std::optional<int> present{};
    bool lossless = false;
};

} // namespace bongsu
