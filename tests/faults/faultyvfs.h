// Stands between SQLite and the disk of this process: lets the n-th call fail, and takes away what was not
// synced.
#pragma once

#include <QByteArray>

namespace bongsu {

enum class DiskFault {
    Error, // one call fails and does nothing
    Torn,  // one call fails half-way: a write wrote half, a sync lost what it was to sync
    Dead,  // from that call on all fail
};

// SQLite's own file system with faults, the default one once it is installed. Safe from any thread.
namespace faultyvfs {

void install();
// Counts calls on files whose name begins with `name` from now on; the one numbered `call` fails. 0: none
// does.
void arm(const QByteArray& name, quint64 call, DiskFault fault);
// Every call succeeds again; what arm() counted stays readable.
void disarm();
quint64 calls();
// What failed: "sync", "write"…; empty as long as nothing has.
QByteArray failed();
// The power goes: whatever anybody asks of the disk from now on fails, until it is restored.
void cutPower();
// Every store's file holds what was last synced of it before the cut. None may be open.
void restore();
// No file is remembered any more.
void forget();

} // namespace faultyvfs

} // namespace bongsu
