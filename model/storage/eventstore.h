// Where logs are kept: conditional appends, pages of entries, and a desktop's own events that have no number
// yet. Asynchronous, so that SQLite on a thread, a memory in the simulator and etcd at three sites are the
// same to everybody.
#pragma once

#include "domain/log/entry.h"
#include "domain/log/statement.h"

#include <functional>
#include <map>
#include <vector>

namespace bongsu {

// The newest entry of a log.
struct StoredTip {
    LogId log;
    quint64 seq;
    EntryHash hash;
};

// An entry ready to be kept, with what a row must show in the clear.
struct StoredEntry {
    quint64 seq;
    EventId event;
    EntryHash hash;
    KeptEntry entry;
};

// Entries that go behind the newest one of a log, which must still be `after` (nothing: the log must be new).
struct LogAppend {
    LogId log;
    std::optional<StoredTip> after;
    std::vector<StoredEntry> entries; // gapless, rising
};

// One of this device's own events that has no number yet, in the order in which it was made.
struct OwnEvent {
    EventId event;
    LogId log;
    Offer offer;
    std::optional<Statement> refusal; // the relay's final word: "not accepted"
    std::optional<Carried> carried;   // the place it had on a branch that an epoch ended
};

// A text that must be gone from every file once this is committed.
struct TextErasure {
    LogId log;
    EventId event;
    EventId by;
};

// Entries of a log behind `keep` leave it (an epoch went on from an earlier entry).
struct LogRewind {
    LogId log;
    quint64 keep;
};

// One transaction. Order of carrying out: rewinds, appends, own events added, refused, settled, erasures,
// the rest.
struct Change {
    std::vector<LogRewind> rewinds;
    std::vector<LogAppend> appends;
    std::vector<OwnEvent> recorded; // new own events; an id already there is left as it is
    std::vector<std::pair<EventId, Statement>> refused; // own events that the relay refused for good
    std::vector<EventId> settled; // own events that have a number now, or were discarded
    std::vector<EventId> retried; // refused own events that go back to pending
    std::vector<TextErasure> erasures;
    std::map<LogId, Statement> heads;          // the newest signed head of each log
    std::map<QByteArray, QByteArray> settings; // small values of the owner's; key <= 64 B, value <= 64 KiB
};

enum class Committed {
    Durable,  // on disk, synced
    Conflict, // a condition did not hold; nothing was changed
    Unknown,  // it may or may not be there: read before trying again
};

class EventStore {
  public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    virtual ~EventStore() = default;

    // Failures: disk, disk.full, store.newer (opened read-only). Commits are carried out in the order given;
    // several waiting ones may share one sync.
    virtual void commit(Change change, Done<Committed> done) = 0;

    // All logs with their newest entry, in order of LogId. The organisation's is not told apart here.
    virtual void tips(Done<std::vector<StoredTip>> done) = 0;

    // Entries from `fromSeq` up, at most `count` and (beyond the first) at most `bytes` of entries and parts.
    // Failure corrupt names log and seq in its detail.
    virtual void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
                       Done<std::vector<StoredEntry>> done) = 0;

    virtual void ownEvents(Done<std::vector<OwnEvent>> done) = 0;
    virtual void heads(Done<std::map<LogId, Statement>> done) = 0;
    virtual void settings(Done<std::map<QByteArray, QByteArray>> done) = 0;

    // A consistent copy into a new file while the store is in use. Texts erased before are not in it.
    virtual void backup(QString file, Done<std::monostate> done) = 0;
};

} // namespace bongsu
