// Joining: an invite, a name, and in.
#pragma once

#include "ui/shell/connection.h"
#include "ui/style/labels.h"

#include <QWidget>

class QPushButton;

namespace bongsu {

class ComposerField;

class JoinForm : public QWidget {
    Q_OBJECT

  public:
    JoinForm(Connection& connection, QWidget* parent = nullptr);
    QWidget* first() const; // where the cursor stands

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void name();
    void join();
    void refresh();
    QString troubleWords() const;

    Connection& m_connection;
    bool m_joining;
    std::optional<Error> m_trouble;
    QLabel* m_inviteLabel;
    ComposerField* m_invite;
    QLabel* m_nameLabel;
    ComposerField* m_name;
    QPushButton* m_join;
    QLabel* m_message;
};

} // namespace bongsu
