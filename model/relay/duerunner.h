// Does what is due: looks after every entry, at the start and at the next due time, and records each thing as
// an event of the relay's before anything else comes of it.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/randomness.h"
#include "domain/event/compose.h"
#include "domain/incident/due.h"

#include <QObject>

#include <memory>
#include <set>

namespace bongsu {

class Sequencer;

class DueRunner : public QObject {
    Q_OBJECT

  public:
    // All outlive it. `signer`: the relay's signing key.
    DueRunner(Sequencer& sequencer, const Clock& clock, Timers& timers, Randomness& randomness,
              const Signer& signer);

    // When the sequencer is open, and from then on by itself.
    void look();

  private:
    struct Looked {
        std::vector<std::pair<LogId, SeatPassed>> due;
        std::optional<Moment> next;
    };
    Looked lookAtAll(Moment now) const;
    void pass(const LogId& log, const SeatPassed& passed);
    void wake(Millis after);
    Circumstances circumstances(const LogId& log) const;

    Sequencer& m_sequencer;
    const Clock& m_clock;
    Randomness& m_randomness;
    const Signer& m_signer;
    Alarm m_alarm;
    std::set<EventId> m_underWay;       // calls whose passing on was offered and not answered
    std::map<LogId, quint64> m_numbers; // the newest deviceSeq offered in each log
};

} // namespace bongsu
