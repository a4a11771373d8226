// The command about how long things took.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void tellMeasures(NodeCommands& home, const Asked& asked); // measures [INCIDENT]: without one, of each

} // namespace bongsu
