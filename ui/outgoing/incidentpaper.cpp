#include "ui/outgoing/incidentpaper.h"

#include "domain/manual/seating.h"
#include "ui/outgoing/boardpaper.h"
#include "ui/roles/rolewords.h"
#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

const QString between = QStringLiteral(" \u00B7 ");

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

std::vector<BoardSeat> seatsOf(const BoardContext& board) {
    return boardSeats(board.manual, board.incident, board.now);
}

QString holderOf(const BoardContext& board, const BoardSeat& seat) {
    const SeatStatus& status = seat.line.status;
    if (seat.acting) {
        return filled(translate("Print", "%1 (acting)"), {nameOnPaper(board, board.incident.command.person)});
    }
    if (status.holder) {
        return nameOnPaper(board, *status.holder);
    }
    return status.called ? filled(translate("Print", "%1 (called, not accepted)"),
                                  {nameOnPaper(board, status.called->person)})
                         : translate("Print", "empty", "a seat");
}

QString sinceOf(const BoardSeat& seat) {
    const SeatStatus& status = seat.line.status;
    return seat.acting || status.holder ? dayAndClock(status.since)
           : status.called              ? dayAndClock(status.called->at)
                                        : QString();
}

// A seat that nobody was called to and that nobody holds is left out of forms about who is there.
bool isThere(const BoardSeat& seat) {
    return seat.acting || !seat.isEmpty();
}

void laySeats(Paper& paper, const BoardContext& board) {
    paper.heading(translate("Print", "Organisation"));
    std::vector<PaperRow> rows;
    QStringList empty;
    for (const BoardSeat& seat : seatsOf(board)) {
        const QString name = seatName(board, seat.line.seat);
        if (isThere(seat)) {
            rows.push_back({{name, holderOf(board, seat), sinceOf(seat)}});
        } else {
            empty += name;
        }
    }
    paper.table({{translate("Print", "Seat"), 50},
                 {translate("Print", "Who"), 90},
                 {translate("Print", "Since"), 40}},
                rows);
    if (!empty.isEmpty()) {
        paper.paragraph(filled(translate("Print", "Empty: %1"), {empty.join(QStringLiteral(", "))}), 9);
    }
}

void layTasks(Paper& paper, const BoardContext& board) {
    paper.heading(translate("Print", "What is to be done"));
    std::vector<PaperRow> rows;
    for (const TaskLine& task : openTasks(board.incident, std::nullopt, board.now)) {
        const TaskItem& item = task.status.item;
        const QString who = item.person ? nameOnPaper(board, *item.person)
                            : item.seat ? seatName(board, *item.seat)
                                        : QString();
        rows.push_back({{oneLine(board.journal.texts().task(task.key.tasks, task.key.index)), who,
                         item.due ? dayAndClock(*item.due) : QString(),
                         task.overdue ? translate("Print", "overdue", "a task") : QString()}});
    }
    if (rows.empty()) {
        paper.paragraph(translate("Print", "Nothing is open."));
        return;
    }
    paper.table({{translate("Print", "Task"), 88},
                 {translate("Print", "Whose"), 36},
                 {translate("Print", "Until"), 34},
                 {translate("Print", "State"), 22}},
                rows);
}

void layTold(Paper& paper, const QString& heading, const std::vector<ToldLine>& lines) {
    constexpr std::size_t most = 15;
    if (lines.empty()) {
        return;
    }
    paper.heading(lines.size() > most
                      ? filled(translate("Print", "%1: the newest %2 of %3"),
                               {heading, QString::number(most), QString::number(lines.size())})
                      : heading);
    for (std::size_t i = lines.size() - std::min(most, lines.size()); i < lines.size(); ++i) {
        const ToldLine& line = lines[i];
        paper.block(
            {dayAndClock(line.at), line.words, line.notes, line.author, line.number, false, line.struck});
    }
}

void laySituation(Paper& paper, const BoardContext& board) {
    const Incident& incident = board.incident;
    const auto row = [&](const QString& left, const QString& words) {
        if (!words.isEmpty()) {
            paper.block({left, words});
        }
    };
    paper.heading(translate("Print", "Situation"));
    row(translate("Print", "Title"), oneLine(board.journal.texts().title(incident)));
    row(translate("Print", "Grade"), nameOf(incident.grade.value) + between + nameOf(incident.phase.value));
    const Moment began = incident.began.value_or(incident.declaredAt);
    row(translate("Print", "Began"), dayAndTime(began) + between +
                                         filled(translate("Print", "for %1 (hours:minutes)"),
                                                {elapsed(incident.ended.value_or(board.now) - began)}));
    row(translate("Print", "Sites"),
        QStringList(incident.sites.begin(), incident.sites.end()).join(QStringLiteral(", ")));
    row(translate("Print", "Alert level"), incident.alertLevel ? nameOf(*incident.alertLevel) : QString());
    row(translate("Print", "Meeting"), oneLine(board.journal.texts().meeting(incident)));
}

// A box and the boxes below it.
struct ChartSeat {
    QString key;
    QStringList lines; // its name, who has it, since when
    std::vector<std::size_t> below{};
};

class Chart {
  public:
    Chart(Paper& paper, const BoardContext& board) : m_paper(paper) {
        for (const BoardSeat& seat : seatsOf(board)) {
            QStringList lines{seatName(board, seat.line.seat), holderOf(board, seat), sinceOf(seat)};
            lines.removeAll(QString());
            m_seats.push_back({seat.line.seat, lines});
            m_above.push_back(above(seat));
        }
        for (const TeamWords& team : teamWords(board)) {
            m_seats.push_back({team.team.incident.toHex(),
                               {filled(translate("Print", "Team: %1", "a joined incident"), {team.title}),
                                nameOnPaper(board, team.team.lead), dayAndClock(team.team.since)}});
            m_above.push_back(commanderSeat.toString());
        }
        for (std::size_t i = 0; i < m_seats.size(); ++i) {
            if (i != 0) { // the commander's comes first
                m_seats[leadOf(i)].below.push_back(i);
            }
        }
    }

    void lay() {
        const auto& below = m_seats.front().below;
        if (std::any_of(below.begin(), below.end(),
                        [this](std::size_t seat) { return columnHeight(seat, 0) > highest; })) {
            layList(0, 0); // more than a page has room for below one box
            return;
        }
        const double whole = m_paper.width();
        const ChartSeat& chief = m_seats.front();
        const double height = m_paper.heightOfBox(chief.lines, boxWidth);
        m_paper.need(height + stem);
        m_paper.box((whole - boxWidth) / 2, 0, boxWidth, height, chief.lines);
        m_paper.line(whole / 2, height, whole / 2, height + stem);
        m_paper.skip(height + stem);
        for (std::size_t from = 0; from < chief.below.size(); from += beside) {
            const std::size_t to = std::min(from + beside, chief.below.size());
            layRow({chief.below.begin() + std::ptrdiff_t(from), chief.below.begin() + std::ptrdiff_t(to)},
                   to < chief.below.size(), from == 0);
        }
    }

  private:
    static constexpr double highest = 200; // of a column: what a page has room for
    static constexpr std::size_t beside = 3;
    static constexpr double boxWidth = 54;
    static constexpr double gap = 6;
    static constexpr double spine = 3; // the line at the left that leads on to the next row
    static constexpr double stem = 5;
    static constexpr double indent = 5; // of each who reports to somebody in a row

    static QString above(const BoardSeat& seat) {
        const QString manual = seat.inManual ? seat.inManual->reportsTo : QString();
        return seat.line.status.reportsTo.isEmpty() ? manual : seat.line.status.reportsTo;
    }
    // Whoever nobody names, or who would report to themselves in a ring, reports to the commander.
    std::size_t leadOf(std::size_t seat) const {
        std::set<std::size_t> passed{seat};
        const auto next = [this](std::size_t of) {
            const auto at = std::find_if(m_seats.begin(), m_seats.end(),
                                         [&](const ChartSeat& one) { return one.key == m_above[of]; });
            return at == m_seats.end() ? std::size_t(0) : std::size_t(at - m_seats.begin());
        };
        const std::size_t lead = next(seat);
        for (std::size_t at = lead; at != 0; at = next(at)) {
            if (!passed.insert(at).second) {
                return 0;
            }
        }
        return lead;
    }

    double columnHeight(std::size_t seat, int depth) const {
        const double width = boxWidth - indent * depth;
        double height = m_paper.heightOfBox(m_seats[seat].lines, width) + stem / 2;
        for (const std::size_t one : m_seats[seat].below) {
            height += columnHeight(one, std::min(depth + 1, deepest));
        }
        return height;
    }
    static constexpr int deepest = 4; // beyond, boxes would be too narrow to read

    void layRow(const std::vector<std::size_t>& seats, bool goesOn, bool first) {
        double height = 0;
        for (const std::size_t seat : seats) {
            height = std::max(height, columnHeight(seat, 0));
        }
        m_paper.need(height + 3 * stem);
        const auto left = [](std::size_t i) { return spine + double(i) * (boxWidth + gap); };
        const double start = first ? std::min(left(0) + boxWidth / 2, m_paper.width() / 2) : 0;
        const double lastMiddle = left(seats.size() - 1) + boxWidth / 2;
        const double end = first ? std::max(lastMiddle, m_paper.width() / 2) : lastMiddle;
        m_paper.line(goesOn || !first ? 0 : start, 0, end, 0);
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const double middle = left(i) + boxWidth / 2;
            m_paper.line(middle, 0, middle, stem);
            layColumn(seats[i], left(i), stem, 0);
        }
        if (goesOn) {
            m_paper.line(0, 0, 0, height + 2 * stem);
        }
        m_paper.skip(height + 2 * stem);
    }

    void layList(std::size_t seat, int depth) {
        m_paper.item(QStringLiteral("\u25A1"), m_seats[seat].lines.join(between), indent * depth);
        for (const std::size_t below : m_seats[seat].below) {
            layList(below, depth + 1);
        }
    }

    // The box, and below it those who report to it, each a step to the right. Returns where it ends.
    double layColumn(std::size_t seat, double left, double top, int depth) {
        const ChartSeat& one = m_seats[seat];
        const double width = boxWidth - indent * depth;
        const double height = m_paper.heightOfBox(one.lines, width);
        m_paper.box(left, top, width, height, one.lines);
        double y = top + height + stem / 2;
        const double x = left + indent / 2;
        const bool deeper = depth < deepest;
        double lastJoin = top + height;
        for (const std::size_t below : one.below) {
            const double its =
                m_paper.heightOfBox(m_seats[below].lines, boxWidth - indent * (depth + deeper));
            lastJoin = y + its / 2;
            m_paper.line(x, lastJoin, left + indent, lastJoin);
            y = layColumn(below, left + (deeper ? indent : 0), y, depth + (deeper ? 1 : 0));
        }
        if (!one.below.empty()) {
            m_paper.line(x, top + height, x, lastJoin);
        }
        return y;
    }

    Paper& m_paper;
    std::vector<ChartSeat> m_seats;
    std::vector<QString> m_above;
};

} // namespace

void laySummary(Paper& paper, const BoardContext& board, const SummaryLines& lines) {
    paper.title(translate("Print", "Situation summary"));
    paper.paragraph(lines.brief, 12, true);
    laySituation(paper, board);
    layServices(paper, board.incident);
    layKnown(paper, board);
    laySeats(paper, board);
    layCommittee(paper, board);
    layTold(paper, translate("Print", "Decisions"), lines.decisions);
    layTasks(paper, board);
    layBlockers(paper, board);
    layTold(paper, translate("Print", "Notices"), lines.notices);
}

void layOrganisation(Paper& paper, const BoardContext& board) {
    paper.title(translate("Print", "Response organisation"));
    paper.skip(2);
    Chart(paper, board).lay();
    const QString span = spanWords(board);
    if (!span.isEmpty()) {
        paper.paragraph(span, 9);
    }
}

void layActivity(Paper& paper, const BoardContext& board, const PersonId& person,
                 const std::vector<ToldLine>& lines) {
    QStringList seats;
    for (const BoardSeat& seat : seatsOf(board)) {
        if (seat.line.status.holder == person || (seat.acting && board.incident.command.person == person)) {
            seats += filled(translate("Print", "%1 since %2", "a seat"),
                            {seatName(board, seat.line.seat), sinceOf(seat)});
        }
    }
    paper.title(translate("Print", "Activity log"));
    paper.block({translate("Print", "Name"), nameOnPaper(board, person), {}, {}, {}, true});
    paper.block({translate("Print", "Seats"),
                 seats.isEmpty() ? translate("Print", "none at present") : seats.join(QStringLiteral(", "))});
    if (!lines.empty()) {
        paper.block({translate("Print", "From, to"),
                     dayAndClock(lines.front().at) + QStringLiteral(" ~ ") + dayAndClock(lines.back().at)});
    }
    paper.skip(2);
    std::vector<PaperRow> rows;
    for (const ToldLine& line : lines) {
        QStringList words{line.words};
        words += line.notes;
        rows.push_back({{dayAndClock(line.at), words.join(between), line.number}});
    }
    if (rows.empty()) {
        paper.paragraph(
            translate("Print", "This person has not written, decided or answered anything in this record."));
    } else {
        paper.table({{translate("Print", "When"), 32},
                     {translate("Print", "What was done"), 128},
                     {translate("Print", "Record"), 20, Qt::AlignRight}},
                    rows);
    }
    paper.need(20);
    paper.skip(10);
    paper.paragraph(translate("Print", "Signed: ____________________     Date: ____________________"));
}

// □ is a heading, ○ a line under it, the first line the title.
void laySitrep(Paper& paper, const QString& page) {
    const QStringList lines = page.split(u'\n', Qt::SkipEmptyParts);
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (i == 0) {
            paper.title(line);
        } else if (i == 1) {
            paper.paragraph(line, 10);
        } else if (line.startsWith(u'\u25A1')) {
            paper.need(16);
            paper.skip(2);
            paper.paragraph(line, 11.5, true);
        } else {
            paper.item(line.left(1), line.mid(1).trimmed(), 4);
        }
    }
}

} // namespace bongsu
