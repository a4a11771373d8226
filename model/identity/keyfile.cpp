#include "identity/keyfile.h"

#include "domain/base/cbor.h"
#include "identity/secretfile.h"

namespace bongsu {

namespace {

constexpr SecretFileKind keyFile{"BONGSUK1"};

enum Key : quint64 { Store = 1, Device, Relay, Tls, NextTls, Sealing };

QByteArrayView viewOf(const QByteArray& pem) {
    return pem;
}
template <class Tag>
QByteArrayView viewOf(const Secret<Tag>& secret) {
    return secret.view();
}

QByteArray encoded(const HomeKeys& keys) {
    CborWriter out;
    quint64 pairs = 1;
    for (const bool there :
         {keys.deviceSeed.has_value(), keys.relaySeed.has_value(), keys.tlsKeyPem.has_value(),
          keys.nextTlsKeyPem.has_value(), keys.sealingSecret.has_value()}) {
        pairs += there ? 1 : 0;
    }
    const auto add = [&out](Key key, const auto& value) {
        if (value) {
            out.unsignedInteger(key).bytes(viewOf(*value));
        }
    };
    out.map(pairs).unsignedInteger(Store).bytes(keys.storeKey.view());
    add(Device, keys.deviceSeed);
    add(Relay, keys.relaySeed);
    add(Tls, keys.tlsKeyPem);
    add(NextTls, keys.nextTlsKeyPem);
    add(Sealing, keys.sealingSecret);
    return out.take();
}

template <class SecretType>
std::optional<SecretType> readSecret(CborReader& in) {
    auto secret = SecretType::tryFrom(in.bytesView());
    if (!secret) {
        in.setFault();
    }
    return secret;
}

// Into `keys` the value of `key`; false for a key this program does not know.
bool readValue(quint64 key, CborReader& in, HomeKeys& keys) {
    switch (key) {
    case Device:
        keys.deviceSeed = readSecret<Seed>(in);
        return true;
    case Relay:
        keys.relaySeed = readSecret<Seed>(in);
        return true;
    case Tls:
        keys.tlsKeyPem = in.bytes();
        return true;
    case NextTls:
        keys.nextTlsKeyPem = in.bytes();
        return true;
    case Sealing:
        keys.sealingSecret = readSecret<SealingSecret>(in);
        return true;
    default:
        return false;
    }
}

Result<HomeKeys> decoded(QByteArrayView body) {
    CborReader in(body);
    quint64 left = in.map();
    const auto storeKey = in.unsignedInteger() == Store ? readSecret<AesKey>(in) : std::nullopt;
    if (!storeKey || left == 0) {
        return fail(failure::keyUnusable, keyfault::damaged);
    }
    HomeKeys keys{*storeKey};
    quint64 previous = Store;
    while (--left > 0 && in.ok()) {
        const quint64 key = in.unsignedInteger();
        if (key <= previous) {
            in.setFault();
        } else if (!readValue(key, in, keys)) {
            return fail(failure::keyUnusable, keyfault::newer);
        }
        previous = key;
    }
    return in.finished() ? Result<HomeKeys>(std::move(keys)) : fail(failure::keyUnusable, keyfault::damaged);
}

} // namespace

Result<std::monostate> createKeyFile(const QString& path, const HomeKeys& keys) {
    QByteArray body = encoded(keys);
    auto result = createSecretFile(path, keyFile, body);
    wipe(body);
    return result;
}

Result<std::monostate> replaceKeyFile(const QString& path, const HomeKeys& keys) {
    QByteArray body = encoded(keys);
    auto result = replaceSecretFile(path, keyFile, body);
    wipe(body);
    return result;
}

Result<HomeKeys> loadKeyFile(const QString& path) {
    auto contents = readSecretFile(path, keyFile);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    auto keys = decoded(contents->body);
    wipe(contents->body);
    return keys;
}

QByteArray toKeyBytes(const HomeKeys& keys) {
    QByteArray body = encoded(keys);
    QByteArray bytes = toSecretBytes(keyFile, body);
    wipe(body);
    return bytes;
}

Result<HomeKeys> keysFrom(QByteArrayView bytes) {
    auto body = bodyOfSecret(bytes, keyFile);
    if (!body) {
        return errorOf(body);
    }
    auto keys = decoded(*body);
    wipe(*body);
    return keys;
}

} // namespace bongsu
