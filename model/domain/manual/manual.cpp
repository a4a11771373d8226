#include "domain/manual/manual.h"

#include <algorithm>

namespace bongsu {

const ManualSeat* Manual::seat(const QString& key) const {
    const auto at =
        std::find_if(seats.begin(), seats.end(), [&](const ManualSeat& seat) { return seat.key == key; });
    return at == seats.end() ? nullptr : &*at;
}

} // namespace bongsu
