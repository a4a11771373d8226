// Where a device that belongs starts: one line to declare with, and the incidents there are.
#pragma once

#include "ui/shell/ticker.h"
#include "ui/shell/windowparts.h"

#include <QWidget>

class QLabel;
class QListView;

namespace bongsu {

class Actions;
class Bars;
class DeclareCard;
class Foot;
class IncidentsModel;

class IncidentsPage : public QWidget {
    Q_OBJECT

  public:
    IncidentsPage(const WindowParts& parts, const Ticker& ticker, QWidget* parent = nullptr);

    void focusField();
    Foot& foot() { return *m_foot; }
    Actions& actions() { return *m_actions; }
    DeclareCard& card() { return *m_card; }
    QListView& list() { return *m_list; }
    const Bars& bars() const { return *m_bars; }
    QString reminder() const; // of manuals to be reviewed or read, and of what was learnt; empty: of nothing

  Q_SIGNALS:
    void opened(const bongsu::LogId& log);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    QWidget* makeHead();
    void name();
    void refresh();
    void remind();

    WindowParts m_parts;
    IncidentsModel* m_model;
    QLabel* m_organisation;
    QLabel* m_person;
    Bars* m_bars;
    DeclareCard* m_card;
    QLabel* m_reminder;
    QLabel* m_heading;
    QLabel* m_empty;
    QListView* m_list;
    Actions* m_actions;
    Foot* m_foot;
};

} // namespace bongsu
