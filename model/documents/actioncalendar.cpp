#include "documents/actioncalendar.h"

#include "documents/calendartext.h"

namespace bongsu {

namespace {

// What is done and nobody has confirmed still needs somebody to act.
const char* statusOf(ActionState state) {
    switch (state) {
    case ActionState::Open:
    case ActionState::DueSoon:
    case ActionState::Overdue:
    case ActionState::Done:
        break;
    case ActionState::Confirmed:
        return "COMPLETED";
    case ActionState::Dropped:
        return "CANCELLED";
    }
    return "NEEDS-ACTION";
}

void add(QByteArray& file, const ActionTodo& todo, Moment stamped) {
    addCalendarLine(file, "BEGIN:VTODO");
    addCalendarLine(file, "UID:" + todo.action.toHex().toLatin1() + "@bongsu");
    addCalendarLine(file, "DTSTAMP:" + calendarTime(stamped));
    addCalendarLine(file, "LAST-MODIFIED:" + calendarTime(todo.since));
    addCalendarLine(file, "SUMMARY:" + calendarText(todo.summary));
    if (!todo.due.isNull()) {
        addCalendarLine(file, "DUE;VALUE=DATE:" + todo.due.toString(QStringLiteral("yyyyMMdd")).toLatin1());
    }
    addCalendarLine(file, QByteArray("STATUS:") + statusOf(todo.state));
    if (todo.state == ActionState::Confirmed) {
        addCalendarLine(file, "COMPLETED:" + calendarTime(todo.since));
    }
    if (!todo.description.isEmpty()) {
        addCalendarLine(file, "DESCRIPTION:" + calendarText(todo.description));
    }
    if (!todo.categories.isEmpty()) {
        QByteArrayList categories; // the commas between them are no text
        for (const QString& one : todo.categories) {
            categories += calendarText(one);
        }
        addCalendarLine(file, "CATEGORIES:" + categories.join(','));
    }
    addCalendarLine(file, "END:VTODO");
}

} // namespace

QByteArray writeActions(const QString& name, const std::vector<ActionTodo>& todos, Moment stamped) {
    QByteArray file;
    addCalendarLine(file, "BEGIN:VCALENDAR");
    addCalendarLine(file, "VERSION:2.0");
    addCalendarLine(file, "PRODID:-//Bongsu//Actions//EN");
    addCalendarLine(file, "X-WR-CALNAME:" + calendarText(name));
    for (const ActionTodo& todo : todos) {
        add(file, todo, stamped);
    }
    addCalendarLine(file, "END:VCALENDAR");
    return file;
}

} // namespace bongsu
