// Does what is due: looks after every entry, at the start and at the next due time, and records each thing as
// an event of the relay's before anything else comes of it.
#pragma once

#include "domain/base/clock.h"
#include "domain/incident/due.h"

#include <QObject>

#include <memory>
#include <set>

namespace bongsu {

class RelayPen;
class Sequencer;

class DueRunner : public QObject {
    Q_OBJECT

  public:
    // Whether notices are begun here: only where something sends what was begun.
    enum class Notices { Left, Begun };
    // All outlive it.
    DueRunner(Sequencer& sequencer, RelayPen& pen, const Clock& clock, Timers& timers,
              Notices notices = Notices::Left);

    // When the sequencer is open, and from then on by itself.
    void look();

  private:
    // What is due once: a call, or a notice on a channel and the decision by which it goes on.
    using Cause = std::tuple<EventId, QString, std::optional<EventId>>;
    struct Act {
        LogId log;
        Cause cause;
        Facts facts;
    };
    struct Looked {
        std::vector<Act> due;
        std::optional<Moment> next;
    };
    Looked lookAtAll(Moment now) const;
    void carryOut(const Act& act);
    void wake(Millis after);

    Sequencer& m_sequencer;
    RelayPen& m_pen;
    const Clock& m_clock;
    Notices m_notices;
    Alarm m_alarm;
    std::set<Cause> m_underWay; // offered and not answered
};

} // namespace bongsu
