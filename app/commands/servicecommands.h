// Commands about what is known of services beyond their states, and about the cause.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void tellServices(NodeCommands& home, const Asked& asked);    // services status
void confirmServices(NodeCommands& home, const Asked& asked); // services confirm
void stateImpact(NodeCommands& home, const Asked& asked);     // services hit
void expectRecovery(NodeCommands& home, const Asked& asked);  // services expect
void stateCause(NodeCommands& home, const Asked& asked);      // cause

} // namespace bongsu
