#include "documents/calendartext.h"
#include "documents/icalendarfile.h"

#include "domain/base/hash.h"

#include <map>

namespace bongsu {

namespace {

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
    addCalendarLine(file, "BEGIN:VEVENT");
    addCalendarLine(file, "UID:" + uid);
    addCalendarLine(file, "DTSTAMP:" + calendarTime(stamped));
    addCalendarLine(file, "DTSTART:" + calendarTime(shift.from));
    addCalendarLine(file, "DTEND:" + calendarTime(shift.until));
    addCalendarLine(file, "SUMMARY:" + calendarText(shift.person));
    addCalendarLine(file, "CATEGORIES:" + calendarText(shift.department));
    if (!shift.note.isEmpty()) {
        addCalendarLine(file, "DESCRIPTION:" + calendarText(shift.note));
    }
    addCalendarLine(file, "END:VEVENT");
}

} // namespace

QByteArray writeRoster(const QString& name, const std::vector<Shift>& shifts, Moment stamped) {
    QByteArray file;
    addCalendarLine(file, "BEGIN:VCALENDAR");
    addCalendarLine(file, "VERSION:2.0");
    addCalendarLine(file, "PRODID:-//Bongsu//Roster//EN");
    addCalendarLine(file, "X-WR-CALNAME:" + calendarText(name));
    std::map<QByteArray, int> known; // of several with one identity each needs a name of its own
    for (const Shift& shift : shifts) {
        const QByteArray identity = identityOf(shift);
        const int before = known[identity]++;
        const QByteArray number = before == 0 ? QByteArray() : '-' + QByteArray::number(before);
        add(file, shift, identity + number + "@bongsu", stamped);
    }
    addCalendarLine(file, "END:VCALENDAR");
    return file;
}

} // namespace bongsu
