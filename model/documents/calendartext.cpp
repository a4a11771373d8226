#include "documents/calendartext.h"

#include <QDateTime>

namespace bongsu {

namespace {

constexpr qsizetype longestLine = 75; // bytes, without its end (RFC 5545, 3.1)

} // namespace

void addCalendarLine(QByteArray& file, const QByteArray& line) {
    qsizetype begin = 0;
    while (line.size() - begin > longestLine - (begin > 0 ? 1 : 0)) {
        qsizetype end = begin + longestLine - (begin > 0 ? 1 : 0);
        while ((quint8(line[end]) & 0xc0) == 0x80) {
            --end;
        }
        file += (begin > 0 ? " " : "") + line.mid(begin, end - begin) + "\r\n";
        begin = end;
    }
    file += (begin > 0 ? " " : "") + line.mid(begin) + "\r\n";
}

QByteArray calendarText(const QString& text) {
    QByteArray value;
    for (const char c : text.toUtf8()) {
        if (c == '\n') {
            value += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            value += '\\';
            value += c;
        } else {
            value += quint8(c) < 0x20 || quint8(c) == 0x7f ? ' ' : c;
        }
    }
    return value;
}

QByteArray calendarTime(Moment at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
        .toLatin1();
}

} // namespace bongsu
