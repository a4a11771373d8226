// Where logs are kept: conditional appends, pages of entries, and a desktop's own events that have no number
// yet. Asynchronous, so that SQLite on a thread, a memory in the simulator and etcd at three sites are the
// same to everybody.
#pragma once

#include "domain/log/entry.h"
#include "domain/log/statement.h"
#include "storage/blobs.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace bongsu {

// The newest entry of a log.
struct StoredTip {
    LogId log;
    quint64 seq;
    EntryHash hash;

    friend bool operator==(const StoredTip&, const StoredTip&) = default;
};

// An entry ready to be kept, with what a row must show in the clear.
struct StoredEntry {
    quint64 seq;
    EventId event;
    EntryHash hash;
    KeptEntry entry;

    friend bool operator==(const StoredEntry&, const StoredEntry&) = default;
};

// Entries that go behind the newest one of a log, which must still be `after` (nothing: the log must have no
// entry). Without entries it is a condition only: "the organisation's log still ends there".
struct LogAppend {
    LogId log;
    std::optional<StoredTip> after;
    std::vector<StoredEntry> entries; // gapless, rising, chained; none of these events may be in the log yet
};

// One of this device's own events that has no number yet, in the order in which it was made.
struct OwnEvent {
    EventId event;
    LogId log;
    Offer offer;
    std::optional<Statement> refusal; // the relay's final word: "not accepted"
    std::optional<Carried> carried;   // the place it had on a branch that an epoch ended

    friend bool operator==(const OwnEvent&, const OwnEvent&) = default;
};

// A text that must be gone from every file once this is committed. The store remembers it: the same event
// appended or recorded later, with its text, is kept without (erased). An event without a text stays as it
// is.
struct TextErasure {
    LogId log;
    EventId event;
    EventId by;
};

// Entries of a log behind `keep` leave it, and its head with them (an epoch went on from an earlier entry).
// 0: all.
struct LogRewind {
    LogId log;
    quint64 keep;
};

// One transaction. Order of carrying out: rewinds, appends, own events added, blobs (but for the dropped
// ones), refused, settled, the rest as it stands here. Own events that are named and not there are passed
// over. A blob goes with the text of the event that names it, and with that event: erased, settled without a
// number, rewound and not kept as an own one.
struct Change {
    std::vector<LogRewind> rewinds;
    std::vector<LogAppend> appends;
    std::vector<OwnEvent> recorded; // new own events; an id already there, or numbered, is left as it is
    std::vector<std::pair<EventId, Statement>> refused; // own events that the relay refused for good
    std::vector<EventId> settled; // own events that have a number now, or were discarded
    std::vector<EventId> retried; // refused own events that go back to pending
    std::vector<TextErasure> erasures;
    BlobChanges blobs;
    std::map<LogId, Statement> heads;          // the newest signed head of each log
    std::map<QByteArray, QByteArray> settings; // small values of the owner's; an empty one takes the key
                                               // away. The key lies in the clear, the value is sealed.
};

enum class Committed {
    Durable,  // on disk, synced
    Conflict, // a condition did not hold; nothing was changed
    Unknown,  // it may or may not be there: read before trying again
};

// Calls are carried out in the order given, reads among them; answers come in that order, later, on the
// thread that created the store, which is the only one that may call it. No answer comes once the store is
// destroyed; destroying it waits for the commits already given. Failures of any call: disk, busy, corrupt
// (the detail names log and seq where they are known).
class EventStore {
  public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    virtual ~EventStore() = default;

    // Also disk.full and store.newer (opened read-only); refusal malformed, too_large, chain.seq,
    // chain.broken where the change itself is unsound (see checkShape). Whatever the error: nothing was
    // changed. Several waiting ones may share one sync; each stands or falls by itself.
    virtual void commit(Change change, Done<Committed> done) = 0;

    // All logs that have an entry, with their newest, in order of LogId. The organisation's is not told
    // apart.
    virtual void tips(Done<std::vector<StoredTip>> done) = 0;

    // Entries from `fromSeq` up, at most `count` and (beyond the first) at most `bytes` of entries and parts.
    virtual void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
                       Done<std::vector<StoredEntry>> done) = 0;

    virtual void ownEvents(Done<std::vector<OwnEvent>> done) = 0;
    virtual void heads(Done<std::map<LogId, Statement>> done) = 0;
    virtual void settings(Done<std::map<QByteArray, QByteArray>> done) = 0;

    // How each blob stands, in order of BlobId, and how one does; nothing for one that is not here.
    virtual void blobs(Done<std::vector<BlobState>> done) = 0;
    virtual void blob(BlobId blob, Done<std::optional<BlobState>> done) = 0;
    // Chunk by chunk, so that reading a large one holds nobody up. Nothing for a chunk that is not here.
    virtual void blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) = 0;

    // What the store's owner folded of these logs, for its next opening: a cache. It may hold texts, so any
    // erasure and any rewind takes it away in the same commit. Nothing: there is none, or what is there does
    // not open.
    virtual void snapshot(Done<std::optional<QByteArray>> done) = 0;
    // In place of the one that is there, behind the commits given before. Also disk.full; whatever the error:
    // none is there then, and nothing else was changed.
    virtual void keepSnapshot(QByteArray snapshot, Done<std::monostate> done) = 0;

    // Whether the files themselves are whole, indexes included: what reading alone does not show. Reads all
    // of them (about a second per 100,000 entries), so for `verify` and idle hours. Failure corrupt.
    virtual void inspect(Done<std::monostate> done) = 0;

    // A consistent copy into a new file (one that is there already is a failure) while the store is in use.
    // Texts erased before are not in it.
    virtual void backup(QString file, Done<std::monostate> done) = 0;
};

// What every store asks of a change before it looks at what it holds: entries gapless and chained from
// `after`, their bytes saying the same log, seq and predecessor; settings within limits.
Verdict checkShape(const Change& change);

// What a store's error is to whoever only keeps and reads: a change that it calls unsound is a failure, too.
Failure failureOf(const Error& error);

// The bytes an entry counts for in range(): entry and parts without salts.
qsizetype sizeOf(const StoredEntry& entry);

} // namespace bongsu
