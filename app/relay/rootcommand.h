// bongsu-relay root: takes the root keys away from beside the relay.
#pragma once

#include "cli/arguments.h"
#include "cli/output.h"

namespace bongsu {

// export DIR FILE [--which 1|2]: a copy of one key; it stays until `forget DIR` removes both. The exit code.
int rootCommand(const Arguments& arguments, const Usage& usage, Output& output);

} // namespace bongsu
