#include "ui/roles/rolewords.h"

#include "domain/catalogue/catalogue.h"
#include "domain/roster/dutysign.h"
#include "journal/knownincidents.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";
const QString arrow = QStringLiteral(" \u2192 ");
constexpr std::size_t mostEmptyLines = 3; // more that nobody was called to share a line

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr, int n = -1) {
    return QCoreApplication::translate(context, english, meaning, n);
}

std::vector<BoardSeat> seatsOf(const BoardContext& board) {
    return boardSeats(board.manual, board.incident, board.now);
}

// Called, and what became of it until now.
void setCalled(PanelLine& line, const BoardContext& board, const BoardSeat& seat) {
    const Called& called = *seat.line.status.called;
    const QString person = personOnBoard(board, called.person);
    line.more = line.more.isEmpty() ? person : line.more + arrow + person;
    line.mark = Mark::HalfDisc;
    if (called.declined) {
        line.state = translate("Seats", "declined");
        line.stateInk = line.markInk = Ink::Ember;
        return;
    }
    const QString waits =
        filled(translate("Seats", "waits %1", "for an answer: minutes and seconds since the call"),
               {stopwatch(board.now - called.at)});
    line.state = waits;
    line.stateInk = seat.line.overdue ? Ink::Ember : Ink::Quiet;
    if (seat.line.overdue) {
        line.markInk = Ink::Ember;
    }
}

// Of seats that nobody was ever called to: "비어 있음 4", and which.
PanelLine emptyOnes(const BoardContext& board, const std::vector<BoardSeat>& seats) {
    QStringList names;
    for (const BoardSeat& seat : seats) {
        names += seatName(board, seat.line.seat);
    }
    PanelLine line{.mark = Mark::Circle, .markInk = Ink::Bad};
    line.name = names.join(between);
    line.state = filled(translate("Seats", "empty %1", "how many seats"), {QString::number(names.size())});
    line.stateInk = Ink::Bad;
    line.key = seats.front().line.seat;
    return line;
}

} // namespace

QString seatName(const BoardContext& board, const QString& seat) {
    return nameOfSeat(seat, board.manual);
}

QString seatStateWords(const BoardContext& board, const BoardSeat& seat) {
    const SeatStatus& status = seat.line.status;
    const PanelLine line = seatLineWords(board, seat);
    QStringList words{line.more, line.state};
    if (status.holder && !status.called) {
        const QString how =
            status.byMessage     ? translate("Seats", "by return message %1", "when a seat was accepted")
            : status.acceptedFor ? translate("Seats", "by phone %1", "when a seat was accepted")
                                 : translate("Seats", "accepted %1");
        words += filled(how, {line.end});
    }
    words.removeAll(QString());
    return words.join(between);
}

PanelLine seatLineWords(const BoardContext& board, const BoardSeat& seat) {
    const SeatStatus& status = seat.line.status;
    PanelLine line{.mark = Mark::Disc, .name = seatName(board, seat.line.seat)};
    line.key = seat.line.seat;
    line.even = true;
    if (seat.line.seat == commanderSeat) {
        line.mark = Mark::Target;
        line.markInk = Ink::Text;
    }
    if (seat.acting && !status.called) {
        line.more = personOnBoard(board, board.incident.command.person);
        line.state = translate("Seats", "acting");
        line.markInk = line.stateInk = Ink::Ember;
        return line;
    }
    if (status.holder) {
        line.more = personOnBoard(board, *status.holder);
        line.end = shortClockSeenFrom(status.since, board.now); // a heading says of what
    }
    if (status.called) {
        line.end.clear();
        setCalled(line, board, seat);
    } else if (!status.holder) {
        line.mark = Mark::Circle;
        line.state = translate("Seats", "empty");
        line.markInk = line.stateInk = Ink::Bad;
    }
    return line;
}

// Whoever holds a seat and is on duty: when they hand over, or that they should have.
static void setDuty(PanelLine& line, const BoardContext& board, const BoardSeat& seat) {
    const auto& holder = seat.line.status.holder;
    if (!board.shifts || !holder || seat.line.status.called) {
        return;
    }
    const QString name = board.journal.texts().personName(board.journal.organisation(), *holder);
    const auto sign = dutySignOf(*board.shifts, name, board.now);
    if (sign && sign->isLong) {
        line.end = filled(translate("Seats", "on duty %1"), {elapsed(sign->onDuty)});
        line.endInk = Ink::Bad;
    } else if (sign) {
        line.end = filled(translate("Seats", "handover in %1"), {elapsed(sign->handover)});
    }
}

std::vector<TeamWords> teamWords(const BoardContext& board) {
    std::vector<TeamWords> words;
    for (const Team& team : teamsOf(knownIncidents(board.journal), board.incident.id)) {
        const Incident* joined = board.journal.incident(team.incident);
        const QString title = joined ? oneLine(board.journal.texts().title(*joined)) : QString();
        words.push_back({title.isEmpty() ? team.incident.toHex().left(8) : title, team});
    }
    return words;
}

// Led by whoever commands there: nobody is called to it here.
static PanelLine teamLine(const BoardContext& board, const TeamWords& team) {
    PanelLine line{.mark = Mark::Chain, .markInk = Ink::Quiet};
    line.name = filled(translate("Seats", "Team: %1", "the title of a joined incident"), {team.title});
    line.more = personOnBoard(board, team.team.lead);
    if (team.team.acting) {
        line.state = translate("Seats", "acting");
        line.markInk = line.stateInk = Ink::Ember;
    } else {
        line.end = shortClockSeenFrom(team.team.since, board.now);
    }
    line.spoken = QStringList{line.name, line.more, line.state}.join(QStringLiteral(", "));
    return line;
}

std::vector<PanelLine> seatWords(const BoardContext& board) {
    std::vector<BoardSeat> empty;
    std::vector<PanelLine> words;
    for (const BoardSeat& seat : seatsOf(board)) {
        const bool neverCalled = seat.isEmpty() && !board.incident.seats.contains(seat.line.seat);
        if (neverCalled && !seat.acting) {
            empty.push_back(seat);
        } else {
            words.push_back(seatLineWords(board, seat));
            setDuty(words.back(), board, seat);
            words.back().spoken = words.back().name + QStringLiteral(", ") + seatStateWords(board, seat);
        }
    }
    if (empty.size() > mostEmptyLines) {
        words.push_back(emptyOnes(board, empty));
    } else {
        for (const BoardSeat& seat : empty) {
            words.push_back(seatLineWords(board, seat));
        }
    }
    for (const TeamWords& team : teamWords(board)) {
        words.push_back(teamLine(board, team));
    }
    return words;
}

QString seatCountWords(const BoardContext& board) {
    const auto seats = seatsOf(board);
    return filled(translate("Seats", "accepted %1 / %2", "how many seats of how many"),
                  {QString::number(countSeats(linesOf(seats)).held), QString::number(seats.size())});
}

QString spanWords(const BoardContext& board) {
    QStringList words;
    const auto teams = teamsOf(knownIncidents(board.journal), board.incident.id);
    for (const auto& [seat, count] : tooWide(board.incident, teams.size())) {
        words += filled(translate("Seats", "%2 seats report to: %1. Beyond %3 they need somebody between."),
                        {seatName(board, seat), QString::number(count), QString::number(widestSpan)});
    }
    return words.join(u' ');
}

PanelLine taskLineWords(const BoardContext& board, const TaskLine& task) {
    PanelLine line{.mark = task.overdue ? Mark::Exclamation : Mark::HollowSquare,
                   .markInk = task.overdue ? Ink::Ember : Ink::Quiet};
    QString words = oneLine(board.journal.texts().task(task.key.tasks, task.key.index));
    if (words.isEmpty()) {
        words = translate("Tasks", "(its words are not open to you)");
    }
    if (!task.status.item.due) {
        line.name = words;
        return line;
    }
    line.name = shortClockSeenFrom(*task.status.item.due, board.now);
    line.more = words;
    line.even = true;
    if (task.overdue) {
        line.nameInk = Ink::Ember;
        line.spoken = filled(translate("Tasks", "overdue since %1: %2"), {line.name, words});
    }
    return line;
}

TaskPanel taskPanel(const BoardContext& board) {
    std::vector<TaskLine> tasks = openTasks(board.incident, board.journal.person(), board.now);
    std::erase_if(tasks, [](const TaskLine& task) { return !task.mine; });
    const auto late =
        std::count_if(tasks.begin(), tasks.end(), [](const TaskLine& task) { return task.overdue; });
    TaskPanel panel;
    if (late > 0) {
        panel.counts.push_back(
            {filled(translate("Tasks", "overdue %1"), {QString::number(late)}), Ink::Ember});
    }
    panel.counts.push_back({filled(translate("Tasks", "left %1"), {QString::number(tasks.size())})});
    const std::size_t shown = std::min(tasks.size(), mostTasksShown);
    for (std::size_t i = 0; i < shown; ++i) {
        panel.lines.push_back(taskLineWords(board, tasks[i]));
    }
    panel.more = tasks.size() - shown;
    return panel;
}

QString callWords(const BoardContext& board, const SeatLine& call) {
    const Called& called = *call.status.called;
    const LogIndex* index = board.journal.ledger().index(board.incident.id);
    const auto event = index ? index->find(called.by) : std::nullopt;
    const QString at = shortClockSeenFrom(called.at, board.now);
    const bool byPerson = event && event->person && event->person != board.journal.person();
    const QString from = byPerson ? personOnBoard(board, *event->person) + QStringLiteral(", ") + at : at;
    const QString seat = seatName(board, call.seat);
    if (call.overdue) {
        return filled(translate("Seats", "You are called to the seat: %1 (%2). The time to answer is over; "
                                         "you can still take it until somebody else does."),
                      {seat, from});
    }
    return filled(translate("Seats", "You are called to the seat: %1 (%2). Answer within %3."),
                  {seat, from, stopwatch(called.acceptBy() - board.now)});
}

QString needSentence(const Need& need, const BoardContext& board) {
    if (need.kind == NeedKind::AnswerCall) {
        const auto status = board.incident.seats.find(need.seat);
        return status != board.incident.seats.end() && status->second.called
                   ? callWords(board,
                               {need.seat, status->second, board.now >= status->second.called->acceptBy()})
                   : QString();
    }
    if (need.kind == NeedKind::FillSeat) {
        return filled(translate("Seats", "Nobody in line took the seat: %1. Give it to somebody."),
                      {seatName(board, need.seat)});
    }
    const NeedWords words = needWords(need, board);
    QStringList parts{words.before, words.emphasis, words.after};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString departmentName(const QString& key, const Catalogue* catalogue) {
    const CatalogueDepartment* department = catalogue ? catalogue->department(key) : nullptr;
    return department ? department->name.in(languageInstalled()) : key;
}

QString reasonWords(const BoardContext& board, const std::optional<ProposedPerson>& proposed,
                    const Catalogue* catalogue) {
    if (!proposed) {
        return {};
    }
    switch (proposed->reason) {
    case ProposalReason::Named:
        return translate("Seats", "named by the manual");
    case ProposalReason::Successor:
        return translate("Seats", "successor by the manual");
    case ProposalReason::OnDuty:
        return filled(translate("Seats", "on duty now, until %1"),
                      {clockSeenFrom(proposed->until.value_or(board.now), board.now)});
    case ProposalReason::OfDepartment:
        return filled(translate("Seats", "of the department: %1"),
                      {departmentName(proposed->through, catalogue)});
    case ProposalReason::OfSeat:
        return filled(translate("Seats", "in line for: %1", "another seat"),
                      {seatName(board, proposed->through)});
    case ProposalReason::Permission:
        break;
    }
    return translate("Seats", "free, and may do it");
}

} // namespace bongsu
