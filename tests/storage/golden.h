// Stores of earlier versions kept in tests/data, and what each must hold for ever.
#pragma once

#include "storage/asking.h"

namespace bongsu {

// SHA-256 in hex over all a reader can see.
QByteArray digestOf(const Everything& all);

// tests/data/store-NNN.db and .sha256.
QString goldenStore(int version);
QString goldenDigest(int version);

} // namespace bongsu
