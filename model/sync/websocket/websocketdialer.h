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
        : m_pins(pins.begin(), pins.end()), m_around(around) {}

    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override;

  private:
    const Pins m_pins;
    const Surroundings m_around;
};

} // namespace bongsu
