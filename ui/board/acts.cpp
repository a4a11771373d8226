#include "ui/board/acts.h"

#include "domain/incident/board.h"
#include "domain/incident/closing.h"
#include "domain/incident/composerline.h"
#include "domain/incident/declaring.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QWidget>

namespace bongsu {

Acts::Acts(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page) : PageActs(parts, sheet, page) {}

QString Acts::title(const Incident& incident) const {
    return journal().texts().title(incident);
}

void Acts::addTo(Actions& actions) {
    const auto add = [&](const char* name, const QKeySequence& keys, void (Acts::*act)()) {
        actions.add({.name = name, .keys = keys, .run = [this, act] {
                         if (incident()) {
                             (this->*act)();
                         }
                     }});
    };
    add(QT_TRANSLATE_NOOP("Action", "Take command"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, &Acts::takeCommand);
    add(QT_TRANSLATE_NOOP("Action", "Set the meeting place"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        &Acts::setMeeting);
    add(QT_TRANSLATE_NOOP("Action", "Change the grade"), Qt::CTRL | Qt::SHIFT | Qt::Key_G,
        &Acts::changeGrade);
    add(QT_TRANSLATE_NOOP("Action", "Change the phase"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
        &Acts::changePhase);
    add(QT_TRANSLATE_NOOP("Action", "The government's alert level"), Qt::CTRL | Qt::ALT | Qt::Key_G,
        &Acts::setAlert);
    add(QT_TRANSLATE_NOOP("Action", "Hold all work at a site"), Qt::CTRL | Qt::SHIFT | Qt::Key_H,
        &Acts::hold);
    add(QT_TRANSLATE_NOOP("Action", "Let work go on at a site"), {}, &Acts::release);
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Join this incident into another"),
                 .run = [this] { join(std::nullopt); }});
}

void Acts::takeCommand() {
    const QString before = personName(incident()->command.person);
    sheet().ask(
        {.title = tr("Take command"),
         .words = filled(tr("From now on you are in charge. %1 is told, and everybody sees it."), {before}),
         .line = tr("Why, or how it was agreed"),
         .lineText = tr("agreed by phone"),
         .lineNeeded = true,
         .does = tr("Take command"),
         .answer = [this](const std::vector<int>&, const QString& line) {
             return record(CommandTaken{incident()->command.setBy}, Text{.reason = line},
                           tr("You are in command."));
         }});
}

void Acts::setMeeting() {
    sheet().ask({.title = tr("Meeting"),
                 .words = tr("Where everybody calls in: a number that needs nothing of the company."),
                 .line = tr("Number, room or link"),
                 .lineText = journal().texts().meeting(*incident()),
                 .lineNeeded = true,
                 .does = tr("Set the meeting"),
                 .answer = [this](const std::vector<int>&, const QString& line) {
                     return record(MeetingSet{incident()->meetingSetBy}, Text{.place = line},
                                   filled(tr("Meeting: %1"), {line}));
                 }});
}

void Acts::changeGrade() {
    Question question{.title = tr("Grade")};
    for (int i = 1; i <= 5; ++i) {
        question.options.push_back(
            {nameOf(Grade(i)), criteriaOf(Grade(i)), Grade(i) == incident()->grade.value});
    }
    question.line = tr("Why");
    question.does = tr("Change the grade");
    question.answer = [this](const std::vector<int>& chosen, const QString& line) {
        const auto grade = Grade(chosen.front() + 1);
        return record(GradeChanged{grade, incident()->grade.setBy},
                      Text{.reason = line.isEmpty() ? std::nullopt : std::optional(line)},
                      filled(tr("Grade: %1"), {nameOf(grade)}));
    };
    sheet().ask(std::move(question));
}

QString Acts::setPhase(Phase phase, const Text& text) {
    return record(PhaseChanged{phase, incident()->phase.setBy}, text,
                  filled(tr("Phase: %1"), {nameOf(phase)}));
}

// What closing lacks is said before it is tried.
void Acts::changePhase() {
    const std::size_t missing = safetyMissing(*incident()).size();
    const bool isCauseOpen = isCauseLeftOpen(*incident());
    Question question{.title = tr("Phase")};
    for (int i = 1; i <= int(Phase::Closed); ++i) {
        QString detail;
        if (Phase(i) == Phase::Closed && missing > 0) {
            detail = filled(tr("%1 checks of customers' data and security are missing"),
                            {QString::number(missing)});
        } else if (Phase(i) == Phase::Closed && isCauseOpen) {
            detail = tr("the cause is open: with a reason");
        }
        question.options.push_back({nameOf(Phase(i)), detail, Phase(i) == incident()->phase.value});
    }
    question.does = tr("Change the phase");
    question.answer = [this, missing, isCauseOpen](const std::vector<int>& chosen, const QString&) {
        const auto phase = Phase(chosen.front() + 1);
        if (phase == Phase::Closed && missing > 0) {
            askNext([this] { askSafety(); });
            return QString();
        }
        if (phase == Phase::Closed && isCauseOpen) {
            askNext([this] { askReasonToClose(); });
            return QString();
        }
        return setPhase(phase, {});
    };
    sheet().ask(std::move(question));
}

void Acts::askSafety() {
    std::map<QString, QStringList> missing;
    for (const auto& [service, aspect] : safetyMissing(*incident())) {
        missing[service] += nameOf(aspect);
    }
    QStringList lines;
    for (const auto& [service, aspects] : missing) {
        lines += QStringLiteral("%1: %2").arg(service, aspects.join(QStringLiteral(", ")));
    }
    constexpr qsizetype mostNamed = 6;
    const qsizetype more = lines.size() - mostNamed;
    QStringList named = lines.first(std::min(lines.size(), mostNamed));
    if (more > 0) {
        named += filled(tr("and %1 more"), {QString::number(more)});
    }
    sheet().ask(
        {.title = tr("It cannot be closed yet"),
         .words = tr("Nobody has looked yet whether customers' data is whole and no opening was left:") +
                  u'\n' + named.join(u'\n'),
         .options = {{tr("Look at it now"), {}, true}},
         .does = tr("Go there"),
         .answer = [this](const std::vector<int>&, const QString&) {
             QMetaObject::invokeMethod(this, &Acts::safetyAsked, Qt::QueuedConnection);
             return QString();
         }});
}

void Acts::askReasonToClose() {
    sheet().ask(
        {.title = tr("Close it though the cause is open?"),
         .words = tr("Nobody knows the cause, and work goes on where it happened: the next one may come "
                     "from the same. Closing needs a reason, which stays in the record."),
         .line = tr("Why it can be closed"),
         .lineNeeded = true,
         .does = tr("Close the incident"),
         .answer = [this](const std::vector<int>&, const QString& line) {
             return setPhase(Phase::Closed, Text{.reason = line});
         }});
}

// Time and name in one line, as the composer takes them.
void Acts::setAlert() {
    Question question{.title = tr("The government's alert level"),
                      .words = tr("It stands at the top of the board and in the situation report, with the "
                                  "time since when it holds.")};
    for (int i = 1; i <= int(AlertLevel::Last); ++i) {
        const auto level = AlertLevel(i);
        const auto since = incident()->alertLevels.find(level);
        question.options.push_back(
            {nameOf(level), since == incident()->alertLevels.end() ? QString() : clockOf(since->second),
             level == incident()->alertLevel.value_or(AlertLevel::Attention)});
    }
    question.line = tr("Who said so, or nothing. In front since when, such as 1540");
    question.does = tr("Record the alert level");
    question.answer = [this](const std::vector<int>& chosen, const QString& line) {
        const Moment now = parts().clock.now();
        const ComposerLine said = parseComposerLine(line, now, utcOffset(now));
        AlertLevelSet facts;
        facts.level = AlertLevel(chosen.front() + 1);
        facts.line.occurredAt = said.occurredAt;
        return record(facts, Text{.party = given(said.text)},
                      filled(tr("Alert level: %1, since %2"),
                             {nameOf(facts.level), clockSeenFrom(said.occurredAt.value_or(now), now)}));
    };
    sheet().ask(std::move(question));
}

void Acts::holdAt(const QString& site) {
    const QString why = record(WorkHeld{site, std::nullopt}, Text{.reason = title(*incident())},
                               filled(tr("No work goes into %1 now. \"Let work go on\" ends it."), {site}));
    if (!why.isEmpty()) {
        Q_EMIT done(why);
    }
}

void Acts::hold() {
    const std::vector<QString> sites = incident()->sites;
    Question question{
        .title = tr("Hold all work at a site"),
        .words = tr("Nobody puts anything into it until it is let go on: the next outage came from that.")};
    for (const QString& site : sites) {
        question.options.push_back({site});
    }
    question.line = sites.empty() ? tr("Site") : tr("Another site, or nothing");
    question.lineNeeded = sites.empty();
    question.does = tr("Hold all work");
    question.answer = [this, sites](const std::vector<int>& chosen, const QString& line) {
        const QString site = line.isEmpty() ? sites[std::size_t(chosen.front())]
                                            : line.normalized(QString::NormalizationForm_C);
        return record(WorkHeld{site, std::nullopt}, Text{.reason = title(*incident())},
                      filled(tr("No work goes into %1 now. \"Let work go on\" ends it."), {site}));
    };
    sheet().ask(std::move(question));
}

void Acts::release() {
    const auto held = holdsAbout(*incident(), journal().organisation());
    if (held.empty()) {
        Q_EMIT done(tr("No work is held here."));
        return;
    }
    Question question{.title = tr("Let work go on")};
    for (const HeldSite& one : held) {
        question.options.push_back({one.site, clockOf(one.hold.since)});
    }
    question.line = tr("Why it is safe now");
    question.lineNeeded = true;
    question.does = tr("Let work go on");
    question.answer = [this, held](const std::vector<int>& chosen, const QString& line) {
        const HeldSite& one = held[std::size_t(chosen.front())];
        const LogId log = one.ofOrganisation ? LogId::of(*journal().organisationId()) : *this->log();
        return recordIn(log, WorkReleased{one.site, one.hold.event}, Text{.reason = line},
                        filled(tr("Work may go on at %1."), {one.site}));
    };
    sheet().ask(std::move(question));
}

std::vector<const Incident*> Acts::otherOpen() const {
    std::vector<const Incident*> others;
    for (const LogId& log : journal().incidents()) {
        const Incident* other = journal().incident(log);
        if (log != this->log() && other && isOpen(*other)) {
            others.push_back(other);
        }
    }
    return others;
}

void Acts::join(const std::optional<LogId>& into) {
    const auto others = incident() ? otherOpen() : std::vector<const Incident*>();
    if (others.empty()) {
        Q_EMIT done(tr("There is no other open incident."));
        return;
    }
    std::vector<LogId> logs;
    Question question{.title = tr("Join this incident into another"),
                      .words =
                          tr("One fire, one commander: both records stay, the other one leads from now on.")};
    for (const Incident* other : others) {
        logs.push_back(other->id);
        question.options.push_back({title(*other), clockOf(other->declaredAt), other->id == into});
    }
    question.line = tr("Why");
    question.lineText = tr("the same cause");
    question.does = tr("Join");
    question.answer = [this, logs](const std::vector<int>& chosen, const QString& line) {
        const LogId& other = logs[std::size_t(chosen.front())];
        return record(IncidentJoined{other, incident()->joinedInto.setBy}, Text{.reason = line},
                      filled(tr("Joined into %1."), {title(*journal().incident(other))}));
    };
    sheet().ask(std::move(question));
}

} // namespace bongsu
