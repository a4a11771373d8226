// Makes one system call of this process fail that writes to or syncs a store's files.
#pragma once

namespace bongsu {

// From now on counts calls of pwrite, fsync, fdatasync and ftruncate on files named store.db*; the one
// numbered FAIL_CALL fails with the errno FAIL_ERROR and does nothing. Without FAIL_CALL nothing happens.
void failCallFromEnvironment();

} // namespace bongsu
