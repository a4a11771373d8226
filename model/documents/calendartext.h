// Lines and values as iCalendar writes them (RFC 5545, 3.1 and 3.3), for whatever writes such a file.
#pragma once

#include "domain/base/moment.h"

#include <QByteArray>

namespace bongsu {

// Ends with CRLF; what is too long goes on in lines that begin with a space. No character is divided.
void addCalendarLine(QByteArray& file, const QByteArray& line);

// As a value of type TEXT; control characters have no place in it.
QByteArray calendarText(const QString& text);

// As a DATE-TIME in UTC, in whole seconds.
QByteArray calendarTime(Moment at);

} // namespace bongsu
