// What can be done to an incident beside writing in it, as questions over the board: command, meeting, holds,
// states.
#pragma once

#include "domain/incident/board.h"
#include "ui/board/choicesheet.h"
#include "ui/shell/actions.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

class Acts : public QObject {
    Q_OBJECT

  public:
    Acts(const WindowParts& parts, QWidget* page);

    // The incident they are about.
    void setIncident(const LogId& log) { m_log = log; }
    void addTo(Actions& actions);
    ChoiceSheet& sheet() { return *m_sheet; }

    void takeCommand();
    void setMeeting();
    void stateServices();
    void changeGrade();
    void changePhase();
    void hold();
    void holdAt(const QString& site); // at once, with the incident as the reason
    void release();
    void raiseBlocker();
    void clearBlocker();
    void join(const std::optional<LogId>& into);

  Q_SIGNALS:
    void done(const QString& words); // what was done, to be said

  private:
    const Incident* incident() const;
    QString title(const Incident& incident) const;
    // Why it was not recorded; empty: it was.
    QString record(const Facts& facts, const Text& text, const QString& said);
    QString recordIn(const LogId& log, const Facts& facts, const Text& text, const QString& said);
    void askState(const ServiceStated& facts);
    std::vector<const Incident*> otherOpen() const;

    WindowParts m_parts;
    std::optional<LogId> m_log;
    ChoiceSheet* m_sheet;
};

} // namespace bongsu
