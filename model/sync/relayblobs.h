// A relay's blobs in one session: takes what the client brings, gives what it may read.
#pragma once

#include "domain/base/clock.h"
#include "sync/blobsender.h"
#include "sync/relayhost.h"

namespace bongsu {

class RelayBlobs {
  public:
    RelayBlobs(RelayHost& host, const FrameSink& link, Timers& timers, BlobSender::Send send);

    // The session is open, as this member's.
    void start(const DeviceId& device) { m_device = device; }
    void stop();
    void linkDrained() { m_sender.goOn(); }
    // Asks for what the host lacks of this member, and again, ever more seldom, as long as it lacks: either
    // may have been lost.
    void askForLacking();

    void take(const frame::BlobHave& have);
    void take(const frame::BlobWant& want) { m_sender.wanted(want); }
    // False: a chunk that was never asked for.
    bool take(const frame::BlobChunk& chunk);

  private:
    void askAgain();
    void begun(const BlobOffer& offer, const Result<quint64>& next);
    void taken(const Result<bool>& whole);
    void want(quint64 count);
    void refuse(const BlobId& blob, const Error& why);

    RelayHost& m_host;
    BlobSender::Send m_send;
    BlobSender m_sender;
    std::optional<DeviceId> m_device;
    std::set<BlobId> m_askedFor; // until they are asked for again
    Millis m_patience;
    Alarm m_askAgain;
    struct Taking {
        BlobId blob;
        quint64 chunks;
        quint64 asked;   // chunks before this one were asked for
        quint64 arrived; // and before this one have come
    };
    std::optional<Taking> m_taking;
    quint64 m_turn = 0; // of blobHave: answers of an earlier one are not heard
    Lifeline m_lifeline;
};

} // namespace bongsu
