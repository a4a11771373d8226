// What this process holds in memory stays out of files: no core dump is written of it.
#pragma once

namespace bongsu {

// Keys and texts lie in the memory of every program of this house, and a dump would put them onto a disk. To
// be called first in main(). Nobody but root can attach a debugger from then on.
void forbidCoreDumps();

} // namespace bongsu
