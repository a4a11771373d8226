// Whether every type of failure could be met today: what is missing in each manual, and what to do about it.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// `readiness`: a line for each type; exit code refused where anything is missing.
void tellReadiness(NodeCommands& home, const Asked& asked);

} // namespace bongsu
