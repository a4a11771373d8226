// The blobs a relay holds: who brought them, which event names them, and what may still be brought.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/result.h"
#include "domain/event/facts.h"

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace bongsu {

class BlobIntake;
class EventStore;
struct BlobBegun;
struct BlobState;

class BlobStock {
  public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    // Both outlive it.
    BlobStock(EventStore& store, const Clock& clock);
    ~BlobStock();

    // What the store holds, but for what nobody named in time.
    void open(Done<std::monostate> done);

    // See RelayHost::beginBlob and takeBlobChunk.
    void begin(const BlobId& blob, quint64 size, const Salt& salt, const DeviceId& from, Done<quint64> done);
    void take(const BlobId& blob, quint64 chunk, const QByteArray& bytes, Done<bool> done);
    // Failure blob.missing for what is not here whole.
    void read(const BlobId& blob, quint64 chunk, Done<QByteArray> done) const;

    // Whether the event by `author` may be numbered as far as its blob goes: here whole, brought by that
    // device, of that size, and named by no other event. Then it is kept for another day: the event is on its
    // way.
    bool holdsFor(const EventId& event, const DeviceId& author, const BlobNamed& blob);
    // The event is durable (the store has kept the blob's place and name in the same change), its text is
    // gone.
    void named(const LogId& log, const EventId& event, const BlobBegun& blob);
    void erased(const EventId& event);
    // What events of this device name and is not here whole: a relay that came from a backup has their
    // entries again, not their bytes.
    std::vector<BlobId> lackingFrom(const DeviceId& author) const;
    // A commit whose outcome was not heard may have named some: the store knows.
    void lookForNames();
    // The log of the event that names it; nothing for one that nobody may read (yet).
    std::optional<LogId> logOf(const BlobId& blob) const;

    // Drops what no event named within limits::blobUnnamedKept.
    void dropUnnamed();

  private:
    struct Held {
        DeviceId owner;
        quint64 size;
        Moment since;
        bool whole;
        std::optional<LogId> log;
        std::optional<EventId> event;
    };
    void remember(const BlobState& state);
    void setWhole(const BlobId& blob);
    void forget(const BlobId& blob);
    quint64 unnamedBytes(const DeviceId& of) const;
    void started(const BlobBegun& begun, const Result<quint64>& next, const Done<quint64>& done);

    EventStore& m_store;
    const Clock& m_clock;
    std::map<BlobId, Held> m_held;
    std::map<EventId, BlobId> m_names;
    std::map<DeviceId, std::set<BlobId>> m_lacking; // named, and not whole
    std::map<BlobId, std::shared_ptr<BlobIntake>> m_intakes;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
