// How many files and connections the relay may have open.
#pragma once

#include <QtGlobal>

namespace bongsu {

// Raises the process's limit as far as it may by itself, and tells it: a session is an open file, and the
// usual 1,024 are fewer than the people of an organisation. Where that fails, the limit is what it was.
qint64 raiseOpenFiles();

} // namespace bongsu
