// What can be done to an incident beside writing in it, as questions over the board: command, meeting, holds.
#pragma once

#include "ui/board/pageacts.h"

namespace bongsu {

class Acts : public PageActs {
    Q_OBJECT

  public:
    Acts(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    void addTo(Actions& actions);

    void takeCommand();
    void setMeeting();
    void changeGrade();
    void changePhase();
    void setAlert(); // the government's level, as it was made known
    void hold();
    void holdAt(const QString& site); // at once, with the incident as the reason
    void release();
    void join(const std::optional<LogId>& into);

  Q_SIGNALS:
    void safetyAsked(); // what was not looked at yet is to be looked at now

  private:
    QString setPhase(Phase phase, const Text& text);
    void askSafety();
    void askReasonToClose();
    QString title(const Incident& incident) const;
    std::vector<const Incident*> otherOpen() const;
};

} // namespace bongsu
