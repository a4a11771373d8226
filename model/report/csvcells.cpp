#include "report/csvcells.h"

#include <QDateTime>

#include <algorithm>

namespace bongsu {

namespace {

// Spreadsheets take a cell that begins so for a formula, which may call out (OWASP, CSV injection).
bool looksLikeFormula(const QString& cell) {
    static const QString beginnings = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"); // full-width, too
    return !cell.isEmpty() && beginnings.contains(cell[0]);
}

QByteArray cellOf(QString cell) {
    cell.remove(QChar(0));
    if (looksLikeFormula(cell)) {
        cell.prepend(u'\'');
    }
    const auto needsQuotes = [](QChar c) { return c == u'"' || c == u',' || c == u'\r' || c == u'\n'; };
    if (std::any_of(cell.cbegin(), cell.cend(), needsQuotes)) {
        cell.replace(u'"', QStringLiteral("\"\""));
        cell = u'"' + cell + u'"';
    }
    return cell.toUtf8();
}

} // namespace

QByteArray csvLine(const QStringList& cells) {
    QByteArrayList parts;
    for (const QString& cell : cells) {
        parts += cellOf(cell);
    }
    return parts.join(',') + "\r\n";
}

QString csvTime(const std::optional<Moment>& at) {
    return at ? QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count())
                    .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
              : QString();
}

} // namespace bongsu
