// The top of an incident's page: how grave, what, since when, who commands, and whether anybody hears us.
#pragma once

#include "ui/incidents/incidentwords.h"
#include "ui/shell/bars.h"

#include <QWidget>

class QHBoxLayout;

namespace bongsu {

class TopLine : public QWidget {
    Q_OBJECT

  public:
    TopLine(Journal& journal, Connection& connection, const Theme& theme, QWidget* parent = nullptr);

    void tell(const IncidentWords& words);
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QLayout* makeFirst(const Theme& theme);
    QLayout* makeSecond(Journal& journal, Connection& connection);
    void place();
    void placeClocks(bool narrow);

    // What goes to a line of its own where the first two have no room for it.
    QWidget* m_clockPhrase;
    QWidget* m_meetingPhrase;
    QHBoxLayout* m_first;
    QHBoxLayout* m_second;
    QHBoxLayout* m_third;
    QHBoxLayout* m_fourth;

    Fires* m_fires;
    QLabel* m_drill;
    QLabel* m_grade;
    ElidedLabel* m_title;
    QLabel* m_phase;
    QLabel* m_sinceBefore;
    QLabel* m_elapsed;
    QLabel* m_sinceAfter;
    QLabel* m_meetingName;
    QLabel* m_meeting;
    QLabel* m_commanderName;
    QLabel* m_commander;
    QLabel* m_command;
    QLabel* m_acting;
    QWidget* m_alertPhrase; // the government's level
    QLabel* m_alertName;
    QLabel* m_alert;
    QWidget* m_clocksPhrase; // of what users were promised, and have to be told
    QLabel* m_nextNotice;
    QLabel* m_duty;
    bool m_dutyIsPressing = false;
    ElidedLabel* m_counts;
    QLabel* m_joined;
};

} // namespace bongsu
