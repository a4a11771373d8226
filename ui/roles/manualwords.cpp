#include "ui/roles/manualwords.h"

#include "domain/organisation/contacts.h"
#include "ui/roles/rolewords.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/manualwords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

const QString between = QStringLiteral(" \u00B7 ");

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QStringList sentences(const std::vector<LocalText>& texts) {
    QStringList lines;
    for (const LocalText& text : texts) {
        lines += text.in(languageInstalled());
    }
    return lines;
}

QStringList escalations(const ManualSeat& seat, const Manual* manual) {
    QStringList lines;
    for (const Escalation& one : seat.escalations) {
        const QStringList words{one.when.in(languageInstalled()), nameOfSeat(one.to, manual),
                                one.after ? spanOf(*one.after) : QString()};
        lines += one.after ? filled(translate("Roles", "%1 for %3: tell %2"), words)
                           : filled(translate("Roles", "%1: tell %2"), words);
    }
    return lines;
}

QString taskWords(const ManualTask& task) {
    const QString name = task.name.in(languageInstalled());
    return task.due ? name + between + filled(translate("Roles", "within %1"), {spanOf(*task.due)}) : name;
}

QString holderWords(const Candidate& candidate, const Manual& manual, const Catalogue& catalogue) {
    if (const auto* named = std::get_if<NamedPerson>(&candidate)) {
        return oneLine(named->name);
    }
    if (const auto* seat = std::get_if<OfSeat>(&candidate)) {
        return filled(translate("Print", "whoever has: %1", "a seat"), {nameOfSeat(seat->seat, &manual)});
    }
    return filled(translate("Print", "anybody of %1", "a department"),
                  {departmentName(std::get<OfDepartment>(candidate).department, &catalogue)});
}

// "16:00 끝냄 점검", as the record has it; what was not added yet as the manual has it.
QString taskState(const BoardContext& board, const TaskStatus& task) {
    if (task.outcome == TaskOutcome::Done) {
        return filled(translate("Roles", "done %1"), {shortClockSeenFrom(task.since, board.now)});
    }
    if (task.outcome) {
        return filled(translate("Roles", "skipped %1"), {shortClockSeenFrom(task.since, board.now)});
    }
    if (!task.item.due) {
        return translate("Roles", "open");
    }
    return filled(board.now >= *task.item.due ? translate("Roles", "overdue since %1")
                                              : translate("Roles", "until %1"),
                  {shortClockSeenFrom(*task.item.due, board.now)});
}

QStringList tasks(const BoardContext& board, const QString& key, const ManualSeat* seat) {
    QStringList lines;
    std::set<QString> known;
    for (const auto& [at, task] : board.incident.tasks) {
        if (task.item.seat == key) {
            known.insert(task.item.key.value_or(QString()));
            lines +=
                oneLine(board.journal.texts().task(at.tasks, at.index)) + between + taskState(board, task);
        }
    }
    for (const ManualTask& task : seat ? seat->tasks : std::vector<ManualTask>()) {
        if (!known.contains(task.key)) {
            lines += taskWords(task);
        }
    }
    return lines;
}

QStringList successors(const BoardContext& board, const QString& seat, const std::vector<KnownPerson>& people,
                       const std::vector<Shift>& running, const Catalogue* catalogue) {
    QStringList lines;
    for (const SeatCandidate& one : candidatesFor(seat, board.manual, people, running, board.incident)) {
        if (one.proposed) {
            lines += filled(translate("Roles", "%1 (%2)", "a person and why"),
                            {one.person.name, reasonWords(board, one.proposed, catalogue)});
        }
    }
    for (int i = 0; i < lines.size(); ++i) {
        lines[i] = QString::number(i + 1) + QStringLiteral(". ") + lines[i];
    }
    return lines;
}

} // namespace

// Whoever is waited for, else whoever has it: somebody may have to telephone.
static void addReaching(const BoardContext& board, const BoardSeat& seat,
                        std::vector<RoleSection>& sections) {
    const SeatStatus& status = seat.line.status;
    const auto person = status.called ? std::optional(status.called->person) : status.holder;
    if (!person || person == board.journal.person()) {
        return;
    }
    const auto contacts =
        contactsOf(board.journal.texts().aboutPerson(board.journal.organisation(), *person));
    if (!contacts.empty()) {
        sections.push_back({filled(translate("Roles", "How to reach %1"), {personOnBoard(board, *person)}),
                            QStringList(contacts.begin(), contacts.end())});
    }
    const auto paged = board.incident.pages.find({.seat = seat.line.seat});
    if (!status.called || paged == board.incident.pages.end() || paged->second.call != status.called->by) {
        return;
    }
    std::vector<std::pair<Moment, QString>> pages;
    for (const auto& [channel, over] : paged->second.channels) {
        const QString state = over.state ? nameOf(*over.state) : translate("Roles", "under way");
        pages.emplace_back(over.at,
                           QStringList{shortClockSeenFrom(over.at, board.now), channel, state}.join(between));
    }
    std::sort(pages.begin(), pages.end());
    QStringList lines;
    for (const auto& [at, words] : pages) {
        lines += words;
    }
    sections.push_back({translate("Roles", "Paged by the relay"), lines});
}

SeatInManual seatInManual(const ManualSeat& seat, const Manual& manual) {
    SeatInManual said;
    const auto add = [&](const QString& heading, const QStringList& lines) {
        if (!lines.isEmpty()) {
            said.sections.push_back({heading, lines});
        }
    };
    add(translate("Roles", "Duties"), sentences(seat.duties));
    add(translate("Roles", "Decides alone"), sentences(seat.decides));
    add(translate("Roles", "Escalates"), escalations(seat, &manual));
    said.tasks.heading = translate("Roles", "Tasks");
    for (const ManualTask& task : seat.tasks) {
        said.tasks.lines += taskWords(task);
    }
    return said;
}

QString holdersWords(const ManualSeat& seat, const Manual& manual, const Catalogue& catalogue) {
    QStringList all;
    for (const Candidate& one : seat.holders) {
        all += QString::number(all.size() + 1) + QStringLiteral(". ") + holderWords(one, manual, catalogue);
    }
    return all.join(QStringLiteral("  "));
}

QString seatHeading(const ManualSeat& seat, const Catalogue& catalogue) {
    return oneLine(seat.name.in(languageInstalled())) + between + departmentName(seat.department, &catalogue);
}

std::vector<RoleSection> roleSections(const BoardContext& board, const BoardSeat& seat,
                                      const std::vector<KnownPerson>& people,
                                      const std::vector<Shift>& running, const Catalogue* catalogue) {
    std::vector<RoleSection> sections;
    const auto add = [&](const QString& heading, const QStringList& lines) {
        if (!lines.isEmpty()) {
            sections.push_back({heading, lines});
        }
    };
    if (seat.inManual && board.manual) {
        sections = seatInManual(*seat.inManual, *board.manual).sections;
    }
    add(translate("Roles", "Tasks"), tasks(board, seat.line.seat, seat.inManual));
    addReaching(board, seat, sections);
    add(translate("Roles", "Who comes next"), successors(board, seat.line.seat, people, running, catalogue));
    return sections;
}

QString roleTerms(const BoardContext& board, const BoardSeat& seat, const Catalogue* catalogue) {
    QStringList words;
    words << seatStateWords(board, seat);
    if (seat.inManual) {
        words += departmentName(seat.inManual->department, catalogue);
        if (seat.line.seat != commanderSeat) {
            const QString above =
                seat.inManual->reportsTo.isEmpty() ? commanderSeat.toString() : seat.inManual->reportsTo;
            words += filled(translate("Roles", "reports to: %1"), {seatName(board, above)});
        }
        words += filled(translate("Roles", "to answer within %1"), {spanOf(seat.inManual->acceptWithin)});
    }
    words.removeAll(QString());
    return words.join(between);
}

std::vector<RoleSection> differenceSections(const std::vector<ManualDifference>& differences) {
    std::vector<RoleSection> sections;
    QString seat;
    for (const ManualDifference& one : differences) {
        if (sections.empty() || one.seat != seat) {
            const QString name = one.name.in(languageInstalled());
            seat = one.seat;
            sections.push_back({one.seat.isEmpty() ? translate("Roles", "The manual itself")
                                : name.isEmpty()   ? nameOfSeat(one.seat)
                                                   : name,
                                {}});
        }
        sections.back().lines += sentence(one, languageInstalled());
    }
    if (sections.empty()) {
        sections.push_back({translate("Roles", "The manual itself"),
                            {translate("Roles", "Nobody in a seat has to do anything otherwise.")}});
    }
    return sections;
}

QString newerWords(const Journal& journal, const Documents::NewerManual& newer, Moment now) {
    const DocumentRecord* record =
        journal.organisation().document(documenttype::manual, newer.newest.manual->failureType);
    const QString at = record ? clockSeenFrom(record->at, now) : QString();
    return filled(translate("Roles", "A newer version was published %1: %2."),
                  {at, QCoreApplication::translate("Roles", "%n difference(s)", nullptr,
                                                   int(newer.differences.size()))});
}

QString publishedWords(const Journal& journal, const EventId& version, Moment now) {
    const LogIndex* index = journal.ledger().index(LogId::of(*journal.organisationId()));
    const auto event = index ? index->find(version) : std::nullopt;
    const QString at = event ? clockSeenFrom(event->recordedAt, now) : QString();
    const QString by = event && event->person
                           ? journal.texts().personName(journal.organisation(), *event->person)
                           : QString();
    return event ? filled(translate("Roles", "Published %1 by %2"), {at, by})
                 : translate("Roles", "Published on this device, not recorded yet");
}

QString versionWords(const Journal& journal, const Manual& manual, const std::optional<EventId>& version,
                     Moment now) {
    const QString reviewed = filled(translate("Roles", "last reviewed %1"), {manual.reviewed});
    return (version ? publishedWords(journal, *version, now)
                    : translate("Roles", "Shipped with the program, not published by your organisation")) +
           between + reviewed;
}

} // namespace bongsu
