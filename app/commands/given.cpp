#include "commands/given.h"

#include "domain/base/nfc.h"

#include <QDateTime>

namespace bongsu {

QString nfc(const QString& given) {
    return toNfc(given).trimmed();
}

std::vector<QString> nfc(const QStringList& given) {
    std::vector<QString> keys;
    for (const QString& one : given) {
        keys.push_back(nfc(one));
    }
    return keys;
}

Text textOf(const QString& line) {
    Text text;
    text.text = line;
    return text;
}

Text reasonOf(const Request& request) {
    Text text;
    const QString reason = request.value("reason").trimmed();
    if (!reason.isEmpty()) {
        text.reason = reason;
    }
    return text;
}

Result<std::optional<Moment>> timeIn(const Request& request, const char* option) {
    const auto given = request.arguments.value(QString::fromLatin1(option));
    if (!given) {
        return std::optional<Moment>();
    }
    const auto at = momentFromIso(*given);
    return at ? Result<std::optional<Moment>>(at) : refuse(refusal::outOfRange, option);
}

Result<std::optional<Moment>> dueIn(const Request& request, const char* option, Moment now) {
    if (const auto at = timeIn(request, option)) {
        return at;
    }
    const auto minutes = minutesIn(request, option);
    return minutes ? Result<std::optional<Moment>>(now + **minutes) : errorOf(minutes);
}

Result<std::optional<Moment>> dueDayIn(const Request& request, const char* option) {
    const QString given = request.value(option);
    const QDate day = QDate::fromString(given, Qt::ISODate);
    constexpr int dayLength = 10; // what stands behind a day makes it a time
    if (given.size() != dayLength || !day.isValid()) {
        return timeIn(request, option);
    }
    const Moment end{Millis(day.endOfDay().toMSecsSinceEpoch())};
    return momentFromIso(toIso(end)) ? Result<std::optional<Moment>>(end)
                                     : refuse(refusal::outOfRange, option);
}

Result<std::optional<Millis>> minutesIn(const Request& request, const char* option) {
    const auto given = request.arguments.value(QString::fromLatin1(option));
    if (!given) {
        return std::optional<Millis>();
    }
    constexpr double most = 366.0 * 24 * 60;
    bool isNumber = false;
    const double minutes = given->toDouble(&isNumber);
    if (!isNumber || !(minutes >= 0) || minutes > most) {
        return refuse(refusal::outOfRange, option);
    }
    return std::optional(Millis(qRound64(minutes * 60'000)));
}

} // namespace bongsu
