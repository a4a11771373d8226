// `keys`: where the keys of a home are, and how a person moves them. Works for a home that cannot be opened,
// too.
#pragma once

#include "cli/arguments.h"
#include "commands/request.h"
#include "wiring/keyplaces.h"

namespace bongsu {

QString keysCommand();
const Usage& keysUsage();

// `places` must outlive the call of `done`, which comes with the exit code.
void runKeys(KeyPlaces& places, const Arguments& arguments, const std::shared_ptr<Output>& output, Exit done);

} // namespace bongsu
