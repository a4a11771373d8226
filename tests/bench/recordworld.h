// A record as an organisation of eight leaves it behind, with the program's own signatures: written once,
// measured often.
#pragma once

#include "identity/ed25519.h"
#include "identity/random.h"
#include "storage/asking.h"
#include "support/keyedhash.h"

#include "domain/event/compose.h"
#include "domain/log/ledger.h"

namespace bongsu {

// Lines of some seventy Korean syllables: words that many lines hold, and some that few do.
class Lines {
  public:
    Text next();

  private:
    quint64 m_state = 42;
    int m_count = 0;
};

class RecordWorld {
  public:
    RecordWorld();

    // So many incidents, one after the other, with so many entries in all. False: the store refused.
    bool write(StoreUnderTest& under, int incidents, int entries);

    // A line that the next author writes now, as the relay numbers it.
    KeptEntry line(const LogId& log);
    const std::vector<LogId>& incidents() const { return m_incidents; }
    const Ledger& ledger() const { return m_ledger; }
    const Verifier& verifier() const { return m_verifier; }
    const Signer& device() const { return m_people.front(); } // the admin's
    Moment now() const { return m_now; }
    qint64 entries() const { return m_entries; } // of all logs

  private:
    KeptEntry add(const Signer& author, const std::optional<LogId>& log, const Facts& facts,
                  const Text& text);
    void found();
    bool flush(StoreUnderTest& under);

    Ed25519Verifier m_verifier;
    SeededRandomness m_randomness{"record"};
    Ed25519Key m_root;
    Ed25519Key m_otherRoot;
    Ed25519Key m_relay;
    std::vector<Ed25519Key> m_people;
    Ledger m_ledger;
    Lines m_lines;
    Moment m_now{Millis(1'665'814'740'000)};
    std::vector<LogId> m_incidents;
    std::map<DeviceId, quint64> m_deviceSeqs;
    std::vector<KeptEntry> m_unwritten;
    std::map<LogId, StoredTip> m_written;
    qint64 m_entries = 0;
};

} // namespace bongsu
