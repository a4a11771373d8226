// TLS 1.3 at the relay's end of a connected socket: OpenSSL on the descriptor itself, so that what is written
// is on its way when the call returns.
#pragma once

#include "domain/base/result.h"
#include "identity/handles.h"

#include <QByteArray>

#include <memory>

namespace bongsu {

// The relay's certificate and key, shared by all its connections.
class TlsServer {
  public:
    // PEM of a P-256 key and a certificate of that key. Failure key.unusable.
    static Result<std::shared_ptr<const TlsServer>> with(const QByteArray& certificatePem,
                                                         const QByteArray& keyPem);

    ssl_ctx_st* context() const { return m_context.get(); }

  private:
    explicit TlsServer(TlsContextHandle context) : m_context(std::move(context)) {}

    TlsContextHandle m_context;
};

// What became of a read or a write. Later: when the socket is ready again.
struct TlsProgress {
    enum class State { Done, Later, Ended };
    State state;
    qsizetype bytes = 0; // of plain text, when Done
};

// The descriptor stays the caller's and must not block.
class TlsStream {
  public:
    TlsStream(std::shared_ptr<const TlsServer> server, int descriptor);

    TlsProgress greet();
    // What "later" waits for: that the socket takes something, not that something comes.
    bool waitsToWrite() const;
    TlsProgress read(char* to, qsizetype most);
    // What was told "later" must be tried again with the same bytes first.
    TlsProgress write(const char* from, qsizetype bytes);
    // Tells the peer that nothing more comes, if the socket takes it now.
    void sayGoodbye();

  private:
    TlsProgress progress(int result);

    std::shared_ptr<const TlsServer> m_server;
    TlsHandle m_tls;
};

} // namespace bongsu
