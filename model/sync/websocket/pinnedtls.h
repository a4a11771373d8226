// Trust in a relay is the pin of its TLS key and nothing else: the only place where TLS errors are passed
// over.
#pragma once

#include "domain/base/certificate.h"
#include "domain/base/ids.h"
#include "domain/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <set>

class QWebSocket;

namespace bongsu {

using Pins = std::set<TlsPin>;
// Nothing: whichever key is shown. Only for the one question of an invite said aloud: its sealed answer names
// the pins, they are held against the key that was seen, and until then nothing else is said.
using ExpectedPins = std::optional<Pins>;

// SHA-256 of the certificate's SubjectPublicKeyInfo.
TlsPin pinOf(const QSslCertificate& certificate);

// TLS 1.3 and nobody to vouch: with an empty list no inspecting proxy's authority is trusted either.
QSslConfiguration clientTls();
// To be called from sslErrors: lets `socket` go on if its peer's key is one of the pins and nothing is wrong
// but that the certificate is self-signed, for another name, or out of date. Returns whether it did.
bool goOnIfPinned(QWebSocket& socket, const QList<QSslError>& errors, const ExpectedPins& pins);

// To be called from connected, before the first byte: where an authority vouched there were no errors to ask
// about.
std::optional<TlsPin> pinnedPeer(const QWebSocket& socket, const ExpectedPins& pins);

// Of the certificate that the peer has shown. Nothing if it has none that can be read.
std::optional<CertificateDates> datesOf(const QWebSocket& socket);

// Who came instead: subject, issuer and pin of the peer's certificate, for people.
QByteArray describePeer(const QWebSocket& socket);

} // namespace bongsu
