// The organisation that this computer keeps: where others reach it, who is connected, and what is to be done
// with its root keys.
#pragma once

#include "ui/shell/hosting.h"
#include "ui/shell/sheet.h"

class QPushButton;

namespace bongsu {

class HostSheet : public Sheet {
    Q_OBJECT

  public:
    HostSheet(QWidget* page, const Theme& theme, Hosting& hosting);

    void show();

  Q_SIGNALS:
    void inviteAsked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void refresh();
    void showFolder();

    Hosting& m_hosting;
    QLabel* m_state;
    QLabel* m_trouble;
    QPushButton* m_clock;
    QLabel* m_addressesLabel;
    QLabel* m_addresses;
    QLabel* m_connected;
    QWidget* m_root;
    QLabel* m_rootWords;
    QLabel* m_rootFolder;
    QPushButton* m_openFolder;
    QPushButton* m_invite;
    QPushButton* m_done;
};

} // namespace bongsu
