// The record as it will be once this device's own events have a number: the confirmed states plus those
// events.
#pragma once

#include "journal/journal.h"
#include "storage/replay.h"

namespace bongsu {

// An own event that has no number yet, as read.
struct Own {
    OwnEvent kept;
    Event event;
    Facts facts;
    Text text;
    OwnState state;
    bool taken = false;   // the relay said that it has it, in this session
    bool offered = false; // a relay may have it: sent in any session, or older than this run of the program
    // Where its facts name a blob:
    bool blobSent = false;    // a relay holds its blob: from then on its deviceSeq is spent
    bool blobLacking = false; // and yet one said that it does not
    // It stands aside until its blob is at the relay, or that of one that it names: what is written meanwhile
    // goes before it, with lower numbers.
    bool waits = false;

    std::optional<BlobNamed> blob() const { return blobNamedBy(facts); }
};

// Those that can be read, in the order given.
std::vector<Own> readOwn(const std::vector<OwnEvent>& kept);

class Speculation {
  public:
    Speculation(Replayed& confirmed, const Verifier& verifier, const DeviceId& device, const PublicKey& key);

    void add(Own own);
    void remove(const EventId& event);
    Own* find(const EventId& event);
    const Own* find(const EventId& event) const;
    std::vector<const Own*> inOrder() const;                    // as recorded
    const std::map<quint64, Own>& own() const { return m_own; } // by the order of recording
    bool isEmpty() const { return m_own.empty(); }

    // The confirmed states moved on: what was derived from them is made anew when next asked for.
    void invalidate(const LogId& log);
    void invalidateAll();

    const Organisation& organisation() const;
    const Incident* incident(const LogId& log) const;
    // This device as the organisation knows it, its own pending joining included.
    Author author() const;
    // Of an event that waits here: this device, or whoever made what an ended branch left. Nothing: unknown
    // now.
    std::optional<Author> authorOf(const Own& own) const;
    Verdict judge(const LogId& log, const Event& event, const Facts& facts, Moment at) const;
    // The number for an event with these facts that this device records now (journal_blobs.cpp, as the next
    // two).
    quint64 nextDeviceSeq(const LogId& log, const DeviceId& device, const Facts& facts) const;
    // Those of the log that need not stand aside any more join the others, last. Whether there were any.
    bool release(const LogId& log);
    // No blob will be asked for any more: nothing stands aside from now on, once it is released.
    void stopWaiting() { m_waitsForBlobs = false; }

  private:
    void applyOwn(Organisation& organisation, const Own& own) const;
    Organisation beforeWaiting() const;
    std::optional<Incident> speculate(const LogId& log) const;
    void applyOwn(std::optional<Incident>& incident, const Own& own) const;
    Lookup lookup(const LogId& log) const;
    bool mustWait(const Own& own) const;
    void place(Own own);
    quint64 confirmedDeviceSeq(const LogId& log, const DeviceId& device) const;

    Replayed& m_confirmed;
    const Verifier& m_verifier;
    DeviceId m_device;
    PublicKey m_key;
    std::map<quint64, Own> m_own; // by the order of recording
    std::map<EventId, quint64> m_order;
    // What opens an epoch goes before everything that waits for it, and a declaration before what takes logs
    // into any: a relay that has stopped fails those of one that was refused, and what comes behind them.
    quint64 m_nextDeclaration = 1;
    quint64 m_nextOpening = quint64(1) << 31;
    quint64 m_next = quint64(1) << 32;
    static constexpr quint64 firstWaiting = quint64(1) << 48;
    quint64 m_nextWaiting = firstWaiting;
    bool m_waitsForBlobs = true;
    mutable std::optional<Organisation> m_organisation;
    mutable std::map<LogId, std::optional<Incident>> m_incidents;
};

} // namespace bongsu
