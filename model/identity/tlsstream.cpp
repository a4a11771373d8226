#include "identity/tlsstream.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <limits>

namespace bongsu {

namespace {

BioHandle reading(const QByteArray& pem) {
    return BioHandle(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

int asInt(qsizetype bytes) {
    return int(std::min<qsizetype>(bytes, std::numeric_limits<int>::max()));
}

} // namespace

Result<std::shared_ptr<const TlsServer>> TlsServer::with(const QByteArray& certificatePem,
                                                         const QByteArray& keyPem) {
    const BioHandle certificateFrom = reading(certificatePem);
    const BioHandle keyFrom = reading(keyPem);
    const X509Handle certificate(PEM_read_bio_X509(certificateFrom.get(), nullptr, nullptr, nullptr));
    const PkeyHandle key(PEM_read_bio_PrivateKey(keyFrom.get(), nullptr, nullptr, nullptr));
    TlsContextHandle context(SSL_CTX_new(TLS_server_method()));
    const bool usable = certificate && key && context &&
                        SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) == 1 &&
                        SSL_CTX_use_certificate(context.get(), certificate.get()) == 1 &&
                        SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1 &&
                        SSL_CTX_check_private_key(context.get()) == 1;
    if (!usable) {
        ERR_clear_error();
        return fail(failure::keyUnusable, "TLS");
    }
    // A socket takes what it takes; what is tried again may have moved. Idle lines hold no buffers: a
    // thousand of them are 34 MB otherwise.
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    // Nobody comes back by a ticket: who somebody is, is proven in the session above.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION);
    return std::shared_ptr<const TlsServer>(new TlsServer(std::move(context)));
}

TlsStream::TlsStream(std::shared_ptr<const TlsServer> server, int descriptor)
    : m_server(std::move(server)), m_tls(SSL_new(m_server->context())) {
    if (!m_tls || SSL_set_fd(m_tls.get(), descriptor) != 1) {
        qFatal("OpenSSL has no memory for a connection.");
    }
    SSL_set_accept_state(m_tls.get());
}

TlsProgress TlsStream::progress(int result) {
    if (result > 0) {
        return {TlsProgress::State::Done, result};
    }
    const int why = SSL_get_error(m_tls.get(), result);
    ERR_clear_error(); // or the next operation of this thread would report it as its own
    const bool later = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
    return {later ? TlsProgress::State::Later : TlsProgress::State::Ended};
}

TlsProgress TlsStream::greet() {
    return progress(SSL_do_handshake(m_tls.get()));
}

bool TlsStream::waitsToWrite() const {
    return SSL_want_write(m_tls.get());
}

TlsProgress TlsStream::read(char* to, qsizetype most) {
    return progress(SSL_read(m_tls.get(), to, asInt(most)));
}

TlsProgress TlsStream::write(const char* from, qsizetype bytes) {
    return progress(SSL_write(m_tls.get(), from, asInt(bytes)));
}

void TlsStream::sayGoodbye() {
    if (SSL_is_init_finished(m_tls.get())) {
        SSL_shutdown(m_tls.get());
    }
    ERR_clear_error();
}

} // namespace bongsu
