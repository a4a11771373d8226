// One command of the table: its words, and what carries it out.
#pragma once

#include "commands/nodecommands.h"

namespace bongsu {

struct NodeCommands::Command {
    Usage usage;
    Record make = nullptr;                                    // records
    Read read = nullptr;                                      // reads, or does as it must
    bool wantsRelay = true;                                   // what the relay has is waited for first
    void (*elsewhere)(NodeCommands&, const Asked&) = nullptr; // in a file of its own
};

} // namespace bongsu
