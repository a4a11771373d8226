// What a desktop's session needs from the desktop: who it is, what it holds, and where to put what comes.
#pragma once

#include "sync/exchange.h"

namespace bongsu {

// One of the desktop's own events without a seq. `order` rises in the order in which they are to be offered
// and is never sent.
struct PendingOffer {
    quint64 order; // from 1
    EventId id;
    OfferedEvent event;
};

// What the relay said of itself when the session opened.
struct SessionOpening {
    SessionKind kind;
    DeviceId relay;
    Moment relayClock;
    std::optional<SeenPoint> orgTip;
};

// Why a session ended. `wasOpen`: it had been welcomed.
struct SessionEnd {
    Error why;
    bool wasOpen;
};

// All calls come on the session's thread. None of them may destroy the session.
class ClientHost {
  public:
    virtual ~ClientHost() = default;

    virtual OrgId orgId() const = 0;
    // A device, or the invite of one that joins: such a session ends after the verdict on its one event.
    virtual Claimant claimant() const = 0;
    // With the claimant's key.
    virtual Signature signLogin(QByteArrayView message) = 0;
    // Every log held, with its newest verified entry and the newest signed head.
    virtual std::vector<Position> positions() const = 0;

    virtual void sessionOpened(const SessionOpening& opening) = 0;
    // Unverified. `handled` must be called once when they are stored or given up: the next page waits for it.
    virtual void entriesArrived(const LogId& log, EntryPage page, std::function<void()> handled) = 0;
    virtual void headsArrived(std::vector<Statement> heads) = 0;
    // Why the relay gives out no numbers: what is offered fails. Nothing: it gives them out again.
    virtual void numberingTold(const std::optional<QByteArray>& stopped) = 0;
    // Everything lacking at the opening has been handed over.
    virtual void caughtUp() = 0;
    virtual void conflictShown(const Statement& one, const Statement& other) = 0;
    // A page of what this desktop holds, for a relay that lost it.
    virtual void readEntries(const LogId& log, quint64 fromSeq, PageSize size,
                             Done<Result<EntryPage>> done) = 0;

    // The oldest pending events with an order above `after`, at most `most`.
    virtual std::vector<PendingOffer> nextOffers(quint64 after, int most) = 0;
    virtual void offerSent(const EventId& event) = 0;
    // The relay has it at this place; recorded it is when the entry comes with a covering head.
    virtual void offerTaken(const EventId& event, const Place& place) = 0;
    virtual void offerRefused(const Statement& refusal) = 0;
    // Not judged: stays pending, and is asked for again.
    virtual void offerFailed(const EventId& event, const QByteArray& code) = 0;

    // The relay lacks what an entry of ours names: to be brought, if it is here.
    virtual void blobAskedFor(const BlobId& blob) = 0;
    // The blob to bring next, that of the oldest pending event first; not again once it was taken.
    virtual std::optional<BlobOffer> blobToBring() = 0;
    virtual void readBlobChunk(const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) = 0;
    virtual void blobTaken(const BlobId& blob) = 0;
    // Stays, and is asked for again.
    virtual void blobRefused(const BlobId& blob, const QByteArray& code) = 0;
    // What somebody here wants to see and the relay may have.
    virtual std::optional<BlobWish> blobToFetch() = 0;
    // `handled` once it is on the disk; false: no more of it is wanted.
    virtual void blobChunkArrived(const BlobId& blob, quint64 chunk, QByteArray bytes,
                                  std::function<void(bool)> handled) = 0;
    // The relay does not give it: not asked for again before somebody wants it anew.
    virtual void blobUnavailable(const BlobId& blob, const QByteArray& code) = 0;
};

} // namespace bongsu
