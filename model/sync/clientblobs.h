// A desktop's blobs in one session: brings what its outbox names, fetches what somebody wants to see.
#pragma once

#include "sync/backoff.h"
#include "sync/blobsender.h"
#include "sync/clienthost.h"
#include "sync/surroundings.h"

#include <set>

namespace bongsu {

class ClientBlobs {
  public:
    ClientBlobs(ClientHost& host, const FrameSink& link, BlobSender::Send send, const Surroundings& around);

    // The session is open, as a member's.
    void start();
    void stop();
    // There may be something to bring or to fetch. Cheap if not.
    void changed();
    void linkDrained() { m_sender.goOn(); }

    void take(const frame::BlobWant& want);
    // False: a chunk that was never asked for.
    bool take(const frame::BlobChunk& chunk);
    void take(const frame::BlobTaken& taken);
    void take(const frame::BlobRefused& refused);

  private:
    void bringNext();
    void offer();
    void fetchNext();
    void want();
    void handled(const BlobId& blob, bool goOn);
    void unreadable(const BlobId& blob);

    ClientHost& m_host;
    BlobSender::Send m_send;
    BlobSender m_sender;
    Backoff m_backoff;
    bool m_isOpen = false;
    std::optional<BlobOffer> m_bringing;
    Alarm m_answerDue; // to what is being brought
    Alarm m_bringLater;
    std::set<BlobId> m_askedFor; // by the relay, which lost them
    struct Fetching {
        BlobWish wish;
        quint64 asked;   // chunks before this one were asked for
        quint64 arrived; // and before this one have come
    };
    std::optional<Fetching> m_fetching;
    Alarm m_chunkDue;
    Lifeline m_lifeline;
};

} // namespace bongsu
