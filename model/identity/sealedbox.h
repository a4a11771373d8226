// What is meant for one relay alone: sealed to its X25519 key by anybody, opened by nobody else.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/randomness.h"
#include "domain/notice/channel.h"
#include "identity/secret.h"

namespace bongsu {

// Ephemeral public key (32) | what GcmSealer makes of the plain bytes under HKDF(shared secret | ephemeral
// key | the relay's key), purpose "sealed-key". `bound` is the AAD: what it is for, so that it is for nothing
// else. Nothing where the key is none that X25519 takes.
std::optional<QByteArray> sealTo(const SealingKey& recipient, QByteArrayView plain, QByteArrayView bound,
                                 Randomness& randomness);
// Nothing where it was sealed for somebody else, for something else, or is damaged. The caller wipes it.
std::optional<QByteArray> openSealed(const SealingSecret& secret, QByteArrayView sealed,
                                     QByteArrayView bound);

// What a channel's secret is bound to: T"secret" | org | relay | channel as UTF-8.
QByteArray boundSecret(const OrgId& org, const DeviceId& relay, const QString& channel);

// The secrets of a channel as bytes to be sealed, and back: the CBOR map {1: [{1: name, 2: value}, ...],
// 2: the destination that they were given for}. Whoever decodes wipes them.
QByteArray encodeSecrets(const ChannelSecrets& secrets);
std::optional<ChannelSecrets> decodeSecrets(QByteArrayView bytes);

} // namespace bongsu
