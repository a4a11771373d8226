#include "documents/icalendarfile.h"

#include "documents/calendarzone.h"
#include "domain/base/keytext.h"
#include "domain/base/limits.h"

#include <algorithm>
#include <map>
#include <set>

namespace bongsu {

namespace {

using namespace std::chrono;

// A time, with the line it stands in.
template <class Value>
struct Placed {
    Value value;
    Position at;
};

struct Event {
    Position at;
    QString uid{};
    int sequence = 0;
    bool isCancelled = false;
    std::optional<Placed<CalendarTime>> replaces{}; // RECURRENCE-ID
    std::optional<Placed<CalendarTime>> start{};
    std::optional<Placed<CalendarTime>> end{};
    std::optional<Placed<CalendarLength>> length{};
    std::optional<Placed<CalendarRule>> rule{};
    std::vector<Placed<CalendarPeriod>> more{};  // RDATE
    std::vector<Placed<CalendarTime>> without{}; // EXDATE
    std::vector<CalendarPerson> people{};
    QString summary{};
    QString description{};
    QString department{};
};

// One VEVENT, line for line.
class EventReader {
  public:
    EventReader(const CalendarComponent& component, Faults& faults)
        : m_component(component), m_faults(faults), m_event{component.at} {}

    std::optional<Event> read() {
        for (const CalendarLine& line : m_component.lines) {
            if (!take(line)) {
                return std::nullopt;
            }
        }
        const bool isWhole = m_event.isCancelled ? true : hasTimes() && hasSomebody();
        return isWhole ? std::optional(std::move(m_event)) : std::nullopt;
    }

  private:
    template <class Value>
    bool set(std::optional<Placed<Value>>& place, const CalendarLine& line,
             const std::optional<Value>& value) {
        if (value && place) {
            m_faults.add(line.at, FaultCode::DoubledKey, QString::fromUtf8(line.name),
                         QString::number(place->at.line));
            return false;
        }
        if (value) {
            place = Placed<Value>{*value, line.at};
        }
        return value.has_value();
    }
    static bool set(QString& place, const std::optional<QString>& value) {
        place = value.value_or(QString());
        return value.has_value();
    }

    bool take(const CalendarLine& line) {
        if (line.name == "DTSTART") {
            return set(m_event.start, line, timeIn(line, m_faults));
        }
        if (line.name == "DTEND") {
            return set(m_event.end, line, timeIn(line, m_faults));
        }
        if (line.name == "DURATION") {
            return set(m_event.length, line, lengthIn(line, m_faults));
        }
        if (line.name == "RRULE") {
            return set(m_event.rule, line, ruleIn(line, m_faults));
        }
        if (line.name == "RDATE" || line.name == "EXDATE") {
            return takeDates(line);
        }
        if (line.name == "RECURRENCE-ID") {
            if (isForAllThatFollow(line)) {
                m_faults.add(line.at, FaultCode::RangeOverride);
                return false;
            }
            return set(m_event.replaces, line, timeIn(line, m_faults));
        }
        return takeWords(line);
    }

    bool takeDates(const CalendarLine& line) {
        const auto periods = periodsIn(line, m_faults);
        for (const CalendarPeriod& one : periods.value_or(std::vector<CalendarPeriod>())) {
            if (line.name == "RDATE") {
                m_event.more.push_back({one, line.at});
            } else {
                m_event.without.push_back({one.from, line.at});
            }
        }
        return periods.has_value();
    }

    bool takeWords(const CalendarLine& line) {
        if (line.name == "SUMMARY") {
            return set(m_event.summary, textIn(line, m_faults));
        }
        if (line.name == "DESCRIPTION") {
            return set(m_event.description, textIn(line, m_faults));
        }
        if (line.name == "UID") {
            return set(m_event.uid, textIn(line, m_faults));
        }
        if (line.name == "CATEGORIES" && m_event.department.isEmpty()) {
            return takeDepartment(line);
        }
        if (line.name == "STATUS") {
            const QByteArray status = line.text.mid(line.text.indexOf(':') + 1).trimmed();
            m_event.isCancelled = status.compare("CANCELLED", Qt::CaseInsensitive) == 0;
        } else if (line.name == "SEQUENCE") {
            const auto number = numberIn(line, m_faults);
            m_event.sequence = number.value_or(0);
            return number.has_value();
        } else if (line.name == "ATTENDEE") {
            const auto person = personIn(line, m_faults);
            if (person) {
                m_event.people.push_back(*person);
            }
            return person.has_value();
        }
        return true;
    }

    bool takeDepartment(const CalendarLine& line) {
        const auto key = textIn(line, m_faults);
        if (key && !key->isEmpty() && !isKeyText(*key)) {
            m_faults.add(line.at, FaultCode::NotAKey, *key, QString::number(limits::keyTextBytes));
            return false;
        }
        return set(m_event.department, key);
    }

    bool missing(const char* name) {
        m_faults.add(m_component.at, FaultCode::MissingKey, QString::fromLatin1(name));
        return false;
    }
    bool hasTimes() {
        if (!m_event.start) {
            return missing("DTSTART");
        }
        if (m_event.end && m_event.length) {
            m_faults.add(std::max(m_event.end->at, m_event.length->at), FaultCode::TwoEnds);
            return false;
        }
        const CalendarTime& start = m_event.start->value;
        if (!m_event.end && !m_event.length) {
            if (!start.isDay) { // it would end when it begins
                return missing("DTEND");
            }
            m_event.length = {CalendarLength{days(1)}, m_event.start->at};
        }
        if (m_event.end && m_event.end->value.isDay != start.isDay) {
            m_faults.add(m_event.end->at, FaultCode::PropertyUnreadable, QStringLiteral("DTEND"),
                         QStringLiteral("VALUE"));
            return false;
        }
        return true;
    }
    bool hasSomebody() {
        const bool isNamed = std::any_of(m_event.people.begin(), m_event.people.end(),
                                         [](const CalendarPerson& one) { return !one.name.isEmpty(); });
        return isNamed || !m_event.summary.isEmpty() || missing("SUMMARY");
    }

    const CalendarComponent& m_component;
    Faults& m_faults;
    Event m_event;
};

// What the events of one calendar give.
class Expanding {
  public:
    Expanding(const RosterReading& reading, CalendarZones& zones, StepsLeft& steps, Faults& faults)
        : m_reading(reading), m_zones(zones), m_steps(steps), m_faults(faults) {}

    // False: a limit is reached, and the rest would say nothing new.
    bool expand(const std::vector<Event>& events, std::vector<Shift>& shifts) {
        for (const Event& event : newest(events)) {
            if (!event.isCancelled && !expandOne(event, shifts)) {
                return false;
            }
        }
        return true;
    }

  private:
    using Utc = CalendarZone::Utc;
    using Identity = std::pair<QString, std::optional<Utc>>; // UID, RECURRENCE-ID

    // Of an event with several versions the newest; each replaced occurrence is noted.
    std::vector<Event> newest(const std::vector<Event>& events) {
        std::map<Identity, std::size_t> known;
        std::vector<Event> kept;
        for (const Event& event : events) {
            std::optional<Utc> replaces;
            if (event.replaces) {
                const CalendarZone* zone = m_zones.of(event.replaces->value, event.replaces->at, m_faults);
                if (!zone) {
                    continue;
                }
                replaces = zone->utcOf(event.replaces->value.wall);
                m_replaced.emplace(event.uid, *replaces);
            }
            const auto [before, isNew] = known.try_emplace({event.uid, replaces}, kept.size());
            if (isNew || event.uid.isEmpty()) {
                kept.push_back(event);
            } else if (event.sequence == kept[before->second].sequence) {
                m_faults.add(event.at, FaultCode::Doubled, event.uid,
                             QString::number(kept[before->second].at.line));
            } else if (event.sequence > kept[before->second].sequence) {
                kept[before->second] = event;
            }
        }
        return kept;
    }

    bool expandOne(const Event& event, std::vector<Shift>& shifts) {
        const CalendarZone* zone = m_zones.of(event.start->value, event.start->at, m_faults);
        const CalendarZone* endZone =
            event.end ? m_zones.of(event.end->value, event.end->at, m_faults) : zone;
        if (!zone || !endZone) {
            return true;
        }
        const Utc from = zone->utcOf(event.start->value.wall);
        // DTEND: every occurrence lasts as long as the first, in days for days; DURATION: by the clock.
        CalendarLength length;
        if (event.length) {
            length = event.length->value;
        } else if (event.start->value.isDay) {
            length.days = floor<days>(event.end->value.wall - event.start->value.wall);
        } else {
            length.seconds = endZone->utcOf(event.end->value.wall) - from;
        }
        if (length.days + length.seconds <= seconds(0)) {
            m_faults.add(event.end ? event.end->at : event.at, FaultCode::NotForwards);
            return true;
        }
        std::map<Utc, Utc> times; // from, until
        const auto add = [&](WallTime wall, Utc begin) {
            const Utc until = zone->utcOf(wall + length.days) + length.seconds;
            if (isAsked(begin, until)) {
                times.emplace(begin, until);
            }
            return shifts.size() + times.size() <= std::size_t(limits::rosterShifts);
        };
        addPeriods(event, *zone, length, times);
        add(event.start->value.wall, from);
        if (event.rule && !addRule(event, *zone, length, add)) {
            return false;
        }
        takeOut(event, *zone, times);
        return give(event, times, shifts);
    }

    bool isAsked(Utc begin, Utc until) const {
        return begin < m_reading.within.until && until > m_reading.within.from;
    }

    // RDATE; a period has an end of its own.
    void addPeriods(const Event& event, const CalendarZone& own, const CalendarLength& usual,
                    std::map<Utc, Utc>& times) {
        for (const auto& [period, at] : event.more) {
            const CalendarZone* zone = period.from.isDay ? &own : m_zones.of(period.from, at, m_faults);
            const CalendarZone* endZone = period.until ? m_zones.of(*period.until, at, m_faults) : zone;
            if (!zone || !endZone) {
                return;
            }
            const Utc from = zone->utcOf(period.from.wall);
            const CalendarLength length = period.length.value_or(usual);
            const Utc until = period.until ? endZone->utcOf(period.until->wall)
                                           : zone->utcOf(period.from.wall + length.days) + length.seconds;
            if (until <= from) {
                m_faults.add(at, FaultCode::NotForwards);
            } else if (isAsked(from, until)) {
                times.emplace(from, until);
            }
        }
    }

    bool addRule(const Event& event, const CalendarZone& zone, const CalendarLength& length,
                 const std::function<bool(WallTime, Utc)>& add) {
        const std::optional<CalendarTime>& until = event.rule->value.until;
        RecurrenceRule given = event.rule->value.rule;
        if (event.start->value.isDay) {
            given.hours = given.minutes = given.seconds = {};
        }
        constexpr days slack(2); // what a zone's changes can move
        const WallTime begin =
            zone.wallAt(floor<seconds>(m_reading.within.from)) - length.days - length.seconds - slack;
        const WallTime end = zone.wallAt(floor<seconds>(m_reading.within.until)) + slack;
        bool fits = true;
        const auto ended = recur(given, event.start->value.wall, begin, end, m_steps, [&](WallTime wall) {
            const Utc at = zone.utcOf(wall);
            if (until && isBehind(wall, at, *until)) {
                return false;
            }
            fits = add(wall, at);
            return fits;
        });
        if (ended == RecurrenceEnd::TooMuch) {
            m_faults.add(event.rule->at, FaultCode::RuleTooLong, QString::number(limits::rosterSteps));
        } else if (!fits) {
            sayTooMany(event.rule->at);
        }
        return fits && ended == RecurrenceEnd::Done;
    }

    // UNTIL is of UTC, or of the same wall as the start; a day counts whole.
    static bool isBehind(WallTime wall, Utc at, const CalendarTime& until) {
        if (until.isDay) {
            return floor<days>(wall) > floor<days>(until.wall);
        }
        return until.isUtc ? at > Utc(until.wall.time_since_epoch()) : wall > until.wall;
    }

    // EXDATE, and what another event replaces. A day leaves out whatever begins on it.
    void takeOut(const Event& event, const CalendarZone& own, std::map<Utc, Utc>& times) {
        std::set<WallTime> withoutDays;
        for (const auto& [time, at] : event.without) {
            if (time.isDay) {
                withoutDays.insert(time.wall);
            } else if (const CalendarZone* zone = m_zones.of(time, at, m_faults)) {
                times.erase(zone->utcOf(time.wall));
            }
        }
        std::erase_if(times, [&](const auto& one) {
            const bool isReplaced =
                !event.replaces && !event.uid.isEmpty() && m_replaced.contains({event.uid, one.first});
            return isReplaced || withoutDays.contains(floor<days>(own.wallAt(one.first)));
        });
    }

    bool give(const Event& event, const std::map<Utc, Utc>& times, std::vector<Shift>& shifts) {
        std::vector<QString> people;
        bool isNamed = false;
        for (const CalendarPerson& one : event.people) {
            isNamed = isNamed || !one.name.isEmpty();
            if (one.takesPart && !one.name.isEmpty()) {
                people.push_back(one.name);
            }
        }
        if (!isNamed) {
            people.push_back(event.summary);
        }
        const QString& note = event.description.isEmpty() && isNamed ? event.summary : event.description;
        const QString& department = event.department.isEmpty() ? m_reading.key : event.department;
        for (const auto& [from, until] : times) {
            for (const QString& person : people) {
                if (shifts.size() == std::size_t(limits::rosterShifts)) {
                    sayTooMany(event.at);
                    return false;
                }
                shifts.push_back({person, department, from, until, note});
            }
        }
        return true;
    }

    void sayTooMany(Position at) {
        m_faults.add(at, FaultCode::TooManyShifts, QString::number(limits::rosterShifts));
    }

    const RosterReading& m_reading;
    CalendarZones& m_zones;
    StepsLeft& m_steps;
    Faults& m_faults;
    std::set<std::pair<QString, Utc>> m_replaced;
};

void readCalendar(const CalendarComponent& calendar, const RosterReading& reading, StepsLeft& steps,
                  std::vector<Shift>& shifts, Faults& faults) {
    CalendarZones zones(reading.zone);
    for (const CalendarLine& line : calendar.lines) {
        if (line.name == "X-WR-TIMEZONE") {
            zones.setUsual(QString::fromUtf8(line.text.mid(line.text.indexOf(':') + 1)).trimmed());
        }
    }
    for (const CalendarComponent& part : calendar.parts) {
        if (part.name == "VTIMEZONE") {
            zones.read(part, ceil<seconds>(reading.within.until) + days(366), steps, faults);
        }
    }
    std::vector<Event> events;
    for (const CalendarComponent& part : calendar.parts) {
        if (part.name != "VEVENT") {
            continue;
        }
        if (events.size() == std::size_t(limits::rosterEvents)) {
            faults.add(part.at, FaultCode::TooMany, QString::number(limits::rosterEvents));
            return;
        }
        if (auto event = EventReader(part, faults).read()) {
            events.push_back(std::move(*event));
        }
    }
    if (faults.isEmpty()) {
        Expanding(reading, zones, steps, faults).expand(events, shifts);
    }
}

} // namespace

tl::expected<std::vector<Shift>, std::vector<DocumentFault>> readRoster(QByteArrayView bytes,
                                                                        const RosterReading& reading) {
    Faults faults;
    std::vector<Shift> shifts;
    StepsLeft steps = limits::rosterSteps;
    for (const CalendarComponent& calendar : calendarsIn(bytes, faults)) {
        readCalendar(calendar, reading, steps, shifts, faults);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return inOrder(std::move(shifts));
}

} // namespace bongsu
