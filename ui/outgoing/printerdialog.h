// Choosing a printer, and printing on it.
#pragma once

#include "ui/outgoing/printing.h"

class QPrinter;
class QWidget;

namespace bongsu {

// Asks above `window` and goes on without holding anything up. `chosen` is called with a printer of grey
// tones; not when the person thought better of it, or the window is gone.
void askForPrinter(QWidget* window, std::function<void(const std::shared_ptr<QPrinter>& printer)> chosen);

// Asks above `window` and goes on without holding anything up. `done` is called once something was printed or
// could not be; not when the person thought better of it, or the window is gone.
void askAndPrint(QWidget* window, const Journal& journal, const PrintOrder& order,
                 std::function<void(const Result<int>& pages)> done);

// The same for what was written in peacetime. Both outlive the asking.
void askAndPrintPeace(QWidget* window, const Journal& journal, const Documents& documents,
                      const PeaceOrder& order, std::function<void(const Result<int>& pages)> done);

} // namespace bongsu
