// Notices when the other end has fallen silent, and keeps this end from doing so.
#pragma once

#include "sync/surroundings.h"

namespace bongsu {

class Liveness {
  public:
    using Call = std::function<void()>;

    explicit Liveness(const Surroundings& around)
        : m_clock(around.monotonic), m_checkHeard(around.timers), m_checkSaid(around.timers) {}

    // `died` once, when nothing was heard for limits::deadAfter.
    void watchPeer(Call died);
    // `ping` whenever nothing was said for limits::pingAfter.
    void keepTalking(Call ping);
    void stop();

    void heard() { m_heardAt = m_clock.elapsed(); }
    void said() { m_saidAt = m_clock.elapsed(); }

  private:
    void checkPeerIn(Millis delay);
    void checkSelfIn(Millis delay);

    const MonotonicClock& m_clock;
    Millis m_heardAt{0};
    Millis m_saidAt{0};
    Call m_died;
    Call m_ping;
    Alarm m_checkHeard;
    Alarm m_checkSaid;
};

} // namespace bongsu
