// Defines the system calls themselves: symbols of the program go before those of the C library.
#include "storage/failingcalls.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {
std::atomic<int> callsLeft = 0;
int errorGiven = EIO;

bool isOfStore(int fd) {
    char link[64];
    char path[512];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    return std::strstr(path, "store.db") != nullptr;
}

bool failsNow(int fd) {
    if (callsLeft.load() <= 0 || !isOfStore(fd) || callsLeft.fetch_sub(1) != 1) {
        return false;
    }
    errno = errorGiven;
    return true;
}

template <class Call>
Call real(const char* name) {
    return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}
} // namespace

extern "C" {
__attribute__((visibility("default"))) ssize_t pwrite64(int fd, const void* data, size_t count, off64_t at) {
    static const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return failsNow(fd) ? -1 : call(fd, data, count, at);
}
__attribute__((visibility("default"))) int fsync(int fd) {
    static const auto call = real<int (*)(int)>("fsync");
    return failsNow(fd) ? -1 : call(fd);
}
__attribute__((visibility("default"))) int fdatasync(int fd) {
    static const auto call = real<int (*)(int)>("fdatasync");
    return failsNow(fd) ? -1 : call(fd);
}
__attribute__((visibility("default"))) int ftruncate64(int fd, off64_t size) noexcept {
    static const auto call = real<int (*)(int, off64_t)>("ftruncate64");
    return failsNow(fd) ? -1 : call(fd, size);
}
}

namespace bongsu {

void failCallFromEnvironment() {
    if (const char* error = std::getenv("FAIL_ERROR")) {
        errorGiven = std::atoi(error);
    }
    if (const char* number = std::getenv("FAIL_CALL")) {
        callsLeft = std::atoi(number);
    }
}

} // namespace bongsu
