// Writes the relay's own events: in the order of its device, having seen what is on the disk and nothing
// else.
#pragma once

#include "domain/base/clock.h"
#include "domain/base/randomness.h"
#include "domain/event/compose.h"
#include "domain/event/text.h"
#include "relay/sequencer.h"

namespace bongsu {

class RelayPen {
  public:
    // All outlive it. `signer`: the relay's signing key. One for each sequencer: it counts.
    RelayPen(Sequencer& sequencer, const Clock& clock, Randomness& randomness, const Signer& signer)
        : m_sequencer(sequencer), m_clock(clock), m_randomness(randomness), m_signer(signer) {}

    // The answer comes as from Sequencer::offer; Failed (too_large) where facts and text do not fit.
    void record(const LogId& log, const Facts& facts, const Text& text, Sequencer::Answer answer);

  private:
    Circumstances circumstances(const LogId& log) const;

    Sequencer& m_sequencer;
    const Clock& m_clock;
    Randomness& m_randomness;
    const Signer& m_signer;
    std::map<LogId, quint64> m_numbers; // the newest deviceSeq offered in each log
};

} // namespace bongsu
