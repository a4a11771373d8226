#include "domain/notice/noticetimes.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr std::array months{QLatin1String("Jan"), QLatin1String("Feb"), QLatin1String("Mar"),
                            QLatin1String("Apr"), QLatin1String("May"), QLatin1String("Jun"),
                            QLatin1String("Jul"), QLatin1String("Aug"), QLatin1String("Sep"),
                            QLatin1String("Oct"), QLatin1String("Nov"), QLatin1String("Dec")};

struct WallClock {
    QDate day;
    int minute = 0; // of the day
};

WallClock wallClock(Moment at, std::chrono::minutes utcOffset) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()) + utcOffset;
    const auto days = std::chrono::floor<std::chrono::days>(minutes);
    return {QDate(1970, 1, 1).addDays(days.count()), int((minutes - days).count())};
}

QString twoDigits(int number) {
    return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
}

QString zone(std::chrono::minutes utcOffset) {
    if (utcOffset == seoulOffset) {
        return QStringLiteral("KST");
    }
    const int minutes = int(std::chrono::abs(utcOffset).count());
    return QStringLiteral("UTC%1%2:%3")
        .arg(QChar(utcOffset.count() < 0 ? u'-' : u'+'))
        .arg(twoDigits(minutes / 60), twoDigits(minutes % 60));
}

} // namespace

QString noticeTime(Moment at, Moment asOf, std::chrono::minutes utcOffset, Language language) {
    const WallClock told = wallClock(at, utcOffset);
    const QDate today = wallClock(asOf, utcOffset).day;
    const bool isKorean = language == Language::Korean;
    QString day;
    if (told.day != today) {
        day =
            isKorean
                ? QStringLiteral("%1\uC6D4 %2\uC77C ").arg(told.day.month()).arg(told.day.day())
                : QStringLiteral("%1 %2 ").arg(told.day.day()).arg(months[std::size_t(told.day.month()) - 1]);
        if (told.day.year() != today.year()) {
            const QString year = QString::number(told.day.year());
            day = isKorean ? year + QStringLiteral("\uB144 ") + day : day + year + u' ';
        }
    }
    const QString clock = twoDigits(told.minute / 60) + u':' + twoDigits(told.minute % 60);
    return day + clock + (isKorean ? QString() : u' ' + zone(utcOffset));
}

std::optional<ToldTime> toldTime(const QString& text, Language language) {
    static const QRegularExpression korean(
        QStringLiteral("\\A(?:(?:(?<year>20[0-9]{2})\uB144 )?(?<month>[1-9]|1[0-2])\uC6D4 "
                       "(?<day>[1-9]|[12][0-9]|3[01])\uC77C )?(?<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9])\\z"));
    static const QRegularExpression english(QStringLiteral(
        "\\A(?:(?<day>[1-9]|[12][0-9]|3[01]) (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
        "(?:(?<year>20[0-9]{2}) )?)?(?<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9]) "
        "(?:KST|UTC[+-](?:0[0-9]|1[0-4]):[0-5][0-9])\\z"));
    const bool isKorean = language == Language::Korean;
    const QRegularExpressionMatch match = (isKorean ? korean : english).match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    ToldTime told{match.captured(QStringLiteral("year")).toInt(),
                  match.captured(QStringLiteral("month")).toInt(),
                  match.captured(QStringLiteral("day")).toInt(), match.captured(QStringLiteral("clock"))};
    const auto month = std::find(months.begin(), months.end(), match.captured(QStringLiteral("month")));
    if (month != months.end()) {
        told.month = int(month - months.begin()) + 1;
    }
    constexpr int leapYear = 2000; // where no year stands, 29 February may be one
    const bool isDay =
        told.day == 0 || QDate::isValid(told.year == 0 ? leapYear : told.year, told.month, told.day);
    return isDay ? std::optional(told) : std::nullopt;
}

} // namespace bongsu
