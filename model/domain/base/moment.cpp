#include "domain/base/moment.h"

#include <QDateTime>
#include <QTimeZone>

namespace bongsu {

QString toIso(Moment at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

std::optional<Moment> momentFromIso(QStringView iso) {
    if (iso.size() > 40) {
        return std::nullopt;
    }
    const QDateTime parsed = QDateTime::fromString(iso.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime || parsed.date().year() > 9999) {
        return std::nullopt;
    }
    const qint64 ms = parsed.toMSecsSinceEpoch();
    return ms < 0 ? std::nullopt : std::optional(Moment(Millis(ms)));
}

} // namespace bongsu
