// Preloaded into a program, it moves the wall clock by as many seconds as the file of BONGSU_CLOCK says,
// which may change while the program runs. Monotonic clocks and what the kernel writes (times of files) are
// left alone. Ours and not libfaketime's: that one takes semaphores, allocates memory and looks up symbols in
// the middle of a clock's reading, and under clang's AddressSanitizer programs did not come out of it on one
// machine (docs/decisions/004). Here are system calls alone.

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

// Signed decimal seconds; without a readable file none. Leaves errno as it was: callers of a clock do not
// expect it to change.
long secondsOff() {
    const int kept = errno;
    const char* path = std::getenv("BONGSU_CLOCK");
    char text[24] = {};
    const long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC) : -1;
    if (file >= 0) {
        syscall(SYS_read, file, text, sizeof text - 1);
        syscall(SYS_close, file);
    }
    const bool isBehind = text[0] == '-';
    long seconds = 0;
    for (const char* c = text + isBehind; *c >= '0' && *c <= '9'; ++c) {
        seconds = seconds * 10 + (*c - '0');
    }
    errno = kept;
    return isBehind ? -seconds : seconds;
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
    const int code = static_cast<int>(syscall(SYS_clock_gettime, clock, now));
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        now->tv_sec += secondsOff();
    }
    return code;
}

extern "C" int gettimeofday(timeval* __restrict now, void* __restrict) noexcept {
    timespec precise = {};
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

extern "C" time_t time(time_t* into) noexcept {
    timespec precise = {};
    clock_gettime(CLOCK_REALTIME, &precise);
    if (into) {
        *into = precise.tv_sec;
    }
    return precise.tv_sec;
}
