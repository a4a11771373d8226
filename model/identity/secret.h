// 32 bytes that nobody else may know: never printed, compared in constant time, wiped when they go.
#pragma once

#include "domain/base/randomness.h"

#include <QByteArrayView>

#include <array>
#include <cstring>
#include <optional>

namespace bongsu {

// Overwrites so that no optimiser leaves it out.
void wipe(void* data, std::size_t size);
// Only for bytes that nobody shares: a shared array would be copied first and the copy wiped.
void wipe(QByteArray& bytes);
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

// `Tag` keeps a signing seed from ever being used as a sealing key.
template <class Tag>
class Secret {
  public:
    static constexpr int size = 32;

    // Exactly 32 bytes, else nothing. The bytes given stay the caller's to wipe.
    static std::optional<Secret> tryFrom(QByteArrayView raw) {
        if (raw.size() != size) {
            return std::nullopt;
        }
        Secret secret;
        std::memcpy(secret.m_raw.data(), raw.data(), size);
        return secret;
    }
    static Secret random(Randomness& randomness) {
        QByteArray raw = randomness.bytes(size);
        const auto secret = tryFrom(raw);
        wipe(raw);
        return *secret;
    }
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret() { wipe(m_raw.data(), m_raw.size()); }

    QByteArrayView view() const { return {m_raw.data(), size}; }

    friend bool operator==(const Secret& a, const Secret& b) {
        return equalInConstantTime(a.view(), b.view());
    }

  private:
    Secret() = default;

    std::array<char, size> m_raw;
};

using Seed = Secret<struct SeedTag>;     // an Ed25519 private key: a device's, a relay's, an invite's
using AesKey = Secret<struct AesKeyTag>; // AES-256: a store's, an incident's
using SealingSecret = Secret<struct SealingSecretTag>; // an X25519 private key

} // namespace bongsu
