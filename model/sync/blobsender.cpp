#include "sync/blobsender.h"

#include "domain/base/limits.h"

namespace bongsu {

bool BlobSender::hasRoom() const {
    return m_link.queuedBytes() < limits::blobChunkBytes;
}

void BlobSender::wanted(const frame::BlobWant& want) {
    for (quint64 i = 0; i < want.count && m_wanted.size() < std::size_t(limits::blobChunksInFlight); ++i) {
        m_wanted.push_back({want.blob, want.chunk + i});
    }
    goOn();
}

void BlobSender::stop() {
    m_stopped = true;
    m_wanted.clear();
    m_ready.reset();
}

void BlobSender::goOn() {
    // A host that answers at once makes this a loop, not a recursion.
    if (std::exchange(m_goingOn, true)) {
        return;
    }
    while (!m_stopped && hasRoom()) {
        if (m_ready) {
            m_send(*std::exchange(m_ready, std::nullopt));
        } else if (!m_reading && !m_wanted.empty()) {
            read();
        } else {
            break;
        }
    }
    m_goingOn = false;
}

void BlobSender::read() {
    m_reading = true;
    const Chunk chunk = m_wanted.front();
    m_wanted.pop_front();
    m_read(chunk.blob, chunk.number, m_lifeline.whileAlive([this, chunk](Result<QByteArray> bytes) {
        m_reading = false;
        if (m_stopped) {
            return;
        }
        if (bytes) {
            m_ready = frame::BlobChunk{chunk.blob, chunk.number, {std::move(*bytes)}};
        } else {
            std::erase_if(m_wanted, [&](const Chunk& other) { return other.blob == chunk.blob; });
            m_unreadable(chunk.blob, bytes.error());
        }
        goOn();
    }));
}

} // namespace bongsu
