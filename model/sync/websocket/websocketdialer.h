// Dials relays over TLS and goes on only with those whose key is pinned.
#pragma once

#include "sync/dialer.h"
#include "sync/surroundings.h"
#include "websocket/pinnedtls.h"

#include <vector>

namespace bongsu {

class WebSocketDialer final : public Dialer {
  public:
    WebSocketDialer(const std::vector<TlsPin>& pins, const Surroundings& around)
        : m_pins(Pins(pins.begin(), pins.end())), m_around(around) {}
    // Goes on whichever key is shown: for a SpokenQuestion, and for nothing else.
    static WebSocketDialer forQuestion(const Surroundings& around) { return WebSocketDialer(around); }

    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override;

  private:
    explicit WebSocketDialer(const Surroundings& around) : m_around(around) {}

    const ExpectedPins m_pins;
    const Surroundings m_around;
};

} // namespace bongsu
