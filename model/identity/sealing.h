// AES-256-GCM for what lies at rest, and the key ring over a store's key.
#pragma once

#include "domain/base/sealer.h"
#include "identity/handles.h"
#include "identity/secret.h"

namespace bongsu {

// Sealed bytes: 12-byte random nonce | ciphertext, as long as the plain bytes | 16-byte tag. `bound` is the
// AAD.
class GcmSealer : public Sealer {
  public:
    static constexpr int nonceSize = 12;
    static constexpr int tagSize = 16;
    static constexpr int overhead = nonceSize + tagSize;

    // `randomness` gives the nonces and must outlive the sealer. One key seals at most 2^32 pieces.
    GcmSealer(const AesKey& key, Randomness& randomness);

    QByteArray seal(QByteArrayView plain, QByteArrayView bound) const override;
    std::optional<QByteArray> open(QByteArrayView sealed, QByteArrayView bound) const override;

  private:
    // The key is expanded once; each call only sets a nonce.
    CipherContextHandle m_sealing;
    CipherContextHandle m_opening;
    Randomness& m_randomness;
};

class GcmKeyRing : public KeyRing {
  public:
    GcmKeyRing(const AesKey& storeKey, Randomness& randomness);

    const Sealer& store() const override { return m_store; }
    QByteArray newKey() const override;
    // Null unless the key has 32 bytes.
    std::unique_ptr<Sealer> sealer(QByteArrayView key32) const override;

  private:
    Randomness& m_randomness;
    GcmSealer m_store;
};

} // namespace bongsu
