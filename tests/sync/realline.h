// A relay on loopback with real TLS, and callers of every kind: honest, silent, endless, in between.
#pragma once

#include "sync/fakedesktop.h"
#include "sync/fakerelay.h"
#include "sync/simulated.h"

#include "identity/tlsidentity.h"
#include "sync/connector.h"
#include "websocket/pinnedtls.h"
#include "websocket/qttime.h"
#include "websocket/relayserver.h"
#include "websocket/websocketdialer.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace bongsu::samples {

inline const OrgId lineOrg = numbered<OrgId>(3);
inline const LogId lineOrgLog = LogId::of(lineOrg);
inline const QString loopback = QStringLiteral("127.0.0.1");

enum class Dates { Good, Expired, NotYet, EndsSoon };

inline TlsKeys newTlsKeys(Dates dates = Dates::Good) {
    static const SystemClock clock;
    const auto day = std::chrono::hours(24);
    const Moment from = clock.now() + (dates == Dates::Expired  ? -30 * day
                                       : dates == Dates::NotYet ? 30 * day
                                                                : -day);
    const QByteArray key = newTlsKey();
    const auto certificate =
        selfSignedCertificate(key, {}, from, std::chrono::days(dates == Dates::Good ? 60 : 7));
    return {key, certificate->pem, certificate->pin};
}

// The relay's timers are the real ones, or those of a test that lets time pass.
class RealRelay {
  public:
    explicit RealRelay(const TlsKeys& tlsKeys = newTlsKeys(), SimulatedTime* simulated = nullptr)
        : keys(tlsKeys), around{clock, simulated ? static_cast<const MonotonicClock&>(*simulated) : steady,
                                simulated ? static_cast<Timers&>(*simulated) : timers, randomness},
          server(relay, relay.fanout, around, keys) {
        port = server.listen({loopback, 0}).value_or(0);
    }
    Address address() const { return {loopback, port}; }

    TlsKeys keys;
    SystemClock clock;
    SteadyClock steady;
    QtTimers timers;
    SeededRandomness randomness{7};
    Surroundings around;
    FakeRelay relay{lineOrg};
    RelayServer server;
    quint16 port = 0;
};

// A desktop that keeps connected over real lines.
class RealDesktop final : public ConnectorWatcher {
  public:
    RealDesktop(int number, const Address& address, const std::vector<TlsPin>& pins)
        : desktop(number, lineOrg), randomness(quint32(number)), around{clock, steady, timers, randomness},
          dialer(pins, around), connector(dialer, desktop, *this, around, {}, {address}) {
        desktop.session = [this] { return connector.session(); };
    }
    void addressFailed(const Address&, const Error& why) override { failures.push_back(why); }
    void noRelayAnswered() override {}
    void sessionEnded(const Error& why) override { ends.push_back(codeOf(why)); }
    void certificateShown(const CertificateDates& dates) override {
        warnings.emplace_back(codeOf(warningOf(dates, clock.now())));
    }

    FakeDesktop desktop;
    SystemClock clock;
    SteadyClock steady;
    QtTimers timers;
    SeededRandomness randomness;
    Surroundings around;
    WebSocketDialer dialer;
    Connector connector;
    std::vector<Error> failures;
    std::vector<QByteArray> ends;
    std::vector<QByteArray> warnings; // of the certificate that each line showed; empty: none
};

// TLS and the WebSocket's handshake by hand, so that a test can break the rules above and below them.
class RawCaller : public QObject {
  public:
    RawCaller() {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        connect(&socket, &QSslSocket::readyRead, this, [this] {
            if (!deaf) {
                received += socket.readAll();
            }
        });
        connect(&socket, &QSslSocket::disconnected, this, [this] { closed = true; });
    }
    void call(const Address& address) { socket.connectToHostEncrypted(address.host, address.port); }
    void upgrade() {
        socket.write("GET /sync HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    }
    bool isUpgraded() const { return received.contains("\r\n\r\n"); }
    // One frame; a mask of zeros leaves the payload as it is.
    void sendFrame(int opcode, bool isLast, const QByteArray& payload) {
        QByteArray frame;
        frame += char((isLast ? 0x80 : 0) | opcode);
        if (payload.size() < 126) {
            frame += char(0x80 | payload.size());
        } else if (payload.size() < 65'536) {
            frame += char(0x80 | 126);
            frame += char(payload.size() >> 8);
            frame += char(payload.size() & 0xff);
        } else {
            frame += char(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame += char((quint64(payload.size()) >> shift) & 0xff);
            }
        }
        socket.write(frame + QByteArray(4, '\0') + payload);
    }
    // The code of the close frame that came, or 0. What the relay sends before it is small.
    int closeCode() const {
        for (qsizetype at = received.indexOf("\r\n\r\n") + 4; at >= 4 && at + 2 <= received.size();) {
            const qsizetype size = quint8(received[at + 1]) & 0x7f;
            const qsizetype header = size < 126 ? 2 : size == 126 ? 4 : 10;
            if ((received[at] & 0x0f) == 8 && at + 4 <= received.size()) {
                return (quint8(received[at + 2]) << 8) | quint8(received[at + 3]);
            }
            at += header + (size == 126 ? (quint8(received[at + 2]) << 8 | quint8(received[at + 3])) : size);
        }
        return 0;
    }

    QSslSocket socket;
    QByteArray received;
    bool closed = false;
    bool deaf = false;
};

} // namespace bongsu::samples
