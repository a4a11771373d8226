// How long to wait before trying again: exponential with full jitter, so that a thousand desktops do not come
// at once.
#pragma once

#include "domain/base/limits.h"
#include "domain/base/moment.h"
#include "domain/base/randomness.h"

#include <QtEndian>

#include <algorithm>

namespace bongsu {

class Backoff {
  public:
    explicit Backoff(Randomness& randomness) : m_randomness(randomness) {}

    // Between 0 and a bound that doubles with every call.
    Millis next() {
        const auto chance = qFromBigEndian<quint32>(m_randomness.bytes(4).constData());
        const Millis wait(qint64((quint64(chance) * quint64(m_bound.count())) >> 32));
        m_bound = std::min<Millis>(2 * m_bound, limits::backoffLongest);
        return wait;
    }
    void reset() { m_bound = limits::backoffFirst; }

  private:
    Randomness& m_randomness;
    Millis m_bound = limits::backoffFirst;
};

} // namespace bongsu
