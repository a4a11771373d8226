// The two columns beside the record: services and what is blocked on the left, people and notices on the
// right.
#pragma once

#include "ui/board/boardwords.h"

#include <QScrollArea>

class QVBoxLayout;

namespace bongsu {

// A column of sections that scrolls where the window is low.
class BoardColumn : public QScrollArea {
    Q_OBJECT

  public:
    BoardColumn(const Theme& theme, QWidget* parent = nullptr);
    virtual void show(const BoardContext& board) = 0;

  protected:
    PanelSection* addSection();
    void add(QWidget* widget);
    QWidget* addRule();
    // Quiet words below a section.
    QLabel* addWords();
    const Theme& theme() const { return m_theme; }

  private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

// "12,000 / 32,000" with its bar.
class RestorationBar : public QWidget {
    Q_OBJECT

  public:
    RestorationBar(const Theme& theme, const RestorationWords& words, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    RestorationWords m_words;
};

class ServicesColumn : public BoardColumn {
    Q_OBJECT

  public:
    ServicesColumn(const Theme& theme, QWidget* parent = nullptr);
    void show(const BoardContext& board) override;
    PanelSection& services() { return *m_services; }

  private:
    PanelSection* m_services;
    QLabel* m_noServices;
    QWidget* m_restorations;
    QLabel* m_known; // the cause, and when things are back
    PanelSection* m_blocked;
};

class PeopleColumn : public BoardColumn {
    Q_OBJECT

  public:
    PeopleColumn(const Theme& theme, QWidget* parent = nullptr);
    void show(const BoardContext& board) override;
    PanelSection& people() { return *m_people; }
    PanelSection& tasks() { return *m_tasks; }

  Q_SIGNALS:
    void seatChosen(const QString& seat);
    void tasksChosen();

  private:
    void showTasks(const BoardContext& board);

    PanelSection* m_people;
    QLabel* m_span; // too many report to one
    QWidget* m_tasksRule;
    PanelSection* m_tasks;
    QLabel* m_moreTasks;
    QWidget* m_committeeRule;
    PanelSection* m_committee;
    PanelSection* m_notices;
};

} // namespace bongsu
