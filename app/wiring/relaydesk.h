// The relay's end of sync: a RelaySession asks, a Sequencer answers.
#pragma once

#include "relay/blobstock.h"
#include "relay/sequencer.h"
#include "sync/askbudget.h"
#include "sync/fanout.h"
#include "sync/relayhost.h"

#include <QObject>

namespace bongsu {

class EventStore;

class RelayDesk : public QObject, public RelayHost {
    Q_OBJECT

  public:
    // All outlive it.
    RelayDesk(Sequencer& sequencer, BlobStock& blobs, EventStore& store, const Verifier& verifier,
              Fanout& fanout);

    std::optional<OrgId> orgId() const override;
    DeviceId relayId() const override;
    std::optional<SeenPoint> orgTip() const override;
    std::optional<Failure> numberingStopped() const override;
    void judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) override;
    Result<QByteArray> spokenRest(const PublicKey& invite, Moment at, Millis elapsed) override;
    void compare(const DeviceId& device, std::vector<Position> held,
                 Done<Result<std::vector<LogDifference>>> done) override;
    bool mayReadText(const DeviceId& device, const LogId& log) const override;
    void readEntries(const DeviceId& device, const LogId& log, quint64 fromSeq, PageSize size,
                     Done<Result<EntryPage>> done) override;
    void offer(const Offerer& from, std::vector<OfferedEvent> events,
               Done<std::vector<OfferOutcome>> done) override;
    void entriesGivenBack(const DeviceId& device, const LogId& log, EntryPage page,
                          Done<std::optional<quint64>> done) override;
    void conflictShown(const Statement& one, const Statement& other) override;
    std::vector<BlobId> blobsLacking(const DeviceId& author) const override;
    void beginBlob(const DeviceId& from, const BlobOffer& blob, Done<Result<quint64>> done) override;
    void takeBlobChunk(const BlobId& blob, quint64 chunk, QByteArray bytes, Done<Result<bool>> done) override;
    void readBlobChunk(const DeviceId& to, const BlobId& blob, quint64 chunk,
                       Done<Result<QByteArray>> done) override;

    // From now on whoever follows hears every limits::headInterval how far each log goes, moved or not.
    void keepTellingHeads(Timers& timers);

  Q_SIGNALS:
    void conflictFound(const bongsu::Statement& one, const bongsu::Statement& other);

  private:
    struct Asked;
    void publish(const LogId& log, const std::vector<KeptEntry>& entries, const Statement& head);
    void publishHeads();
    void endRevoked();
    Result<SessionKind> judgeDevice(const DeviceId& device, const LoginClaim& claim);
    Result<SessionKind> judgeInvite(const PublicKey& invite, const LoginClaim& claim) const;
    std::optional<LogDifference> difference(const Position& held);
    static bool mayOffer(const Offerer& from, const OfferedEvent& offered);
    bool holdsBlobOf(const Offerer& from, const OfferedEvent& offered);
    void nameBlobs(const LogId& log, const std::vector<KeptEntry>& entries);
    std::vector<LogId> logsInOrder() const;

    Sequencer& m_sequencer;
    BlobStock& m_blobs;
    EventStore& m_store;
    const Verifier& m_verifier;
    Fanout& m_fanout;
    std::set<DeviceId> m_revokedTold;
    AskBudget m_asks;
    std::unique_ptr<Alarm> m_headsDue;
};

} // namespace bongsu
