// Makes the sender of each kind of channel; senderFor() asks for what it needs first.
#pragma once

#include "channel/access.h"

namespace bongsu::senders {

std::unique_ptr<Sender> mail(Access access);
// Slack, Mattermost, Discord, Teams: posts to a secret address.
std::unique_ptr<Sender> slack(Access access);
std::unique_ptr<Sender> mattermost(Access access);
std::unique_ptr<Sender> discord(Access access);
std::unique_ptr<Sender> teams(Access access);
std::unique_ptr<Sender> cloudEvents(Access access);
std::unique_ptr<Sender> sensSms(Access access);
std::unique_ptr<Sender> solapiSms(Access access);
std::unique_ptr<Sender> nhnSms(Access access);
std::unique_ptr<Sender> kannelSms(Access access);
std::unique_ptr<Sender> sensAlimtalk(Access access);
std::unique_ptr<Sender> solapiAlimtalk(Access access);
std::unique_ptr<Sender> mastodon(Access access);
std::unique_ptr<Sender> bluesky(Access access);
std::unique_ptr<Sender> telegram(Access access);
std::unique_ptr<Sender> x(Access access);
std::unique_ptr<Sender> facebook(Access access);
std::unique_ptr<Sender> statuspage(Access access);
std::unique_ptr<Sender> xmpp(Access access);
std::unique_ptr<Sender> apprise(Access access);

} // namespace bongsu::senders
