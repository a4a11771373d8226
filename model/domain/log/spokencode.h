// An invite as people say it on the phone: where the relay is, and eight words.
#pragma once

#include "domain/base/address.h"
#include "domain/base/randomness.h"
#include "domain/base/result.h"
#include "domain/log/words.h"

#include <array>

namespace bongsu {

// Eight words of the list: 64 bits, and every one of them counts.
struct SpokenCode {
    static constexpr int count = 8;
    std::array<quint8, count> words;

    static SpokenCode random(Randomness& randomness);
    friend bool operator==(const SpokenCode&, const SpokenCode&) = default;
};

struct SpokenInvite {
    Address address;
    SpokenCode code;
    friend bool operator==(const SpokenInvite&, const SpokenInvite&) = default;
};

QStringList spoken(WordLanguage language, const SpokenCode& code);
// "192.0.2.1:7400 tree butterfly …": what parseSpokenInvite() takes, on one line.
QString toText(WordLanguage language, const SpokenInvite& invite);

// Whether somebody means such an invite rather than an invite's line.
bool looksSpoken(QStringView text);
// Either language, even within one invite; any case, any white space, commas, points or hyphens between;
// Korean words also without anything between. Refusals: word.unknown with the first word that is not of the
// list; malformed with a fault below; too_large.
Result<SpokenInvite> parseSpokenInvite(QStringView text);

namespace spokenfault {
inline constexpr const char* address = "invite.address"; // does not begin with host:port
inline constexpr const char* count = "invite.words";     // not eight words
} // namespace spokenfault

} // namespace bongsu
