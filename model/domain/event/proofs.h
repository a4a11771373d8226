// The messages that are signed outside the log: to join, and to log in at a relay.
#pragma once

#include "domain/base/ids.h"

namespace bongsu {

// T"join" | org | new device public key: signed with the invite's seed, inside DeviceAdded.
QByteArray joinMessage(const OrgId& org, const PublicKey& deviceKey);

// T"login" | org | relayDeviceId | H(SPKI the client saw) | server nonce | client nonce.
QByteArray loginMessage(const OrgId& org, const DeviceId& relay, const TlsPin& seenPin,
                        const Nonce& serverNonce, const Nonce& clientNonce);

} // namespace bongsu
