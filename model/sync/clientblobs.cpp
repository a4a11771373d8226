#include "sync/clientblobs.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

ClientBlobs::ClientBlobs(ClientHost& host, const FrameSink& link, BlobSender::Send send,
                         const Surroundings& around)
    : m_host(host), m_send(std::move(send)),
      m_sender(
          link, m_send,
          [this](const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) {
              m_host.readBlobChunk(blob, chunk, std::move(done));
          },
          [this](const BlobId& blob, const Error&) { unreadable(blob); }),
      m_backoff(around.randomness), m_answerDue(around.timers), m_bringLater(around.timers),
      m_chunkDue(around.timers) {}

void ClientBlobs::start() {
    m_isOpen = true;
    changed();
}

void ClientBlobs::stop() {
    m_isOpen = false;
    m_sender.stop();
    m_answerDue.stop();
    m_bringLater.stop();
    m_chunkDue.stop();
}

void ClientBlobs::changed() {
    bringNext();
    fetchNext();
}

// Bringing

void ClientBlobs::bringNext() {
    if (!m_isOpen || m_bringing || m_bringLater.isSet()) {
        return;
    }
    m_bringing = m_host.blobToBring();
    if (m_bringing) {
        offer();
    }
}

// Again where nothing was heard: either may have been lost.
void ClientBlobs::offer() {
    m_answerDue.set(limits::stallTime, [this] { offer(); });
    m_send(frame::BlobHave{m_bringing->blob, m_bringing->size, m_bringing->salt});
}

void ClientBlobs::take(const frame::BlobWant& want) {
    if (m_bringing && m_bringing->blob == want.blob) {
        m_answerDue.set(limits::stallTime, [this] { offer(); });
        m_sender.wanted(want);
    } else if (m_askedFor.size() < blobsAskedBack && m_askedFor.insert(want.blob).second) {
        m_host.blobAskedFor(want.blob);
    }
}

void ClientBlobs::take(const frame::BlobTaken& taken) {
    if (!m_bringing || m_bringing->blob != taken.blob) {
        return;
    }
    m_answerDue.stop();
    m_bringing.reset();
    m_backoff.reset();
    m_host.blobTaken(taken.blob);
    bringNext();
}

void ClientBlobs::take(const frame::BlobRefused& refused) {
    if (m_bringing && m_bringing->blob == refused.blob) {
        m_answerDue.stop();
        m_bringing.reset();
        m_bringLater.set(m_backoff.next(), [this] { bringNext(); });
        m_host.blobRefused(refused.blob, refused.code);
    } else if (m_fetching && m_fetching->wish.blob == refused.blob) {
        m_chunkDue.stop();
        m_fetching.reset();
        m_host.blobUnavailable(refused.blob, refused.code);
        fetchNext();
    }
}

// Withdrawn meanwhile, or the disk fails: the next one gets its turn.
void ClientBlobs::unreadable(const BlobId& blob) {
    if (m_bringing && m_bringing->blob == blob) {
        m_answerDue.stop();
        m_bringing.reset();
        m_bringLater.set(m_backoff.next(), [this] { bringNext(); });
    }
}

// Fetching

void ClientBlobs::fetchNext() {
    if (!m_isOpen || m_fetching) {
        return;
    }
    if (const auto wish = m_host.blobToFetch()) {
        m_fetching = Fetching{*wish, wish->next, wish->next};
        want();
    }
}

void ClientBlobs::want() {
    m_chunkDue.set(limits::stallTime, [this] {
        m_fetching->asked = m_fetching->arrived;
        want();
    });
    const quint64 until =
        std::min(m_fetching->wish.next + quint64(limits::blobChunksInFlight), m_fetching->wish.chunks);
    if (m_fetching->asked < until) {
        const quint64 from = std::exchange(m_fetching->asked, until);
        m_send(frame::BlobWant{m_fetching->wish.blob, from, until - from});
    }
}

bool ClientBlobs::take(const frame::BlobChunk& chunk) {
    if (!m_fetching || m_fetching->wish.blob != chunk.blob) {
        return true; // of one that is wanted no more
    }
    if (chunk.chunk >= m_fetching->wish.chunks) {
        return false;
    }
    if (chunk.chunk != m_fetching->arrived) {
        return true; // it came before, or one before it was lost
    }
    ++m_fetching->arrived;
    m_fetching->asked = std::max(m_fetching->asked, m_fetching->arrived);
    m_host.blobChunkArrived(
        chunk.blob, chunk.chunk, chunk.bytes.bytes,
        m_lifeline.whileAlive([this, blob = chunk.blob](bool goOn) { handled(blob, goOn); }));
    return true;
}

void ClientBlobs::handled(const BlobId& blob, bool goOn) {
    if (!m_isOpen || !m_fetching || m_fetching->wish.blob != blob) {
        return;
    }
    ++m_fetching->wish.next;
    if (goOn && m_fetching->wish.next < m_fetching->wish.chunks) {
        want();
    } else {
        m_chunkDue.stop();
        m_fetching.reset();
        fetchNext();
    }
}

} // namespace bongsu
