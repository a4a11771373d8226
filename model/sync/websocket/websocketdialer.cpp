#include "websocket/websocketdialer.h"

#include "websocket/websocketlink.h"

#include "domain/base/limits.h"

#include <QNetworkProxy>
#include <QUrl>
#include <QWebSocket>

namespace bongsu {

namespace {

QUrl urlOf(const Address& address) {
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(address.host);
    url.setPort(address.port);
    url.setPath(QStringLiteral("/sync"));
    return url;
}

class WebSocketAttempt final : public QObject, public DialAttempt {
  public:
    WebSocketAttempt(Timers& timers, ExpectedPins pins, Done<Result<Dialed>> done)
        : m_timers(timers), m_pins(std::move(pins)), m_done(std::move(done)), m_alarm(timers),
          m_socket(new QWebSocket) {
        setFrameLimits(*m_socket);
        m_socket->setSslConfiguration(clientTls());
        m_socket->setProxy(QNetworkProxy::NoProxy);
        connect(m_socket.get(), &QWebSocket::sslErrors, this, &WebSocketAttempt::judge);
        connect(m_socket.get(), &QWebSocket::connected, this, &WebSocketAttempt::arrive);
        connect(m_socket.get(), QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
                &WebSocketAttempt::failSoon);
    }
    ~WebSocketAttempt() override {
        if (m_socket) {
            m_socket->disconnect(this);
            m_socket->abort();
        }
    }

    void open(const Address& address) {
        m_alarm.set(limits::connectTime, [this] { finish(fail(failure::linkLost, "no answer")); });
        m_socket->open(urlOf(address));
    }

  private:
    void judge(const QList<QSslError>& errors) {
        if (!goOnIfPinned(*m_socket, errors, m_pins)) {
            m_why = pinnedPeer(*m_socket, m_pins)
                        ? Failure{failure::linkLost, errors.first().errorString().toUtf8()}
                        : Failure{failure::wrongPin, describePeer(*m_socket)};
        }
    }

    void arrive() {
        const auto pin = pinnedPeer(*m_socket, m_pins);
        if (!pin) {
            finish(fail(failure::wrongPin, describePeer(*m_socket)));
            return;
        }
        m_socket->disconnect(this);
        const auto dates = datesOf(*m_socket);
        auto link = std::make_unique<WebSocketLink>(std::move(m_socket), m_timers);
        finish(Dialed{std::move(link), *pin, dates});
    }

    // A socket may fail while it is being opened: whoever dials is never called back from within.
    void failSoon() {
        if (!m_why) {
            m_why = Failure{failure::linkLost, m_socket->errorString().toUtf8()};
        }
        m_alarm.set(Millis(0), [this] { finish(tl::unexpected<Error>(*m_why)); });
    }

    void finish(Result<Dialed> result) {
        m_alarm.stop();
        if (m_socket) {
            m_socket->disconnect(this);
        }
        if (const auto done = std::exchange(m_done, nullptr)) {
            done(std::move(result)); // may end this attempt
        }
    }

    Timers& m_timers;
    const ExpectedPins m_pins;
    Done<Result<Dialed>> m_done;
    Alarm m_alarm;
    WebSocketPtr m_socket;
    std::optional<Failure> m_why;
};

} // namespace

std::unique_ptr<DialAttempt> WebSocketDialer::dial(const Address& address, Done<Result<Dialed>> done) {
    auto attempt = std::make_unique<WebSocketAttempt>(m_around.timers, m_pins, std::move(done));
    attempt->open(address);
    return attempt;
}

} // namespace bongsu
