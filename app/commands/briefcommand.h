// What is said of an incident to somebody who was not there.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// `brief INCIDENT`: one line for anybody. With --handover SEAT: the page for whoever takes over that seat.
void tellBrief(NodeCommands& home, const Asked& asked);

} // namespace bongsu
