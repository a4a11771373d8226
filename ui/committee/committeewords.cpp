#include "ui/committee/committeewords.h"

#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <map>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString wordsOf(const BoardContext& board, const EventId& event) {
    const Text* text = board.journal.texts().find(event);
    return text ? oneLine(text->text.value_or(QString())) : QString();
}

PanelLine meetingLine(const BoardContext& board, const Meeting& meeting) {
    PanelLine line{.mark = Mark::Target, .markInk = Ink::Info, .name = translate("Board", "Committee")};
    line.more = attendanceWords(meeting);
    line.end = timeOnBoard(board, meeting.since);
    if (countAttendance(meeting).present < meeting.quorum) {
        line.endInk = Ink::Ember;
    }
    return line;
}

PanelLine motionLine(const BoardContext& board, const EventId& event, const Motion& motion) {
    const Meeting& meeting = board.incident.meetings.at(motion.meeting);
    const QString kind = motion.motionKind == MotionKind::General ? QString() : nameOf(motion.motionKind);
    const QString words = wordsOf(board, event);
    PanelLine line{.mark = motion.outcome ? Mark::Diamond : Mark::HollowDiamond, .markInk = Ink::Info};
    line.name = kind.isEmpty() ? words : kind;
    line.more = kind.isEmpty() ? QString() : words;
    if (motion.outcome) {
        line.state = nameOf(*motion.outcome);
        line.stateInk = motion.outcome == MotionOutcome::Carried ? Ink::Good : Ink::Quiet;
        line.end = timeOnBoard(board, motion.closedAt);
        return line;
    }
    line.state = votesWords(motion, meeting);
    line.stateInk = Ink::Quiet;
    if (motion.due) {
        line.end = filled(translate("Board", "by %1"), {timeOnBoard(board, *motion.due)});
        line.endInk = *motion.due <= board.now ? Ink::Ember : Ink::Quiet;
    }
    return line;
}

PanelLine requestLine(const BoardContext& board, const EventId& event, const ResourceStatus& resource) {
    PanelLine line{.mark = Mark::HollowDiamond, .markInk = resource.outcome ? Ink::Good : Ink::Ember};
    line.name = quantityOf(resource.resourceKind, resource.amount);
    line.more = wordsOf(board, event);
    line.state = resource.outcome ? nameOf(*resource.outcome) : translate("Board", "asked for");
    line.stateInk = resource.outcome ? Ink::Good : Ink::Quiet;
    if (resource.until) {
        line.end = filled(translate("Board", "by %1"), {timeOnBoard(board, *resource.until)});
        line.endInk = *resource.until <= board.now ? Ink::Ember : Ink::Quiet;
    }
    return line;
}

PanelLine periodLine(const BoardContext& board, const PeriodStatus& period) {
    PanelLine line{.mark = Mark::Chevron, .markInk = Ink::Quiet};
    line.name = filled(translate("Board", "Period %1"), {numberOf(period.number)});
    line.more = wordsOf(board, period.setBy);
    if (period.until) {
        const bool over = *period.until <= board.now;
        line.end = over ? translate("Board", "over")
                        : filled(translate("Board", "handover in %1"), {elapsed(*period.until - board.now)});
        line.endInk = over ? Ink::Ember : Ink::Quiet;
    }
    return line;
}

} // namespace

QString motionTitle(const Journal& journal, const Incident& incident, const EventId& motion) {
    const Text* text = journal.texts().find(motion);
    const QString words = text ? oneLine(text->text.value_or(QString())) : QString();
    const MotionKind kind = incident.motions.at(motion).motionKind;
    return kind == MotionKind::General ? words : nameOf(kind) + QStringLiteral(": ") + words;
}

QString attendanceWords(const Meeting& meeting) {
    const AttendanceCounts counts = countAttendance(meeting);
    return filled(translate("Board", "present %1, coming %2 of %3"),
                  {QString::number(counts.present), QString::number(counts.coming),
                   QString::number(meeting.members.size())});
}

QString votesWords(const Motion& motion, const Meeting& meeting) {
    const VoteCounts votes = countVotes(motion, meeting);
    if (votes.missing == 0) {
        return filled(translate("Board", "for %1, against %2"),
                      {QString::number(votes.inFavour), QString::number(votes.against)});
    }
    return filled(
        translate("Board", "for %1, against %2, missing %3"),
        {QString::number(votes.inFavour), QString::number(votes.against), QString::number(votes.missing)});
}

std::vector<MotionWords> motionWords(const BoardContext& board) {
    std::multimap<Moment, MotionWords> told;
    for (const auto& [event, motion] : board.incident.motions) {
        MotionWords one{motionTitle(board.journal, board.incident, event),
                        {},
                        votesWords(motion, board.incident.meetings.at(motion.meeting))};
        if (motion.outcome) {
            one.outcome = nameOf(*motion.outcome);
            one.when = timeOnBoard(board, motion.closedAt);
        } else if (motion.due) {
            one.when = filled(translate("Board", "by %1"), {timeOnBoard(board, *motion.due)});
        }
        told.emplace(motion.since, std::move(one));
    }
    std::vector<MotionWords> words;
    for (auto& [since, one] : told) {
        words.push_back(std::move(one));
    }
    return words;
}

std::vector<PanelLine> committeeWords(const BoardContext& board) {
    std::vector<PanelLine> lines;
    if (board.incident.period.number > 0) {
        lines.push_back(periodLine(board, board.incident.period));
    }
    if (const auto* meeting = newestMeeting(board.incident)) {
        lines.push_back(meetingLine(board, meeting->second));
    }
    for (const auto& [event, motion] : openMotions(board.incident)) {
        lines.push_back(motionLine(board, event, motion));
    }
    for (const auto& [event, motion] : board.incident.motions) {
        if (motion.outcome == MotionOutcome::Carried && motion.motionKind != MotionKind::General) {
            lines.push_back(motionLine(board, event, motion)); // since when there is a disaster, a failover
        }
    }
    for (const auto& [event, resource] : openRequests(board.incident)) {
        lines.push_back(requestLine(board, event, resource));
    }
    return lines;
}

} // namespace bongsu
