// The one line that an app or a web site shows above everything while something is wrong: banner.json.
#pragma once

#include "statuspage/publicpage.h"
#include "statuspage/publicstate.h"

#include <QByteArray>

namespace bongsu {

struct BannerMessage {
    LocalText title; // at most 30 code points in each language
    LocalText body;  // at most 80
    Indicator level = Indicator::Minor;
    QString link;   // to the incident's Korean page
    QString linkEn; // and to its English one
    friend bool operator==(const BannerMessage&, const BannerMessage&) = default;
};

struct Banner {
    std::optional<BannerMessage> message; // nothing is to be said
    Moment updatedAt{};
    Moment expiresAt{}; // after it a reader shows nothing: nobody has said it again
    friend bool operator==(const Banner&, const Banner&) = default;
};

namespace bannertime {
inline constexpr std::chrono::hours whileOpen{24};
inline constexpr std::chrono::hours afterwards{1}; // since an incident was over
} // namespace bannertime

// Of the open incident with the highest impact, the newest of equals; else of the one that was over within
// the last hour. Made harmless before.
Banner bannerOf(const PublicPage& page);
QByteArray bannerFile(const PublicPage& page);

} // namespace bongsu
