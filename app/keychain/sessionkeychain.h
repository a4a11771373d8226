// The keychain of the desktop session as a place for a home's keys: Secret Service by way of QtKeychain.
#pragma once

#include "identity/keystore.h"

namespace bongsu {

// Nothing where BONGSU_KEYCHAIN=off says that it is not to be used. `home`: the data folder, which must
// exist; the item is called "Bongsu – " and its canonical path.
std::unique_ptr<KeyStore> sessionKeychain(const QString& home);

} // namespace bongsu
