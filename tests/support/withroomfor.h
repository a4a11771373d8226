// A full disk, with none to fill.
#pragma once

#include <csignal>
#include <sys/resource.h>

namespace bongsu {

// What `act` gives where the process may write files of so many bytes, and no byte more. The failure is
// EFBIG, which Qt tells as any other than that there is no room.
template <class Act>
auto withRoomFor(rlim_t bytes, const Act& act) {
    struct rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    struct rlimit tight = before;
    tight.rlim_cur = bytes;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &tight);
    auto result = act();
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    return result;
}

} // namespace bongsu
