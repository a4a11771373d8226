#include "ui/outgoing/rosterpaper.h"

#include "domain/organisation/contacts.h"
#include "report/recordsource.h"
#include "wording/line.h"
#include "wording/rosterwords.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

const QString between = QStringLiteral(" \u00B7 ");
constexpr std::size_t mostSaid = 10; // of each thing that is not as it should be

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

// Whom to call, where a number is known: of somebody of this name, if there is just one.
QString phoneOf(const PeacePapers& papers, const QString& name) {
    QString phone;
    int count = 0;
    for (const KnownPerson& one : knownPeople(papers.journal)) {
        if (one.name == name) {
            ++count;
            const auto about = papers.journal.texts().aboutPerson(papers.journal.organisation(), one.person);
            phone = oneLine(bongsu::phoneOf(about));
        }
    }
    return count == 1 ? phone : QString();
}

void layDepartment(Paper& paper, const PeacePapers& papers, const RosterBook& book,
                   const RosterDepartment& one) {
    const Catalogue& catalogue = papers.documents.catalogue();
    paper.need(40);
    paper.heading(dutyName(one.department, catalogue));
    for (const RosterWords& words : dutyWords(book, one)) {
        paper.paragraph(oneLine(words.words));
    }
    const auto nameOf = [&](const QString& key) { return dutyName(key, catalogue); };
    const RosterGaps gaps =
        gapsOfDepartment(one.department, book.shifts, knownPeople(papers.journal), book.now);
    for (const QString& sentence : sentences(gaps, book.now, nameOf, mostSaid)) {
        paper.item(QStringLiteral("!"), sentence);
    }
    std::vector<PaperRow> rows;
    for (const RosterDay& day : rosterDaysOf(book, one)) {
        QString heading = day.heading;
        for (const RosterRow& row : day.rows) {
            rows.push_back({{std::exchange(heading, QString()), row.time, row.person,
                             row.isGap ? QString() : phoneOf(papers, row.person), row.note},
                            row.runs || row.isGap});
        }
    }
    paper.table({{translate("Print", "Day"), 46},
                 {translate("Print", "From, until"), 34},
                 {translate("Print", "Who"), 34},
                 {translate("Print", "Telephone"), 34},
                 {translate("Print", "Note"), 32}},
                rows, true);
}

} // namespace

PageHead headOfRosters(const PeacePapers& papers) {
    return {{},
            translate("Print", "Who is on duty"),
            translate("Print", "Personal data: for calling people out, and for nothing else"),
            filled(translate("Print", "As of %1"), {dayAndTime(papers.now)}),
            translate("Print", "Times are those of this computer's clock."),
            freshness(papers)};
}

void layRosters(Paper& paper, const PeacePapers& papers, const RosterBook& book) {
    const auto all = departmentsIn(book);
    if (all.empty()) {
        paper.paragraph(translate("Print", "There is no roster yet."));
    }
    for (const RosterDepartment& one : all) {
        layDepartment(paper, papers, book, one);
    }
    if (!book.rosters.empty()) {
        paper.heading(translate("Print", "Made from these rosters"));
    }
    for (const HeldRoster& roster : book.rosters) {
        const RosterDepartment alone{roster.key, {roster.key}};
        for (const QString& words : rosterVersions(papers.journal, book, alone)) {
            paper.item(QStringLiteral("\u00B7"), words + between + roster.version.toHex().left(8));
        }
    }
}

} // namespace bongsu
