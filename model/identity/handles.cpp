#include "identity/handles.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace bongsu {

void HandleRelease::operator()(bignum_st* p) const {
    BN_free(p);
}
void HandleRelease::operator()(bio_st* p) const {
    BIO_free_all(p);
}
void HandleRelease::operator()(evp_cipher_ctx_st* p) const {
    EVP_CIPHER_CTX_free(p);
}
void HandleRelease::operator()(evp_cipher_st* p) const {
    EVP_CIPHER_free(p);
}
void HandleRelease::operator()(evp_md_ctx_st* p) const {
    EVP_MD_CTX_free(p);
}
void HandleRelease::operator()(evp_pkey_st* p) const {
    EVP_PKEY_free(p);
}
void HandleRelease::operator()(ssl_ctx_st* p) const {
    SSL_CTX_free(p);
}
void HandleRelease::operator()(ssl_st* p) const {
    SSL_free(p);
}
void HandleRelease::operator()(X509_extension_st* p) const {
    X509_EXTENSION_free(p);
}
void HandleRelease::operator()(x509_st* p) const {
    X509_free(p);
}

} // namespace bongsu
