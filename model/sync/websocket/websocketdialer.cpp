#include "websocket/websocketdialer.h"

#include "domain/base/limits.h"
#include "websocket/websocketlink.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace bongsu {

namespace {

// What may be wrong with a certificate whose key is the right one.
bool isForgivable(const QSslError& error) {
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return true;
    default:
        return false;
    }
}

bool isOutOfDate(const QSslError& error) {
    return error.error() == QSslError::CertificateExpired ||
           error.error() == QSslError::CertificateNotYetValid;
}

QSslConfiguration pinnedTls() {
    QSslConfiguration tls;
    // Empty on purpose: with an inspecting proxy's root among them its certificate would be no error at all.
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

class Attempt : public QObject, public DialAttempt {
  public:
    Attempt(const Address& address, std::vector<TlsPin> pins, const Surroundings& around,
            Done<Result<Dialed>> done)
        : m_pins(std::move(pins)), m_done(std::move(done)), m_socket(new QWebSocket), m_due(around.timers) {
        m_socket->setParent(this);
        m_socket->setProxy(QNetworkProxy::NoProxy);
        m_socket->setSslConfiguration(pinnedTls());
        connect(m_socket, &QWebSocket::sslErrors, this, &Attempt::judge);
        connect(m_socket, &QWebSocket::connected, this, &Attempt::stands);
        connect(
            m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
            [this] { lost(m_socket->errorString().toUtf8()); }, Qt::QueuedConnection);
        connect(
            m_socket, &QWebSocket::disconnected, this, [this] { lost("closed"); }, Qt::QueuedConnection);
        m_due.set(limits::connectTime, [this] { lost("time"); });
        QUrl url;
        url.setScheme(QStringLiteral("wss"));
        url.setHost(address.host);
        url.setPort(address.port);
        m_socket->open(url);
    }
    ~Attempt() override {
        m_done = {};
        if (m_socket) {
            m_socket->disconnect(this);
        }
    }

  private:
    bool hasRightKey() const {
        const QSslCertificate certificate = m_socket->sslConfiguration().peerCertificate();
        return !certificate.isNull() &&
               std::find(m_pins.begin(), m_pins.end(), pinOf(certificate)) != m_pins.end();
    }

    // The only place where a TLS error is passed over.
    void judge(const QList<QSslError>& errors) {
        if (!hasRightKey()) {
            wrongKey();
            return;
        }
        m_outOfDate = std::any_of(errors.begin(), errors.end(), isOutOfDate);
        if (std::all_of(errors.begin(), errors.end(), isForgivable)) {
            m_socket->ignoreSslErrors(errors);
        }
    }

    // And again before the first byte: where nothing is wrong with a certificate, sslErrors never comes.
    void stands() {
        if (!hasRightKey()) {
            wrongKey();
            return;
        }
        const TlsPin pin = pinOf(m_socket->sslConfiguration().peerCertificate());
        m_socket->disconnect(this);
        m_due.stop();
        m_socket->setParent(nullptr);
        auto link = std::make_unique<WebSocketLink>(std::exchange(m_socket, nullptr));
        answer(Dialed{std::move(link), pin, m_outOfDate});
    }

    void wrongKey() {
        const QSslCertificate certificate = m_socket->sslConfiguration().peerCertificate();
        const QByteArray issuer = certificate.issuerDisplayName().toUtf8();
        m_socket->disconnect(this);
        m_socket->abort();
        m_due.stop();
        QMetaObject::invokeMethod(
            this, [this, issuer] { answer(fail(failure::wrongPin, issuer)); }, Qt::QueuedConnection);
    }

    void lost(const QByteArray& why) {
        if (m_socket) {
            m_socket->disconnect(this);
        }
        m_due.stop();
        answer(fail(failure::linkLost, why));
    }

    void answer(Result<Dialed> result) {
        // The attempt may be destroyed in the call.
        if (const auto done = std::exchange(m_done, {})) {
            done(std::move(result));
        }
    }

    std::vector<TlsPin> m_pins;
    Done<Result<Dialed>> m_done;
    QWebSocket* m_socket;
    Alarm m_due;
    bool m_outOfDate = false;
};

} // namespace

WebSocketDialer::WebSocketDialer(std::vector<TlsPin> pins, const Surroundings& around)
    : m_pins(std::move(pins)), m_around(around) {}

std::unique_ptr<DialAttempt> WebSocketDialer::dial(const Address& address, Done<Result<Dialed>> done) {
    return std::make_unique<Attempt>(address, m_pins, m_around, std::move(done));
}

} // namespace bongsu
