// The secrets of a home, a desktop's or a relay's, and the one file that holds them. It lies outside the data
// folder.
#pragma once

#include "domain/base/result.h"
#include "identity/secret.h"

#include <QString>

namespace bongsu {

// PEM texts are not wiped: Qt and OpenSSL copy them anyway.
struct HomeKeys {
    AesKey storeKey;                       // seals what lies at rest
    std::optional<Seed> deviceSeed{};      // a desktop's; absent until it joins
    std::optional<Seed> relaySeed{};       // a relay's signing key: H of its public half is relayDeviceId
    std::optional<QByteArray> tlsKeyPem{}; // P-256
    std::optional<QByteArray>
        nextTlsKeyPem{}; // its pin is known from the first day, it is used after a change
    std::optional<SealingSecret> sealingSecret{}; // X25519

    static HomeKeys withNewStoreKey(Randomness& randomness) { return {AesKey::random(randomness)}; }

    friend bool operator==(const HomeKeys&, const HomeKeys&) = default;
};

// File: secretfile.h's layout with the magic "BONGSUK1" and as body a canonical CBOR map
//   {1: store key bstr32, 2: device seed bstr32, 3: relay signing seed bstr32, 4: TLS key bstr (PEM),
//    5: next TLS key bstr (PEM), 6: X25519 private key bstr32}, of which only 1 must be there.
// An unknown key means a newer program: it is refused, because to write the file again would lose what it
// says.

// Failures as of secretfile.h: key.unusable (a file is there already), disk, disk.full.
Result<std::monostate> createKeyFile(const QString& path, const HomeKeys& keys);
// In the place of what is there, whole or not at all: a device has joined, the TLS key was changed.
Result<std::monostate> replaceKeyFile(const QString& path, const HomeKeys& keys);
// Failure key.unusable: missing, readable by others, cut off, altered, of another kind, of a newer program.
Result<HomeKeys> loadKeyFile(const QString& path);

// The bytes of such a file, for a store that is none. The caller's to wipe.
QByteArray toKeyBytes(const HomeKeys& keys);
// Failure key.unusable: foreign, newer, truncated, damaged.
Result<HomeKeys> keysFrom(QByteArrayView bytes);

} // namespace bongsu
