// Commands about the committee, requests for what a response runs short of, and operational periods.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void checkCommittee(NodeCommands& home, const Asked& asked);
void publishCommittee(NodeCommands& home, const Asked& asked);
void tellCommittee(NodeCommands& home, const Asked& asked); // committee show
void callCommittee(NodeCommands& home, const Asked& asked);
void attendCommittee(NodeCommands& home, const Asked& asked);
void tellMinutes(NodeCommands& home, const Asked& asked);
void openMotion(NodeCommands& home, const Asked& asked);
void voteMotion(NodeCommands& home, const Asked& asked);
void closeMotion(NodeCommands& home, const Asked& asked);
void addRequest(NodeCommands& home, const Asked& asked);
void answerRequest(NodeCommands& home, const Asked& asked);
void listRequests(NodeCommands& home, const Asked& asked);
void openPeriod(NodeCommands& home, const Asked& asked);

} // namespace bongsu
