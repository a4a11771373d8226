#include "identity/derive.h"

#include "domain/base/hash.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace bongsu {

namespace {
constexpr int keyBytes = 32;
}

QByteArray derivedKey(QByteArray& secret, const char* purpose) {
    struct Release {
        void operator()(EVP_KDF* p) const { EVP_KDF_free(p); }
        void operator()(EVP_KDF_CTX* p) const { EVP_KDF_CTX_free(p); }
    };
    const std::unique_ptr<EVP_KDF, Release> kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Release> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    QByteArray info = domainTag(purpose);
    QByteArray digest("SHA256");
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, secret.data(), std::size_t(secret.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), std::size_t(info.size())),
        OSSL_PARAM_construct_end()};
    QByteArray result(keyBytes, Qt::Uninitialized);
    if (!context || EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char*>(result.data()),
                                   std::size_t(result.size()), params) != 1) {
        qFatal("OpenSSL has no HKDF.");
    }
    return result;
}

} // namespace bongsu
