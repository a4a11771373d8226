// What can be said of an incident's services and of what holds them up, as questions over the board: states,
// the owner's word, users hit, the cause, when they are back.
#pragma once

#include "domain/incident/servicing.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class ServiceActs : public PageActs {
    Q_OBJECT

  public:
    ServiceActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    void addTo(Actions& actions);

    void stateServices();
    void state(const ServiceKey& what); // without a service: which ones is asked
    void confirm();                     // what waits for the viewer's department
    void hit();
    void hit(const ServiceKey& what); // the same
    void stateCause();
    void expect();
    void expect(const ServiceKey& what); // without a service: all of it
    void raiseBlocker();
    void clearBlocker();
    void clearBlocker(const std::optional<EventId>& first); // which is chosen at first

  private:
    // Which of the incident's services, or others; `which` has the words.
    void askServices(Question which, bool allChosen, std::function<void(const std::vector<QString>&)> then);
    void askState(const ServiceStated& facts);
    QString statedWords(const ServiceStatus& status) const;
    void askHit(const ImpactStated& facts);
    void askBasis(const ServiceKey& what, Moment at);
    QString recordExpected(const ServiceKey& what, const std::optional<Moment>& at, const Text& text);
    void askPromise(const BlockerRaised& facts, const QString& words);
};

} // namespace bongsu
