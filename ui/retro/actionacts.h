// What is done with what is to be done after an incident, as questions over a page.
#pragma once

#include "domain/retro/register.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class ActionActs : public PageActs {
    Q_OBJECT

  public:
    ActionActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page);

    // Against a finding, or against the incident as a whole.
    void add(const LogId& log, const std::optional<EventId>& finding);
    void addSomewhere(); // for which incident is asked
    // `line`: as it was shown; refused, if somebody else was quicker.
    void change(const RegisterLine& line);
    void settle(const RegisterLine& line, WorkOutcome outcome);

  private:
    void askWho(const LogId& log, const ActionAdded& facts, const QString& words);
    void askWanted(const LogId& log, const ActionAdded& facts, const QString& words);
    void askReason(const RegisterLine& line, const ActionPlan& plan);
    QString wordsOf(const RegisterLine& line) const;
};

} // namespace bongsu
