#include "ui/retro/actionacts.h"

#include "ui/retro/choosing.h"
#include "ui/retro/retrorows.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

namespace bongsu {

namespace {

constexpr int kinds = int(ActionKind::Last);

} // namespace

ActionActs::ActionActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page)
    : PageActs(parts, sheet, page) {}

QString ActionActs::wordsOf(const RegisterLine& line) const {
    return saidIn(journal(), line.status.wordsBy);
}

void ActionActs::addSomewhere() {
    std::vector<LogId> logs = journal().incidents();
    std::reverse(logs.begin(), logs.end()); // the newest first
    Question question{.title = tr("After which incident?"), .does = tr("Next: what is to be done")};
    for (const LogId& log : logs) {
        const Incident& incident = *journal().incident(log);
        question.options.push_back(
            {journal().texts().title(incident),
             dotted({shortDay(dayOf(incident.declaredAt)), incident.drill ? tr("a drill") : QString()})});
    }
    if (logs.empty()) {
        Q_EMIT done(tr("There is no incident to learn from yet."));
        return;
    }
    question.answer = [this, logs](const std::vector<int>& chosen, const QString&) {
        askNext([this, log = logs[std::size_t(chosen.front())]] { add(log, std::nullopt); });
        return QString();
    };
    sheet().ask(std::move(question));
}

// Its words, what it is for, and by when a company means to have it: soon, or with time.
void ActionActs::add(const LogId& log, const std::optional<EventId>& finding) {
    const Incident& incident = *journal().incident(log);
    Question question{.title = tr("What is to be done?"),
                      .words = finding ? saidIn(journal(), *finding) : journal().texts().title(incident)};
    for (const ActionTerm term : {ActionTerm::Short, ActionTerm::Long}) {
        for (int i = 1; i <= kinds; ++i) {
            question.options.push_back({nameOf(ActionKind(i)), nameOf(term)});
        }
    }
    question.line = tr("In one line, so that somebody else can tell when it is done");
    question.lineNeeded = true;
    question.does = tr("Next: who, and until when");
    const auto held = finding ? incident.retro.findings.find(*finding) : incident.retro.findings.end();
    const auto area = held == incident.retro.findings.end() ? std::nullopt : held->second.area;
    question.answer = [this, log, finding, area](const std::vector<int>& chosen, const QString& line) {
        ActionAdded facts;
        facts.plan.kind = ActionKind(chosen.front() % kinds + 1);
        facts.plan.term = chosen.front() < kinds ? ActionTerm::Short : ActionTerm::Long;
        facts.plan.area = area;
        facts.finding = finding;
        askNext([this, log, facts, line] { askWho(log, facts, line); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void ActionActs::askWho(const LogId& log, const ActionAdded& facts, const QString& words) {
    const PeopleOffered people = peopleOffered(journal(), journal().person(), true);
    Question question{.title = tr("Who does it, and until when?"),
                      .words = words,
                      .options = people.options,
                      .line = tr("Until when (2022-11-30, 11/30, +14); empty: no time"),
                      .does = tr("Next: who wants it")};
    question.answer = [this, log, facts, words, persons = people.persons](const std::vector<int>& chosen,
                                                                          const QString& line) {
        const DueTyped typed = dueTyped(line, parts().clock.now());
        if (typed.isWrong) {
            return dueTrouble();
        }
        ActionAdded owned = facts;
        owned.plan.owner = persons[std::size_t(chosen.front())];
        owned.plan.due = typed.due;
        askNext([this, log, owned, words] { askWanted(log, owned, words); });
        return QString();
    };
    sheet().ask(std::move(question));
}

// What an authority ordered stands under the point of the order that it answers.
void ActionActs::askWanted(const LogId& log, const ActionAdded& facts, const QString& words) {
    std::vector<std::optional<QString>> headings{std::nullopt};
    Question question{.title = tr("Who wants it?"),
                      .words = words,
                      .options = {{tr("the company itself"), {}, true}},
                      .does = tr("Add the action")};
    if (parts().documents) {
        const RetroProcess& process = parts().documents->retroProcess();
        for (const RetroHeading& heading : process.headings) {
            headings.push_back(heading.key);
            question.options.push_back({headingName(process, heading.key), tr("ordered by an authority")});
        }
    }
    question.answer = [this, log, facts, words, headings](const std::vector<int>& chosen, const QString&) {
        ActionAdded wanted = facts;
        wanted.plan.heading = headings[std::size_t(chosen.front())];
        return recordIn(log, wanted, Text{.text = words}, filled(tr("To do: %1"), {words}));
    };
    sheet().ask(std::move(question));
}

void ActionActs::change(const RegisterLine& line) {
    const PeopleOffered people = peopleOffered(journal(), line.status.plan.owner, true);
    Question question{.title = tr("Who does it, and until when?"),
                      .words = wordsOf(line),
                      .options = people.options,
                      .line = tr("Until when (2022-11-30, 11/30, +14); empty: no time"),
                      .lineText = dueLine(line.status.plan.due),
                      .does = tr("Next: why it changes")};
    question.answer = [this, line, persons = people.persons](const std::vector<int>& chosen,
                                                             const QString& typedLine) {
        const DueTyped typed = dueTyped(typedLine, parts().clock.now());
        if (typed.isWrong) {
            return dueTrouble();
        }
        ActionPlan plan = line.status.plan;
        plan.owner = persons[std::size_t(chosen.front())];
        if (dueLine(plan.due) != dueLine(typed.due)) { // a time of day that was given stays
            plan.due = typed.due;
        }
        if (plan == line.status.plan) {
            return tr("It is so already. Esc leaves it as it is.");
        }
        askNext([this, line, plan] { askReason(line, plan); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void ActionActs::askReason(const RegisterLine& line, const ActionPlan& plan) {
    sheet().ask({.title = tr("Why does it change?"),
                 .words = tr("A time that moves without a reason is how a promise is lost."),
                 .line = tr("Why"),
                 .lineNeeded = true,
                 .does = tr("Change it"),
                 .answer = [this, line, plan](const std::vector<int>&, const QString& reason) {
                     return recordIn(line.log, ActionChanged{{}, line.action, plan, line.status.setBy, false},
                                     Text{.reason = reason}, filled(tr("Changed: %1"), {wordsOf(line)}));
                 }});
}

void ActionActs::settle(const RegisterLine& line, WorkOutcome outcome) {
    const bool isDone = outcome == WorkOutcome::Done;
    const bool isConfirmed = outcome == WorkOutcome::Confirmed;
    Question question{.title = filled(QStringLiteral("%1: %2"), {nameOf(outcome), wordsOf(line)}),
                      .words = isDone        ? tr("A second person confirms it by this evidence.")
                               : isConfirmed ? saidIn(journal(), line.status.doneIn.value_or(line.action))
                                             : QString(),
                      .line = isDone        ? tr("The evidence: where somebody else sees that it is done")
                              : isConfirmed ? tr("What you looked at, if there is more to say")
                                            : tr("Why"),
                      .lineNeeded = !isConfirmed,
                      .does = tr("Record")};
    question.answer = [this, line, outcome, isDone, isConfirmed](const std::vector<int>&,
                                                                 const QString& said) {
        const Text text = isDone || isConfirmed ? Text{.text = given(said)} : Text{.reason = given(said)};
        return recordIn(line.log, ActionSettled{{}, line.action, outcome, line.status.setBy}, text,
                        filled(QStringLiteral("%1: %2"), {nameOf(outcome), wordsOf(line)}));
    };
    sheet().ask(std::move(question));
}

} // namespace bongsu
