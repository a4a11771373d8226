#include "ui/roles/seatacts.h"

#include "ui/roles/rolewords.h"
#include "wording/manualnames.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";

Text because(const QString& reason) {
    return {.reason = reason.isEmpty() ? std::nullopt : std::optional(reason)};
}

} // namespace

SeatActs::SeatActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page)
    : PageActs(parts, sheet, page), m_manual(parts) {}

void SeatActs::addTo(Actions& actions) {
    const auto add = [&](const char* name, const QKeySequence& keys, std::function<void()> act,
                         std::function<QString()> hindrance = {}) {
        actions.add({.name = name,
                     .keys = keys,
                     .run =
                         [this, act = std::move(act)] {
                             if (incident()) {
                                 act();
                             }
                         },
                     .hindrance = std::move(hindrance)});
    };
    const auto notCalled = [this] {
        return call() ? QString() : tr("Nobody calls you to a seat of this incident.");
    };
    add(
        QT_TRANSLATE_NOOP("Action", "I take the seat I am called to"), Qt::Key_F8, [this] { take(); },
        notCalled);
    add(
        QT_TRANSLATE_NOOP("Action", "I cannot take the seat I am called to"), Qt::SHIFT | Qt::Key_F8,
        [this] { answer(SeatAnswer::Declined); }, notCalled);
    add(QT_TRANSLATE_NOOP("Action", "Call everyone to their seats"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        [this] { callEveryone(); });
    add(QT_TRANSLATE_NOOP("Action", "Say what kind of failure it is"), {}, [this] { sayFailureType(); });
    add(QT_TRANSLATE_NOOP("Action", "Give a seat to somebody"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] { chooseSeat(tr("Which seat?"), SeatAct::Call, &SeatActs::assign); });
    add(QT_TRANSLATE_NOOP("Action", "Hand over a seat"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        [this] { chooseSeat(tr("Which seat is handed over?"), SeatAct::HandOver, &SeatActs::assign); });
    add(QT_TRANSLATE_NOOP("Action", "Accepted by phone"), Qt::CTRL | Qt::SHIFT | Qt::Key_Y,
        [this] { chooseSeat(tr("Who accepted by phone?"), SeatAct::WriteAnswer, &SeatActs::writeAnswer); });
    add(QT_TRANSLATE_NOOP("Action", "Give up a seat"), {},
        [this] { chooseSeat(tr("Which seat is given up?"), SeatAct::Vacate, &SeatActs::vacate); });
}

std::optional<IncidentManual::Held> SeatActs::read() const {
    return m_manual.toRead(*incident());
}

QString SeatActs::nameOf(const QString& seat) const {
    const auto held = read();
    return nameOfSeat(seat, held ? held->manual.get() : nullptr);
}

// They point into the manual, which lives as long as whoever holds it: only names and states are read here.
std::vector<BoardSeat> SeatActs::seats() const {
    const auto held = read();
    std::vector<BoardSeat> seats =
        boardSeats(held ? held->manual.get() : nullptr, *incident(), parts().clock.now());
    for (BoardSeat& seat : seats) {
        seat.inManual = nullptr;
    }
    return seats;
}

std::vector<SeatAct> SeatActs::actsFor(const BoardSeat& seat) const {
    const auto person = journal().person();
    const Organisation& organisation = journal().organisation();
    const auto permission = person ? organisation.permission(*person, organisation.seq) : std::nullopt;
    return bongsu::actsFor(seat, person, person && permission && commands(*incident(), *person, *permission));
}

std::optional<SeatLine> SeatActs::call() const {
    const auto person = journal().person();
    const auto calls =
        person && incident() ? callsFor(*incident(), *person, parts().clock.now()) : std::vector<SeatLine>();
    return calls.empty() ? std::nullopt : std::optional(calls.front());
}

QString SeatActs::answered(const SeatLine& call, SeatAnswer answer, const QString& reason) {
    const bool takes = answer == SeatAnswer::Accepted;
    const bool hadHolder = call.status.holder.has_value();
    const QString trouble =
        record(SeatAnswered{call.seat, call.status.setBy, answer, std::nullopt}, because(reason),
               filled(takes ? tr("The seat is yours: %1. Shift F4 shows what is yours to do.")
                            : tr("You said that you cannot take it: %1. The next in line is called."),
                      {nameOf(call.seat)}));
    if (trouble.isEmpty() && takes && hadHolder) {
        Q_EMIT tookOver(call.seat);
    }
    return trouble;
}

void SeatActs::take() {
    if (const auto mine = call()) {
        if (const QString why = answered(*mine, SeatAnswer::Accepted, {}); !why.isEmpty()) {
            Q_EMIT done(why);
        }
    }
}

void SeatActs::answer(SeatAnswer proposed) {
    if (const auto mine = call()) {
        ask(*mine, proposed);
    }
}

void SeatActs::answerFor(const QString& seat) {
    const auto person = journal().person();
    for (const SeatLine& call : callsFor(*incident(), *person, parts().clock.now())) {
        if (call.seat == seat) {
            ask(call, SeatAnswer::Accepted);
        }
    }
}

void SeatActs::ask(const SeatLine& call, SeatAnswer proposed) {
    const auto held = read();
    const BoardContext board{journal(), *incident(), parts().clock.now(),
                             held ? held->manual.get() : nullptr};
    sheet().ask(
        {.title = filled(tr("Do you take the seat: %1?"), {nameOf(call.seat)}),
         .words = callWords(board, call),
         .options = {{tr("I take it"), {}, proposed == SeatAnswer::Accepted},
                     {tr("I cannot"), tr("the next in line is called"), proposed == SeatAnswer::Declined}},
         .line = tr("Why, if you like"),
         .does = tr("Answer"),
         .answer = [this, call](const std::vector<int>& chosen, const QString& line) {
             return answered(call, chosen.front() == 0 ? SeatAnswer::Accepted : SeatAnswer::Declined, line);
         }});
}

// One of those about which this can be done; nothing else is asked where there is but one.
void SeatActs::chooseSeat(const QString& title, SeatAct act, void (SeatActs::*then)(const QString&)) {
    std::vector<QString> keys;
    Question question{.title = title};
    for (const BoardSeat& seat : seats()) {
        const auto acts = actsFor(seat);
        const bool gives = act == SeatAct::Call; // to somebody: whoever has it already, too
        const bool fits = std::any_of(acts.begin(), acts.end(), [&](SeatAct one) {
            return one == act || (gives && (one == SeatAct::CallOther || one == SeatAct::HandOver));
        });
        if (fits) {
            question.options.push_back({nameOf(seat.line.seat), detailOf(seat), gives && keys.empty()});
            keys.push_back(seat.line.seat);
        }
    }
    if (keys.empty()) {
        Q_EMIT done(tr("There is no such seat here, or only the commander may do that."));
        return;
    }
    question.does = tr("Next");
    question.answer = [this, keys, then](const std::vector<int>& chosen, const QString&) {
        askNext([this, seat = keys[std::size_t(chosen.front())], then] { (this->*then)(seat); });
        return QString();
    };
    sheet().ask(std::move(question));
}

QString SeatActs::nameOfAct(SeatAct act) const {
    switch (act) {
    case SeatAct::Answer:
        return tr("Answer: take it or not");
    case SeatAct::WriteAnswer:
        return tr("They accepted by phone");
    case SeatAct::Call:
        return tr("Call somebody to it");
    case SeatAct::CallOther:
        return tr("Call somebody else");
    case SeatAct::HandOver:
        return tr("Hand it over");
    case SeatAct::Vacate:
        break;
    }
    return tr("Nobody holds it any more");
}

void SeatActs::perform(SeatAct act, const QString& seat) {
    switch (act) {
    case SeatAct::Answer:
        answerFor(seat);
        break;
    case SeatAct::WriteAnswer:
        writeAnswer(seat);
        break;
    case SeatAct::Call:
    case SeatAct::CallOther:
    case SeatAct::HandOver:
        assign(seat);
        break;
    case SeatAct::Vacate:
        vacate(seat);
        break;
    }
}

void SeatActs::actOn(const QString& seat) {
    const auto all = seats();
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const BoardSeat& one) { return one.line.seat == seat; });
    const auto acts = at == all.end() ? std::vector<SeatAct>() : actsFor(*at);
    if (acts.empty()) {
        Q_EMIT done(tr("Only the commander gives out seats, and whoever holds one."));
    } else if (acts.size() == 1) {
        perform(acts.front(), seat);
    } else {
        Question question{.title = nameOf(seat), .words = detailOf(*at)};
        for (const SeatAct act : acts) {
            question.options.push_back({nameOfAct(act)});
        }
        question.does = tr("Next");
        question.answer = [this, acts, seat](const std::vector<int>& chosen, const QString&) {
            askNext([this, act = acts[std::size_t(chosen.front())], seat] { perform(act, seat); });
            return QString();
        };
        sheet().ask(std::move(question));
    }
}

QString SeatActs::detailOf(const BoardSeat& seat) const {
    const auto held = read();
    const BoardContext board{journal(), *incident(), parts().clock.now(),
                             held ? held->manual.get() : nullptr};
    return seatStateWords(board, seat);
}

QString SeatActs::detailOf(const SeatCandidate& candidate) const {
    const auto held = read();
    const BoardContext board{journal(), *incident(), parts().clock.now(),
                             held ? held->manual.get() : nullptr};
    const Catalogue* catalogue = parts().documents ? &parts().documents->catalogue() : nullptr;
    QStringList words{departmentName(candidate.person.department, catalogue),
                      reasonWords(board, candidate.proposed, catalogue)};
    for (const QString& seat : candidate.seats) {
        words += filled(tr("already %1", "a seat"), {seatName(board, seat)});
    }
    if (candidate.declined) {
        words += tr("said no");
    }
    words.removeAll(QString());
    return words.join(between);
}

void SeatActs::writeAnswer(const QString& seat) {
    const auto status = incident()->seats.find(seat);
    if (status == incident()->seats.end() || !status->second.called) {
        return;
    }
    const PersonId person = status->second.called->person;
    const QString name = personName(person);
    sheet().ask({.title = filled(tr("%1 accepted by phone: %2"), {name, nameOf(seat)}),
                 .words = tr("You write it down for them; the record says so."),
                 .line = tr("How it was agreed"),
                 .lineText = tr("by phone"),
                 .does = tr("Record"),
                 .answer = [this, seat, person, against = status->second.setBy, name](const std::vector<int>&,
                                                                                      const QString& line) {
                     return record(SeatAnswered{seat, against, SeatAnswer::Accepted, person}, because(line),
                                   filled(tr("%1 has the seat: %2."), {name, nameOf(seat)}));
                 }});
}

void SeatActs::vacate(const QString& seat) {
    const auto status = incident()->seats.find(seat);
    if (status == incident()->seats.end()) {
        return;
    }
    sheet().ask(
        {.title = filled(tr("Nobody holds the seat any more: %1"), {nameOf(seat)}),
         .words = tr("It stands empty until somebody is called. To pass it on, hand it over instead."),
         .line = tr("Why"),
         .does = tr("Record"),
         .answer = [this, seat, against = status->second.setBy](const std::vector<int>&,
                                                                const QString& line) {
             return record(SeatVacated{seat, against}, because(line),
                           filled(tr("The seat is empty: %1."), {nameOf(seat)}));
         }});
}

void SeatActs::assign(const QString& seat) {
    const auto held = read();
    const auto candidates = candidatesFor(seat, held ? held->manual.get() : nullptr, knownPeople(journal()),
                                          m_manual.onDuty(parts().clock.now()), *incident());
    if (candidates.empty()) {
        Q_EMIT done(tr("Nobody else is in the organisation here. Ctrl I invites somebody."));
        return;
    }
    const auto status = incident()->seats.find(seat);
    const bool isHeld = status != incident()->seats.end() && status->second.holder;
    Question question{
        .title = filled(isHeld ? tr("Hand over: %1") : tr("Who takes the seat: %1?"), {nameOf(seat)}),
        .words = isHeld ? filled(tr("%1 keeps it until the next one accepts."),
                                 {personName(*status->second.holder)})
                        : tr("Whoever is called sees it at once and answers with one key.")};
    for (const SeatCandidate& candidate : candidates) {
        question.options.push_back({candidate.person.name, detailOf(candidate)});
    }
    question.does = tr("Call them");
    question.answer = [this, seat, candidates](const std::vector<int>& chosen, const QString&) {
        return callOne(seat, candidates[std::size_t(chosen.front())], candidates);
    };
    sheet().ask(std::move(question));
}

// Whoever gives a seat to themselves has it: nobody answers their own call.
QString SeatActs::callOne(const QString& seat, const SeatCandidate& candidate,
                          const std::vector<SeatCandidate>& line) {
    const auto held = m_manual.of(*incident());
    std::vector<PersonId> behind;
    for (const SeatCandidate& one : line) {
        if (one.proposed && !one.declined) {
            behind.push_back(one.person.person);
        }
    }
    const PersonId person = candidate.person.person;
    const SeatsCalled called = callTo(seat, person, behind, held ? held->manual.get() : nullptr, *incident(),
                                      held ? held->version : std::nullopt);
    const QString said = filled(tr("%1 is called to the seat: %2."), {candidate.person.name, nameOf(seat)});
    if (const QString why = record(called, {}, said); !why.isEmpty() || person != journal().person()) {
        return why;
    }
    const SeatStatus& status = incident()->seats.at(seat);
    return answered({seat, status}, SeatAnswer::Accepted, {});
}

} // namespace bongsu
