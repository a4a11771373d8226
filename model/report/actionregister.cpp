#include "report/actionregister.h"

#include "report/csvcells.h"
#include "report/recordsource.h"

#include "wording/actionwords.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

QString word(const char* text) {
    return QString::fromLatin1(text);
}

template <class Enum>
QString wordIn(const std::optional<Enum>& value) {
    return value ? word(wordOf(*value)) : QString();
}

QString hexOf(const std::optional<EventId>& event) {
    return event ? event->toHex() : QString();
}

QString drillMark() {
    return translate("Brief", "[EXERCISE]");
}

QByteArray csvLineOf(const ToldAction& action) {
    const RegisterLine& line = action.line;
    const ActionPlan& plan = line.status.plan;
    return csvLine({action.incident,
                    word(line.drill ? "exercise" : ""),
                    action.words,
                    word(wordOf(line.state)),
                    nameOf(line.state),
                    action.owner,
                    plan.due ? toIso(*plan.due) : QString(),
                    csvTime(plan.due),
                    plan.heading.value_or(QString()),
                    word(wordOf(plan.kind)),
                    nameOf(plan.kind),
                    word(wordOf(plan.term)),
                    nameOf(plan.term),
                    wordIn(plan.area),
                    plan.area ? nameOf(*plan.area) : QString(),
                    plan.budget ? QString::number(*plan.budget) : QString(),
                    toIso(line.status.since),
                    csvTime(line.status.since),
                    action.evidence,
                    action.addedBy,
                    action.doneBy,
                    action.confirmedBy,
                    hexOf(line.status.finding),
                    hexOf(line.status.order),
                    line.log.toHex(),
                    line.action.toHex()});
}

} // namespace

ToldAction toldAction(const RegisterLine& line, const Incident& incident, const Texts& texts,
                      const Organisation& organisation) {
    const ActionStatus& status = line.status;
    const auto name = [&](const std::optional<PersonId>& person) {
        return person ? texts.personName(organisation, *person) : QString();
    };
    const Text* words = texts.find(status.wordsBy);
    const Text* done = status.doneIn ? texts.find(*status.doneIn) : nullptr;
    return {line,
            texts.title(incident),
            words ? words->text.value_or(QString()) : QString(),
            name(status.plan.owner),
            name(status.addedBy),
            name(status.doneBy),
            name(status.confirmedBy),
            done ? done->text.value_or(done->reason.value_or(QString())) : QString()};
}

QStringList registerColumns() {
    QStringList columns;
    for (const char* column :
         {"incident",     "exercise",   "action",   "state",       "state_name", "owner",     "due_at",
          "due_local",    "heading",    "kind",     "kind_name",   "term",       "term_name", "area",
          "area_name",    "budget_won", "since_at", "since_local", "evidence",   "added_by",  "done_by",
          "confirmed_by", "finding_id", "order_id", "incident_id", "action_id"}) {
        columns += word(column);
    }
    return columns;
}

QByteArray registerCsv(const std::vector<ToldAction>& actions) {
    QByteArray file = csvMark + csvLine(registerColumns());
    for (const ToldAction& action : actions) {
        file += csvLineOf(action);
    }
    return file;
}

QString summaryOf(const ToldAction& action) {
    const QString words =
        action.words.isEmpty() ? translate("Timeline", "[text erased]") : oneLine(action.words);
    return action.line.drill ? drillMark() + u' ' + words : words;
}

QString descriptionOf(const ToldAction& action) {
    const ActionStatus& status = action.line.status;
    QStringList lines;
    const auto add = [&lines](const QString& pattern, const QString& words) {
        lines += words.isEmpty() ? QStringList() : QStringList(filled(pattern, {oneLine(words)}));
    };
    add(translate("ActionRegister", "Incident: %1"), action.incident);
    add(translate("ActionRegister", "State: %1"), nameOf(action.line.state));
    add(translate("ActionRegister", "Owner: %1"), action.owner);
    add(translate("ActionRegister", "Due: %1"), status.plan.due ? dayAndTime(*status.plan.due) : QString());
    add(translate("ActionRegister", "Budget: %1 won"),
        status.plan.budget ? numberOf(*status.plan.budget) : QString());
    add(translate("ActionRegister", "Answers the order: %1"), status.plan.heading.value_or(QString()));
    add(status.outcome == WorkOutcome::Dropped ? translate("ActionRegister", "Why not: %1")
                                               : translate("ActionRegister", "Evidence: %1"),
        action.evidence);
    if (status.outcome && status.outcome != WorkOutcome::Dropped) {
        add(translate("ActionRegister", "Done by: %1"), action.doneBy);
    }
    add(translate("ActionRegister", "Confirmed by: %1"), action.confirmedBy);
    return lines.join(u'\n');
}

QStringList categoriesOf(const ToldAction& action) {
    const ActionPlan& plan = action.line.status.plan;
    QStringList categories{originOf(action.line.status), nameOf(plan.kind), nameOf(plan.term)};
    if (plan.area) {
        categories += nameOf(*plan.area);
    }
    if (action.line.drill) {
        categories += translate("ActionRegister", "exercise");
    }
    return categories;
}

} // namespace bongsu
