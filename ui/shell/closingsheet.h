// Closing while others are connected through this computer: who they are, and whether all the same.
#pragma once

#include "ui/shell/sheet.h"

class QPushButton;

namespace bongsu {

class ClosingSheet : public Sheet {
    Q_OBJECT

  public:
    ClosingSheet(QWidget* page, const Theme& theme);

    // Enter stays; closing needs another key on purpose.
    void ask(const QStringList& connected);
    QString words() const { return m_who->text(); }

  Q_SIGNALS:
    void closeAsked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void name();

    QStringList m_connected;
    QLabel* m_who;
    QLabel* m_after;
    QPushButton* m_stay;
    QPushButton* m_close;
};

} // namespace bongsu
