// Where random bytes come from: the system in a program, a seed in the simulator.
#pragma once

#include <QByteArray>

namespace bongsu {

class Randomness {
  public:
    virtual ~Randomness() = default;

    // Exactly `count` bytes (>= 0). There is no error to return: an implementation that cannot deliver ends
    // the program, because nothing sound could be done without.
    virtual QByteArray bytes(int count) = 0;

    // A salt, a nonce, any Fixed type.
    template <class FixedType>
    FixedType fixed() {
        return *FixedType::tryFrom(bytes(FixedType::size));
    }
};

} // namespace bongsu
