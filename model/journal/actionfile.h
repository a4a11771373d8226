// What is to be done after incidents as a file for calendars and task lists, for whoever shows it and knows
// no forms of files.
#pragma once

#include "domain/retro/register.h"

#include <QByteArray>
#include <QStringList>

namespace bongsu {

struct ActionFileLine {
    RegisterLine line;
    QString summary{};
    QString description{};
    QStringList categories{};
};

// iCalendar to-dos under this name (docs/actions.md), due on the days of this computer's clock.
QByteArray actionCalendar(const QString& name, const std::vector<ActionFileLine>& lines, Moment now);

} // namespace bongsu
