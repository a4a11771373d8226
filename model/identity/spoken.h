// What eight words said aloud carry: the invite's seed, and the key of what they are too short for.
#pragma once

#include "domain/base/address.h"
#include "domain/base/ids.h"
#include "domain/log/spokencode.h"
#include "identity/invite.h"

namespace bongsu {

struct SpokenSecrets {
    Seed seed;      // of the invite key
    AesKey restKey; // seals the rest
};

// Slow on purpose (half a second, 128 MiB): scrypt over the words, then HKDF for each. The same words give
// the same secrets everywhere and always.
SpokenSecrets secretsOf(const SpokenCode& code);

// What the words cannot carry, sealed for whoever knows them; bound to the invite's key. At most
// limits::spokenRestBytes.
struct InviteRest {
    OrgId org;
    std::vector<TlsPin> pins;       // 1 or 2
    std::vector<Address> addresses; // 1 to 8
    std::optional<DeviceId> relay{};

    friend bool operator==(const InviteRest&, const InviteRest&) = default;
};

// Refusal too_large: addresses so long that they do not fit.
Result<QByteArray> sealRest(const InviteRest& rest, const SpokenSecrets& secrets, Randomness& randomness);

// The invite as its line would say it, once the relay at `asked`, which showed the TLS key `seen`, has
// answered with `sealed`. Failure pin.wrong: the rest opens, and names another key: somebody is in between.
// Refusal malformed (invitefault::damaged): it does not open, so it was not sealed by whoever said these
// words.
Result<Invite> openRest(QByteArrayView sealed, const SpokenSecrets& secrets, const Address& asked,
                        const TlsPin& seen);

} // namespace bongsu
