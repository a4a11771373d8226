// Commands about what is to be done after incidents so that they do not happen again.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void listActions(NodeCommands& home, const Asked& asked);
void addAction(NodeCommands& home, const Asked& asked);
void changeAction(NodeCommands& home, const Asked& asked);
void settleAction(NodeCommands& home, const Asked& asked); // actions done, verify, drop, reopen
void tellRepeats(NodeCommands& home, const Asked& asked);

} // namespace bongsu
