// Commands about what is to be done in an incident.
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "domain/incident/seats.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

Result<Recording> NodeCommands::addTask(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const QString what = request.arguments.at(1).trimmed();
    if (what.isEmpty()) {
        return refuse(refusal::outOfRange, "text");
    }
    TaskItem task;
    const bool isDemand = request.command == word("demand add");
    task.taskKind = isDemand ? TaskKind::Demand : TaskKind::Task;
    const QString party = request.value("party").trimmed();
    if (isDemand && party.isEmpty()) { // of whom?
        return refuse(refusal::outOfRange, "party");
    }
    if (const auto seat = request.arguments.value(word("seat"))) {
        task.seat = nfc(*seat);
    }
    if (const auto given = request.arguments.value(word("person"))) {
        const auto person = personNamed(*given);
        if (!person) {
            return errorOf(person);
        }
        task.person = *person;
    }
    const auto due = dueIn(request, "due", m_node.system().clock.now());
    if (!due) {
        return errorOf(due);
    }
    task.due = *due;
    return recordOne(*log, TasksAdded{{}, {task}},
                     Text{.options = nfc(QStringList{what}),
                          .party = isDemand ? std::optional(nfc(party)) : std::nullopt});
}

Result<Recording> NodeCommands::settleTask(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const Incident& incident = *m_journal.incident(*log);
    const auto task = taskNamed(incident, request.arguments.at(1));
    if (!task) {
        return errorOf(task);
    }
    const auto outcome = request.command.endsWith(word(" done")) ? TaskOutcome::Done
                         : request.command == word("task skip")  ? TaskOutcome::Skipped
                                                                 : TaskOutcome::Reopened;
    return recordOne(*log, TaskSettled{{}, task->tasks, task->index, outcome, incident.tasks.at(*task).setBy},
                     reasonOf(request));
}

// The open ones as openTasks() orders them, then what is settled; --mine: the viewer's open ones.
void NodeCommands::listTasks(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    const Incident& incident = *m_journal.incident(*log);
    const bool onlyMine = asked->arguments.has(word("mine"));
    const auto tell = [&](const TaskLine& line) {
        const TaskItem& item = line.status.item;
        const auto& outcome = line.status.outcome;
        asked->output->line(
            {{word("task"), line.key.tasks.toHex() + u':' + QString::number(line.key.index)},
             {word("text"), m_journal.texts().task(line.key.tasks, line.key.index)},
             {word("kind"), word(wordOf(item.taskKind))},
             {word("state"), outcome ? word(wordOf(*outcome)) : word("open")},
             {word("seat"), item.seat.value_or(QString())},
             {word("person"), item.person ? QJsonValue(item.person->toHex()) : QJsonValue()},
             {word("personName"), item.person ? personName(*item.person) : QString()},
             {word("due"), item.due ? QJsonValue(toIso(*item.due)) : QJsonValue()},
             {word("overdue"), line.overdue},
             {word("mine"), line.mine},
             {word("since"), toIso(line.status.since)},
             {word("by"), line.status.settledBy ? personName(*line.status.settledBy) : QString()}});
    };
    for (const TaskLine& line : openTasks(incident, m_journal.person(), m_node.system().clock.now())) {
        if (line.mine || !onlyMine) {
            tell(line);
        }
    }
    for (const auto& [key, status] : incident.tasks) {
        if (status.outcome && !onlyMine) {
            tell({key, status});
        }
    }
    asked->done(exitcode::done);
}

} // namespace bongsu
