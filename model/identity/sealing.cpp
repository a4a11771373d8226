#include "identity/sealing.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <limits>

namespace bongsu {

namespace {

enum class Direction { Open = 0, Seal = 1 };

const unsigned char* in(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

CipherContextHandle contextFor(const AesKey& key, Direction direction) {
    CipherContextHandle context(EVP_CIPHER_CTX_new());
    // GCM's nonce is 12 bytes unless told otherwise.
    if (!context || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, in(key.view()), nullptr,
                                      int(direction)) != 1) {
        qFatal("OpenSSL has no AES-256-GCM.");
    }
    return context;
}

// A new message under the context's key, with its AAD.
bool begin(evp_cipher_ctx_st* context, QByteArrayView nonce, QByteArrayView bound) {
    int done = 0;
    return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, in(nonce), -1) == 1 &&
           (bound.isEmpty() || EVP_CipherUpdate(context, nullptr, &done, in(bound), int(bound.size())) == 1);
}

} // namespace

GcmSealer::GcmSealer(const AesKey& key, Randomness& randomness)
    : m_sealing(contextFor(key, Direction::Seal)), m_opening(contextFor(key, Direction::Open)),
      m_randomness(randomness) {}

QByteArray GcmSealer::seal(QByteArrayView plain, QByteArrayView bound) const {
    Q_ASSERT(plain.size() <= std::numeric_limits<int>::max() - overhead);
    QByteArray sealed = m_randomness.bytes(nonceSize);
    sealed.resize(overhead + plain.size());
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    int done = 0;
    int rest = 0;
    const bool ok =
        begin(m_sealing.get(), QByteArrayView(sealed).first(nonceSize), bound) &&
        EVP_CipherUpdate(m_sealing.get(), out + nonceSize, &done, in(plain), int(plain.size())) == 1 &&
        EVP_CipherFinal_ex(m_sealing.get(), out + nonceSize + done, &rest) == 1 &&
        EVP_CIPHER_CTX_ctrl(m_sealing.get(), EVP_CTRL_AEAD_GET_TAG, tagSize,
                            out + nonceSize + plain.size()) == 1;
    if (!ok) {
        qFatal("OpenSSL cannot seal.");
    }
    return sealed;
}

std::optional<QByteArray> GcmSealer::open(QByteArrayView sealed, QByteArrayView bound) const {
    if (sealed.size() < overhead || sealed.size() > std::numeric_limits<int>::max()) {
        return std::nullopt;
    }
    const QByteArrayView ciphertext = sealed.sliced(nonceSize, sealed.size() - overhead);
    std::array<char, tagSize> tag{};
    const QByteArrayView sealedTag = sealed.last(tagSize);
    std::copy(sealedTag.begin(), sealedTag.end(), tag.begin());
    QByteArray plain(ciphertext.size(), Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    int done = 0;
    int rest = 0;
    const bool ok =
        begin(m_opening.get(), sealed.first(nonceSize), bound) &&
        EVP_CipherUpdate(m_opening.get(), out, &done, in(ciphertext), int(ciphertext.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(m_opening.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_CipherFinal_ex(m_opening.get(), out + done, &rest) == 1;
    if (!ok) {
        wipe(plain); // unauthenticated: nobody may see it
        return std::nullopt;
    }
    return plain;
}

GcmKeyRing::GcmKeyRing(const AesKey& storeKey, Randomness& randomness)
    : m_randomness(randomness), m_store(storeKey, randomness) {}

QByteArray GcmKeyRing::newKey() const {
    return m_randomness.bytes(AesKey::size);
}

std::unique_ptr<Sealer> GcmKeyRing::sealer(QByteArrayView key32) const {
    const auto key = AesKey::tryFrom(key32);
    return key ? std::make_unique<GcmSealer>(*key, m_randomness) : nullptr;
}

} // namespace bongsu
