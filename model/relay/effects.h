// What an accepted entry does to the store beside standing in it.
#pragma once

#include "domain/log/ledger.h"
#include "storage/eventstore.h"

namespace bongsu {

// The text it takes away, the blob it names.
inline void addEffects(Change& change, const Accepted& accepted) {
    if (accepted.erases) {
        change.erasures.push_back({accepted.log, *accepted.erases, accepted.event.id});
    }
    const auto named = blobNamedBy(accepted.facts);
    if (named && !accepted.verdict) {
        change.blobs.named.push_back({named->blob, accepted.log, accepted.event.id});
    }
}

} // namespace bongsu
