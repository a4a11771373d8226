// A client's line to a relay, by system calls and OpenSSL alone, so that a bench measures the relay and not
// Qt at both ends: TCP or TLS 1.3, the WebSocket's handshake, whole messages.
#pragma once

#include <QByteArray>

#include <memory>

struct ssl_st;

namespace bongsu::bench {

class Line {
  public:
    // Connected, greeted and upgraded when it returns; ends the program where that fails.
    Line(quint16 port, bool tls);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    int descriptor() const { return m_descriptor; }
    void setBlocking(bool blocking);

    // Blocks until all of it is on its way.
    void send(const QByteArray& message);
    // The next whole message; blocks. Empty: the line is closed.
    QByteArray receive();
    // Whether receive() would not have to wait.
    bool hasWhole() const;
    // What has come, undecoded, without waiting: the bytes are valid until the next call. Empty: nothing now.
    QByteArrayView readSome();
    bool isClosed() const { return m_closed; }
    qint64 bytesReceived() const { return m_received; }

  private:
    void write(QByteArrayView bytes);
    qsizetype read(char* to, qsizetype most);
    bool fill();
    struct Measured {
        qsizetype header; // 0: not whole yet
        qsizetype payload;
    };
    Measured measured() const;

    int m_descriptor = -1;
    ssl_st* m_tls = nullptr;
    QByteArray m_buffer; // received and not taken yet
    QByteArray m_chunk;
    qint64 m_received = 0;
    bool m_closed = false;
};

} // namespace bongsu::bench
