// Reads the bytes that entries name (attachments, documents): from this device, or from the relay while one
// is connected.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/result.h"
#include "domain/incident/timeline.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace bongsu {

class BlobIntake;
class EventStore;
struct BlobState;

// Which blob an entry names, and under which salt.
struct NamedBlob {
    LogId log;
    EventId event;
    BlobNamed blob;
    Salt salt;
};

// Refusals not_found (it names none), already_done (its text was erased, and the bytes with it),
// permission.missing (its text is not open to this person), malformed.
Result<NamedBlob> namedBlob(const LogId& log, const TimelineRow& row);

class Attachments : public QObject {
    Q_OBJECT

  public:
    using Read = std::function<void(Result<QByteArray>)>;

    // All outlive it. `device`: this one.
    Attachments(EventStore& store, const Clock& clock, const DeviceId& device);
    ~Attachments() override;

    // Answers once, later, with all of it. Failures blob.away (not here, and no relay is connected or the
    // connection broke off: what came stays), blob.missing; refusals blob.mismatch, permission.missing; as of
    // the store.
    void read(const NamedBlob& blob, Read done);

    // --- what the session asks and brings
    void setConnected(bool connected);
    struct Wish {
        BlobId blob;
        quint64 next; // the first chunk that is not here
        quint64 chunks;
    };
    std::optional<Wish> wish() const;
    // `handled` once it is on the disk; false: no more of it is wanted.
    void chunkArrived(const BlobId& blob, quint64 chunk, const QByteArray& bytes,
                      std::function<void(bool)> handled);
    void unavailable(const BlobId& blob, const Error& why);

  Q_SIGNALS:
    void wishesChanged();
    void connected(); // what was away may be asked for again
    // While it comes from the relay.
    void progressed(const bongsu::EventId& event, quint64 bytes, quint64 of);

  private:
    struct Fetch {
        NamedBlob named;
        std::shared_ptr<BlobIntake> intake;
        std::optional<quint64> next; // nothing: what is here is still being read
        std::vector<Read> readers;
    };
    void looked(const NamedBlob& blob, const Result<std::optional<BlobState>>& state, Read done);
    void fetch(const NamedBlob& blob, Read done);
    void started(const BlobId& blob, const Result<quint64>& next);
    void end(const BlobId& blob, const Outcome& outcome);
    void collect(const NamedBlob& blob, std::shared_ptr<QByteArray> bytes, quint64 chunk, Read done);
    Fetch* find(const BlobId& blob);

    EventStore& m_store;
    const Clock& m_clock;
    DeviceId m_device;
    std::deque<Fetch> m_fetches; // the first goes first
    bool m_connected = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
