// Calls relays over WebSocket and TLS. The key's pin is all that is trusted: no list of authorities, no host
// name.
#pragma once

#include "sync/dialer.h"
#include "sync/surroundings.h"

#include <vector>

namespace bongsu {

class WebSocketDialer : public Dialer {
  public:
    WebSocketDialer(std::vector<TlsPin> pins, const Surroundings& around);

    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override;

  private:
    std::vector<TlsPin> m_pins;
    Surroundings m_around;
};

} // namespace bongsu
