// What a relay's session needs from the relay: judgement, entries, and a place for what clients bring.
#pragma once

#include "domain/event/offerrun.h"
#include "sync/exchange.h"

#include <memory>

namespace bongsu {

struct LoginClaim {
    Claimant claimant;
    QByteArray message; // domain/event/proofs.h
    Signature signature;
    // The newest organisation head the device holds, if it sent one: unverified.
    std::optional<Statement> orgHead;
};

// What one client lacks, or has beyond the relay, of one log.
struct LogDifference {
    LogId log;
    std::optional<quint64> sendFrom; // tip + 1: only the head
    std::optional<quint64> askFrom;
};

// Where an offer comes from, and in which order it stands.
struct Offerer {
    SessionKind kind;
    Claimant who;
    std::shared_ptr<OfferRun> run;
};

// Answers may come at once or later, on the session's thread; those for sessions that ended are not heard.
class RelayHost {
  public:
    virtual ~RelayHost() = default;

    // Nothing: none is founded yet, and nobody is let in.
    virtual std::optional<OrgId> orgId() const = 0;
    virtual DeviceId relayId() const = 0;
    virtual std::optional<SeenPoint> orgTip() const = 0;
    // Why it gives out no numbers, for whoever is let in; the Fanout tells when that changes.
    virtual std::optional<Failure> numberingStopped() const { return std::nullopt; }

    // Member, Joining or Revoked; Refusal device.unknown, invite.unknown, signature.bad. An invite that the
    // organisation knows is let in though used or expired: the verdict on its offer says so.
    virtual void judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) = 0;

    // What an invite of eight words left here, sealed, at `at` by the relay's clock and `elapsed` by one that
    // nobody sets. Refusal invite.unknown (also where it left nothing), invite.expired, invite.used; failure
    // busy: asked too often lately, whoever asked. A relay that keeps none knows none.
    virtual Result<QByteArray> spokenRest(const PublicKey&, Moment /*at*/, Millis /*elapsed*/) {
        return refuse(refusal::inviteUnknown);
    }

    // In the order in which the logs are to be sent; the organisation's goes first anyway. Logs without a
    // difference may be left out. What is published after this call was made need not be in the answer.
    virtual void compare(const DeviceId& device, std::vector<Position> held,
                         Done<Result<std::vector<LogDifference>>> done) = 0;

    virtual bool mayReadText(const DeviceId& device, const LogId& log) const = 0;
    // With the texts withheld that the device may not read. Refusal log.unknown.
    virtual void readEntries(const DeviceId& device, const LogId& log, quint64 fromSeq, PageSize size,
                             Done<Result<EntryPage>> done) = 0;

    // Judged in the order in which they come, whoever offers; one outcome for each. After the first Failure
    // all are, in this frame and in those of the same run behind it, which may come before this one is
    // answered.
    virtual void offer(const Offerer& from, std::vector<OfferedEvent> events,
                       Done<std::vector<OfferOutcome>> done) = 0;
    // Answers from which seq to go on asking, or nothing.
    virtual void entriesGivenBack(const DeviceId& device, const LogId& log, EntryPage page,
                                  Done<std::optional<quint64>> done) = 0;
    virtual void conflictShown(const Statement& one, const Statement& other) = 0;

    // What entries of this device name and is not here: it is asked for it, once in a session.
    virtual std::vector<BlobId> blobsLacking(const DeviceId& author) const = 0;
    // The first chunk of it that is not here; the number of its chunks if all are. Refusals blob.mismatch
    // (another device brings it, or it was another size), blob.too_many; failures as of the store.
    virtual void beginBlob(const DeviceId& from, const BlobOffer& blob, Done<Result<quint64>> done) = 0;
    // True when it was the last and the bytes are those the id names. Refusal blob.mismatch: they are not.
    virtual void takeBlobChunk(const BlobId& blob, quint64 chunk, QByteArray bytes,
                               Done<Result<bool>> done) = 0;
    // Refusal permission.missing; failure blob.missing.
    virtual void readBlobChunk(const DeviceId& to, const BlobId& blob, quint64 chunk,
                               Done<Result<QByteArray>> done) = 0;
};

} // namespace bongsu
