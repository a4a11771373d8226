#include "identity/tlsidentity.h"

#include "domain/base/address.h"
#include "domain/base/hash.h"
#include "identity/handles.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace bongsu {

namespace {

// PEM or DER that `write` puts into a memory BIO; the BIO wipes what it held.
template <class Write>
std::optional<QByteArray> written(const Write& write) {
    const BioHandle bio(BIO_new(BIO_s_secmem()));
    if (!bio || write(bio.get()) != 1) {
        return std::nullopt;
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

PkeyHandle privateKeyFrom(QByteArrayView pem) {
    const BioHandle bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    // A password callback that gives none: OpenSSL's own would ask on the terminal.
    const auto noPassword = [](char*, int, int, void*) { return 0; };
    PkeyHandle key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr) : nullptr);
    ERR_clear_error();
    return key;
}

bool isP256(const evp_pkey_st* key) {
    std::array<char, 32> group{};
    std::size_t size = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
           QByteArrayView(group.data(), qsizetype(size)) == QByteArrayView(SN_X9_62_prime256v1);
}

std::optional<TlsPin> pinOf(evp_pkey_st* key) {
    const auto spki = written([key](bio_st* bio) { return i2d_PUBKEY_bio(bio, key); });
    return spki ? TlsPin::tryFrom(sha256({*spki})) : std::nullopt;
}

// "DNS:a,IP:b" in OpenSSL's notation; nothing if one is no host. hostFromText() lets nothing pass that means
// anything to that notation.
std::optional<QByteArray> subjectAltNames(const QStringList& names) {
    QByteArrayList all;
    for (const QString& name : names) {
        const auto host = hostFromText(name);
        if (!host) {
            return std::nullopt;
        }
        const bool isIp = host->contains(u':') || host->back().isDigit();
        all += (isIp ? "IP:" : "DNS:") + host->toLatin1();
    }
    return all.join(',');
}

bool addExtension(x509_st* certificate, int nid, const QByteArray& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const X509ExtensionHandle extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// 16 random bytes, positive, as RFC 5280 wants them.
bool setSerial(x509_st* certificate) {
    const BigNumberHandle serial(BN_new());
    return serial && BN_rand(serial.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setTime(ASN1_TIME* field, Moment at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    constexpr auto lastOfYear9999 =
        253402300799; // more has no form in a certificate; OpenSSL would write one
    return seconds <= lastOfYear9999 && ASN1_TIME_set(field, std::time_t(seconds)) != nullptr;
}

bool describe(x509_st* certificate, evp_pkey_st* key, Moment notBefore, Moment notAfter) {
    static constexpr unsigned char commonName[] = "bongsu relay";
    X509_NAME* name = X509_get_subject_name(certificate);
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) &&
           X509_set_pubkey(certificate, key) == 1 && setTime(X509_getm_notBefore(certificate), notBefore) &&
           setTime(X509_getm_notAfter(certificate), notAfter) &&
           X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, commonName, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

// No key usage: with one that lacks keyCertSign OpenSSL, and so Qt, would not call it self-signed.
bool extend(x509_st* certificate, const QByteArray& altNames) {
    return addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           (altNames.isEmpty() || addExtension(certificate, NID_subject_alt_name, altNames));
}

} // namespace

QByteArray newTlsKey() {
    const PkeyHandle key(EVP_EC_gen(SN_X9_62_prime256v1));
    const auto pem = written([&key](bio_st* bio) {
        return key ? PEM_write_bio_PKCS8PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr) : 0;
    });
    if (!pem) {
        qFatal("OpenSSL cannot make a P-256 key.");
    }
    return *pem;
}

std::optional<TlsPin> pinOfTlsKey(QByteArrayView keyPem) {
    const PkeyHandle key = privateKeyFrom(keyPem);
    return key ? pinOf(key.get()) : std::nullopt;
}

std::optional<TlsPin> pinOfCertificate(QByteArrayView der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = at + der.size();
    const X509Handle certificate(d2i_X509(nullptr, &at, long(der.size())));
    ERR_clear_error();
    if (!certificate || at != end) {
        return std::nullopt;
    }
    // As it stands in the certificate, whatever OpenSSL would make of the key in it.
    unsigned char* spki = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &spki);
    const auto pin = TlsPin::tryFrom(sha256({QByteArrayView(spki, qsizetype(size))}));
    OPENSSL_free(spki);
    return pin;
}

Result<TlsCertificate> selfSignedCertificate(QByteArrayView keyPem, const QStringList& names,
                                             Moment notBefore, std::chrono::days validFor) {
    const PkeyHandle key = privateKeyFrom(keyPem);
    if (!key || !isP256(key.get())) {
        return fail(failure::keyUnusable, keyfault::notP256);
    }
    const auto altNames = subjectAltNames(names);
    if (!altNames) {
        return refuse(refusal::outOfRange, "name");
    }
    const Moment notAfter = std::chrono::floor<std::chrono::seconds>(notBefore + validFor);
    const X509Handle certificate(X509_new());
    if (!certificate || !describe(certificate.get(), key.get(), notBefore, notAfter) ||
        !extend(certificate.get(), *altNames) || X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) {
        ERR_clear_error();
        return refuse(refusal::outOfRange, "certificate");
    }
    const auto pem = written([&](bio_st* bio) { return PEM_write_bio_X509(bio, certificate.get()); });
    const auto der = written([&](bio_st* bio) { return i2d_X509_bio(bio, certificate.get()); });
    const auto pin = pinOf(key.get());
    if (!pem || !der || !pin) {
        qFatal("OpenSSL cannot write a certificate it has just made.");
    }
    return TlsCertificate{*pem, *der, *pin, notAfter};
}

SealingKey sealingKeyOf(const SealingSecret& secret) {
    const auto* raw = reinterpret_cast<const unsigned char*>(secret.view().data());
    const PkeyHandle key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, raw, SealingSecret::size));
    std::array<unsigned char, SealingKey::size> out;
    std::size_t size = out.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) != 1) {
        qFatal("OpenSSL cannot make an X25519 key.");
    }
    return *SealingKey::tryFrom(QByteArrayView(out.data(), qsizetype(out.size())));
}

} // namespace bongsu
