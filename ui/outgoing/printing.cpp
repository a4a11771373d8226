#include "ui/outgoing/printing.h"

#include "files/exportfile.h"
#include "report/recordteller.h"
#include "report/sitrepsource.h"
#include "ui/outgoing/boardpaper.h"
#include "ui/outgoing/documentpaper.h"
#include "ui/outgoing/incidentpaper.h"
#include "ui/outgoing/manualpaper.h"
#include "ui/outgoing/rosterpaper.h"
#include "wording/brief.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QPdfWriter>

#include <set>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

PageHead pageHeadOf(const RecordHead& head) {
    return {head.stamp,
            head.title,
            QStringList{head.grade, head.phase,
                        filled(head.acting ? translate("Print", "Acting commander: %1")
                                           : translate("Print", "Commander: %1"),
                               {head.commander})}
                .join(QStringView(u" \u00B7 ")),
            filled(translate("Print", "As of %1"), {dayAndTime(head.asOf)}),
            head.lastSeq > 0 ? filled(translate("Print", "Record up to %1"), {placeOf(head)}) : QString(),
            {}};
}

// The newest entry of the record that is known here, and when this was printed.
QString freshnessOf(const RecordSource& source, Moment asOf) {
    QStringList parts;
    const LogIndex* index = source.ledger.index(source.incident.id);
    if (index && index->tip) {
        parts += filled(translate("Print", "Newest entry known: #%1, %2"),
                        {QString::number(index->tip->seq), dayAndTime(index->tip->recordedAt)});
    }
    parts +=
        filled(translate("Print", "Printed %1. What is newer is not on this paper."), {dayAndTime(asOf)});
    return parts.join(QStringView(u" \u00B7 "));
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
    std::set<quint64> ofSitrep{}; // the numbers of the lines that it tells
    std::vector<TimelineRow> rows{};
    std::unique_ptr<RetroDraft> draft{}; // of a retrospective, which learns by itself
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

BoardContext boardOf(const Pile& pile, Moment asOf, const Manual* manual) {
    BoardContext board{pile.journal, pile.source.incident, asOf, manual};
    board.onPaper = true;
    return board;
}

void layForm(Paper& paper, const Pile& pile, const PrintOrder& order) {
    const BoardContext board = boardOf(pile, order.asOf, order.manual.get());
    switch (order.what) {
    case Printed::Summary:
        laySummary(paper, board, {briefLine(pile.briefing, order.asOf), pile.decisions, pile.notices});
        break;
    case Printed::Organisation:
        layOrganisation(paper, board);
        break;
    case Printed::Activity:
        layActivity(paper, board, *order.person, pile.lines);
        break;
    default:
        laySitrep(paper, sitrepPageOf(pile.source, pile.rows, order.asOf).words);
        break;
    }
}

void layBoard(Paper& paper, const Pile& pile, Moment asOf) {
    paper.large(briefLine(pile.briefing, asOf));
    layBoard(paper, boardOf(pile, asOf, nullptr));
    layNewest(paper, translate("Print", "Decisions"), pile.decisions);
    layNewest(paper, translate("Print", "Notices"), pile.notices);
}

// Once to count the pages, once to paint them.
Result<int> onPaper(QPagedPaintDevice& device, const PageHead& head, PaperSide side,
                    const std::function<void(Paper&)>& lay) {
    int total = 0;
    for (const bool painting : {false, true}) {
        Paper paper(device, head, painting ? total : 0, side);
        if (!paper.begin()) {
            return fail(failure::disk, "printer");
        }
        lay(paper);
        total = paper.pages();
    }
    return total;
}

// What its pages say at their top is the document's, too: nothing that was left out of it.
Result<int> printDocument(const Document& document, PageHead head, QPagedPaintDevice& device) {
    SectionPages pages;
    head.title = document.title;
    head.stamp.clear(); // the title has it
    return onPaper(device, head, PaperSide::Upright,
                   [&](Paper& paper) { layDocument(paper, document, pages); });
}

Result<int> layOut(const Pile& pile, const PrintOrder& order, QPagedPaintDevice& device) {
    PageHead head = pageHeadOf(headOf(pile.source, order.asOf));
    head.fresh = freshnessOf(pile.source, order.asOf);
    if (pile.draft) {
        return printDocument(pile.draft->document(), order.form != RetroForm::Public ? head : PageHead{},
                             device);
    }
    return onPaper(device, head, PaperSide::Upright, [&](Paper& paper) {
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
        default:
            layForm(paper, pile, order);
            break;
        }
    });
}

// What somebody did themselves: wrote, decided, answered for themselves or had written down for them.
bool isOf(const PersonId& person, const TimelineRow& row) {
    const auto* decision = std::get_if<DecisionMade>(&row.facts);
    const auto* answer = std::get_if<SeatAnswered>(&row.facts);
    const bool named = (decision && decision->decidedBy == person) || (answer && answer->person == person);
    return row.person == person || named;
}

void put(Pile& pile, const TimelineRow& row, const PrintOrder& order) {
    if (pile.draft) {
        pile.draft->take(row);
        return;
    }
    const bool listed = order.what == Printed::Board || order.what == Printed::Summary;
    if ((order.what == Printed::Timeline && order.range.holds(row)) ||
        (order.what == Printed::Activity && isOf(*order.person, row))) {
        pile.lines.push_back(pile.teller.tell(row));
    }
    if (listed && std::holds_alternative<DecisionMade>(row.facts)) {
        pile.decisions.push_back(pile.teller.tell(row));
    }
    if (listed && std::holds_alternative<NoticeRecorded>(row.facts)) {
        pile.notices.push_back(pile.teller.tell(row));
    }
    if (order.what == Printed::Sitrep && (!row.seq || pile.ofSitrep.contains(*row.seq))) {
        pile.rows.push_back(row);
    }
}

std::shared_ptr<Pile> pileFor(const Journal& journal, const PrintOrder& order) {
    auto pile = std::make_shared<Pile>(journal, sourceOf(journal, order.log), order.asOf);
    if (order.what == Printed::Sitrep) {
        const auto seqs = linesForSitrep(pile->source, journal.recordOf(order.log));
        pile->ofSitrep = {seqs.begin(), seqs.end()};
    }
    if (order.what == Printed::Retrospective) {
        pile->draft =
            std::make_unique<RetroDraft>(pile->source, RetroContext{journal.recordOf(order.log), order.retro,
                                                                    order.asOf, order.form, order.removed});
    }
    return pile;
}

// A file that is there whole or not at all, with a PDF in it.
struct Pdf {
    explicit Pdf(const QString& name) : file(name) {}
    Result<std::monostate> open() {
        auto opened = file.open();
        if (opened) {
            writer = std::make_unique<QPdfWriter>(&file.device());
            writer->setCreator(QStringLiteral("Bongsu"));
        }
        return opened;
    }
    Result<int> end(const Result<int>& pages) {
        writer.reset();
        const auto written = pages ? file.commit() : Result<std::monostate>(std::monostate{});
        return !pages || written ? pages : errorOf(written);
    }
    ExportFile file;
    std::unique_ptr<QPdfWriter> writer{};
};

} // namespace

std::shared_ptr<RecordWalk> printIncident(const Journal& journal, const PrintOrder& order,
                                          QPagedPaintDevice& device,
                                          std::function<void(const Result<int>&)> done) {
    const auto pile = pileFor(journal, order);
    const RecordWalk::Take learn = [pile](const TimelineRow& row) { pile->teller.learn(row); };
    return RecordWalk::begin({pagesOf(journal, order.log),
                              pile->draft ? RecordWalk::Take() : learn,
                              [pile, order](const TimelineRow& row) { put(*pile, row, order); },
                              {},
                              [pile, order, &device, done](const Result<std::monostate>& walked) {
                                  done(walked ? layOut(*pile, order, device)
                                              : Result<int>(tl::unexpected(walked.error())));
                              }});
}

std::shared_ptr<RecordWalk> printToFile(const Journal& journal, const PrintOrder& order, const QString& path,
                                        std::function<void(const Result<int>&)> done) {
    const auto pdf = std::make_shared<Pdf>(path);
    if (const auto opened = pdf->open(); !opened) {
        done(tl::unexpected(opened.error()));
        return nullptr;
    }
    return printIncident(journal, order, *pdf->writer,
                         [pdf, done](const Result<int>& pages) { done(pdf->end(pages)); });
}

Result<int> printPeace(const Journal& journal, const Documents& documents, const PeaceOrder& order,
                       QPagedPaintDevice& device) {
    const PeacePapers papers{journal, documents, order.asOf};
    if (order.what == PeacePaper::Matrix) {
        return onPaper(device, headOfMatrix(papers), PaperSide::Sideways,
                       [&](Paper& paper) { layMatrix(paper, papers); });
    }
    if (order.what == PeacePaper::Phones) {
        return onPaper(device, headOfPhones(papers), PaperSide::Upright,
                       [&](Paper& paper) { layPhones(paper, papers); });
    }
    if (order.what == PeacePaper::Rosters) {
        const RosterBook book = rosterBook(journal, documents, order.asOf);
        return onPaper(device, headOfRosters(papers), PaperSide::Upright,
                       [&](Paper& paper) { layRosters(paper, papers, book); });
    }
    const auto held = documents.manual(order.failureType);
    if (!held) {
        return documents.standing(documenttype::manual, order.failureType) == Documents::Standing::None
                   ? Result<int>(refuse(refusal::notFound, order.failureType.toUtf8()))
                   : fail(failure::blobAway, order.failureType.toUtf8());
    }
    return onPaper(device, headOfManual(papers, *held), PaperSide::Upright,
                   [&](Paper& paper) { layManual(paper, papers, *held); });
}

Result<int> printPeaceToFile(const Journal& journal, const Documents& documents, const PeaceOrder& order,
                             const QString& path) {
    Pdf pdf(path);
    if (const auto opened = pdf.open(); !opened) {
        return errorOf(opened);
    }
    return pdf.end(printPeace(journal, documents, order, *pdf.writer));
}

} // namespace bongsu
