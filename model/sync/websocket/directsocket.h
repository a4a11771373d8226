// A connected TCP socket at the relay's end, with TLS or without: what is written goes to the kernel at once,
// and waits here only when the peer takes nothing.
#pragma once

#include "identity/tlsstream.h"
#include "websocket/readiness.h"

#include <QTcpSocket>

#include <memory>

namespace bongsu {

// QSslSocket hands every write through three buffers and two turns of the event loop; for a thousand peers
// that is most of what telling them costs (docs/performance.md). QWebSocket speaks over this one as over any
// QTcpSocket.
class DirectSocket final : public QTcpSocket, private Readiness::Waiting {
  public:
    // Takes the descriptor over. Without `tls` it is plain: for tests and benches alone. `unreadBytes`: so
    // much is read ahead of whoever reads, and no more.
    DirectSocket(qintptr descriptor, std::shared_ptr<const TlsServer> tls, qsizetype unreadBytes,
                 std::shared_ptr<Readiness> readiness, QObject* parent);
    ~DirectSocket() override;

    // Calls `secured` once the line can be read and written, in a turn of its own.
    void begin(std::function<void()> secured);
    // Calls it, in a turn of its own, when some of what waited has been taken.
    void whenDrained(std::function<void()> drained) { m_drained = std::move(drained); }
    // Calls `tooMuch`, in a turn of its own, when more than `most` bytes have come since messageTaken(): what
    // makes no message costs time and shows itself nowhere above.
    void limitWithoutMessage(qsizetype most, std::function<void()> tooMuch);
    // A whole message has been read: what is still unread belongs to others.
    void messageTaken() { m_withoutMessage = bytesAvailable(); }
    // At once, with nothing said.
    void cut();

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override { return m_unsent.size(); }
    bool canReadLine() const override;
    // What waits still goes out if the peer takes it; whoever has no patience calls cut().
    void disconnectFromHost() override;

  protected:
    qint64 readData(char* to, qint64 most) override;
    qint64 writeData(const char* from, qint64 bytes) override;

  private:
    TlsProgress receive(char* to, qsizetype most);
    TlsProgress transmit(const char* from, qsizetype bytes);
    void greet();
    void readable() override;
    void writable() override;
    void wait(bool forReading, bool forWriting);
    void countWithoutMessage(qsizetype bytes);
    void endSoon();
    void end();
    void closeDescriptor();

    int m_descriptor;
    std::optional<TlsStream> m_tls;
    const qsizetype m_mostUnread;
    const std::shared_ptr<Readiness> m_readiness;
    quint64 m_place;
    bool m_waitsToRead = false;
    bool m_waitsToWrite = false;
    QByteArray m_unread; // from m_taken on
    qsizetype m_taken = 0;
    QByteArray m_unsent;
    std::function<void()> m_secured;
    std::function<void()> m_drained;
    qsizetype m_withoutMessage = 0; // bytes
    qsizetype m_mostWithoutMessage = 0;
    std::function<void()> m_tooMuch;
    bool m_isGreeted = false;
    bool m_isClosing = false; // when nothing waits
    bool m_endPosted = false;
};

} // namespace bongsu
