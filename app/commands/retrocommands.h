// The command that writes a retrospective's draft from the record.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// report INCIDENT [--kind full|public] [--remove WORDS]… [--format md|html|docx|odt] [-o FILE]
void writeReport(NodeCommands& home, const Asked& asked);

} // namespace bongsu
