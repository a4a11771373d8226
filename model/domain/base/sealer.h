// Authenticated encryption of what lies at rest. identity/ implements it with AES-256-GCM;
// storage only uses it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace bongsu {

// One key. Safe to use from any one thread at a time.
class Sealer {
  public:
    virtual ~Sealer() = default;
    // Random nonce | ciphertext | tag. `bound` is authenticated and not stored:
    // the same must be given to open().
    virtual QByteArray seal(QByteArrayView plain, QByteArrayView bound) const = 0;
    // Nothing if the bytes were altered, belong elsewhere or were sealed with another key.
    virtual std::optional<QByteArray> open(QByteArrayView sealed, QByteArrayView bound) const = 0;
};

// The store's own key, and sealers for keys that it wraps.
class KeyRing {
  public:
    virtual ~KeyRing() = default;
    virtual const Sealer& store() const = 0;
    virtual QByteArray newKey() const = 0; // 32 random bytes
    virtual std::unique_ptr<Sealer> sealer(QByteArrayView key32) const = 0;
};

} // namespace bongsu
