#include "sync/liveness.h"

#include "domain/base/limits.h"

namespace bongsu {

// The alarms are not set anew with every message: each looks, when it rings, how long it still has.

void Liveness::watchPeer(Call died) {
    m_died = std::move(died);
    heard();
    checkPeerIn(limits::deadAfter);
}

void Liveness::checkPeerIn(Millis delay) {
    m_checkHeard.set(delay, [this] {
        const Millis left = limits::deadAfter - (m_clock.elapsed() - m_heardAt);
        if (left > Millis(0)) {
            checkPeerIn(left);
        } else {
            m_died();
        }
    });
}

void Liveness::keepTalking(Call ping) {
    m_ping = std::move(ping);
    said();
    checkSelfIn(limits::pingAfter);
}

void Liveness::checkSelfIn(Millis delay) {
    m_checkSaid.set(delay, [this] {
        const Millis left = limits::pingAfter - (m_clock.elapsed() - m_saidAt);
        if (left > Millis(0)) {
            checkSelfIn(left);
            return;
        }
        checkSelfIn(limits::pingAfter);
        m_ping();
    });
}

void Liveness::stop() {
    m_checkHeard.stop();
    m_checkSaid.stop();
}

} // namespace bongsu
