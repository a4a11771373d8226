// The commands about a retrospective's documents: written from the record, issued as exact bytes, signed.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// report INCIDENT [--kind K] [--remove WORDS]… [--format md|html|docx|odt] [-o FILE]
void writeReport(NodeCommands& home, const Asked& asked);
// retro export INCIDENT [the same] [--ask PERSON]… -o FILE: and records its bytes
void exportRetro(NodeCommands& home, const Asked& asked);
// retro issue INCIDENT FILE [--kind K] [--ask PERSON]…: a file made elsewhere of this record
void issueRetro(NodeCommands& home, const Asked& asked);
void fetchRetro(NodeCommands& home, const Asked& asked); // retro get INCIDENT NUMBER -o FILE
void signRetro(NodeCommands& home, const Asked& asked);  // retro sign INCIDENT NUMBER [--decline --reason R]

} // namespace bongsu
