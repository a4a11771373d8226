#include "ui/outgoing/manualpaper.h"

#include "domain/organisation/contacts.h"
#include "report/recordsource.h"
#include "ui/roles/manualwords.h"
#include "ui/roles/rolewords.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

const QString between = QStringLiteral(" \u00B7 ");
const QString square = QStringLiteral("\u25A1"); // to be ticked
const QString dot = QStringLiteral("\u00B7");
constexpr std::size_t typesBeside = 11; // as many columns as a page laid sideways has room for

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString words(const LocalText& text) {
    return oneLine(text.in(languageInstalled()));
}

QString aboveWords(const ManualSeat& seat, const Manual& manual) {
    return seat.key == commanderSeat
               ? QStringLiteral("\u2013")
               : nameOfSeat(seat.reportsTo.isEmpty() ? commanderSeat.toString() : seat.reportsTo, &manual);
}

void layList(Paper& paper, const QString& heading, const QString& mark, const QStringList& lines) {
    if (lines.isEmpty()) {
        return;
    }
    paper.need(14);
    paper.paragraph(heading, 8.5, true);
    for (const QString& line : lines) {
        paper.item(mark, line, 2);
    }
    paper.skip(1);
}

void laySeat(Paper& paper, const ManualSeat& seat, const Manual& manual, const Catalogue& catalogue) {
    const SeatInManual said = seatInManual(seat, manual);
    paper.need(34); // a heading with something below it
    paper.heading(seatHeading(seat, catalogue));
    paper.paragraph(holdersWords(seat, manual, catalogue), 9);
    for (const RoleSection& section : said.sections) {
        layList(paper, section.heading, dot, section.lines);
    }
    layList(paper, said.tasks.heading, square, said.tasks.lines);
}

QString typeName(const PeacePapers& papers, const QString& type) {
    const auto held = papers.documents.manual(type);
    return held ? words(held->manual->name) : nameOfFailureType(type);
}

// The seats that a department has by one manual; those that it only steps in for stand in brackets.
QString cellOf(const Manual& manual, const QString& department) {
    QStringList own;
    QStringList behind;
    for (const ManualSeat& seat : manual.seats) {
        const bool stepsIn = std::any_of(seat.holders.begin(), seat.holders.end(), [&](const Candidate& one) {
            const auto* of = std::get_if<OfDepartment>(&one);
            return of && of->department == department;
        });
        if (seat.department == department) {
            own += words(seat.name);
        } else if (stepsIn) {
            behind += u'(' + words(seat.name) + u')';
        }
    }
    return (own + behind).join(QStringLiteral(", "));
}

// Those of the catalogue in its order, then those that only manuals name.
std::vector<QString> departmentsOf(const PeacePapers& papers) {
    std::vector<QString> keys;
    const auto add = [&](const QString& key) {
        if (!key.isEmpty() && std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.push_back(key);
        }
    };
    for (const CatalogueDepartment& one : papers.documents.catalogue().departments) {
        add(one.key);
    }
    for (const QString& type : papers.documents.failureTypes()) {
        if (const auto held = papers.documents.manual(type)) {
            for (const ManualSeat& seat : held->manual->seats) {
                add(seat.department);
            }
        }
    }
    return keys;
}

// Every way to reach them, the first tried first.
QString contactsOf(const PeacePapers& papers, const PersonId& person) {
    const auto contacts =
        bongsu::contactsOf(papers.journal.texts().aboutPerson(papers.journal.organisation(), person));
    return oneLine(QStringList(contacts.begin(), contacts.end()).join(QStringLiteral(" \u00B7 ")));
}
QString nameOf(const PeacePapers& papers, const PersonId& person) {
    return oneLine(papers.journal.texts().personName(papers.journal.organisation(), person));
}

// Who is called to a seat in which order, and the types of failure for which that holds.
struct PhoneLine {
    QString name;
    std::vector<PersonId> line;
    QStringList types;
};

// The same line for several types stands once. Those whom only their permission proposes are nobody's word.
std::vector<PhoneLine> seatLinesOf(const PeacePapers& papers, const std::vector<KnownPerson>& people) {
    std::vector<PhoneLine> all;
    for (const QString& type : papers.documents.failureTypes()) {
        const auto held = papers.documents.manual(type);
        // Whoever is on duty when the paper is read, nobody knows.
        for (const SeatProposal& one :
             held ? proposeSeats(*held->manual, people, {}) : std::vector<SeatProposal>()) {
            PhoneLine seat{nameOfSeat(one.seat, held->manual.get()), {}, {words(held->manual->name)}};
            for (const ProposedPerson& person : one.line) {
                if (person.reason != ProposalReason::Permission) {
                    seat.line.push_back(person.person);
                }
            }
            const auto same = std::find_if(all.begin(), all.end(), [&](const PhoneLine& other) {
                return other.name == seat.name && other.line == seat.line;
            });
            if (same == all.end()) {
                all.push_back(std::move(seat));
            } else {
                same->types += seat.types;
            }
        }
    }
    // All that concern one seat stand together, in the order in which the seats first come.
    std::map<QString, std::size_t> order;
    for (const PhoneLine& one : all) {
        order.try_emplace(one.name, order.size());
    }
    std::stable_sort(all.begin(), all.end(), [&](const PhoneLine& a, const PhoneLine& b) {
        return order.at(a.name) < order.at(b.name);
    });
    return all;
}

std::vector<PaperColumn> phoneColumns(const QString& first) {
    return {{first, 26},
            {translate("Print", "Telephone"), 42},
            {translate("Print", "Reached"), 18, Qt::AlignHCenter},
            {translate("Print", "at", "a time, written by hand"), 26},
            {translate("Print", "Remarks"), 40}};
}

PaperRow phoneRow(const PeacePapers& papers, const PersonId& person, const QString& before = {}) {
    return {{before + nameOf(papers, person), contactsOf(papers, person), square, {}, {}}};
}

void layByDepartment(Paper& paper, const PeacePapers& papers, const std::vector<KnownPerson>& people) {
    const Catalogue& catalogue = papers.documents.catalogue();
    std::vector<QString> keys = departmentsOf(papers);
    for (const KnownPerson& person : people) { // of one that nobody has listed, or of none
        if (std::find(keys.begin(), keys.end(), person.department) == keys.end()) {
            keys.push_back(person.department);
        }
    }
    std::vector<PaperRow> others; // by their own number alone
    for (const QString& key : keys) {
        const CatalogueDepartment* listed = catalogue.department(key);
        const QString phone = listed ? oneLine(listed->phone) : QString();
        std::vector<PaperRow> rows;
        for (const KnownPerson& person : people) {
            if (person.department == key) {
                rows.push_back(phoneRow(papers, person.person));
            }
        }
        const QString name =
            key.isEmpty() ? translate("Print", "Without a department") : departmentName(key, &catalogue);
        if (rows.empty()) {
            if (!phone.isEmpty()) {
                others.push_back({{name, phone, square, {}, {}}});
            }
            continue;
        }
        paper.need(30);
        paper.heading(
            phone.isEmpty() ? name : name + between + filled(translate("Print", "at any hour %1"), {phone}));
        paper.table(phoneColumns(translate("Print", "Name")), rows, true);
    }
    if (!others.empty()) {
        paper.need(45);
        paper.heading(translate("Print", "Departments of which nobody is in the organisation here"));
        paper.table(phoneColumns(translate("Print", "Department")), others, true);
    }
}

// Whose version of each manual it was made from, and since when that holds.
void layVersions(Paper& paper, const PeacePapers& papers) {
    paper.heading(translate("Print", "Made from these manuals"));
    const Moment another = papers.now + std::chrono::days(1); // with the day: paper is read on another
    for (const QString& type : papers.documents.failureTypes()) {
        if (const auto held = papers.documents.manual(type)) {
            const QString version = held->version ? held->version->toHex().left(8) + between : QString();
            paper.item(dot, words(held->manual->name) + between + version +
                                versionWords(papers.journal, *held->manual, held->version, another));
        } else {
            paper.item(dot, typeName(papers, type) + between +
                                translate("Print", "cannot be read on this device"));
        }
    }
}

} // namespace

QString freshness(const PeacePapers& papers) {
    const LogIndex& index = papers.journal.ledger().organisationIndex();
    QStringList parts{oneLine(papers.journal.texts().organisationName(papers.journal.organisation()))};
    if (index.tip) {
        parts += filled(translate("Print", "Newest entry known: #%1, %2"),
                        {QString::number(index.tip->seq), dayAndTime(index.tip->recordedAt)});
    }
    parts += filled(translate("Print", "Printed %1. What is newer is not on this paper."),
                    {dayAndTime(papers.now)});
    parts.removeAll(QString());
    return parts.join(between);
}

PageHead headOfManual(const PeacePapers& papers, const Documents::HeldManual& held) {
    const QString version =
        held.version ? filled(translate("Print", "Version %1"), {held.version->toHex().left(8)}) : QString();
    return {{},
            filled(translate("Print", "Manual: %1"), {words(held.manual->name)}),
            version,
            {},
            versionWords(papers.journal, *held.manual, held.version, papers.now + std::chrono::days(1)),
            freshness(papers)};
}

void layManual(Paper& paper, const PeacePapers& papers, const Documents::HeldManual& held) {
    const Manual& manual = *held.manual;
    const Catalogue& catalogue = papers.documents.catalogue();
    if (!manual.criteria.isEmpty()) {
        paper.paragraph(filled(translate("Print", "Used when: %1"), {words(manual.criteria)}), 11, true);
    }
    std::vector<PaperRow> rows;
    for (const ManualSeat& seat : manual.seats) {
        rows.push_back({{words(seat.name), holdersWords(seat, manual, catalogue), spanOf(seat.acceptWithin),
                         aboveWords(seat, manual)}});
    }
    paper.table({{translate("Print", "Seat"), 34},
                 {translate("Print", "Who takes it, in this order"), 92},
                 {translate("Print", "To accept"), 20},
                 {translate("Print", "Reports to"), 34}},
                rows);
    for (const ManualSeat& seat : manual.seats) {
        laySeat(paper, seat, manual, catalogue);
    }
}

PageHead headOfMatrix(const PeacePapers& papers) {
    return {{},
            translate("Print", "Who does what when what fails"),
            translate("Print", "Types of failure and departments"),
            {},
            {},
            freshness(papers)};
}

void layMatrix(Paper& paper, const PeacePapers& papers) {
    const auto types = papers.documents.failureTypes();
    const auto departments = departmentsOf(papers);
    const Catalogue& catalogue = papers.documents.catalogue();
    QStringList idle;
    for (std::size_t from = 0; from < types.size(); from += typesBeside) {
        const std::size_t to = std::min(from + typesBeside, types.size());
        std::vector<PaperColumn> columns{{translate("Print", "Department"), 26}};
        for (std::size_t i = from; i < to; ++i) {
            columns.push_back({typeName(papers, types[i]), 21.5});
        }
        std::vector<PaperRow> rows;
        for (const QString& department : departments) {
            PaperRow row{{departmentName(department, &catalogue)}};
            bool any = false;
            for (std::size_t i = from; i < to; ++i) {
                const auto held = papers.documents.manual(types[i]);
                row.cells += held ? cellOf(*held->manual, department) : QStringLiteral("?");
                any = any || (held && !row.cells.back().isEmpty());
            }
            if (any) {
                rows.push_back(std::move(row));
            } else if (from == 0) {
                idle += row.cells.front();
            }
        }
        paper.table(columns, rows, true, 7);
    }
    paper.paragraph(
        translate("Print",
                  "In brackets: steps in for another department. ?: the manual cannot be read here."),
        8);
    if (!idle.isEmpty()) {
        paper.paragraph(
            filled(translate("Print", "No seat of their own: %1"), {idle.join(QStringLiteral(", "))}), 8);
    }
    layVersions(paper, papers);
}

PageHead headOfPhones(const PeacePapers& papers) {
    return {
        {},
        translate("Print", "Emergency telephone tree"),
        translate("Print", "Personal data: for calling people out, and for nothing else"),
        {},
        translate("Print",
                  "Call in the order given. Tick who was reached, and write the time; who does not answer "
                  "is followed by the next."),
        freshness(papers)};
}

void layPhones(Paper& paper, const PeacePapers& papers) {
    std::vector<KnownPerson> people = knownPeople(papers.journal);
    std::stable_sort(people.begin(), people.end(),
                     [](const KnownPerson& a, const KnownPerson& b) { return a.name < b.name; });
    paper.title(translate("Print", "1. By department"));
    layByDepartment(paper, papers, people);
    paper.title(translate("Print", "2. By seat, in the order of succession"));
    const std::size_t types = papers.documents.failureTypes().size();
    QStringList empty;
    for (const PhoneLine& seat : seatLinesOf(papers, people)) {
        const QString when = std::size_t(seat.types.size()) == types ? translate("Print", "whatever fails")
                                                                     : seat.types.join(QStringLiteral(", "));
        if (seat.line.empty()) {
            empty += seat.name;
            continue;
        }
        std::vector<PaperRow> rows;
        for (const PersonId& person : seat.line) {
            rows.push_back(phoneRow(papers, person, QString::number(rows.size() + 1) + QStringLiteral(". ")));
        }
        paper.need(45);
        paper.heading(seat.name);
        paper.paragraph(when, 8.5);
        paper.table(phoneColumns(translate("Print", "In this order")), rows, true);
    }
    empty.removeDuplicates();
    if (!empty.isEmpty()) {
        paper.heading(translate("Print", "Nobody in line"));
        paper.paragraph(empty.join(QStringLiteral(", ")));
    }
    layVersions(paper, papers);
}

} // namespace bongsu
