#include "ui/outgoing/boardpaper.h"

#include "domain/incident/servicedetail.h"
#include "ui/committee/committeewords.h"
#include "ui/services/servicewords.h"
#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

// Those of whoever may do all that an incident lacks: a sheet of paper goes round among everybody.
std::vector<Need> needsOnPaper(const BoardContext& board) {
    std::vector<const Incident*> all;
    for (const LogId& log : board.journal.incidents()) {
        all.push_back(board.journal.incident(log));
    }
    const Viewer mayAll{board.incident.command.person, Permission::Admin};
    return needsOf(board.incident, board.journal.organisation(), mayAll, all, board.now);
}

void layNeeds(Paper& paper, const BoardContext& board) {
    paper.heading(translate("bongsu::NeedsBar", "Needed now"));
    const auto needs = needsOnPaper(board);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const NeedWords words = needWords(needs[i], board);
        QStringList parts{words.before, words.emphasis};
        if (needs[i].kind != NeedKind::TakeCommand) { // paper speaks to no one person
            parts += words.after;
        }
        parts.removeAll(QString());
        PaperBlock block{QString::number(i + 1), oneLine(parts.join(QStringView(u" \u00B7 ")))};
        block.bold = true;
        paper.block(block);
    }
    if (needs.empty()) {
        paper.block({{}, translate("bongsu::NeedsBar", "Nothing is needed now")});
    }
}

// The commander, then everybody who wrote in the record. What they may do stands behind their names: before
// them it would read as the seat that they hold.
void layPeople(Paper& paper, const BoardContext& board) {
    const Incident& incident = board.incident;
    const Organisation& organisation = board.journal.organisation();
    paper.heading(translate("Print", "People"));
    paper.block(
        {incident.command.acting ? translate("Print", "Acting commander") : translate("Print", "Commander"),
         nameOnPaper(board, incident.command.person),
         {},
         dayAndClock(incident.command.since)});
    for (const auto& [person, part] : participants(incident)) {
        const auto permission = organisation.permission(person, organisation.seq);
        QStringList words{nameOnPaper(board, person), permission ? nameOf(*permission) : QString(),
                          filled(translate("Print", "newest line %1"), {dayAndClock(part.last)})};
        words.removeAll(QString());
        paper.block({translate("Print", "Recording"), words.join(QStringView(u" \u00B7 "))});
    }
    if (const QString meeting = oneLine(board.journal.texts().meeting(incident)); !meeting.isEmpty()) {
        paper.block({translate("Print", "Meeting"), meeting});
    }
}

} // namespace

QString nameOnPaper(const BoardContext& board, const PersonId& person) {
    return oneLine(board.journal.texts().personName(board.journal.organisation(), person));
}

void layServices(Paper& paper, const Incident& incident) {
    paper.heading(translate("Print", "Services"));
    const auto lines = serviceLines(incident); // those too that nobody has stated
    for (const ServiceLine& line : lines) {
        const QString name =
            line.key.function.isEmpty() ? line.key.service : line.key.service + u' ' + line.key.function;
        paper.block(
            {nameOf(line.state), oneLine(name), {}, line.since ? dayAndClock(*line.since) : QString()});
    }
    if (lines.empty()) {
        paper.block({{}, translate("Print", "No service has been stated.")});
    }
}

void layBlockers(Paper& paper, const BoardContext& board) {
    paper.heading(translate("Print", "Blockers and holds"));
    bool any = false;
    for (const auto& [event, blocker] : blockersOf(board.incident)) {
        const Text* text = board.journal.texts().find(event);
        QStringList words{blocker.site.value_or(QString()),
                          text ? text->party.value_or(QString()) : QString(),
                          text ? text->text.value_or(QString()) : QString()};
        words.removeAll(QString());
        paper.block({translate("Print", "Blocked"),
                     oneLine(words.join(QStringLiteral(", "))),
                     {},
                     dayAndClock(blocker.since)});
        any = true;
    }
    for (const auto* holds : {&board.incident.holds, &board.journal.organisation().holds}) {
        for (const auto& [site, hold] : *holds) {
            const QString by = hold.by ? nameOnPaper(board, *hold.by) : QString();
            paper.block({translate("Print", "Work held"), oneLine(site), {}, dayAndClock(hold.since), by});
            any = true;
        }
    }
    if (!any) {
        paper.block({{}, translate("Print", "Nothing blocks.")});
    }
}

void layKnown(Paper& paper, const BoardContext& board) {
    paper.heading(translate("Print", "Cause and recovery"));
    paper.block({translate("Print", "Cause"), causeSaid(board)});
    for (const QString& words : recoveryWords(board)) {
        paper.block({translate("Print", "Expected back"), words});
    }
}

// The newest meeting, and everything that was ever put to the committee: what was decided holds on.
void layCommittee(Paper& paper, const BoardContext& board) {
    const auto* meeting = newestMeeting(board.incident);
    if (!meeting) {
        return;
    }
    paper.heading(translate("Print", "Committee"));
    const Text* text = board.journal.texts().find(meeting->first);
    QStringList words{attendanceWords(meeting->second),
                      filled(translate("Print", "quorum %1"), {QString::number(meeting->second.quorum)}),
                      text ? oneLine(text->place.value_or(QString())) : QString()};
    words.removeAll(QString());
    paper.block({translate("Print", "Called", "a committee"),
                 words.join(QStringView(u" \u00B7 ")),
                 {},
                 dayAndClock(meeting->second.since)});
    for (const MotionWords& one : motionWords(board)) {
        PaperBlock block{one.outcome.isEmpty() ? translate("Print", "To be voted", "a motion") : one.outcome,
                         one.motion + QStringLiteral(" \u00B7 ") + one.votes};
        block.right = one.when;
        block.bold = one.outcome.isEmpty();
        paper.block(block);
    }
}

void layBoard(Paper& paper, const BoardContext& board) {
    layNeeds(paper, board);
    layServices(paper, board.incident);
    layKnown(paper, board);
    layBlockers(paper, board);
    layCommittee(paper, board);
    layPeople(paper, board);
}

} // namespace bongsu
