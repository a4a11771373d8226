// Keys made from secrets: HKDF-SHA-256, each for one purpose.
#pragma once

#include <QByteArray>

namespace bongsu {

// 32 bytes from `secret` without a salt, with T(purpose) as info. The caller wipes both.
QByteArray derivedKey(QByteArray& secret, const char* purpose);

} // namespace bongsu
