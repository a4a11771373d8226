// Ed25519 (RFC 8032): the keys of devices, relays, invites and roots, and the check of what they signed.
#pragma once

#include "domain/event/event.h"
#include "identity/handles.h"
#include "identity/secret.h"

namespace bongsu {

// Stricter than the RFC, so that every program gives one verdict and no key signs everything: besides S < L
// and a canonical R, false for a key whose y is not below 2^255 - 19, and for a key or an R of small order
// (with such a key one signature holds for many messages). Safe from any thread.
class Ed25519Verifier : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override;
};

// A private key. It knows its seed, so that it can be kept in a key file; both are wiped when it goes.
class Ed25519Key : public Signer {
  public:
    explicit Ed25519Key(const Seed& seed);
    static Ed25519Key generate(Randomness& randomness);

    PublicKey publicKey() const override { return m_publicKey; }
    // Deterministic. Safe from several threads.
    Signature sign(QByteArrayView message) const override;
    const Seed& seed() const { return m_seed; }

  private:
    Seed m_seed;
    PkeyHandle m_key;
    PublicKey m_publicKey;
};

} // namespace bongsu
