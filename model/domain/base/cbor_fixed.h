// Fixed-length byte strings and moments in CBOR.
#pragma once

#include "domain/base/cbor.h"
#include "domain/base/fixed.h"
#include "domain/base/moment.h"

namespace bongsu {

// A fault in `in`, and zeros, unless the next value is a byte string of exactly that length.
template <class FixedType>
FixedType readFixed(CborReader& in) {
    const auto value = FixedType::tryFrom(in.bytesView());
    if (!value) {
        in.setFault();
        return FixedType::zeros();
    }
    return *value;
}

// Absent where the next value is null.
template <class FixedType>
std::optional<FixedType> readOptionalFixed(CborReader& in) {
    if (in.takeNull()) {
        return std::nullopt;
    }
    return readFixed<FixedType>(in);
}

template <class FixedType>
void writeOptionalFixed(CborWriter& out, const std::optional<FixedType>& value) {
    if (value) {
        out.bytes(value->view());
    } else {
        out.null();
    }
}

inline void writeMoment(CborWriter& out, Moment at) {
    out.unsignedInteger(quint64(at.time_since_epoch().count()));
}
inline Moment readMoment(CborReader& in) {
    return Moment(Millis(qint64(in.unsignedInteger())));
}

} // namespace bongsu
