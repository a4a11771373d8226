// What authors do with the parts of a retrospective, as questions over the page: steps, remarks, findings,
// and what was looked at. Writing a section is the page's own.
#pragma once

#include "domain/retro/outline.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class RetroActs : public PageActs {
    Q_OBJECT

  public:
    RetroActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page);

    void takeStep(const StepLine& step, const QString& name); // its owner is whoever sits here
    void assignStep(const StepLine& step, const QString& name);
    // Which needs no reason is done at once, with a line that may stay empty.
    void settleStep(const StepLine& step, const QString& name, WorkOutcome outcome);

    void remark(const OutlineSection& section, const QString& name);
    void answerRemark(const OutlineSection& section);

    // With these lines of the record as evidence.
    void addFinding(const std::vector<EventId>& evidence);
    void dropFinding(const EventId& finding);

    // What somebody looked at: one service, or several at once.
    void stateSafety(const OutlineSafety& safety, SafetyFinding finding);
    void stateAllSafety(const std::vector<OutlineSafety>& all); // clean: what nobody has looked at yet

    // In one piece, or by three sub-committees.
    void arrangeFor(const LogId& log);

  Q_SIGNALS:
    void findingAdded(); // and its evidence with it

  private:
    void askFinding(FindingKind findingKind, const QString& words, const std::vector<EventId>& evidence);
    void askPattern(const FindingAdded& facts, const QString& words);
    QString recordStep(const StepLine& step, const std::optional<PersonId>& owner,
                       const std::optional<Moment>& due, const QString& said);
};

} // namespace bongsu
