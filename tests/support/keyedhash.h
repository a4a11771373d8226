// Signatures for tests: as fast as a hash, and worth as much to whoever wants to forge them.
#pragma once

#include "domain/base/hash.h"
#include "domain/base/randomness.h"
#include "domain/event/event.h"

namespace bongsu {

inline Signature keyedHash(const PublicKey& key, QByteArrayView message) {
    return *Signature::tryFrom(sha256({key.view(), "first", message}) +
                               sha256({key.view(), "second", message}));
}

// Equal seeds are equal keys.
class KeyedHashSigner final : public Signer {
  public:
    explicit KeyedHashSigner(QByteArrayView seed) : m_key(*PublicKey::tryFrom(sha256({"key", seed}))) {}

    PublicKey publicKey() const override { return m_key; }
    Signature sign(QByteArrayView message) const override { return keyedHash(m_key, message); }

  private:
    PublicKey m_key;
};

class KeyedHashVerifier final : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        return signature == keyedHash(key, message);
    }
};

// The same bytes for the same seed, in the same order.
class SeededRandomness final : public Randomness {
  public:
    explicit SeededRandomness(QByteArrayView seed) : m_state(sha256({"random", seed})) {}

    QByteArray bytes(int count) override {
        QByteArray out;
        while (out.size() < count) {
            m_state = sha256({m_state});
            out += sha256({"out", m_state});
        }
        return out.first(count);
    }

  private:
    QByteArray m_state;
};

} // namespace bongsu
