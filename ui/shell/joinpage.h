// The first page of a new device: an invite, a name, and in.
#pragma once

#include "ui/shell/connection.h"
#include "ui/style/labels.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace bongsu {

class JoinPage : public QWidget {
    Q_OBJECT

  public:
    JoinPage(Connection& connection, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void name();
    void join();
    void refresh();

    Connection& m_connection;
    bool m_joining = false;
    std::optional<Error> m_trouble;
    QLabel* m_title;
    QLabel* m_explanation;
    QLabel* m_inviteLabel;
    QLineEdit* m_invite;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QPushButton* m_join;
    QLabel* m_message;
};

} // namespace bongsu
