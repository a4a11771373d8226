// SHA-256 with a domain tag: T(x) = "bongsu/" x "/1" 0x00 stands before everything that is hashed or signed.
#pragma once

#include "domain/base/fixed.h"

#include <initializer_list>

namespace bongsu {

// T(x): the bytes that keep a signature of one purpose from ever being one of another.
QByteArray domainTag(const char* purpose);

// SHA-256 of the concatenated pieces, 32 raw bytes.
QByteArray sha256(std::initializer_list<QByteArrayView> pieces);

// H(T(purpose) | pieces…), 32 raw bytes.
QByteArray taggedHash(const char* purpose, std::initializer_list<QByteArrayView> pieces);

// The same as the type asked for.
template <class FixedType>
FixedType taggedHashAs(const char* purpose, std::initializer_list<QByteArrayView> pieces) {
    return *FixedType::tryFrom(taggedHash(purpose, pieces));
}

} // namespace bongsu
