#include "journal/actionfile.h"

#include "documents/actioncalendar.h"

#include <QDateTime>

namespace bongsu {

QByteArray actionCalendar(const QString& name, const std::vector<ActionFileLine>& lines, Moment now) {
    std::vector<ActionTodo> todos;
    for (const ActionFileLine& one : lines) {
        const auto& due = one.line.status.plan.due;
        const QDate day =
            due ? QDateTime::fromMSecsSinceEpoch(due->time_since_epoch().count()).date() : QDate();
        todos.push_back({one.line.action, one.line.state, one.line.status.since, day, one.summary,
                         one.description, one.categories});
    }
    return writeActions(name, todos, now);
}

} // namespace bongsu
