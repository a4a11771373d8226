// Who takes which seat, as questions over the board: calling everybody, answering, giving a seat to somebody.
#pragma once

#include "domain/manual/seating.h"
#include "ui/board/pageacts.h"
#include "ui/roles/incidentmanual.h"

namespace bongsu {

struct BoardContext;

class SeatActs : public PageActs {
    Q_OBJECT

  public:
    SeatActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    void addTo(Actions& actions);
    IncidentManual& manual() { return m_manual; }

    void callEveryone();
    void sayFailureType();  // whatever it was taken for: everybody goes by its manual from then on
    void takeNewerManual(); // that of the incident, where one was published since
    // The call to the viewer that has waited longest; nothing: nobody calls them.
    std::optional<SeatLine> call() const;
    void take();                         // that one, at once
    void answer(SeatAnswer proposed);    // the same, asked once more, with a reason
    void answerFor(const QString& seat); // of a seat the viewer is called to
    void actOn(const QString& seat);     // whatever can be done about it
    void assign(const QString& seat);    // to somebody, or hand it over

  Q_SIGNALS:
    void tookOver(const QString& seat); // the viewer, from somebody who had it

  private:
    void ask(const SeatLine& call, SeatAnswer proposed);
    // `then`: what follows once its manual holds; returns why it was not done.
    using Follow = std::function<QString(const IncidentManual::Held&)>;
    void askFailureType(const QString& does, Follow then);
    Result<IncidentManual::Held> goBy(const IncidentManual::Held& newest);
    Result<Recorded> recordAttached(const EventId& version, const Manual& manual);
    QString callBy(const IncidentManual::Held& manual);
    QString recordCalls(const IncidentManual::Held& manual, int& called, Verdict& warning);
    QString recordTasks(const Manual& manual, Verdict& warning);
    QString callOne(const QString& seat, const SeatCandidate& candidate,
                    const std::vector<SeatCandidate>& line);
    void chooseSeat(const QString& title, SeatAct act, void (SeatActs::*then)(const QString&));
    void writeAnswer(const QString& seat);
    void vacate(const QString& seat);
    void perform(SeatAct act, const QString& seat);
    QString nameOfAct(SeatAct act) const;
    QString answered(const SeatLine& call, SeatAnswer answer, const QString& reason);
    std::vector<BoardSeat> seats() const;
    std::vector<SeatAct> actsFor(const BoardSeat& seat) const;
    std::optional<IncidentManual::Held> read() const;
    QString nameOf(const QString& seat) const;
    QString detailOf(const BoardSeat& seat) const;
    QString detailOf(const SeatCandidate& candidate) const;

    IncidentManual m_manual;
};

} // namespace bongsu
