#include "statuspage/pagetime.h"

#include "statuspage/pagewords.h"

#include <QDateTime>
#include <QTimeZone>

namespace bongsu {

namespace {

// In English whatever the machine speaks: feeds are written so.
constexpr std::array weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

QDateTime local(const PageZone& zone, Moment at) {
    const int seconds = int(std::chrono::seconds(zone.offset).count());
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::OffsetFromUTC, seconds);
}

QString two(qint64 number) {
    return QString::number(number).rightJustified(2, u'0');
}

QString offsetText(const PageZone& zone, const QString& between) {
    const qint64 minutes = std::abs(zone.offset.count());
    return (zone.offset.count() < 0 ? u'-' : u'+') + two(minutes / 60) + between + two(minutes % 60);
}

} // namespace

QString isoIn(const PageZone& zone, Moment at) {
    const QDateTime time = local(zone, at);
    return time.date().toString(QStringLiteral("yyyy-MM-dd")) +
           time.time().toString(QStringLiteral("'T'HH:mm:ss.zzz")) + offsetText(zone, QStringLiteral(":"));
}

QString rfc822In(const PageZone& zone, Moment at) {
    const QDateTime time = local(zone, at);
    const QDate day = time.date();
    return QStringLiteral("%1, %2 %3 %4 %5 %6")
        .arg(QLatin1String(weekdays.at(std::size_t(day.dayOfWeek() - 1))), two(day.day()),
             QLatin1String(months.at(std::size_t(day.month() - 1))), QString::number(day.year()),
             time.time().toString(QStringLiteral("HH:mm:ss")), offsetText(zone, {}));
}

int yearIn(const PageZone& zone, Moment at) {
    return local(zone, at).date().year();
}

QString monthIn(const PageZone& zone, Moment at, Language language) {
    const QDate day = local(zone, at).date();
    return say(PageWord::Month, language).arg(QString::number(day.year()), monthName(day.month(), language));
}

QString clockIn(const PageZone& zone, Moment at) {
    return local(zone, at).time().toString(QStringLiteral("HH:mm"));
}

QString dayAndClockIn(const PageZone& zone, Moment at, Moment now, Language language) {
    const QDate day = local(zone, at).date();
    const bool sameYear = yearIn(zone, now) == day.year();
    const QString said = say(sameYear ? PageWord::Day : PageWord::DayAndYear, language)
                             .arg(monthName(day.month(), language), QString::number(day.day()),
                                  weekdayName(day.dayOfWeek(), language), clockIn(zone, at));
    return sameYear ? said : said.arg(day.year());
}

QString offsetOf(const PageZone& zone) {
    return QStringLiteral("UTC") + offsetText(zone, QStringLiteral(":"));
}

} // namespace bongsu
