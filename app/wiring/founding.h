// The first three events of an organisation, and the invites that root issues.
#pragma once

#include "domain/base/clock.h"
#include "domain/event/compose.h"
#include "domain/log/ledger.h"
#include "identity/ed25519.h"
#include "identity/invite.h"
#include "identity/keyfile.h"
#include "identity/rootfile.h"

namespace bongsu {

struct Founding {
    QString name;
    std::vector<Address> addresses; // how people reach the relay, the first tried first
    const Ed25519Key& rootOne;
    const Ed25519Key& rootTwo;
    const Ed25519Key& relay;
    RelayKeys relayKeys;
};

struct FoundedOrganisation {
    OrgId org;
    std::vector<Offer> offers; // Founded, RelayDescribed, in this order
};

Result<FoundedOrganisation> found(const Founding& founding, Moment now, Randomness& randomness);

// The relay says of itself how people reach it now, in the organisation's log.
Result<Offer> describedAnew(const Ledger& ledger, const RelayKeys& keys,
                            const std::vector<Address>& addresses, const Ed25519Key& relay, Moment now,
                            Randomness& randomness);

// An admin's invite by root, as an event for the organisation's log and as the line for a person.
struct RootInvite {
    Offer offer;
    QString line;
};
inline constexpr auto rootInviteValid = std::chrono::hours(24 * 7);
InviteIssued rootInvite(const PublicKey& inviteKey);
Result<RootInvite> inviteByRoot(const Ledger& ledger, const std::vector<Address>& addresses,
                                const Ed25519Key& root, Moment now, Randomness& randomness);

// The root key in a file of this organisation's. Failures as of loadRootFile(), refusal organisation.wrong.
Result<LoadedRootKey> rootOf(const OrgId& org, const QString& file);

// The pins by which the organisation's relays of today are known, at most two.
std::vector<TlsPin> currentPins(const Organisation& organisation);

} // namespace bongsu
