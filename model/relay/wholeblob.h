// A blob as a whole, from its chunks in a store, held to its id once more.
#pragma once

#include "domain/base/result.h"
#include "storage/eventstore.h"

namespace bongsu {

// Failure blob.missing where it is not here whole; refusal blob.mismatch where it is not what its id names.
// Not answered once the store is gone.
void readWholeBlob(EventStore& store, const BlobId& blob, EventStore::Done<QByteArray> done);

} // namespace bongsu
