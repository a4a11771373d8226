// What this organisation shares with what it may have to report on, found in peacetime: ways to tell people
// that would fail together with the failure, or with each other.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/notice/channel.h"

namespace bongsu {

enum class FateRisk {
    OnOwnService =
        1,          // (channel, place or path; a service of the catalogue): it fails with what is reported on
    OnOwnSite,      // (the same; a site of the catalogue)
    NothingLeft,    // (a service, site or other): without it no channel to users is left
    PlacesTogether, // (a status page; what two of its places both stand on)
    OnePlace,       // (a status page that is published at one place alone)
    Undeclared,     // (channel or path): nobody wrote down what it stands on
    Last = Undeclared
};
template <>
struct Words<FateRisk> {
    static constexpr std::array all{"own_service",     "own_site",  "nothing_left",
                                    "places_together", "one_place", "undeclared"};
};

struct FateFinding {
    FateRisk risk = FateRisk::Undeclared;
    QString who{};  // key of a channel, "channel/place", or a path's name; of NothingLeft empty
    QString what{}; // what it stands on
    friend bool operator==(const FateFinding&, const FateFinding&) = default;
};

// The gravest first, then in the order written. Sandboxes are left out: they reach nobody.
std::vector<FateFinding> fateFindings(const Channels& channels, const Catalogue& catalogue);

} // namespace bongsu
