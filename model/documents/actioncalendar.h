// What is to be done after incidents as calendars and task lists take it: iCalendar to-dos (docs/actions.md).
#pragma once

#include "domain/retro/register.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>

namespace bongsu {

struct ActionTodo {
    EventId action; // makes its UID: the same in every file
    ActionState state = ActionState::Open;
    Moment since{}; // it came to that
    QDate due{};    // null: at no time
    QString summary{};
    QString description{};
    QStringList categories{};
};

// Under this name; `stamped` is when it was made. Completed is only what a second person has confirmed.
QByteArray writeActions(const QString& name, const std::vector<ActionTodo>& todos, Moment stamped);

} // namespace bongsu
