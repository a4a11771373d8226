#include "openfiles.h"

#include <sys/resource.h>

#include <algorithm>
#include <limits>

namespace bongsu {

qint64 raiseOpenFiles() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) {
        return 0;
    }
    rlimit raised = files;
    raised.rlim_cur = files.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) {
        files = raised;
    }
    return qint64(std::min<rlim_t>(files.rlim_cur, std::numeric_limits<qint64>::max()));
}

} // namespace bongsu
