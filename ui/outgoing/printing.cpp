#include "ui/outgoing/printing.h"

#include "report/recordteller.h"
#include "ui/outgoing/boardpaper.h"
#include "wording/brief.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QPdfWriter>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

PageHead pageHeadOf(const RecordHead& head) {
    return {head.stamp, head.title,
            QStringList{head.grade, head.phase,
                        filled(head.acting ? translate("Print", "Acting commander: %1")
                                           : translate("Print", "Commander: %1"),
                               {head.commander})}
                .join(QStringView(u" \u00B7 ")),
            filled(translate("Print", "As of %1"), {dayAndTime(head.asOf)}),
            head.lastSeq > 0 ? filled(translate("Print", "Record up to %1"), {placeOf(head)}) : QString()};
}

// What was read for a print, until it is laid out.
struct Pile {
    Pile(const Journal& of, const RecordSource& record, Moment asOf)
        : journal(of), source(record), teller(record), briefing(briefingOf(record, asOf)) {}

    const Journal& journal;
    RecordSource source;
    RecordTeller teller;
    std::vector<ToldLine> lines;
    std::vector<ToldLine> decisions;
    std::vector<ToldLine> notices;
    Briefing briefing;
};

PaperBlock blockOf(const ToldLine& line, bool withDay = false) {
    return {withDay ? dayAndClock(line.at) : line.time,
            line.words,
            line.notes,
            line.author,
            line.number,
            line.decision,
            line.struck};
}

void layTimeline(Paper& paper, const Pile& pile) {
    QDate day;
    for (const ToldLine& line : pile.lines) {
        if (const QDate its = dayOf(line.at); its != day) {
            day = its;
            paper.heading(dayHeading(day));
        }
        paper.block(blockOf(line));
    }
    if (pile.lines.empty()) {
        paper.block({{}, translate("Print", "Nothing is recorded in this time.")});
    }
}

void layNewest(Paper& paper, const QString& heading, const std::vector<ToldLine>& lines) {
    constexpr std::size_t most = 12;
    if (lines.empty()) {
        return;
    }
    paper.heading(lines.size() > most
                      ? filled(translate("Print", "%1: the newest %2 of %3"),
                               {heading, QString::number(most), QString::number(lines.size())})
                      : heading);
    for (std::size_t i = lines.size() - std::min(most, lines.size()); i < lines.size(); ++i) {
        paper.block(blockOf(lines[i], true));
    }
}

void layBoard(Paper& paper, const Pile& pile, Moment asOf) {
    paper.large(briefLine(pile.briefing, asOf));
    layBoard(paper, BoardContext{pile.journal, pile.source.incident, asOf});
    layNewest(paper, translate("Print", "Decisions"), pile.decisions);
    layNewest(paper, translate("Print", "Notices"), pile.notices);
}

// Once to count the pages, once to paint them.
Result<int> layOut(const Pile& pile, const PrintOrder& order, QPagedPaintDevice& device) {
    const PageHead head = pageHeadOf(headOf(pile.source, order.asOf));
    int total = 0;
    for (const bool painting : {false, true}) {
        Paper paper(device, head, painting ? total : 0);
        if (!paper.begin()) {
            return fail(failure::disk, "printer");
        }
        switch (order.what) {
        case Printed::Timeline:
            layTimeline(paper, pile);
            break;
        case Printed::Board:
            layBoard(paper, pile, order.asOf);
            break;
        case Printed::Brief:
            paper.large(briefLine(pile.briefing, order.asOf));
            break;
        }
        total = paper.pages();
    }
    return total;
}

void put(Pile& pile, const TimelineRow& row, const PrintOrder& order) {
    if (order.what == Printed::Timeline && order.range.holds(row)) {
        pile.lines.push_back(pile.teller.tell(row));
    }
    if (order.what == Printed::Board && std::holds_alternative<DecisionMade>(row.facts)) {
        pile.decisions.push_back(pile.teller.tell(row));
    }
    if (order.what == Printed::Board && std::holds_alternative<NoticeRecorded>(row.facts)) {
        pile.notices.push_back(pile.teller.tell(row));
    }
}

} // namespace

std::shared_ptr<RecordWalk> printIncident(const Journal& journal, const PrintOrder& order,
                                          QPagedPaintDevice& device,
                                          std::function<void(const Result<int>&)> done) {
    const auto pile = std::make_shared<Pile>(journal, sourceOf(journal, order.log), order.asOf);
    return RecordWalk::begin({pagesOf(journal, order.log),
                              [pile](const TimelineRow& row) { pile->teller.learn(row); },
                              [pile, order](const TimelineRow& row) { put(*pile, row, order); },
                              {},
                              [pile, order, &device, done](const Result<std::monostate>& walked) {
                                  done(walked ? layOut(*pile, order, device)
                                              : Result<int>(tl::unexpected(walked.error())));
                              }});
}

std::shared_ptr<RecordWalk> printToFile(const Journal& journal, const PrintOrder& order, const QString& path,
                                        std::function<void(const Result<int>&)> done) {
    struct Pdf {
        explicit Pdf(const QString& name) : file(name) {}
        ExportFile file;
        std::unique_ptr<QPdfWriter> writer;
    };
    const auto pdf = std::make_shared<Pdf>(path);
    if (const auto opened = pdf->file.open(); !opened) {
        done(tl::unexpected(opened.error()));
        return nullptr;
    }
    pdf->writer = std::make_unique<QPdfWriter>(&pdf->file.device());
    return printIncident(journal, order, *pdf->writer, [pdf, done](const Result<int>& pages) {
        pdf->writer.reset();
        const auto written = pages ? pdf->file.commit() : Result<std::monostate>(std::monostate{});
        if (!pages || !written) {
            done(tl::unexpected(pages ? written.error() : pages.error()));
            return;
        }
        done(pages);
    });
}

} // namespace bongsu
