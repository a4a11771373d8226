#include "identity/secret.h"

#include <openssl/crypto.h>

namespace bongsu {

void wipe(void* data, std::size_t size) {
    OPENSSL_cleanse(data, size);
}

void wipe(QByteArray& bytes) {
    OPENSSL_cleanse(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), std::size_t(a.size())) == 0;
}

} // namespace bongsu
