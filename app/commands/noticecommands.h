// Commands about telling the users: channels, templates, notices, their approval and what becomes of them.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

void publishNoticeFile(NodeCommands& home,
                       const Asked& asked); // notice publish channels|notices|first-notice|duties FILE
void checkNoticeFile(NodeCommands& home, const Asked& asked);
void giveNoticeStarter(NodeCommands& home, const Asked& asked);
void preapproveNotice(NodeCommands& home, const Asked& asked); // of the newest first notice
void endPreapproval(NodeCommands& home, const Asked& asked);

void draftNotice(NodeCommands& home, const Asked& asked);
void proposeNotice(NodeCommands& home, const Asked& asked);
void sendFirstNotice(NodeCommands& home, const Asked& asked); // the text approved in peacetime, by one person
void answerNotice(NodeCommands& home, const Asked& asked);    // approve, decline
void overrideNotice(NodeCommands& home, const Asked& asked);
void stopNotice(NodeCommands& home, const Asked& asked);
void decideDelivery(NodeCommands& home, const Asked& asked);
void giveScript(NodeCommands& home, const Asked& asked);  // notice script [--press]
void tellNotices(NodeCommands& home, const Asked& asked); // notice status

} // namespace bongsu
