// The desktop's end of sync: a ClientSession asks, a Journal answers.
#pragma once

#include "journal/attachments.h"
#include "journal/journal.h"
#include "sync/clienthost.h"

#include <QObject>

namespace bongsu {

class EventStore;
struct BlobState;

class JournalHost : public QObject, public ClientHost {
    Q_OBJECT

  public:
    // All outlive it.
    JournalHost(Journal& journal, Attachments& attachments, EventStore& store, const Signer& device);

    // What was sent and not answered will be offered again; what was being fetched is given up.
    void connectionLost();

    // Until the device belongs to the organisation it logs in with the invite's key, for its one event.
    void joinWith(std::shared_ptr<const Signer> invite);
    bool isJoining() const { return m_invite != nullptr; }
    void joined() { m_invite.reset(); }

    OrgId orgId() const override;
    Claimant claimant() const override;
    Signature signLogin(QByteArrayView message) override;
    std::vector<Position> positions() const override;
    void sessionOpened(const SessionOpening& opening) override;
    void entriesArrived(const LogId& log, EntryPage page, std::function<void()> handled) override;
    void headsArrived(std::vector<Statement> heads) override;
    void numberingTold(const std::optional<QByteArray>& stopped) override;
    void caughtUp() override;
    void conflictShown(const Statement& one, const Statement& other) override;
    void readEntries(const LogId& log, quint64 fromSeq, PageSize size, Done<Result<EntryPage>> done) override;
    std::vector<PendingOffer> nextOffers(quint64 after, int most) override;
    void offerSent(const EventId& event) override;
    void offerTaken(const EventId& event, const Place& place) override;
    void offerRefused(const Statement& refusal) override;
    void offerFailed(const EventId& event, const QByteArray& code) override;
    void blobAskedFor(const BlobId& blob) override;
    std::optional<BlobOffer> blobToBring() override;
    void readBlobChunk(const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) override;
    void blobTaken(const BlobId& blob) override;
    void blobRefused(const BlobId& blob, const QByteArray& code) override;
    std::optional<BlobWish> blobToFetch() override;
    void blobChunkArrived(const BlobId& blob, quint64 chunk, QByteArray bytes,
                          std::function<void(bool)> handled) override;
    void blobUnavailable(const BlobId& blob, const QByteArray& code) override;

  Q_SIGNALS:
    void opened(const bongsu::SessionOpening& opening);
    void allCaughtUp();
    // The relay has the event; a joiner's next session is its device's.
    void taken(const bongsu::EventId& event);
    void failedOffer(const bongsu::EventId& event, const QByteArray& code);
    // Nothing: the relay numbers again.
    void numberingChanged(const std::optional<bongsu::Failure>& stopped);
    void failedBlob(const QByteArray& code);
    // There is a blob to bring that no pending event names.
    void blobFound();

  private:
    void blobLookedUp(const Result<std::optional<BlobState>>& state);
    static bool isJoin(const Offer& offer);
    void seeLogsIntoEpoch();

    Journal& m_journal;
    Attachments& m_attachments;
    EventStore& m_store;
    const Signer& m_device;
    std::shared_ptr<const Signer> m_invite;
    bool m_isCaughtUp = false;
    std::map<BlobId, BlobOffer> m_blobsAskedFor; // in this session, and here
    std::optional<EpochId> m_endsAsked; // in this session: for the logs that this epoch has left behind
};

} // namespace bongsu
