// What `verify` answers. A sealed export needs nothing but the file and the organisation's id: it is the one
// command without a home.
#pragma once

#include "cli/arguments.h"
#include "cli/output.h"

namespace bongsu {

Usage verifyFileUsage();

// Whether the words ask for a file to be verified; a home is verified by NodeCommands.
bool asksForFile(const QStringList& words);

// Reads the file to its first fault. Exit codes: done, usage, failed (it cannot be read), not verified.
int verifyFile(const QStringList& words, Output& output);

// The last line and the exit code of a home that could not be read. Of damage that has a place:
// {"bad":{"log":…,"seq":n,"why":…}}, not verified; of everything else as reportError().
int reportDamage(Output& output, const Error& error);

} // namespace bongsu
