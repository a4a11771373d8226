// The keys of a world: a keyed hash, which is quick, or Ed25519 as in the programs.
#pragma once

#include "support/keyedhash.h"

#include "identity/ed25519.h"

#include <memory>

namespace bongsu {

class WorldKeys {
  public:
    explicit WorldKeys(bool real) : m_real(real) {}

    // Equal names are equal keys.
    std::shared_ptr<const Signer> key(QByteArrayView name) const {
        if (m_real) {
            return std::make_shared<Ed25519Key>(*Seed::tryFrom(sha256({"seed", name})));
        }
        return std::make_shared<KeyedHashSigner>(name);
    }
    const Verifier& verifier() const {
        return m_real ? static_cast<const Verifier&>(m_ed25519) : static_cast<const Verifier&>(m_keyedHash);
    }

  private:
    bool m_real;
    Ed25519Verifier m_ed25519;
    KeyedHashVerifier m_keyedHash;
};

} // namespace bongsu
