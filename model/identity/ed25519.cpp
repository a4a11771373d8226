#include "identity/ed25519.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>

namespace bongsu {

namespace {

using Bytes32 = std::array<quint8, 32>;

const unsigned char* raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// A point's encoding without the sign of x: y, little-endian.
Bytes32 yOf(QByteArrayView point) {
    Bytes32 y;
    std::copy(point.begin(), point.end(), y.begin());
    y[31] &= 0x7f;
    return y;
}

// Whether y < 2^255 - 19 = 0x7fff…ffed.
bool isCanonical(const Bytes32& y) {
    const bool restIsFull =
        y[31] == 0x7f && std::all_of(y.begin() + 1, y.end() - 1, [](quint8 b) { return b == 0xff; });
    return !restIsFull || y[0] < 0xed;
}

// The y of the eight points whose order divides 8: of order 4, of order 1, twice of order 8, of order 2.
constexpr std::array<Bytes32, 5> smallOrderYs{{
    {0x00},
    {0x01},
    {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
     0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05},
    {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
     0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
}};

// An encoding that a sound key or R can have. Whether it is on the curve is left to OpenSSL.
bool isAcceptable(QByteArrayView point) {
    const Bytes32 y = yOf(point);
    return isCanonical(y) && std::find(smallOrderYs.begin(), smallOrderYs.end(), y) == smallOrderYs.end();
}

} // namespace

bool Ed25519Verifier::verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const {
    if (!isAcceptable(key.view()) || !isAcceptable(signature.view().first(32))) {
        return false;
    }
    const PkeyHandle pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(key.view()),
                                                      std::size_t(PublicKey::size)));
    const DigestContextHandle context(EVP_MD_CTX_new());
    const bool valid = pkey && context &&
                       EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
                       EVP_DigestVerify(context.get(), raw(signature.view()), std::size_t(Signature::size),
                                        raw(message), std::size_t(message.size())) == 1;
    if (!valid) {
        ERR_clear_error(); // or the next TLS operation on this thread would report it as its own
    }
    return valid;
}

Ed25519Key::Ed25519Key(const Seed& seed)
    : m_seed(seed),
      m_key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed.view()), Seed::size)),
      m_publicKey(PublicKey::zeros()) {
    QByteArray key(PublicKey::size, '\0');
    std::size_t size = PublicKey::size;
    // Every 32 bytes are a private key: only a lack of memory can fail here.
    if (!m_key ||
        EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char*>(key.data()), &size) != 1) {
        qFatal("OpenSSL cannot make an Ed25519 key.");
    }
    m_publicKey = *PublicKey::tryFrom(key);
}

Ed25519Key Ed25519Key::generate(Randomness& randomness) {
    return Ed25519Key(Seed::random(randomness));
}

Signature Ed25519Key::sign(QByteArrayView message) const {
    const DigestContextHandle context(EVP_MD_CTX_new());
    QByteArray signature(Signature::size, '\0');
    std::size_t size = Signature::size;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, raw(message),
                       std::size_t(message.size())) != 1) {
        qFatal("OpenSSL cannot sign.");
    }
    return *Signature::tryFrom(signature);
}

} // namespace bongsu
