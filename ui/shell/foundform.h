// Starting an organisation on this computer: its name and one's own.
#pragma once

#include "ui/shell/hosting.h"
#include "ui/style/labels.h"

#include <QWidget>

class QPushButton;

namespace bongsu {

class ComposerField;
class Connection;

class FoundForm : public QWidget {
    Q_OBJECT

  public:
    FoundForm(Hosting& hosting, Connection& connection, QWidget* parent = nullptr);
    QWidget* first() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void name();
    void found();
    void refresh();

    Hosting& m_hosting;
    bool m_founding = false;
    std::optional<Error> m_trouble;
    QLabel* m_organisationLabel;
    ComposerField* m_organisation;
    QLabel* m_nameLabel;
    ComposerField* m_name;
    QPushButton* m_found;
    QLabel* m_message;
};

} // namespace bongsu
