#include "ui/committee/committeeacts.h"

#include "ui/committee/committeewords.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/minutes.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QApplication>
#include <QClipboard>
#include <QWidget>

namespace bongsu {

namespace {

constexpr std::array attendancesOffered{Attendance::Coming, Attendance::Present, Attendance::Absent};
constexpr std::array votesOffered{Vote::For, Vote::Against, Vote::Abstained};
constexpr std::array motionsOffered{MotionKind::Disaster, MotionKind::Failover, MotionKind::General};

} // namespace

CommitteeActs::CommitteeActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page)
    : PageActs(parts, sheet, page) {}

void CommitteeActs::addTo(Actions& actions) {
    const auto add = [&](const char* name, const QKeySequence& keys, void (CommitteeActs::*act)()) {
        actions.add({.name = name, .keys = keys, .run = [this, act] {
                         if (incident()) {
                             (this->*act)();
                         }
                     }});
    };
    add(QT_TRANSLATE_NOOP("Action", "The committee"), Qt::Key_F9, &CommitteeActs::show);
    add(QT_TRANSLATE_NOOP("Action", "Call the committee together"), Qt::SHIFT | Qt::Key_F9,
        &CommitteeActs::call);
    add(QT_TRANSLATE_NOOP("Action", "Who comes to the committee"), {}, &CommitteeActs::attend);
    add(QT_TRANSLATE_NOOP("Action", "Put a motion to the committee"), {}, &CommitteeActs::openMotion);
    add(QT_TRANSLATE_NOOP("Action", "Vote on a motion"), {}, &CommitteeActs::vote);
    add(QT_TRANSLATE_NOOP("Action", "Close a motion"), {}, &CommitteeActs::closeMotion);
    add(QT_TRANSLATE_NOOP("Action", "Copy the minutes"), {}, &CommitteeActs::copyMinutes);
    add(QT_TRANSLATE_NOOP("Action", "Ask for people, equipment, room or money"),
        Qt::CTRL | Qt::ALT | Qt::Key_R, &CommitteeActs::request);
    add(QT_TRANSLATE_NOOP("Action", "Answer requests"), {}, &CommitteeActs::answerRequests);
    add(QT_TRANSLATE_NOOP("Action", "Open an operational period"), {}, &CommitteeActs::openPeriod);
}

QString CommitteeActs::memberName(const EventId& meetingOrMotion, quint64 member) const {
    const QString name = oneLine(journal().texts().member(meetingOrMotion, member));
    return name.isEmpty() ? filled(tr("member %1"), {QString::number(member + 1)}) : name;
}

QString CommitteeActs::motionWords(const EventId& motion) const {
    return motionTitle(journal(), *incident(), motion);
}

void CommitteeActs::askPlace(const QString& title, const QStringList& words,
                             std::function<void(std::size_t)> then) {
    if (words.size() == 1) {
        then(0);
        return;
    }
    Question which{.title = title, .does = tr("Next")};
    for (const QString& one : words) {
        which.options.push_back({one});
    }
    which.answer = [this, then](const std::vector<int>& chosen, const QString&) {
        askNext([then, place = std::size_t(chosen.front())] { then(place); });
        return QString();
    };
    sheet().ask(std::move(which));
}

void CommitteeActs::show() {
    if (!newestMeeting(*incident())) {
        call();
        return;
    }
    using Act = void (CommitteeActs::*)();
    const std::vector<std::pair<Act, QString>> acts{{&CommitteeActs::attend, tr("Who comes")},
                                                    {&CommitteeActs::openMotion, tr("Put a motion")},
                                                    {&CommitteeActs::vote, tr("Vote")},
                                                    {&CommitteeActs::closeMotion, tr("Close a motion")},
                                                    {&CommitteeActs::copyMinutes, tr("Copy the minutes")},
                                                    {&CommitteeActs::call, tr("Call it together once more")}};
    askWhich<Act>(tr("Committee"), acts, [this](const Act& act) { (this->*act)(); });
}

// One key and Enter, where a standing committee was published; else the names are written.
void CommitteeActs::call() {
    const StandingCommittee* standing = parts().documents ? parts().documents->committee() : nullptr;
    const auto people = knownPeople(journal());
    if (standing) {
        ask(callOf(*standing, *incident(), people, languageInstalled()), standing->place);
        return;
    }
    sheet().ask({.title = tr("Call the committee together"),
                 .words = whyNamesAreWritten(),
                 .line = tr("Names, divided by commas"),
                 .lineNeeded = true,
                 .does = tr("Next: where"),
                 .answer = [this, people](const std::vector<int>&, const QString& line) {
                     const CommitteeCall call = callOf(namesIn(line), std::nullopt, *incident(), people);
                     if (call.names.empty()) {
                         return tr("Write at least one name.");
                     }
                     askNext([this, call] { ask(call, {}); });
                     return QString();
                 }});
}

Documents::Standing CommitteeActs::standing() const {
    return parts().documents ? parts().documents->committeeStanding() : Documents::Standing::None;
}

QString CommitteeActs::whyNamesAreWritten() const {
    switch (standing()) {
    case Documents::Standing::None:
        break;
    case Documents::Standing::Coming:
        return tr("The standing committee is not on this device yet. It comes once a relay is connected; or "
                  "write who is in it.");
    case Documents::Standing::Here:
    case Documents::Standing::Lost:
    case Documents::Standing::Unreadable:
        return tr("The standing committee cannot be read on this device: write who is in it.");
    }
    return tr("No standing committee was published: write who is in it.");
}

void CommitteeActs::ask(const CommitteeCall& call, const QString& place) {
    const QStringList names(call.names.begin(), call.names.end());
    const QString meeting = journal().texts().meeting(*incident());
    sheet().ask(
        {.title = tr("Call the committee together"),
         .words = filled(tr("%1. Quorum %2. Whoever has a device here is asked at once; call the others."),
                         {names.join(QStringLiteral(", ")), QString::number(call.facts.quorum)}),
         .line = tr("Where it meets"),
         .lineText = !place.isEmpty() ? place : meeting,
         .does = tr("Call it together"),
         .answer = [this, call](const std::vector<int>&, const QString& line) {
             Text text{.options = call.names};
             if (!line.isEmpty()) {
                 text.place = line;
             }
             return record(call.facts, text,
                           filled(tr("Called: %1 members"), {QString::number(call.names.size())}));
         }});
}

void CommitteeActs::attend() {
    const auto* meeting = newestMeeting(*incident());
    if (!meeting) {
        Q_EMIT done(tr("The committee was not called together. Shift F9 calls it."));
        return;
    }
    const auto own = placeIn(meeting->second, journal().person());
    if (own && !meeting->second.members[*own].attendance) {
        askAttendance(meeting->first, *own);
        return;
    }
    std::vector<std::pair<quint64, QString>> members;
    for (quint64 i = 0; i < meeting->second.members.size(); ++i) {
        const auto& attendance = meeting->second.members[i].attendance;
        members.emplace_back(i, memberName(meeting->first, i) +
                                    (attendance ? QStringLiteral("  ") + nameOf(*attendance) : QString()));
    }
    askWhich<quint64>(
        tr("Whose word is it?"), members,
        [this, event = meeting->first](const quint64& member) { askAttendance(event, member); });
}

void CommitteeActs::askAttendance(const EventId& meeting, quint64 member) {
    Question question{.title = memberName(meeting, member)};
    for (const Attendance one : attendancesOffered) {
        question.options.push_back({nameOf(one)});
    }
    question.line = tr("The deputy, if one comes");
    question.does = tr("Record");
    question.answer = [this, meeting, member](const std::vector<int>& chosen, const QString& line) {
        const Attendance attendance = attendancesOffered[std::size_t(chosen.front())];
        const QString name = memberName(meeting, member);
        return record(CommitteeAttended{{}, meeting, member, attendance, !line.isEmpty()},
                      Text{.name = given(line)}, filled(tr("%1: %2"), {name, nameOf(attendance)}));
    };
    sheet().ask(std::move(question));
}

void CommitteeActs::openMotion() {
    if (!newestMeeting(*incident())) {
        Q_EMIT done(tr("The committee was not called together. Shift F9 calls it."));
        return;
    }
    std::vector<std::pair<MotionKind, QString>> kinds;
    for (const MotionKind kind : motionsOffered) {
        kinds.emplace_back(kind, kind == MotionKind::General ? tr("anything else") : nameOf(kind));
    }
    askWhich<MotionKind>(tr("What is put to it?"), kinds,
                         [this](const MotionKind& kind) { askMotion(kind); });
}

void CommitteeActs::askMotion(MotionKind kind) {
    const auto written =
        parts().documents ? parts().documents->criteriaFor(kind, languageInstalled()) : QString();
    const QString basis = written.value_or(QString());
    const QString name = capitalised(nameOf(kind));
    sheet().ask({.title = name,
                 .words = !written ? tr("The committee's criteria are not on this device: write into the "
                                        "motion what it is decided by.")
                          : basis.isEmpty()
                              ? tr("What is asked, in one sentence that can be answered with yes.")
                              : filled(tr("Criteria: %1"), {basis}),
                 .line = tr("The motion"),
                 .lineText = kind == MotionKind::General ? QString() : name,
                 .lineNeeded = true,
                 .does = tr("Put it"),
                 .answer = [this, kind, basis](const std::vector<int>&, const QString& line) {
                     Text text{.text = line};
                     if (!basis.isEmpty()) {
                         text.basis = basis;
                     }
                     return record(MotionOpened{{}, newestMeeting(*incident())->first, kind, {}}, text,
                                   filled(tr("Put to the committee: %1"), {line}));
                 }});
}

// One's own vote where it is missing; else somebody's, as it was said.
void CommitteeActs::vote() {
    std::vector<std::pair<EventId, QString>> motions;
    for (const auto& [event, motion] : openMotions(*incident())) {
        motions.emplace_back(event, motionWords(event));
    }
    if (motions.empty()) {
        Q_EMIT done(tr("No motion is open."));
        return;
    }
    askWhich<EventId>(tr("On which motion?"), motions, [this](const EventId& motion) { askVoter(motion); });
}

void CommitteeActs::askVoter(const EventId& motion) {
    const Motion& asked = incident()->motions.at(motion);
    const Meeting& meeting = incident()->meetings.at(asked.meeting);
    const auto own = placeIn(meeting, journal().person());
    if (own && !asked.votes.contains(*own)) {
        askVote(motion, *own);
        return;
    }
    std::vector<std::pair<quint64, QString>> members;
    for (quint64 i = 0; i < meeting.members.size(); ++i) {
        const auto vote = asked.votes.find(i);
        members.emplace_back(
            i,
            memberName(motion, i) +
                (vote == asked.votes.end() ? QString() : QStringLiteral("  ") + nameOf(vote->second.vote)));
    }
    askWhich<quint64>(tr("Whose vote is it?"), members,
                      [this, motion](const quint64& member) { askVote(motion, member); });
}

void CommitteeActs::askVote(const EventId& motion, quint64 member) {
    const Motion& asked = incident()->motions.at(motion);
    const Meeting& meeting = incident()->meetings.at(asked.meeting);
    QStringList words{memberName(motion, member), votesWords(asked, meeting),
                      filled(tr("quorum %1"), {QString::number(meeting.quorum)})};
    if (asked.due) {
        words += filled(tr("by %1"), {shortClockSeenFrom(*asked.due, parts().clock.now())});
    }
    Question question{.title = motionWords(motion), .words = words.join(QStringView(u" \u00B7 "))};
    for (const Vote one : votesOffered) {
        question.options.push_back({nameOf(one)});
    }
    question.line = tr("Why, if it is to be in the minutes");
    question.does = tr("Vote");
    question.answer = [this, motion, member](const std::vector<int>& chosen, const QString& line) {
        const Vote vote = votesOffered[std::size_t(chosen.front())];
        return record(MotionVoted{{}, motion, member, vote}, Text{.reason = given(line)},
                      filled(tr("%1: %2"), {memberName(motion, member), nameOf(vote)}));
    };
    sheet().ask(std::move(question));
}

void CommitteeActs::closeMotion() {
    std::vector<std::pair<EventId, QString>> motions;
    for (const auto& [event, motion] : openMotions(*incident())) {
        motions.emplace_back(event, motionWords(event));
    }
    if (motions.empty()) {
        Q_EMIT done(tr("No motion is open."));
        return;
    }
    askWhich<EventId>(tr("Which motion?"), motions, [this](const EventId& motion) { askOutcome(motion); });
}

void CommitteeActs::askOutcome(const EventId& motion) {
    const Motion& asked = incident()->motions.at(motion);
    const Meeting& meeting = incident()->meetings.at(asked.meeting);
    const VoteCounts votes = countVotes(asked, meeting);
    const auto outcome = outcomeOf(votes, meeting.quorum);
    std::vector<MotionOutcome> outcomes;
    Question question{.title = motionWords(motion),
                      .words = filled(tr("For %1, against %2, abstained %3, missing %4; quorum %5."),
                                      {QString::number(votes.inFavour), QString::number(votes.against),
                                       QString::number(votes.abstained), QString::number(votes.missing),
                                       QString::number(meeting.quorum)})};
    if (outcome) {
        outcomes.push_back(*outcome);
        question.options.push_back({nameOf(*outcome), {}, true});
    }
    outcomes.push_back(MotionOutcome::Dropped);
    question.options.push_back({nameOf(MotionOutcome::Dropped), tr("needs a reason"), !outcome});
    question.line = tr("Reason");
    question.does = tr("Close the motion");
    question.answer = [this, motion, outcomes](const std::vector<int>& chosen, const QString& line) {
        const MotionOutcome closed = outcomes[std::size_t(chosen.front())];
        return record(MotionClosed{{}, motion, closed}, Text{.reason = given(line)},
                      filled(tr("%1: %2"), {motionWords(motion), nameOf(closed)}));
    };
    sheet().ask(std::move(question));
}

void CommitteeActs::copyMinutes() {
    const auto* meeting = newestMeeting(*incident());
    if (!meeting) {
        Q_EMIT done(tr("The committee was not called together. Shift F9 calls it."));
        return;
    }
    QApplication::clipboard()->setText(
        minutesOf(*incident(), meeting->first, journal().texts(), parts().clock.now()));
    Q_EMIT done(tr("The minutes are on the clipboard."));
}

} // namespace bongsu
