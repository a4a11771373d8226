// The commands by which several people look back at an incident: its steps, sections, findings and checks.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void arrangeRetro(NodeCommands& home, const Asked& asked); // retro start INCIDENT [--subcommittees]
// retro show INCIDENT [SECTION]: of a section, the words of every version that stands, too
void showRetro(NodeCommands& home, const Asked& asked);
// retro edit INCIDENT SECTION FILE|- [--open-to authors|organisation|everybody] [--over VERSION]…
void editSection(NodeCommands& home, const Asked& asked);
void remarkSection(NodeCommands& home, const Asked& asked); // retro remark INCIDENT SECTION TEXT
void answerRemark(NodeCommands& home, const Asked& asked);  // retro answer INCIDENT REMARK [TEXT]
void assignStep(NodeCommands& home, const Asked& asked); // retro assign INCIDENT STEP [--owner P] [--due D]
void settleStep(NodeCommands& home,
                const Asked& asked); // retro done|confirm|drop|reopen INCIDENT STEP [--reason R]
// retro finding INCIDENT TEXT --kind K [--area A] [--pattern P] [--evidence EVENT]…
void addFinding(NodeCommands& home, const Asked& asked);
void dropFinding(NodeCommands& home, const Asked& asked); // retro drop-finding INCIDENT FINDING --reason R
// retro safety INCIDENT [TEXT] [--service S]… [--aspect A]… [--finding clean|affected] [--by PERSON]
void stateSafety(NodeCommands& home, const Asked& asked);

// --- how one looks back here, as a file
void checkRetroProcess(NodeCommands& home, const Asked& asked);   // retro check FILE
void publishRetroProcess(NodeCommands& home, const Asked& asked); // retro publish FILE [--reason R]
void giveRetroStarter(NodeCommands& home, const Asked& asked);    // retro starter [-o FILE]

} // namespace bongsu
