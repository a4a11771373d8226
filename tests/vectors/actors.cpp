#include "vectors/actors.h"

#include "domain/base/hash.h"

namespace bongsu::vectors {

QByteArray bytesOf(const QByteArray& name) {
    return taggedHash("vector", {name});
}

Ed25519Key keyOf(const QByteArray& name) {
    return Ed25519Key(*Seed::tryFrom(bytesOf(name)));
}

DeviceId deviceOf(const QByteArray& name) {
    return deviceIdOf(keyOf(name).publicKey());
}

QByteArray CountedRandomness::bytes(int count) {
    QByteArray all;
    while (all.size() < count) {
        all += bytesOf(m_name + QByteArray::number(++m_count));
    }
    return all.first(count);
}

} // namespace bongsu::vectors
