// The desktop's one door to the record: record, store, fold, tell the views.
#pragma once

#include "domain/event/compose.h"
#include "domain/incident/attachment.h"
#include "domain/incident/recordsearch.h"
#include "domain/incident/timeline.h"
#include "domain/log/texts.h"
#include "journal/journalparts.h"
#include "journal/ownstate.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>

namespace bongsu {

struct BlobBegun;
struct Change;
struct Published;
struct Own;
struct OwnEvent;
struct StoredEntry;
class Speculation;
class StoreWriter;
struct Replayed;

class Journal : public QObject {
    Q_OBJECT

  public:
    using Opened = std::function<void(Result<std::monostate>)>;
    using RowsRead = std::function<void(Result<std::vector<TimelineRow>>)>;

    explicit Journal(const JournalParts& parts);
    ~Journal() override;

    // Reads and folds the store. Failures as of the store; nothing else may be called before it succeeded.
    void open(Opened done);

    // --- recording: checks, signs and hands the event to the store; ownEventChanged tells how it goes on.
    // No log: the event begins one. Refusal: impossible, whoever is asked (nothing was kept). What only
    // somebody else's word could allow (a permission not heard of yet) is kept with a warning.
    Result<Recorded> record(const std::optional<LogId>& log, const Facts& facts, const Text& text);
    // The same in the organisation's log by root's key. Refusal device.unknown: it is not this one's.
    Result<Recorded> recordAs(const Signer& signer, const Facts& facts, const Text& text);
    // An attachment, offered once the relay holds its bytes; nothing else waits. Refusals of prepare().
    Result<Recorded> attach(const LogId& log, const Attachment& attachment);
    // What somebody chose and has not recorded yet. Refusals of prepare(), too_large ("held").
    Result<HeldAttachment> holdAttachment(const LogId& log, const Attachment& attachment);
    std::vector<HeldAttachment> heldAttachments(const LogId& log) const; // in the order chosen
    // Recorded, it is held no more; refused, it still is. Refusal not_found: it is not held.
    Result<Recorded> recordHeld(const LogId& log, const BlobId& held, const AttachmentWords& words);
    void dropHeld(const LogId& log, const BlobId& held);
    // A new version of a document, after the one here. Refusals too_large, stale, permission.missing.
    Result<Recorded> publish(const Published& published);
    // An event and the bytes that it names in one commit; fills in blob, size and pieces. Refusal too_large.
    Result<Recorded> recordNaming(const LogId& log, Facts facts, const QByteArray& bytes, Text text = {});
    // The first event of a device: joins `org` by an invite. Safe to repeat: the same event is kept for ever.
    Result<Recorded> recordJoin(const OrgId& org, const DeviceAdded& joined, const Text& text);
    // A new epoch for the relays that number now, and the incidents' logs into it, as far as they can go yet.
    Result<std::vector<Recorded>> declareEpoch(const QString& reason);
    void enterOwnEpoch();   // the newest, if it is this person's
    void askWhereLogsEnd(); // of the logs that it left behind: where the relay holds less, there they go on
    // A refused own event is dropped for good, or made anew and offered again. Refusal not_found.
    Verdict discard(const EventId& refused);
    Result<Recorded> retry(const EventId& refused);

    // --- what sync brings
    // `handled` is called once, when all of it is kept durably or was given up.
    void takeEntries(const LogId& log, const std::vector<KeptEntry>& entries,
                     const std::optional<Statement>& head, std::function<void()> handled);
    void takeHead(const Statement& head);
    void takeRefusal(const Statement& refusal);
    void markSent(const EventId& event);
    // The relay has it; recorded it is when its entry has come, which to a revoked device none does.
    void markTaken(const EventId& event);
    void markUnsent(); // the connection is gone: what was sent and not answered will be offered again
    std::vector<PendingEvent> nextOffers(quint64 after, int most) const; // above `after`; sent ones too
    std::optional<BlobBegun> blobToBring() const; // the oldest that the relay is not known to hold
    void markBlobTaken(const BlobId& blob);
    void markBlobMissing(const EventId& event); // though it was taken once
    void offerWithoutBlobs();
    void sessionBegan(const SessionTold& session) { m_session = session; }
    std::map<LogId, Statement> newestHeads() const;
    std::optional<Statement> coveringHead(const LogId& log) const; // the newest of an entry held here
    QByteArray setting(const QByteArray& key) const;
    void setSetting(const QByteArray& key, const QByteArray& value); // of this home: kept, never sent
    std::optional<OrgId> organisationId() const { return m_org; }
    bool isRewinding() const; // an epoch takes entries away: until rewound() nothing that arrives is taken
    void whenKept(std::function<void()> done); // calls when nothing waits for the disk any more

    // --- reading
    const Ledger& ledger() const;                            // confirmed
    const Texts& texts() const;                              // of entries and of own pending events
    const Organisation& organisation() const;                // with own pending events
    const Incident* incident(const LogId& log) const;        // with own pending events
    std::vector<LogId> incidents() const;                    // known and own pending, by declaration time
    std::vector<OwnEvent> ownEvents(const LogId& log) const; // pending and refused, oldest first
    std::vector<OwnEvent> ownEvents() const;
    // Entries from `fromSeq` up as views show them, at most `count` (and rowsPerPage), with those on their
    // way to the disk. Failures as of the store; no answer once the journal has ended.
    static constexpr int rowsPerPage = 512;
    void rows(const LogId& log, quint64 fromSeq, int count, RowsRead done) const;
    // The same as they lie in the log, to be handed on. Failure corrupt: one is missing.
    using EntriesRead = std::function<void(Result<std::vector<KeptEntry>>)>;
    void entries(const LogId& log, quint64 fromSeq, int count, EntriesRead done) const;
    // The one row of an event, own or numbered. Refusal not_found.
    using RowRead = std::function<void(Result<TimelineRow>)>;
    void row(const LogId& log, const EventId& event, RowRead done) const;
    // Those with these numbers (rising, at most rowsPerPage), with what is on its way to the disk.
    void rowsAt(const LogId& log, std::vector<quint64> seqs, RowsRead done) const;
    // Those from `fromSeq` up that are on their way to the disk: what has just arrived, at once.
    std::vector<TimelineRow> rowsOnTheirWay(const LogId& log, quint64 fromSeq) const;
    // Every entry's traits and words, for search and filters; own events without a number are not in it.
    const RecordIndex& recordOf(const LogId& log) const;
    std::vector<TimelineRow> ownMatching(const LogId& log, const RecordSearch& search) const; // newest first
    std::vector<TimelineRow> ownRows(const LogId& log) const; // pending and refused, oldest first
    std::optional<TimelineRow> ownRow(const EventId& event) const;
    OwnState stateOf(const EventId& event) const;        // Recorded for all that is no pending own event
    bool isCovered(const LogId& log, quint64 seq) const; // by a signed head: without it ● is not shown
    int pendingCount(const std::optional<LogId>& log = {}) const; // without a verdict; or in all logs
    int refusedCount(const std::optional<LogId>& log = {}) const;
    DeviceId device() const;
    std::optional<PersonId> person() const; // whose device this is, once it has joined (or is about to)
    EventStore& store() const { return m_parts.store; }

  Q_SIGNALS:
    void ownEventChanged(const bongsu::LogId& log, const bongsu::EventId& event, bongsu::OwnState state);
    void entriesFolded(const bongsu::LogId& log, quint64 fromSeq, quint64 toSeq);
    void incidentChanged(const bongsu::LogId& log);
    void organisationChanged();
    void textErased(const bongsu::LogId& log, const bongsu::EventId& event);
    void offersChanged();
    void rewound(); // positions are others now, and what arrived meanwhile was not taken
    void entriesMissing(const bongsu::LogId& log, quint64 fromSeq); // ask for these
    void forkFound(const bongsu::ForkEvidence& evidence);
    void logStopped(const bongsu::LogId& log, quint64 seq, const bongsu::Refusal& why);
    void storeFailed(const bongsu::Failure& failure); // kept in memory, tried again
    void storeRecovered();

  private:
    struct Taken;
    struct Rewinding;
    void fold(std::shared_ptr<Replayed> replayed, std::vector<Own> own);
    using Folded = std::function<void(std::shared_ptr<Replayed>)>;
    void readStore(Folded folded, std::function<void(const Error&)> failed);
    enum class For { Epoch, Relay };
    void rewind(const LogId& log, quint64 keep, For reason);
    void readLeft(quint64 fromSeq);
    void leave(const LogId& log, const StoredEntry& stored);
    void commitRewinding();
    void adoptRewound(std::shared_ptr<Replayed> replayed);
    void setHeld(const LogId& log, const std::vector<HeldAttachment>& held, Change& change);
    Result<Recorded> keep(const Composed&, const Facts&, const Text&, Verdict warning, Change change);
    Result<Recorded> recordIn(const Circumstances& around, const Facts& facts, const Text& text,
                              const Signer& signer, Change change);
    using StoredRead = std::function<void(Result<std::vector<StoredEntry>>)>;
    void stored(const LogId& log, quint64 fromSeq, int count, StoredRead done) const;
    void releaseWaiting(const std::set<LogId>& logs);
    void takeOne(const KeptEntry& kept, Taken& taken);
    bool waitsForEpoch(const Own& own) const;
    void takeOther(const KeptEntry& kept, const Entry& entry, const EntryHash& ours, Taken& taken);
    void notTaken(const KeptEntry& kept, const Entry& entry, const Refusal& why, Taken& taken);
    bool follows(const KeptEntry& kept, const Entry& entry, Taken& taken);
    void takeEnd(const Head& head);
    std::vector<Recorded> enterEpoch(const EpochId& epoch);
    bool askAnew(const LogId& log);
    void forgetRefusedEntering(const std::optional<LogId>& log);
    bool stopLog(const LogId& log, quint64 seq, const Refusal& why);
    void park(const LogId& log, const KeptEntry& kept);
    void takeParked();
    void settle(const EventId& event, Taken& taken);
    void erase(const LogId& log, const EventId& event, const EventId& by, Taken& taken);
    void finish(const LogId& log, Taken taken, std::function<void()> handled);
    std::optional<PersonId> personOf(const Own& own) const;
    Circumstances circumstances(const std::optional<LogId>& log, const Signer& signer, const Facts&) const;
    std::optional<SeenPoint> seen(const LogId& log) const;

    JournalParts m_parts;
    std::shared_ptr<Replayed> m_confirmed;
    Records m_records;                      // of what is confirmed
    std::shared_ptr<Rewinding> m_rewinding; // while an epoch takes entries away
    std::unique_ptr<Speculation> m_speculation;
    std::unique_ptr<StoreWriter> m_writer;
    std::map<LogId, std::vector<KeptEntry>> m_parked; // judged by an organisation head not reached yet
    std::set<LogId> m_stoppedLogs;                    // before an entry that nobody may take
    std::map<LogId, LeftBehind> m_leftBehind;         // by the newest epoch
    std::map<LogId, OtherBranch> m_others;            // in this session
    std::optional<LogPoint> m_organisationEnd;        // where the relay last said that its log ends
    std::map<LogId, quint64> m_covered;
    std::set<BlobId> m_blobsTaken; // in this session
    SessionTold m_session;
    std::optional<OrgId> m_org;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // the store may answer after this
};

} // namespace bongsu
