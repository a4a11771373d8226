// One home, one holder: a lock on a data folder that ends with the process that holds it, however it ends.
#pragma once

#include "domain/base/result.h"

#include <memory>

namespace bongsu {

// The system gives the lock back when the holder's process is gone, kill -9 and power cuts included, so that
// nobody ever judges whether a lock is stale. Programs started by the holder do not inherit it.
class HomeLock {
  public:
    // Makes the folder (0700) where it is missing. Failure store.locked, its detail the holder's process id
    // (as the holder wrote it); failure disk.
    static Result<std::unique_ptr<HomeLock>> take(const QString& folder);
    ~HomeLock();
    Q_DISABLE_COPY_MOVE(HomeLock)

  private:
    explicit HomeLock(int fd) : m_fd(fd) {}

    int m_fd;
};

} // namespace bongsu
