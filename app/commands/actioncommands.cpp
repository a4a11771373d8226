#include "commands/actioncommands.h"

#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "journal/actionfile.h"
#include "report/actionregister.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

template <class Id>
QJsonValue hexOrNull(const std::optional<Id>& id) {
    return id ? QJsonValue(id->toHex()) : QJsonValue();
}

std::vector<const Incident*> allIncidents(const Journal& journal) {
    std::vector<const Incident*> incidents;
    for (const LogId& log : journal.incidents()) {
        incidents.push_back(journal.incident(log));
    }
    return incidents;
}

// --- what was given

template <class Enum>
Outcome put(const Request& request, const char* option, Enum& into) {
    const auto given = request.arguments.value(word(option));
    const auto value = fromWord<Enum>(given.value_or(QString()).toLatin1());
    if (given && !value) {
        return refuse(refusal::outOfRange, option);
    }
    into = value.value_or(into);
    return std::monostate();
}

// What is not given stays; what is given empty is taken away.
template <class Value, class Read>
Outcome putOptional(const Request& request, const char* option, std::optional<Value>& into,
                    const Read& read) {
    const auto given = request.arguments.value(word(option));
    if (!given) {
        return std::monostate();
    }
    if (given->isEmpty()) {
        into.reset();
        return std::monostate();
    }
    const auto value = read(*given);
    if (!value) {
        return errorOf(value);
    }
    into = *value;
    return std::monostate();
}

Result<quint64> wonIn(const QString& given) {
    bool isNumber = false;
    const quint64 won = given.toULongLong(&isNumber);
    return isNumber && won <= quint64(std::numeric_limits<qint64>::max())
               ? Result<quint64>(won)
               : refuse(refusal::outOfRange, "budget");
}

// --kind, --term, --owner, --due, --budget, --area and --heading, where they are given.
Outcome putPlan(NodeCommands& home, const Request& request, ActionPlan& plan) {
    for (const auto& done : {put(request, "kind", plan.kind), put(request, "term", plan.term),
                             putOptional(request, "owner", plan.owner,
                                         [&](const QString& given) { return home.personNamed(given); }),
                             putOptional(request, "due", plan.due,
                                         [&](const QString&) -> Result<Moment> {
                                             const auto due = dueDayIn(request, "due");
                                             return due ? Result<Moment>(**due) : errorOf(due);
                                         }),
                             putOptional(request, "budget", plan.budget, &wonIn),
                             putOptional(request, "area", plan.area,
                                         [](const QString& given) -> Result<ReviewArea> {
                                             const auto area = fromWord<ReviewArea>(given.toLatin1());
                                             return area ? Result<ReviewArea>(*area)
                                                         : refuse(refusal::outOfRange, "area");
                                         }),
                             putOptional(request, "heading", plan.heading,
                                         [](const QString& given) { return Result<QString>(nfc(given)); })}) {
        if (!done) {
            return done;
        }
    }
    return std::monostate();
}

struct NamedAction {
    LogId log;
    EventId action;
    ActionStatus status;
};

// INCIDENT ACTION.
Result<NamedAction> actionNamed(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const auto& actions = home.node().journal().incident(*log)->retro.actions;
    std::vector<EventId> events;
    for (const auto& [event, status] : actions) {
        events.push_back(event);
    }
    const auto action = eventAmong(request.arguments.at(1), events);
    return action ? Result<NamedAction>(NamedAction{*log, *action, actions.at(*action)}) : errorOf(action);
}

Result<Recording> added(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const QString what = nfc(request.arguments.at(1));
    if (what.isEmpty()) {
        return refuse(refusal::outOfRange, "text");
    }
    ActionAdded facts;
    if (const auto done = putPlan(home, request, facts.plan); !done) {
        return errorOf(done);
    }
    const auto finding = putOptional(request, "finding", facts.finding, [&](const QString& given) {
        std::vector<EventId> findings;
        for (const auto& [event, one] : home.node().journal().incident(*log)->retro.findings) {
            findings.push_back(event);
        }
        return eventAmong(given, findings);
    });
    const auto order =
        putOptional(request, "order", facts.order, [&](const QString& given) -> Result<EventId> {
            const auto event = home.eventNamed(given);
            if (!event) {
                return errorOf(event);
            }
            return event->first == *log ? Result<EventId>(event->second)
                                        : refuse(refusal::notFound, given.toUtf8());
        });
    if (!finding || !order) {
        return errorOf(finding ? order : finding);
    }
    if (facts.order && !facts.plan.heading) { // else it would stand among the company's own
        return refuse(refusal::outOfRange, "heading");
    }
    return home.recordOne(*log, facts, textOf(what));
}

Result<Recording> changed(NodeCommands& home, const Request& request) {
    const auto named = actionNamed(home, request);
    if (!named) {
        return errorOf(named);
    }
    Text text = reasonOf(request);
    if (!text.reason) {
        return refuse(refusal::reasonMissing);
    }
    ActionPlan plan = named->status.plan;
    if (const auto done = putPlan(home, request, plan); !done) {
        return errorOf(done);
    }
    const bool reworded = request.arguments.has(word("words"));
    const QString words = nfc(request.value("words"));
    if (reworded && words.isEmpty()) {
        return refuse(refusal::outOfRange, "words");
    }
    if (!reworded && plan == named->status.plan) {
        return refuse(refusal::alreadyDone); // it is so already
    }
    if (reworded) {
        text.text = words;
    }
    return home.recordOne(named->log, ActionChanged{{}, named->action, plan, named->status.setBy, reworded},
                          text);
}

Result<Recording> settled(NodeCommands& home, const Request& request) {
    static const std::map<QString, WorkOutcome> outcomes{{word("actions done"), WorkOutcome::Done},
                                                         {word("actions verify"), WorkOutcome::Confirmed},
                                                         {word("actions drop"), WorkOutcome::Dropped},
                                                         {word("actions reopen"), WorkOutcome::Reopened}};
    const auto named = actionNamed(home, request);
    if (!named) {
        return errorOf(named);
    }
    const QString said = nfc(request.arguments.at(2)); // the evidence, or a note
    Text text = reasonOf(request);
    if (!said.isEmpty()) {
        text.text = said;
    }
    return home.recordOne(named->log,
                          ActionSettled{{}, named->action, outcomes.at(request.command), named->status.setBy},
                          text);
}

// --- what is shown

Result<RegisterFilter> filterGiven(NodeCommands& home, const Request& request) {
    RegisterFilter filter;
    if (request.arguments.count() > 0) {
        const auto log = home.incidentNamed(request.arguments.at(0));
        if (!log) {
            return errorOf(log);
        }
        filter.incident = *log;
    }
    if (const auto owner = request.arguments.value(word("owner"))) {
        const auto person = home.personNamed(*owner);
        if (!person) {
            return errorOf(person);
        }
        filter.owner = *person;
    }
    const bool ordered = request.arguments.has(word("ordered"));
    const bool own = request.arguments.has(word("own"));
    if (ordered && own) {
        return refuse(refusal::outOfRange, "--ordered --own");
    }
    filter.ordered = ordered || own ? std::optional(ordered) : std::nullopt;
    filter.open = request.arguments.has(word("open"));
    filter.overdue = request.arguments.has(word("overdue"));
    filter.drills = request.arguments.has(word("drills"));
    return filter;
}

QJsonObject actionLine(const ToldAction& action) {
    const RegisterLine& line = action.line;
    const ActionStatus& status = line.status;
    const ActionPlan& plan = status.plan;
    return {{word("incident"), line.log.toHex()},
            {word("title"), action.incident},
            {word("drill"), line.drill},
            {word("action"), line.action.toHex()},
            {word("text"), action.words},
            {word("state"), word(wordOf(line.state))},
            {word("ordered"), isOrdered(status)},
            {word("heading"), plan.heading ? QJsonValue(*plan.heading) : QJsonValue()},
            {word("kind"), word(wordOf(plan.kind))},
            {word("term"), word(wordOf(plan.term))},
            {word("area"), plan.area ? QJsonValue(word(wordOf(*plan.area))) : QJsonValue()},
            {word("owner"), hexOrNull(plan.owner)},
            {word("ownerName"), action.owner},
            {word("due"), plan.due ? QJsonValue(toIso(*plan.due)) : QJsonValue()},
            {word("budget"), plan.budget ? QJsonValue(qint64(*plan.budget)) : QJsonValue()},
            {word("finding"), hexOrNull(status.finding)},
            {word("order"), hexOrNull(status.order)},
            {word("since"), toIso(status.since)},
            {word("evidence"), action.evidence},
            {word("addedBy"), action.addedBy},
            {word("doneBy"), action.doneBy},
            {word("confirmedBy"), action.confirmedBy}};
}

QByteArray calendarOf(const std::vector<ToldAction>& actions, Moment now) {
    std::vector<ActionFileLine> lines;
    for (const ToldAction& action : actions) {
        lines.push_back({action.line, summaryOf(action), descriptionOf(action), categoriesOf(action)});
    }
    return actionCalendar(NodeCommands::tr("Actions after incidents"), lines, now);
}

} // namespace

void listActions(NodeCommands& home, const Asked& asked) {
    const QString format = asked->arguments.value(word("format")).value_or(word("json"));
    const bool isFile = format == u"csv" || format == u"ics";
    if (!isFile && (format != u"json" || asked->arguments.has(word("o")))) {
        asked->fail(Refusal{refusal::outOfRange, format == u"json" ? "-o" : "format"});
        return;
    }
    const auto filter = filterGiven(home, *asked);
    if (!filter) {
        asked->fail(filter.error());
        return;
    }
    const Journal& journal = home.node().journal();
    const Moment now = home.node().system().clock.now();
    std::vector<ToldAction> actions;
    for (const RegisterLine& line : among(registerOf(allIncidents(journal), now), *filter)) {
        actions.push_back(
            toldAction(line, *journal.incident(line.log), journal.texts(), journal.organisation()));
    }
    if (isFile) {
        giveDocument(asked, format == u"csv" ? registerCsv(actions) : calendarOf(actions, now),
                     {{word("format"), format}, {word("actions"), qint64(actions.size())}});
        return;
    }
    for (const ToldAction& action : actions) {
        asked->output->line(actionLine(action));
    }
    asked->done(exitcode::done);
}

void addAction(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, added(home, *asked));
}

void changeAction(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, changed(home, *asked));
}

void settleAction(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, settled(home, *asked));
}

void tellRepeats(NodeCommands& home, const Asked& asked) {
    const Journal& journal = home.node().journal();
    for (const RepeatPattern& repeat : repeatPatterns(allIncidents(journal))) {
        QJsonArray findings;
        for (const RepeatFinding& finding : repeat.findings) {
            const Text* text = journal.texts().find(finding.finding);
            findings.append(
                QJsonObject{{word("incident"), finding.log.toHex()},
                            {word("title"), journal.texts().title(*journal.incident(finding.log))},
                            {word("finding"), finding.finding.toHex()},
                            {word("kind"), word(wordOf(finding.kind))},
                            {word("at"), toIso(finding.at)},
                            {word("text"), text ? text->text.value_or(QString()) : QString()}});
        }
        asked->output->line(
            {{word("pattern"), repeat.pattern}, {word("drill"), repeat.drill}, {word("findings"), findings}});
    }
    asked->done(exitcode::done);
}

} // namespace bongsu
