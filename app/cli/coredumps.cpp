#include "cli/coredumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace bongsu {

void forbidCoreDumps() {
    // A limit of 0 does not hold where the kernel hands dumps to a program (core_pattern with a pipe); not
    // being dumpable does, and lasts until another program is executed. Each is a net under the other.
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0));
}

} // namespace bongsu
