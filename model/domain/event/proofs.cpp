#include "domain/event/proofs.h"

#include "domain/base/hash.h"

namespace bongsu {

QByteArray joinMessage(const OrgId& org, const PublicKey& deviceKey) {
    return domainTag("join") + org.toBytes() + deviceKey.toBytes();
}

QByteArray loginMessage(const OrgId& org, const DeviceId& relay, const TlsPin& seenPin,
                        const Nonce& serverNonce, const Nonce& clientNonce) {
    return domainTag("login") + org.toBytes() + relay.toBytes() + seenPin.toBytes() + serverNonce.toBytes() +
           clientNonce.toBytes();
}

} // namespace bongsu
