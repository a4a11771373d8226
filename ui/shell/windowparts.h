// What windows stand on.
#pragma once

#include "journal/journal.h"
#include "ui/shell/connection.h"
#include "ui/style/theme.h"

namespace bongsu {

// All outlive the windows.
struct WindowParts {
    Journal& journal; // open
    Connection& connection;
    const Clock& clock;
    Theme& theme;
};

} // namespace bongsu
