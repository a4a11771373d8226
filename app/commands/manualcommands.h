// Which version of a manual an incident goes by, what changed since, and taking a newer one over.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// `manual diff TYPE|INCIDENT`: a line for each difference, then which versions were compared.
void diffManual(NodeCommands& home, const Asked& asked);
// `manual attach INCIDENT [TYPE|VERSION]`: recorded, so that every desktop goes by it.
void attachManual(NodeCommands& home, const Asked& asked);
// `manual read TYPE`: that this person has read the version that holds.
void recordManualRead(NodeCommands& home, const Asked& asked);

} // namespace bongsu
