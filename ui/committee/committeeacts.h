// The committee, what is asked of it, and what a long response needs, as questions over the board: calling it
// together, who comes, motions and votes; requests; operational periods.
#pragma once

#include "domain/manual/standing.h"
#include "journal/documents.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class CommitteeActs : public PageActs {
    Q_OBJECT

  public:
    CommitteeActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    void addTo(Actions& actions);

    void show();   // what can be done now, in one list
    void call();   // 소집: everybody of the standing committee
    void attend(); // one's own word, or that of others
    void vote();   // the same
    void openMotion();
    void closeMotion();
    void copyMinutes();
    void request();
    void answerRequests();
    void openPeriod();

  private:
    void ask(const CommitteeCall& call, const QString& place);
    void askAttendance(const EventId& meeting, quint64 member);
    void askVoter(const EventId& motion);
    void askVote(const EventId& motion, quint64 member);
    void askMotion(MotionKind kind);
    void askOutcome(const EventId& motion);
    void askAmount(ResourceKind kind);
    void askWhat(const ResourceRequested& facts);
    void askAnswer(const EventId& request);
    QString memberName(const EventId& meetingOrMotion, quint64 member) const;
    QString motionWords(const EventId& motion) const;
    Documents::Standing standing() const; // of the standing committee as a document
    QString whyNamesAreWritten() const;

    // One of `things`, each with its words; without a question where there is just one.
    template <class Thing>
    void askWhich(const QString& title, const std::vector<std::pair<Thing, QString>>& things,
                  std::function<void(const Thing&)> then) {
        QStringList words;
        for (const auto& [thing, its] : things) {
            words += its;
        }
        askPlace(title, words, [things, then](std::size_t place) { then(things[place].first); });
    }
    void askPlace(const QString& title, const QStringList& words, std::function<void(std::size_t)> then);
};

} // namespace bongsu
