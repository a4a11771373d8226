// What is to be done, as questions over the board: settling tasks one after another, adding one.
#pragma once

#include "domain/incident/seats.h"
#include "ui/board/pageacts.h"
#include "ui/roles/incidentmanual.h"

namespace bongsu {

class TaskActs : public PageActs {
    Q_OBJECT

  public:
    // `manual`: what seats are called by; outlives it.
    TaskActs(const WindowParts& parts, ChoiceSheet& sheet, const IncidentManual& manual, QWidget* page);

    void addTo(Actions& actions);
    void show(); // open tasks, the viewer's first: Enter is done, a reason skips
    void add();
    void addDemand(); // what an authority asked for, with its clock

  private:
    QString settle(const TaskLine& task, const QString& reason);
    void askDue(const QString& words, const std::optional<QString>& seat);
    void askDemanded(const QString& party);
    void askUntil(const QString& words, const TaskItem& task, const Text& text);
    QString nameOf(const QString& seat) const;

    const IncidentManual& m_manual;
};

} // namespace bongsu
