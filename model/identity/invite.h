// The one line that lets somebody in: bongsu://host:port[,host:port]/#<base64url>.
#pragma once

#include "domain/base/address.h"
#include "domain/base/ids.h"
#include "domain/base/result.h"
#include "identity/secret.h"

#include <vector>

namespace bongsu {

// Whoever holds it may join: it is shown, printed and sent, never kept.
struct Invite {
    OrgId org;
    std::vector<TlsPin> pins;       // 1 or 2: the relay's current and next TLS key
    std::vector<Address> addresses; // 1 to 8, the first tried first
    Seed seed;                      // of the invite key, which signs the join
    std::optional<DeviceId> relay{};

    friend bool operator==(const Invite&, const Invite&) = default;
};

// After the '#' stands base64url without padding of
//   a canonical CBOR map {1: org, 2: [pins], 3: seed, 4: relay (may be absent)} | first 4 bytes of
//   H(T"invite" | map).
// The four bytes tell a mangled copy. The addresses are outside of them: they are not trusted (the pins are),
// and in an emergency people may type others. Refusal too_large: over 1,024 characters.
Result<QString> encode(const Invite& invite);

// White space anywhere is passed over: mail and messengers wrap lines. Refusal too_large, or malformed with
// one of the details below.
Result<Invite> decodeInvite(QStringView line);

namespace invitefault {
inline constexpr const char* form = "invite.form";       // not bongsu://…/#…
inline constexpr const char* address = "invite.address"; // none, over eight, or one that is none
inline constexpr const char* damaged = "invite.damaged"; // what stands after the # is not as it was made
} // namespace invitefault

} // namespace bongsu
