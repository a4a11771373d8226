// OpenSSL's objects with an owner, named here so that no header of this layer needs OpenSSL's own.
#pragma once

#include <memory>

struct bignum_st;
struct bio_st;
struct evp_cipher_ctx_st;
struct evp_cipher_st;
struct evp_md_ctx_st;
struct evp_pkey_st;
struct ssl_ctx_st;
struct ssl_st;
struct X509_extension_st;
struct x509_st;

namespace bongsu {

struct HandleRelease {
    void operator()(bignum_st* p) const;
    void operator()(bio_st* p) const;
    void operator()(evp_cipher_ctx_st* p) const; // wipes the key in it
    void operator()(evp_cipher_st* p) const;
    void operator()(evp_md_ctx_st* p) const;
    void operator()(evp_pkey_st* p) const; // wipes the key in it
    void operator()(ssl_ctx_st* p) const;
    void operator()(ssl_st* p) const; // says nothing to the peer
    void operator()(X509_extension_st* p) const;
    void operator()(x509_st* p) const;
};

template <class T>
using Handle = std::unique_ptr<T, HandleRelease>;

using BigNumberHandle = Handle<bignum_st>;
using BioHandle = Handle<bio_st>;
using CipherContextHandle = Handle<evp_cipher_ctx_st>;
using CipherHandle = Handle<evp_cipher_st>;
using DigestContextHandle = Handle<evp_md_ctx_st>;
using PkeyHandle = Handle<evp_pkey_st>;
using TlsContextHandle = Handle<ssl_ctx_st>;
using TlsHandle = Handle<ssl_st>;
using X509ExtensionHandle = Handle<X509_extension_st>;
using X509Handle = Handle<x509_st>;

} // namespace bongsu
