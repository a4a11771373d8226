// Lines of cells for spreadsheets: RFC 4180 in UTF-8, whatever people wrote.
#pragma once

#include "domain/base/moment.h"

#include <QByteArray>
#include <QStringList>

namespace bongsu {

// Before the first line: spreadsheets take what has no byte order mark for another encoding.
inline constexpr const char* csvMark = "\xEF\xBB\xBF";

// Ends with CRLF. A cell that a spreadsheet would take for a formula begins with an apostrophe.
QByteArray csvLine(const QStringList& cells);

// "2022-10-15 15:19:00", as a spreadsheet reads it, on this computer's wall clock; "" for nothing.
QString csvTime(const std::optional<Moment>& at);

} // namespace bongsu
