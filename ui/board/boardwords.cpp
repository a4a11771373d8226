#include "ui/board/boardwords.h"

#include "domain/incident/declaring.h"
#include "domain/incident/servicedetail.h"
#include "ui/timeline/rowmarks.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr, int n = -1) {
    return QCoreApplication::translate(context, english, meaning, n);
}

QString countOf(const CountRange& range) {
    return range.from == range.to ? numberOf(range.from) : numberOf(range.from) + u'~' + numberOf(range.to);
}

} // namespace

QString personOnBoard(const BoardContext& board, const PersonId& person) {
    return !board.onPaper && person == board.journal.person()
               ? translate("Board", "me")
               : board.journal.texts().personName(board.journal.organisation(), person);
}

QString timeOnBoard(const BoardContext& board, Moment at) {
    return board.onPaper ? dayAndClock(at) : shortClockSeenFrom(at, board.now);
}

std::vector<PanelCount> serviceCountWords(const BoardContext& board) {
    const ServiceCounts counts = countServices(serviceLines(board.incident));
    std::vector<PanelCount> words;
    const auto add = [&](int count, const QString& pattern, Ink ink, std::optional<Mark> mark) {
        if (count > 0) {
            words.push_back({filled(pattern, {QString::number(count)}), ink, mark});
        }
    };
    add(counts.down, translate("Board", "down %1"), Ink::Bad, Mark::Square);
    add(counts.partial, translate("Board", "partly %1"), Ink::Partial, Mark::HalfSquare);
    add(counts.unknown, translate("Board", "unknown %1"), Ink::Quiet, std::nullopt);
    add(counts.normal, translate("Board", "normal %1"), Ink::Quiet, std::nullopt);
    return words;
}

QString foldedWords(const BoardContext& board) {
    QStringList parts;
    for (const PanelCount& count : serviceCountWords(board)) {
        parts += count.words;
    }
    const auto blocked = blockedWords(board).size();
    if (blocked > 0) {
        parts += filled(translate("Board", "blocked %1"), {QString::number(blocked)});
    }
    for (const RestorationWords& one : restorationWords(board)) {
        parts += one.heading + u' ' + one.count;
    }
    return parts.join(between);
}

QString restoredWords(const Restored& restored) {
    return restored.total ? countOf(restored.done) + QStringLiteral(" / ") +
                                quantityOf(restored.unit, *restored.total, *restored.total)
                          : quantityOf(restored.unit, restored.done.from, restored.done.to);
}

std::vector<PanelLine> blockedWords(const BoardContext& board) {
    std::vector<PanelLine> words;
    for (const auto& [event, blocker] : blockersOf(board.incident)) {
        const Text* text = board.journal.texts().find(event);
        PanelLine line{.mark = Mark::Octagon, .markInk = Ink::Ember};
        QStringList more;
        if (text && text->party) {
            more += *text->party;
        }
        if (text && text->text) {
            more += *text->text;
        }
        if (blocker.site || more.isEmpty()) {
            line.name = blocker.site.value_or(QString());
        } else {
            line.name = more.takeFirst();
        }
        if (text && text->promised) {
            more += filled(translate("Board", "promised: %1"), {*text->promised});
        }
        line.more = more.join(between);
        line.end = timeOnBoard(board, blocker.since);
        words.push_back(std::move(line));
    }
    for (const HeldSite& held : holdsAbout(board.incident, board.journal.organisation())) {
        PanelLine line{.mark = Mark::Octagon, .markInk = Ink::Ember};
        line.name = filled(translate("Board", "%1: no work", "a site"), {held.site});
        line.more = held.hold.by ? personOnBoard(board, *held.hold.by) : QString();
        line.end = timeOnBoard(board, held.hold.since);
        words.push_back(std::move(line));
    }
    return words;
}

std::vector<RestorationWords> restorationWords(const BoardContext& board) {
    std::vector<RestorationWords> words;
    for (const auto& [site, status] : board.incident.restorations) {
        const Restored& restored = status.restored;
        RestorationWords shown;
        const bool unnamed = site.isEmpty();
        shown.heading = unnamed ? translate("Board", "Recovery")
                                : filled(translate("Board", "%1: recovery", "a site"), {site});
        shown.count = restoredWords(restored);
        QStringList below;
        if (restored.inProgress) {
            below += filled(translate("Board", "in progress %1"), {countOf(*restored.inProgress)});
        }
        below += filled(translate("Board", "as of %1"), {timeOnBoard(board, status.since)});
        shown.below = below.join(between);
        if (restored.total && *restored.total > 0) {
            shown.done = double(restored.done.from) / double(*restored.total);
            shown.inProgress =
                restored.inProgress ? double(restored.inProgress->to) / double(*restored.total) : 0;
        }
        words.push_back(std::move(shown));
    }
    return words;
}

std::vector<PanelLine> peopleWords(const BoardContext& board) {
    const Command& command = board.incident.command;
    std::vector<PanelLine> words;
    PanelLine commander{.mark = Mark::Target, .markInk = command.acting ? Ink::Ember : Ink::Text};
    commander.name =
        command.acting ? translate("Board", "Acting commander") : translate("Board", "Commander");
    commander.more = personOnBoard(board, command.person);
    commander.end =
        command.acting ? translate("Board", "not accepted yet") : timeOnBoard(board, command.since);
    commander.endInk = command.acting ? Ink::Ember : Ink::Quiet;
    words.push_back(std::move(commander));
    const Organisation& organisation = board.journal.organisation();
    for (const auto& [person, part] : participants(board.incident)) {
        PanelLine line{.mark = Mark::Ring, .markInk = Ink::Quiet, .name = personOnBoard(board, person)};
        const auto permission = organisation.permission(person, organisation.seq);
        line.more = permission ? nameOf(*permission) : QString();
        line.end = timeOnBoard(board, part.last);
        words.push_back(std::move(line));
    }
    return words;
}

std::vector<PanelLine> noticeWords(const BoardContext& board) {
    const NoticesTold& told = board.incident.told;
    const Moment began = board.incident.began.value_or(board.incident.declaredAt);
    const auto after = [&](Moment at) {
        return at > began ? filled(translate("Board", "%1 after it began"), {spanOf(at - began)}) : QString();
    };
    std::vector<PanelLine> words;
    if (!told.first) {
        PanelLine none{.mark = Mark::Cross, .markInk = Ink::Ember};
        none.name = translate("Board", "Users have not been told");
        none.end = spanOf(board.now - began);
        none.endInk = Ink::Ember;
        if (isOpen(board.incident)) {
            words.push_back(std::move(none));
        }
        return words;
    }
    PanelLine first{.mark = Mark::Play, .markInk = Ink::Info, .name = translate("Board", "First notice")};
    first.more = after(*told.first);
    first.end = timeOnBoard(board, *told.first);
    words.push_back(std::move(first));
    PanelLine contact{.mark = told.contact ? Mark::Handset : Mark::Cross,
                      .markInk = told.contact ? Ink::Info : Ink::Ember,
                      .name = translate("Board", "Where to ask")};
    contact.more = told.contact ? after(*told.contact) : QString();
    contact.end = told.contact ? timeOnBoard(board, *told.contact) : translate("Board", "not told yet");
    contact.endInk = told.contact ? Ink::Quiet : Ink::Ember;
    words.push_back(std::move(contact));
    PanelLine last{.mark = Mark::Play, .markInk = Ink::Info, .name = translate("Board", "Last notice")};
    last.more = told.stage ? nameOf(*told.stage) : QString();
    last.end = timeOnBoard(board, *told.last);
    words.push_back(std::move(last));
    return words;
}

namespace {

NeedWords promiseWords(Millis left) {
    return {{},
            translate("Needs", "Next notice"),
            left > Millis(0) ? filled(translate("Needs", "promised in %1"), {elapsed(left)})
                             : filled(translate("Needs", "promised %1 ago"), {elapsed(-left)})};
}

} // namespace

NeedWords needWords(const Need& need, const BoardContext& board) {
    const QString waited = elapsed(board.now - need.since);
    switch (need.kind) {
    case NeedKind::LookAtRefused:
        return {translate("Needs", "Not accepted"), QString::number(need.count),
                translate("Needs", "of my lines")};
    case NeedKind::TakeCommand:
        return {translate("Needs", "No commander has accepted"), waited, translate("Needs", "take command")};
    case NeedKind::AnswerCall:
        return {translate("Needs", "I am called"), nameOfSeat(need.seat, board.manual),
                translate("Needs", "answer")};
    case NeedKind::CallPeople:
        return {{}, translate("Needs", "Call everyone"), translate("Needs", "to their seats")};
    case NeedKind::FillSeat:
        return {translate("Needs", "Nobody took"), nameOfSeat(need.seat, board.manual), waited};
    case NeedKind::DoTasks:
        return {translate("Needs", "My tasks"),
                filled(translate("Needs", "%1 overdue"), {QString::number(need.count)}),
                {}};
    case NeedKind::ConfirmServices:
        return {translate("Needs", "My services"),
                filled(translate("Needs", "%1 to confirm"), {QString::number(need.count)}),
                {}};
    case NeedKind::AttendCommittee:
        return {translate("Needs", "The committee meets"), translate("Needs", "say whether you come"),
                waited};
    case NeedKind::VoteMotion:
        return {translate("Needs", "Committee"),
                filled(translate("Needs", "%1 to vote on"), {QString::number(need.count)}), waited};
    case NeedKind::AnswerRequests:
        return {translate("Needs", "Requests"),
                filled(translate("Needs", "%1 without an answer"), {QString::number(need.count)}), waited};
    case NeedKind::OpenPeriod:
        return {{},
                filled(translate("Needs", "Open period %1"), {QString::number(need.count)}),
                filled(translate("Needs", "the last one ended %1 ago"), {waited})};
    case NeedKind::RenewRecovery:
        return {translate("Needs", "Recovery time"), translate("Needs", "has passed"),
                need.service.isEmpty() ? waited : need.service + u' ' + waited};
    case NeedKind::JoinOther: {
        const Incident* other = need.other ? board.journal.incident(*need.other) : nullptr;
        return {translate("Needs", "The same site burns twice"),
                other ? board.journal.texts().title(*other) : QString(), translate("Needs", "join it")};
    }
    case NeedKind::SetMeeting:
        return {{}, translate("Needs", "Meeting"), translate("Needs", "say where to call in")};
    case NeedKind::GiveNotice:
        return {{},
                translate("Needs", "First notice"),
                filled(translate("Needs", "%1 without a word to users"), {waited})};
    case NeedKind::UpdateNotice:
        return promiseWords(need.since - board.now);
    case NeedKind::ApproveNotice:
        return {translate("Needs", "A notice waits"), translate("Needs", "read and approve it"), waited};
    case NeedKind::DecideDelivery:
        return {translate("Needs", "Notice"),
                filled(translate("Needs", "%1 channels to decide"), {QString::number(need.count)}), waited};
    case NeedKind::HoldWork:
        return {need.site, translate("Needs", "hold all work"), {}};
    case NeedKind::StateServices:
        return {translate("Needs", "Services"),
                filled(translate("Needs", "%1 without a state"), {QString::number(need.count)}),
                {}};
    }
    return {};
}

} // namespace bongsu
