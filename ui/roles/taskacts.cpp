#include "ui/roles/taskacts.h"

#include "domain/manual/seating.h"
#include "ui/roles/rolewords.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

namespace bongsu {

namespace {

using namespace std::chrono_literals;

constexpr std::array duesOffered{0min, 10min, 30min, 60min, 120min}; // 0: no time

} // namespace

TaskActs::TaskActs(const WindowParts& parts, ChoiceSheet& sheet, const IncidentManual& manual, QWidget* page)
    : PageActs(parts, sheet, page), m_manual(manual) {}

void TaskActs::addTo(Actions& actions) {
    const auto add = [&](const char* name, const QKeySequence& keys, void (TaskActs::*act)()) {
        return actions.add({.name = name, .keys = keys, .run = [this, act] {
                                if (incident()) {
                                    (this->*act)();
                                }
                            }});
    };
    add(QT_TRANSLATE_NOOP("Action", "Tasks: done or skipped"), Qt::Key_F6, &TaskActs::show);
    add(QT_TRANSLATE_NOOP("Action", "Add a task"), Qt::SHIFT | Qt::Key_F6, &TaskActs::add);
    add(QT_TRANSLATE_NOOP("Action", "An authority demands something"), Qt::CTRL | Qt::Key_F6,
        &TaskActs::addDemand);
}

QString TaskActs::nameOf(const QString& seat) const {
    const auto held = m_manual.toRead(*incident());
    return nameOfSeat(seat, held ? held->manual.get() : nullptr);
}

void TaskActs::show() {
    const Moment now = parts().clock.now();
    const auto tasks = openTasks(*incident(), journal().person(), now);
    if (tasks.empty()) {
        Q_EMIT done(tr("Nothing is to be done. Shift F6 adds a task."));
        return;
    }
    const BoardContext board{journal(), *incident(), now};
    Question question{.title = tr("What is done?"),
                      .words = tr("Yours come first. Enter: it is done. With a reason: it is skipped."),
                      .line = tr("Why it is skipped; empty: it is done"),
                      .does = tr("Done")};
    for (const TaskLine& task : tasks) {
        const PanelLine line = taskLineWords(board, task);
        const QString words = line.more.isEmpty() ? line.name : line.name + QStringLiteral("  ") + line.more;
        QStringList detail;
        if (task.overdue) {
            detail += tr("overdue");
        }
        if (task.status.item.person) {
            detail += personOnBoard(board, *task.status.item.person);
        } else if (task.status.item.seat) {
            detail += nameOf(*task.status.item.seat);
        }
        question.options.push_back({words, detail.join(QStringView(u" \u00B7 "))});
    }
    question.answer = [this, tasks](const std::vector<int>& chosen, const QString& line) {
        const QString why = settle(tasks[std::size_t(chosen.front())], line);
        if (why.isEmpty() && tasks.size() > 1) {
            askNext([this] { show(); }); // who ticks off one ticks off the next
        }
        return why;
    };
    sheet().ask(std::move(question));
}

QString TaskActs::settle(const TaskLine& task, const QString& reason) {
    const TaskOutcome outcome = reason.isEmpty() ? TaskOutcome::Done : TaskOutcome::Skipped;
    const QString words = journal().texts().task(task.key.tasks, task.key.index);
    return record(TaskSettled{{}, task.key.tasks, task.key.index, outcome, task.status.setBy},
                  Text{.reason = reason.isEmpty() ? std::nullopt : std::optional(reason)},
                  filled(outcome == TaskOutcome::Done ? tr("Done: %1") : tr("Skipped: %1"), {words}));
}

void TaskActs::add() {
    const auto held = m_manual.toRead(*incident());
    std::vector<std::optional<QString>> seats{std::nullopt}; // myself
    Question question{.title = tr("Add a task"),
                      .words = tr("It stands with whoever holds the seat, now and after a handover."),
                      .options = {{tr("For me"), {}, true}},
                      .line = tr("What is to be done"),
                      .lineNeeded = true,
                      .does = tr("Next: until when")};
    for (const BoardSeat& seat :
         boardSeats(held ? held->manual.get() : nullptr, *incident(), parts().clock.now())) {
        const auto& holder = seat.line.status.holder;
        question.options.push_back({nameOf(seat.line.seat), holder ? personName(*holder) : tr("empty")});
        seats.push_back(seat.line.seat);
    }
    question.answer = [this, seats](const std::vector<int>& chosen, const QString& line) {
        askNext([this, line, seat = seats[std::size_t(chosen.front())]] { askDue(line, seat); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void TaskActs::askDue(const QString& words, const std::optional<QString>& seat) {
    TaskItem task;
    task.seat = seat;
    task.person = seat ? std::nullopt : journal().person();
    askUntil(words, task, Text{.options = std::vector{words}});
}

void TaskActs::addDemand() {
    sheet().ask({.title = tr("An authority demands something"),
                 .words = tr("It stands among the tasks with its clock, and in the situation report."),
                 .line = tr("Which authority, and who there"),
                 .lineNeeded = true,
                 .does = tr("Next: what"),
                 .answer = [this](const std::vector<int>&, const QString& line) {
                     askNext([this, line] { askDemanded(line); });
                     return QString();
                 }});
}

void TaskActs::askDemanded(const QString& party) {
    sheet().ask({.title = filled(tr("Demanded by %1"), {party}),
                 .line = tr("What is to be handed in"),
                 .lineNeeded = true,
                 .does = tr("Next: until when"),
                 .answer = [this, party](const std::vector<int>&, const QString& line) {
                     TaskItem task;
                     task.taskKind = TaskKind::Demand;
                     askNext([this, line, task, party] {
                         askUntil(line, task, Text{.options = std::vector{line}, .party = party});
                     });
                     return QString();
                 }});
}

void TaskActs::askUntil(const QString& words, const TaskItem& task, const Text& text) {
    Question question{.title = words, .line = tr("Or in how many minutes")};
    for (const auto due : duesOffered) {
        question.options.push_back({due == 0min ? tr("no time") : filled(tr("in %1"), {spanOf(due)}),
                                    due == 0min ? QString() : clockOf(parts().clock.now() + due)});
    }
    question.does = tr("Add the task");
    question.answer = [this, words, task, text](const std::vector<int>& chosen, const QString& line) {
        bool isNumber = true;
        const auto minutes = line.isEmpty() ? duesOffered[std::size_t(chosen.front())]
                                            : std::chrono::minutes(line.toInt(&isNumber));
        if (!isNumber || minutes < 0min || minutes > 24h * 30) {
            return tr("Write the minutes as a number, such as 45.");
        }
        TaskItem item = task;
        item.due = minutes > 0min ? std::optional(parts().clock.now() + minutes) : std::nullopt;
        return record(TasksAdded{{}, {item}}, text, filled(tr("To do: %1"), {words}));
    };
    sheet().ask(std::move(question));
}

} // namespace bongsu
