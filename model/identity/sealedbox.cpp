#include "identity/sealedbox.h"

#include "domain/base/hash.h"
#include "domain/event/fields.h"
#include "identity/derive.h"
#include "identity/sealing.h"
#include "identity/tlsidentity.h"

#include <openssl/evp.h>

namespace bongsu {

namespace {

constexpr int keyBytes = SealingKey::size;

struct NamedSecret {
    QString name{};
    QByteArray value{};
    static constexpr auto fields() {
        return std::tuple{field(1, &NamedSecret::name), field(2, &NamedSecret::value)};
    }
};

struct SecretsBody {
    std::vector<NamedSecret> secrets{};
    QString destination{};
    static constexpr auto fields() {
        return std::tuple{field(1, &SecretsBody::secrets), field(2, &SecretsBody::destination)};
    }
};

const unsigned char* raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// Nothing for a key whose secret with anybody is known to everybody (RFC 7748, 6.1).
std::optional<QByteArray> sharedSecret(QByteArrayView own, QByteArrayView theirs) {
    const PkeyHandle secret(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, raw(own), keyBytes));
    const PkeyHandle peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, raw(theirs), keyBytes));
    struct Release {
        void operator()(EVP_PKEY_CTX* p) const { EVP_PKEY_CTX_free(p); }
    };
    const std::unique_ptr<EVP_PKEY_CTX, Release> context(secret ? EVP_PKEY_CTX_new(secret.get(), nullptr)
                                                                : nullptr);
    QByteArray shared(keyBytes, Qt::Uninitialized);
    std::size_t size = std::size_t(shared.size());
    const bool agreed =
        context && peer && EVP_PKEY_derive_init(context.get()) == 1 &&
        EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1 &&
        EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(shared.data()), &size) == 1;
    return agreed ? std::optional(shared) : std::nullopt;
}

std::optional<AesKey> keyOf(QByteArrayView own, QByteArrayView theirs, QByteArrayView ephemeral,
                            QByteArrayView recipient) {
    auto shared = sharedSecret(own, theirs);
    if (!shared) {
        return std::nullopt;
    }
    QByteArray material = *shared + ephemeral.toByteArray() + recipient.toByteArray();
    QByteArray derived = derivedKey(material, "sealed-key");
    const auto key = AesKey::tryFrom(derived);
    wipe(*shared);
    wipe(material);
    wipe(derived);
    return key;
}

// Only for opening: nothing is sealed with it.
class NoRandomness : public Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, '\0'); }
};

} // namespace

std::optional<QByteArray> sealTo(const SealingKey& recipient, QByteArrayView plain, QByteArrayView bound,
                                 Randomness& randomness) {
    const auto own = SealingSecret::random(randomness);
    const SealingKey ephemeral = sealingKeyOf(own);
    const auto key = keyOf(own.view(), recipient.view(), ephemeral.view(), recipient.view());
    return key ? std::optional(ephemeral.toBytes() + GcmSealer(*key, randomness).seal(plain, bound))
               : std::nullopt;
}

std::optional<QByteArray> openSealed(const SealingSecret& secret, QByteArrayView sealed,
                                     QByteArrayView bound) {
    if (sealed.size() < keyBytes + GcmSealer::overhead) {
        return std::nullopt;
    }
    const QByteArrayView ephemeral = sealed.first(keyBytes);
    const auto key = keyOf(secret.view(), ephemeral, ephemeral, sealingKeyOf(secret).view());
    NoRandomness none;
    return key ? GcmSealer(*key, none).open(sealed.sliced(keyBytes), bound) : std::nullopt;
}

QByteArray boundSecret(const OrgId& org, const DeviceId& relay, const QString& channel) {
    return domainTag("secret") + org.toBytes() + relay.toBytes() + channel.toUtf8();
}

QByteArray encodeSecrets(const ChannelSecrets& secrets) {
    SecretsBody body;
    for (const auto& [name, value] : secrets.values) {
        body.secrets.push_back({name, value});
    }
    body.destination = secrets.destination;
    QByteArray bytes = encodeBody(body);
    for (NamedSecret& one : body.secrets) {
        wipe(one.value);
    }
    return bytes;
}

std::optional<ChannelSecrets> decodeSecrets(QByteArrayView bytes) {
    auto body = decodeBody<SecretsBody>(bytes);
    if (!body) {
        return std::nullopt;
    }
    ChannelSecrets secrets;
    for (NamedSecret& one : body->secrets) {
        secrets.values.insert_or_assign(one.name, std::move(one.value));
    }
    secrets.destination = std::move(body->destination);
    return secrets;
}

} // namespace bongsu
