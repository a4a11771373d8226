#include "documents/calendarzone.h"

#include "domain/base/limits.h"

#include <QDateTime>

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono;

// Also by the name that Windows has for it; invalid where the system has none.
QTimeZone systemZone(const QString& id) {
    const QByteArray name = id.toUtf8();
    if (QTimeZone::isTimeZoneIdAvailable(name)) {
        return QTimeZone(name);
    }
    const QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(name);
    return iana.isEmpty() ? QTimeZone() : QTimeZone(iana);
}

// STANDARD or DAYLIGHT.
struct Observance {
    Position at;
    std::optional<CalendarTime> start{};
    std::optional<seconds> from{};
    std::optional<seconds> to{};
    std::optional<CalendarRule> rule{};
    std::vector<CalendarTime> dates{};
};

std::optional<Observance> observanceIn(const CalendarComponent& component, Faults& faults) {
    Observance read{component.at};
    bool isReadable = true;
    for (const CalendarLine& line : component.lines) {
        if (line.name == "DTSTART") {
            read.start = timeIn(line, faults);
            isReadable = isReadable && read.start;
        } else if (line.name == "TZOFFSETFROM") {
            read.from = offsetIn(line, faults);
            isReadable = isReadable && read.from;
        } else if (line.name == "TZOFFSETTO") {
            read.to = offsetIn(line, faults);
            isReadable = isReadable && read.to;
        } else if (line.name == "RRULE") {
            read.rule = ruleIn(line, faults);
            isReadable = isReadable && read.rule;
        } else if (line.name == "RDATE") {
            const auto dates = periodsIn(line, faults);
            isReadable = isReadable && dates;
            for (const CalendarPeriod& one : dates.value_or(std::vector<CalendarPeriod>())) {
                read.dates.push_back(one.from);
            }
        }
    }
    const auto missing = [&](bool isThere, const char* name) {
        if (isReadable && !isThere) {
            faults.add(component.at, FaultCode::MissingKey, QString::fromLatin1(name));
        }
        return !isThere;
    };
    if (missing(read.start.has_value(), "DTSTART") || missing(read.from.has_value(), "TZOFFSETFROM") ||
        missing(read.to.has_value(), "TZOFFSETTO") || !isReadable) {
        return std::nullopt;
    }
    return read;
}

// Adds the changes to this observance.
RecurrenceEnd addOnsets(const Observance& observance, CalendarZone::Utc until, StepsLeft& steps,
                        std::vector<CalendarZone::Onset>& onsets) {
    const auto utcOf = [&](WallTime wall) {
        return CalendarZone::Utc(wall.time_since_epoch() - *observance.from);
    };
    onsets.push_back({utcOf(observance.start->wall), *observance.to});
    for (const CalendarTime& date : observance.dates) {
        onsets.push_back({date.isUtc ? CalendarZone::Utc(date.wall.time_since_epoch()) : utcOf(date.wall),
                          *observance.to});
    }
    if (!observance.rule) {
        return RecurrenceEnd::Done;
    }
    const auto last = observance.rule->until; // UTC; some write what the wall shows
    return recur(observance.rule->rule, observance.start->wall, observance.start->wall,
                 WallTime(until.time_since_epoch() + *observance.from), steps, [&](WallTime wall) {
                     const auto at = last && last->isUtc ? WallTime(utcOf(wall).time_since_epoch()) : wall;
                     if (last && at > last->wall) {
                         return false;
                     }
                     onsets.push_back({utcOf(wall), *observance.to});
                     return onsets.size() <= std::size_t(limits::rosterShifts);
                 });
}

} // namespace

seconds CalendarZone::offsetAt(Utc at) const {
    if (m_system.isValid()) {
        return seconds(
            m_system.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)));
    }
    const auto next = std::upper_bound(m_onsets.begin(), m_onsets.end(), at,
                                       [](Utc time, const Onset& onset) { return time < onset.at; });
    return next == m_onsets.begin() ? m_before : std::prev(next)->offset;
}

CalendarZone::Utc CalendarZone::utcOf(WallTime wall) const {
    const Utc asUtc(wall.time_since_epoch());
    const seconds before = offsetAt(asUtc - days(1));
    const seconds after = offsetAt(asUtc + days(1));
    if (offsetAt(asUtc - before) != before && offsetAt(asUtc - after) == after) {
        return asUtc - after;
    }
    return asUtc - before;
}

CalendarZones::CalendarZones(const QByteArray& usual) : m_usual(QTimeZone(usual)) {}

void CalendarZones::setUsual(const QString& id) {
    if (const QTimeZone zone = systemZone(id); zone.isValid()) {
        m_usual = CalendarZone(zone);
    }
}

void CalendarZones::read(const CalendarComponent& component, CalendarZone::Utc until, StepsLeft& steps,
                         Faults& faults) {
    QString id;
    for (const CalendarLine& line : component.lines) {
        id = line.name == "TZID" ? textIn(line, faults).value_or(QString()) : id;
    }
    std::vector<CalendarZone::Onset> onsets;
    std::optional<std::pair<WallTime, seconds>> first; // the offset that the earliest change ended
    for (const CalendarComponent& part : component.parts) {
        const auto observance = observanceIn(part, faults);
        if (!observance) {
            return;
        }
        if (addOnsets(*observance, until, steps, onsets) == RecurrenceEnd::TooMuch ||
            onsets.size() > std::size_t(limits::rosterShifts)) {
            faults.add(part.at, FaultCode::RuleTooLong, QString::number(limits::rosterSteps));
            return;
        }
        if (!first || observance->start->wall < first->first) {
            first = {observance->start->wall, *observance->from};
        }
    }
    if (id.isEmpty() || !first) {
        const auto missing = id.isEmpty() ? QStringLiteral("TZID") : QStringLiteral("STANDARD");
        faults.add(component.at, FaultCode::MissingKey, missing);
        return;
    }
    std::sort(onsets.begin(), onsets.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    m_zones.insert_or_assign(id, CalendarZone(first->second, std::move(onsets)));
}

const CalendarZone* CalendarZones::of(const CalendarTime& time, Position at, Faults& faults) {
    if (time.isUtc) {
        return &m_utc;
    }
    if (time.zone.isEmpty()) {
        return &m_usual;
    }
    auto known = m_zones.find(time.zone);
    if (known == m_zones.end()) {
        const QTimeZone system = systemZone(time.zone);
        known =
            m_zones.emplace(time.zone, system.isValid() ? std::optional(CalendarZone(system)) : std::nullopt)
                .first;
    }
    if (!known->second) {
        faults.add(at, FaultCode::UnknownZone, time.zone);
        return nullptr;
    }
    return &*known->second;
}

} // namespace bongsu
