// Asks each question about a signature once.
#pragma once

#include "domain/base/hash.h"
#include "identity/ed25519.h"

#include <set>

namespace bongsu {

// Remembers which key, message and signature held together; another of the three is another question.
class RememberingVerifier : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        const QByteArray question = sha256({key.view(), signature.view(), message});
        if (m_held.contains(question)) {
            return true;
        }
        const bool holds = m_verifier.verify(key, message, signature);
        if (holds) {
            m_held.insert(question);
        }
        return holds;
    }

  private:
    Ed25519Verifier m_verifier;
    mutable std::set<QByteArray> m_held;
};

} // namespace bongsu
