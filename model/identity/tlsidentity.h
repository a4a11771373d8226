// A relay's TLS key with its self-signed certificate, the pin that desktops trust, and its sealing key.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"
#include "domain/base/result.h"
#include "identity/secret.h"

#include <QStringList>

namespace bongsu {

// A new P-256 private key, PKCS#8 in PEM: what QSslKey(pem, QSsl::Ec) takes. (Qt 6.4 loads no Ed25519 key.)
QByteArray newTlsKey();

// SHA-256 of the SubjectPublicKeyInfo in DER. Nothing if the key or certificate cannot be read.
std::optional<TlsPin> pinOfTlsKey(QByteArrayView keyPem);
std::optional<TlsPin> pinOfCertificate(QByteArrayView der);

struct TlsCertificate {
    QByteArray pem;
    QByteArray der;
    TlsPin pin;
    Moment notAfter; // whole seconds
};

inline constexpr auto tlsValidity = std::chrono::days(3653);

// CN "bongsu relay", signed by itself, for `names` (host names and IP addresses; may be empty: nobody checks
// them, the pin decides). Made anew from the same key it has the same pin, so it need not be kept. Failure
// key.unusable: not a P-256 key. Refusal value.out_of_range: a name that is none.
Result<TlsCertificate> selfSignedCertificate(QByteArrayView keyPem, const QStringList& names,
                                             Moment notBefore, std::chrono::days validFor = tlsValidity);

// X25519: what is meant for a relay only will be sealed to it.
SealingKey sealingKeyOf(const SealingSecret& secret);

} // namespace bongsu
