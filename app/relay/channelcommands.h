// Commands of a relay about channels: what they are spoken to with, whom they reach, and whether they work.
#pragma once

#include "relaycommands.h"

namespace bongsu {

// channel list: the published ones and what each lacks here. channel add CHANNEL: the secrets as lines of
// "name=value" in `input` (a file, never an argument), sealed to this relay. channel remove CHANNEL. channel
// test CHANNEL [ADDRESS]. recipients set LIST: the addresses in `input`, one a line. recipients list.
void channelCommand(RelayNode& node, const QStringList& words, const QByteArray& input,
                    const std::shared_ptr<Output>& output, const Exit& done);

} // namespace bongsu
