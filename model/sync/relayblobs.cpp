#include "sync/relayblobs.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

RelayBlobs::RelayBlobs(RelayHost& host, const FrameSink& link, Timers& timers, BlobSender::Send send)
    : m_host(host), m_send(std::move(send)),
      m_sender(
          link, m_send,
          [this](const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) {
              m_host.readBlobChunk(*m_device, blob, chunk, std::move(done));
          },
          [this](const BlobId& blob, const Error& why) { refuse(blob, why); }),
      m_patience(limits::stallTime), m_askAgain(timers) {}

void RelayBlobs::stop() {
    ++m_turn;
    m_taking.reset();
    m_sender.stop();
    m_askAgain.stop();
}

// A want for what the client does not bring has it say what it has of it, or nothing.
void RelayBlobs::askForLacking() {
    for (const BlobId& blob : m_host.blobsLacking(*m_device)) {
        if (m_askedFor.size() < blobsAskedBack && m_askedFor.insert(blob).second) {
            m_send(frame::BlobWant{blob, 0, 1});
        }
    }
    if (!m_askedFor.empty() && !m_askAgain.isSet()) {
        m_askAgain.set(m_patience, [this] { askAgain(); });
    }
}

// Not while something is being brought, for the rest waits behind that. Who has not the bytes need not hear
// of them all day.
void RelayBlobs::askAgain() {
    if (!m_taking) {
        m_askedFor.clear();
        m_patience *= 2;
    }
    askForLacking();
}

void RelayBlobs::refuse(const BlobId& blob, const Error& why) {
    m_send(frame::BlobRefused{blob, codeOf(why)});
}

void RelayBlobs::take(const frame::BlobHave& have) {
    m_taking.reset();
    const BlobOffer offer{have.blob, have.size, have.salt};
    m_host.beginBlob(*m_device, offer,
                     m_lifeline.whileAlive([this, offer, turn = ++m_turn](const Result<quint64>& next) {
                         if (turn == m_turn) {
                             begun(offer, next);
                         }
                     }));
}

void RelayBlobs::begun(const BlobOffer& offer, const Result<quint64>& next) {
    if (!next) {
        refuse(offer.blob, next.error());
        return;
    }
    constexpr auto chunk = quint64(limits::blobChunkBytes);
    const quint64 chunks = (offer.size + chunk - 1) / chunk;
    if (*next >= chunks) {
        m_send(frame::BlobTaken{offer.blob});
        return;
    }
    m_taking = Taking{offer.blob, chunks, *next, *next};
    want(quint64(limits::blobChunksInFlight));
}

void RelayBlobs::want(quint64 count) {
    count = std::min(count, m_taking->chunks - m_taking->asked);
    if (count > 0) {
        m_send(frame::BlobWant{m_taking->blob, m_taking->asked, count});
        m_taking->asked += count;
    }
}

bool RelayBlobs::take(const frame::BlobChunk& chunk) {
    if (!m_taking || m_taking->blob != chunk.blob) {
        return true; // of one that was given up
    }
    if (chunk.chunk >= m_taking->asked) {
        return false;
    }
    if (chunk.chunk != m_taking->arrived) {
        return true; // it came before, or one before it was lost
    }
    ++m_taking->arrived;
    m_host.takeBlobChunk(chunk.blob, chunk.chunk, chunk.bytes.bytes,
                         m_lifeline.whileAlive([this, turn = m_turn](const Result<bool>& whole) {
                             if (turn == m_turn && m_taking) {
                                 taken(whole);
                             }
                         }));
    return true;
}

void RelayBlobs::taken(const Result<bool>& whole) {
    const BlobId blob = m_taking->blob;
    if (!whole || *whole) {
        m_taking.reset();
    }
    if (!whole) {
        refuse(blob, whole.error());
    } else if (*whole) {
        m_send(frame::BlobTaken{blob});
    } else {
        want(1);
    }
}

} // namespace bongsu
