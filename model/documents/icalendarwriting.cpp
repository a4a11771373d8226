#include "documents/icalendarfile.h"

#include "domain/base/hash.h"

#include <QDateTime>

#include <map>

namespace bongsu {

namespace {

constexpr qsizetype longestLine = 75; // bytes, without its end (RFC 5545, 3.1)

// Ends with CRLF; what is too long goes on in lines that begin with a space. No character is divided.
void add(QByteArray& file, const QByteArray& line) {
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

// As a value of type TEXT; control characters have no place in it.
QByteArray escaped(const QString& text) {
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

QByteArray utc(Moment at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
        .toLatin1();
}

// What makes a shift the same one, whatever becomes of its end and its note.
QByteArray identityOf(const Shift& shift) {
    constexpr qsizetype enough = 20; // bytes: nobody makes two alike
    const QByteArray from = QByteArray::number(qint64(shift.from.time_since_epoch().count()));
    const QByteArray hash =
        taggedHash("roster-shift", {shift.department.toUtf8(), QByteArrayView("\0", 1), shift.person.toUtf8(),
                                    QByteArrayView("\0", 1), from});
    return hash.left(enough).toHex();
}

void add(QByteArray& file, const Shift& shift, const QByteArray& uid, Moment stamped) {
    add(file, "BEGIN:VEVENT");
    add(file, "UID:" + uid);
    add(file, "DTSTAMP:" + utc(stamped));
    add(file, "DTSTART:" + utc(shift.from));
    add(file, "DTEND:" + utc(shift.until));
    add(file, "SUMMARY:" + escaped(shift.person));
    add(file, "CATEGORIES:" + escaped(shift.department));
    if (!shift.note.isEmpty()) {
        add(file, "DESCRIPTION:" + escaped(shift.note));
    }
    add(file, "END:VEVENT");
}

} // namespace

QByteArray writeRoster(const QString& name, const std::vector<Shift>& shifts, Moment stamped) {
    QByteArray file;
    add(file, "BEGIN:VCALENDAR");
    add(file, "VERSION:2.0");
    add(file, "PRODID:-//Bongsu//Roster//EN");
    add(file, "X-WR-CALNAME:" + escaped(name));
    std::map<QByteArray, int> known; // of several with one identity each needs a name of its own
    for (const Shift& shift : shifts) {
        const QByteArray identity = identityOf(shift);
        const int before = known[identity]++;
        const QByteArray number = before == 0 ? QByteArray() : '-' + QByteArray::number(before);
        add(file, shift, identity + number + "@bongsu", stamped);
    }
    add(file, "END:VCALENDAR");
    return file;
}

} // namespace bongsu
