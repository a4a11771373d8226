// The people, relays and keys of the vectors. Everything about them follows from their names.
#pragma once

#include "domain/base/randomness.h"
#include "identity/ed25519.h"

namespace bongsu::vectors {

// H(T"vector" | name): 32 bytes that are the same for ever.
QByteArray bytesOf(const QByteArray& name);
Ed25519Key keyOf(const QByteArray& name);
DeviceId deviceOf(const QByteArray& name);

template <class FixedType>
FixedType fixedOf(const QByteArray& name) {
    return *FixedType::tryFrom(bytesOf(name));
}

// Salts and nonces in the order in which they are asked for.
class CountedRandomness : public Randomness {
  public:
    explicit CountedRandomness(QByteArray name) : m_name(std::move(name)) {}
    QByteArray bytes(int count) override;

  private:
    QByteArray m_name;
    int m_count = 0;
};

} // namespace bongsu::vectors
