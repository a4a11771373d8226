// The system's random bytes.
#pragma once

#include "domain/base/randomness.h"

namespace bongsu {

// Safe from any thread. Ends the program where the system has no randomness to give.
class SystemRandomness : public Randomness {
  public:
    QByteArray bytes(int count) override;
};

} // namespace bongsu
