// The command that shows an incident, as it stands or as it stood.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void tellIncident(NodeCommands& home, const Asked& asked); // show INCIDENT [--as-of ISO]

} // namespace bongsu
