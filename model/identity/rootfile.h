// A file with one of an organisation's two root keys: made once, moved away, needed when no admin is left.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/result.h"
#include "identity/secret.h"

#include <QString>

namespace bongsu {

struct RootKey {
    OrgId org;
    int which; // 1 or 2: its place in Founded or RootReplaced
    Seed seed;

    friend bool operator==(const RootKey&, const RootKey&) = default;
};

struct LoadedRootKey {
    RootKey key;
    // Others on this computer may read it. It is used all the same, because it lies on memory sticks, which
    // cannot hold permissions, and is needed when nothing else works; but the person is to be told.
    bool exposed;
};

// File: secretfile.h's layout with the magic "BONGSUR1" and as body a canonical CBOR map
//   {1: org bstr32, 2: which, 3: seed bstr32}.
Result<std::monostate> createRootFile(const QString& path, const RootKey& key);
// Failure key.unusable as of loadKeyFile().
Result<LoadedRootKey> loadRootFile(const QString& path);

} // namespace bongsu
