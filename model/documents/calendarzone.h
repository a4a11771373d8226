// Time zones as an iCalendar file describes them, or as the system knows them.
#pragma once

#include "documents/calendarvalues.h"
#include "domain/base/moment.h"

#include <QTimeZone>

#include <map>

namespace bongsu {

class CalendarZone {
  public:
    using Utc = std::chrono::sys_seconds;
    struct Onset {
        Utc at;
        std::chrono::seconds offset; // from then on
    };
    explicit CalendarZone(QTimeZone system) : m_system(std::move(system)) {}
    // `onsets` in order; `before` holds until the first.
    CalendarZone(std::chrono::seconds before, std::vector<Onset> onsets)
        : m_before(before), m_onsets(std::move(onsets)) {}

    std::chrono::seconds offsetAt(Utc at) const;
    WallTime wallAt(Utc at) const { return WallTime(at.time_since_epoch() + offsetAt(at)); }
    // A time that the wall shows twice is the first of the two; one that it leaves out is told by the offset
    // before the change (RFC 5545, 3.3.5).
    Utc utcOf(WallTime wall) const;

  private:
    QTimeZone m_system{}; // invalid: what follows
    std::chrono::seconds m_before{};
    std::vector<Onset> m_onsets{};
};

// The zones of one calendar.
class CalendarZones {
  public:
    // `usual`: where a file names none, as the IANA calls it.
    explicit CalendarZones(const QByteArray& usual);

    // Another for times without one; passed over where nobody knows it.
    void setUsual(const QString& id);
    // A VTIMEZONE, with its changes before `until`.
    void read(const CalendarComponent& component, CalendarZone::Utc until, StepsLeft& steps, Faults& faults);
    // Says a zone that nobody knows. The pointer holds as long as this.
    const CalendarZone* of(const CalendarTime& time, Position at, Faults& faults);

  private:
    std::map<QString, std::optional<CalendarZone>> m_zones;
    CalendarZone m_usual;
    CalendarZone m_utc{std::chrono::seconds(0), {}};
};

} // namespace bongsu
