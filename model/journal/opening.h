// A desktop's store folded: on from the snapshot of an earlier opening where it fits, else from the first
// entries.
#pragma once

#include "domain/incident/recordindex.h"
#include "storage/replay.h"

namespace bongsu {

struct OpenedStore {
    std::shared_ptr<Replayed> replayed;
    Records records;
    bool bySnapshot = false;
    quint64 folded = 0; // entries, one by one
};

// Reads everything that a snapshot does not say. Where so many entries as `snapshotAfter` or more had to be
// folded it leaves a new one. Failures as of replay(); a snapshot, whatever is wrong with it, is none.
void openStore(EventStore& store, const Verifier& verifier, int snapshotAfter,
               EventStore::Done<std::shared_ptr<OpenedStore>> done);

// Says what a fold means: the code that folds, Qt and the machine. Another one, and a snapshot is none.
QByteArray foldVersion();
QByteArray hashOfTheFold(); // foldversion.cmake

} // namespace bongsu
