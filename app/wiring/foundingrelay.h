// Founding at a relay that runs in this process, and what its relay and its root then say there.
#pragma once

#include "wiring/founding.h"
#include "wiring/relaynode.h"

namespace bongsu {

// Founds an organisation in a relay that has started. Safe to repeat after whatever ended the last attempt:
// what was recorded is not recorded again. The root keys are on the disk, in the folder's root folder, before
// the organisation exists. Refusal value.out_of_range: a name that is empty or too long.
void foundAt(RelayNode& relay, const QString& name, const std::vector<Address>& advertised,
             std::function<void(const Outcome&)> done);

// An admin's invite by root, recorded; the line leads to `addresses`.
void inviteAt(RelayNode& relay, const Ed25519Key& root, const std::vector<Address>& addresses,
              std::function<void(const Result<QString>&)> done);

// Tells the organisation how its relay is reached now, unless it says so already.
void describeAt(RelayNode& relay, const std::vector<Address>& addresses,
                std::function<void(const Outcome&)> done);

} // namespace bongsu
