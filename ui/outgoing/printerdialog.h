// Choosing a printer, and printing on it.
#pragma once

#include "ui/outgoing/printing.h"

class QWidget;

namespace bongsu {

// Asks above `window` and goes on without holding anything up. `done` is called once something was printed or
// could not be; not when the person thought better of it, or the window is gone.
void askAndPrint(QWidget* window, const Journal& journal, const PrintOrder& order,
                 std::function<void(const Result<int>& pages)> done);

} // namespace bongsu
