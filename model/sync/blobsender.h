// Sends the chunks of blobs that the other end asked for, as far as they are in nobody's way.
#pragma once

#include "sync/exchange.h"
#include "sync/frame.h"
#include "sync/lifeline.h"
#include "sync/link.h"

#include <deque>

namespace bongsu {

// Blobs that a relay lacks and asks their author for at once, and that one looks for in one session; the rest
// in the next one. Both ends hold to it: each one asked for costs the author a look into the store.
inline constexpr std::size_t blobsAskedBack = 1000;

class BlobSender {
  public:
    using Send = std::function<void(const Frame&)>;
    using Read = std::function<void(const BlobId&, quint64 chunk, Done<Result<QByteArray>>)>;
    using Unreadable = std::function<void(const BlobId&, const Error&)>;

    // `link`: its queue decides when there is room.
    BlobSender(const FrameSink& link, Send send, Read read, Unreadable unreadable)
        : m_link(link), m_send(std::move(send)), m_read(std::move(read)),
          m_unreadable(std::move(unreadable)) {}

    // More than limits::blobChunksInFlight waiting are passed over.
    void wanted(const frame::BlobWant& want);
    // The link took some of what was queued.
    void goOn();
    void stop();

  private:
    struct Chunk {
        BlobId blob;
        quint64 number;
    };
    void read();
    bool hasRoom() const;

    const FrameSink& m_link;
    Send m_send;
    Read m_read;
    Unreadable m_unreadable;
    std::deque<Chunk> m_wanted;
    std::optional<frame::BlobChunk> m_ready; // read, and waits for room
    bool m_reading = false;
    bool m_goingOn = false;
    bool m_stopped = false;
    Lifeline m_lifeline;
};

} // namespace bongsu
