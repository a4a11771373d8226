// Commands about what must be told in time, and about what telling people stands on.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void tellDuties(NodeCommands& home, const Asked& asked); // duty list
void beginDuty(NodeCommands& home, const Asked& asked);
void settleDuty(NodeCommands& home, const Asked& asked); // duty met, excuse, reopen
void checkFates(NodeCommands& home, const Asked& asked); // notice selfcheck

} // namespace bongsu
