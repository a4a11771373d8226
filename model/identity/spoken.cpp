#include "identity/spoken.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "domain/event/fields.h"
#include "identity/derive.h"
#include "identity/ed25519.h"
#include "identity/sealing.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace bongsu {

namespace {

// Frozen with the protocol: other costs would be other words.
constexpr quint64 scryptN = quint64(1) << 17;
constexpr quint64 scryptR = 8;
constexpr quint64 scryptP = 1;
constexpr quint64 scryptMemory = 256 * 1024 * 1024; // 128 MiB and what surrounds them

constexpr int secretBytes = 32;

struct RestBody {
    OrgId org = OrgId::zeros();
    std::vector<TlsPin> pins{};
    std::vector<QString> addresses{};
    std::optional<DeviceId> relay{};
    static constexpr auto fields() {
        return std::tuple{field(1, &RestBody::org), field(2, &RestBody::pins), field(3, &RestBody::addresses),
                          field(4, &RestBody::relay)};
    }
};

unsigned char* out(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray stretched(const SpokenCode& code) {
    const QByteArray salt = domainTag("spoken");
    QByteArray key(secretBytes, Qt::Uninitialized);
    const auto* words = reinterpret_cast<const char*>(code.words.data());
    if (EVP_PBE_scrypt(words, code.words.size(), reinterpret_cast<const unsigned char*>(salt.constData()),
                       std::size_t(salt.size()), scryptN, scryptR, scryptP, scryptMemory, out(key),
                       std::size_t(key.size())) != 1) {
        qFatal("OpenSSL cannot stretch words.");
    }
    return key;
}

template <class SecretType>
SecretType secretFrom(QByteArray& key, const char* purpose) {
    QByteArray raw = derivedKey(key, purpose);
    const auto secret = SecretType::tryFrom(raw);
    wipe(raw);
    return *secret;
}

QByteArray boundTo(const SpokenSecrets& secrets) {
    return domainTag("spoken-rest") + Ed25519Key(secrets.seed).publicKey().toBytes();
}

// Only for opening: nothing is sealed with it.
class NoRandomness : public Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, '\0'); }
};

std::optional<std::vector<Address>> addressesIn(const std::vector<QString>& texts) {
    std::vector<Address> addresses;
    for (const QString& text : texts) {
        const auto address = addressFromText(text);
        if (!address) {
            return std::nullopt;
        }
        addresses.push_back(*address);
    }
    const bool sound = !addresses.empty() && addresses.size() <= std::size_t(limits::inviteAddresses);
    return sound ? std::optional(addresses) : std::nullopt;
}

} // namespace

SpokenSecrets secretsOf(const SpokenCode& code) {
    QByteArray key = stretched(code);
    SpokenSecrets secrets{secretFrom<Seed>(key, "spoken-seed"), secretFrom<AesKey>(key, "spoken-key")};
    wipe(key);
    return secrets;
}

Result<QByteArray> sealRest(const InviteRest& rest, const SpokenSecrets& secrets, Randomness& randomness) {
    RestBody body{rest.org, rest.pins, {}, rest.relay};
    for (const Address& address : rest.addresses) {
        body.addresses.push_back(toText(address));
    }
    const QByteArray sealed = GcmSealer(secrets.restKey, randomness).seal(encodeBody(body), boundTo(secrets));
    return sealed.size() <= limits::spokenRestBytes ? Result<QByteArray>(sealed)
                                                    : refuse(refusal::tooLarge, "invite");
}

Result<Invite> openRest(QByteArrayView sealed, const SpokenSecrets& secrets, const Address& asked,
                        const TlsPin& seen) {
    NoRandomness none;
    const auto plain = GcmSealer(secrets.restKey, none).open(sealed, boundTo(secrets));
    const auto body = plain ? decodeBody<RestBody>(*plain) : std::nullopt;
    auto addresses = body ? addressesIn(body->addresses) : std::nullopt;
    if (!addresses || body->pins.empty() || body->pins.size() > 2) {
        return refuse(refusal::malformed, invitefault::damaged);
    }
    if (std::find(body->pins.begin(), body->pins.end(), seen) == body->pins.end()) {
        return fail(failure::wrongPin, "pin " + seen.toHex().toUtf8());
    }
    // What was said works: it comes first, and once.
    std::erase(*addresses, asked);
    addresses->insert(addresses->begin(), asked);
    if (addresses->size() > std::size_t(limits::inviteAddresses)) {
        addresses->pop_back();
    }
    return Invite{body->org, body->pins, std::move(*addresses), secrets.seed, body->relay};
}

} // namespace bongsu
