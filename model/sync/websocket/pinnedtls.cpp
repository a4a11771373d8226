#include "websocket/pinnedtls.h"

#include "domain/base/hash.h"

#include <QDateTime>
#include <QSslKey>
#include <QWebSocket>

#include <algorithm>

namespace bongsu {

namespace {

bool isHarmlessWithPin(const QSslError& error) {
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::HostNameMismatch:
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return true;
    default:
        return false;
    }
}

QString joined(const QStringList& names) {
    return names.join(QStringLiteral(", "));
}

} // namespace

TlsPin pinOf(const QSslCertificate& certificate) {
    return *TlsPin::tryFrom(sha256({certificate.publicKey().toDer()}));
}

QSslConfiguration clientTls() {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

bool goOnIfPinned(QWebSocket& socket, const QList<QSslError>& errors, const ExpectedPins& pins) {
    if (!pinnedPeer(socket, pins) || !std::all_of(errors.begin(), errors.end(), isHarmlessWithPin)) {
        return false;
    }
    socket.ignoreSslErrors(errors);
    return true;
}

std::optional<TlsPin> pinnedPeer(const QWebSocket& socket, const ExpectedPins& pins) {
    const QSslCertificate certificate = socket.sslConfiguration().peerCertificate();
    if (certificate.isNull()) {
        return std::nullopt;
    }
    const TlsPin pin = pinOf(certificate);
    return !pins || pins->contains(pin) ? std::optional(pin) : std::nullopt;
}

std::optional<CertificateDates> datesOf(const QWebSocket& socket) {
    const QSslCertificate certificate = socket.sslConfiguration().peerCertificate();
    const QDateTime from = certificate.effectiveDate();
    const QDateTime until = certificate.expiryDate();
    const auto moment = [](const QDateTime& at) { return Moment(Millis(at.toMSecsSinceEpoch())); };
    return from.isValid() && until.isValid() ? std::optional(CertificateDates{moment(from), moment(until)})
                                             : std::nullopt;
}

QByteArray describePeer(const QWebSocket& socket) {
    const QSslCertificate certificate = socket.sslConfiguration().peerCertificate();
    const QString subject = joined(certificate.subjectInfo(QSslCertificate::CommonName));
    const QString issuer = joined(certificate.issuerInfo(QSslCertificate::CommonName));
    return QStringLiteral("subject \"%1\", issuer \"%2\", pin %3")
        .arg(subject.left(100), issuer.left(100), pinOf(certificate).toHex())
        .toUtf8();
}

} // namespace bongsu
