#include "ui/outgoing/printerdialog.h"

#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QWidget>

namespace bongsu {

void askForPrinter(QWidget* window, std::function<void(const std::shared_ptr<QPrinter>&)> chosen) {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setColorMode(QPrinter::GrayScale);
    auto* dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [printer, chosen = std::move(chosen)] { chosen(printer); });
    dialog->open();
}

void askAndPrint(QWidget* window, const Journal& journal, const PrintOrder& order,
                 std::function<void(const Result<int>&)> done) {
    askForPrinter(window, [&journal, order, done = std::move(done),
                           alive = QPointer(window)](const std::shared_ptr<QPrinter>& printer) {
        printIncident(journal, order, *printer, [printer, done, alive](const Result<int>& pages) {
            if (alive) {
                done(pages);
            }
        });
    });
}

void askAndPrintPeace(QWidget* window, const Journal& journal, const Documents& documents,
                      const PeaceOrder& order, std::function<void(const Result<int>&)> done) {
    askForPrinter(window, [&journal, &documents, order,
                           done = std::move(done)](const std::shared_ptr<QPrinter>& printer) {
        done(printPeace(journal, documents, order, *printer));
    });
}

} // namespace bongsu
