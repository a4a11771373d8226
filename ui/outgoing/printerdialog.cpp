#include "ui/outgoing/printerdialog.h"

#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QWidget>

namespace bongsu {

void askAndPrint(QWidget* window, const Journal& journal, const PrintOrder& order,
                 std::function<void(const Result<int>&)> done) {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setColorMode(QPrinter::GrayScale);
    auto* dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [printer, &journal, order, done = std::move(done), alive = QPointer(window)] {
                         printIncident(journal, order, *printer,
                                       [printer, done, alive](const Result<int>& pages) {
                                           if (alive) {
                                               done(pages);
                                           }
                                       });
                     });
    dialog->open();
}

} // namespace bongsu
