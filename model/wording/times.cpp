#include "wording/times.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace bongsu {

namespace {

QDateTime local(Moment at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

// Of the language that is installed, not of the system: months are named as the sentences around them.
QLocale locale() {
    return QLocale(QCoreApplication::translate("Times", "en_GB", "the locale that names days and months"));
}

} // namespace

QDate dayOf(Moment at) {
    return local(at).date();
}

std::chrono::minutes utcOffset(Moment at) {
    return std::chrono::minutes(local(at).offsetFromUtc() / 60);
}

QString clockOf(Moment at) {
    return local(at).toString(QStringLiteral("HH:mm"));
}

QString clockWithSecondsOf(Moment at) {
    return local(at).toString(QStringLiteral("HH:mm:ss"));
}

QString shortDay(const QDate& day) {
    return locale().toString(day, QCoreApplication::translate("Times", "ddd d MMM"));
}

QString dayHeading(const QDate& day) {
    return locale().toString(day, QCoreApplication::translate("Times", "dddd, d MMMM yyyy"));
}

QString dayAndClock(Moment at) {
    return locale().toString(dayOf(at), QCoreApplication::translate("Times", "d MMM")) + u' ' + clockOf(at);
}

QString clockSeenFrom(Moment at, Moment now) {
    return dayOf(at) == dayOf(now) ? clockOf(at) : dayAndClock(at);
}

QString shortClockSeenFrom(Moment at, Moment now) {
    if (dayOf(at) == dayOf(now)) {
        return clockOf(at);
    }
    return locale().toString(dayOf(at), QCoreApplication::translate("Times", "d MMM", "short")) + u' ' +
           clockOf(at);
}

QString elapsed(Millis span) {
    const auto minutes = std::max<qint64>(0, std::chrono::floor<std::chrono::minutes>(span).count());
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString stopwatch(Millis span) {
    const auto all = std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(span).count());
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(all / 60 % 60) + u':' + two(all % 60);
    return all < 3600 ? minutes : QString::number(all / 3600) + u':' + minutes;
}

QString spanOf(Millis span) {
    const int minutes = int(std::chrono::floor<std::chrono::minutes>(std::chrono::abs(span)).count());
    const int hours = minutes / 60;
    const int days = hours / 24;
    if (hours == 0) {
        return QCoreApplication::translate("Times", "%n minute(s)", "", minutes);
    }
    if (days < 2) {
        return QCoreApplication::translate("Times", "%n hour(s)", "", hours);
    }
    return QCoreApplication::translate("Times", "%n day(s)", "", days);
}

QString lasting(Millis span) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(std::max(span, Millis(0))).count();
    const int hours = int(whole / 3600);
    const int minutes = int(whole / 60 % 60);
    const int seconds = int(whole % 60);
    QStringList parts;
    if (hours > 0) {
        parts += QCoreApplication::translate("Times", "%n hour(s)", "", hours);
    }
    if (minutes > 0) {
        parts += QCoreApplication::translate("Times", "%n minute(s)", "", minutes);
    }
    if (parts.isEmpty() || (whole < 600 && seconds > 0)) {
        parts += QCoreApplication::translate("Times", "%n second(s)", "", seconds);
    }
    return parts.join(u' ');
}

} // namespace bongsu
