// Makes lines to relays; what they run over is its business.
#pragma once

#include "domain/base/address.h"
#include "domain/base/certificate.h"
#include "sync/exchange.h"
#include "sync/link.h"

namespace bongsu {

// A line that stands, to a relay whose TLS key is one of the pins.
struct Dialed {
    std::unique_ptr<Link> link;
    TlsPin pin;
    std::optional<CertificateDates> certificate{}; // worth a warning at most: the key is right
};

// One call under way; destroyed, it is given up.
class DialAttempt {
  public:
    virtual ~DialAttempt() = default;
};

class Dialer {
  public:
    virtual ~Dialer() = default;

    // `done` is called once, never from within dial(), and within limits::connectTime. The attempt may be
    // destroyed in it. Failures: pin.wrong (its detail: whose certificate came instead), link.lost.
    virtual std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) = 0;
};

} // namespace bongsu
