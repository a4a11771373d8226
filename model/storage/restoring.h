// Puts a backup in the place of a store.
#pragma once

#include "domain/base/sealer.h"
#include "storage/eventstore.h"

namespace bongsu {

struct Restoring {
    QString backup; // a file that EventStore::backup() made, or a store that is closed
    QString file;   // the store; nobody has it open
    QString aside;  // the name that what is there now gets
    // Settings that the restored store has from its first moment on, where it holds anything at all.
    std::map<QByteArray, QByteArray> settings{};
};

// The backup is opened and marked as a file of its own before anything else is touched: one that is damaged,
// is no store or has another key (corrupt, key.unusable), is a newer program's (store.newer) or does not fit
// (disk.full) leaves all as it was. Then the store that is there gets its other name, and the backup its
// place, durably. A cut of power between the two leaves no store in that place, and the old one aside. True:
// there was one.
Result<bool> restoreStore(const Restoring& from, const KeyRing& keys);

} // namespace bongsu
