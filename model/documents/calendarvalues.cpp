#include "documents/calendarvalues.h"

#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <libical/ical.h>

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono;

// libical splits a line of several values into properties, and leaves out what is behind so many of them.
constexpr std::size_t mostValues = 499;

constexpr int earliestYear = 1600; // where Windows lets its time zones begin
constexpr int latestYear = 9998;

// One line in a component of its own: every property of it is one value.
class Parsed {
  public:
    explicit Parsed(const CalendarLine& line) {
        icalerror_set_errors_are_fatal(false);
        const QByteArray text = "BEGIN:VEVENT\r\n" + line.text + "\r\nEND:VEVENT\r\n";
        m_component = icalparser_parse_string(text.constData());
        if (!m_component) {
            return;
        }
        for (icalproperty* one = icalcomponent_get_first_property(m_component, ICAL_ANY_PROPERTY); one;
             one = icalcomponent_get_next_property(m_component, ICAL_ANY_PROPERTY)) {
            if (icalproperty_isa(one) == ICAL_XLICERROR_PROPERTY || !icalproperty_get_value(one)) {
                m_properties.clear();
                return;
            }
            m_properties.push_back(one);
        }
    }
    ~Parsed() {
        if (m_component) {
            icalcomponent_free(m_component);
        }
    }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;

    const std::vector<icalproperty*>& properties() const { return m_properties; } // none: unreadable
    // Of a line with one value. A file may say that it is of another kind than its name wants; libical would
    // take it for what it is asked for.
    const icalvalue* only(icalvalue_kind kind) const {
        const icalvalue* value =
            m_properties.size() == 1 ? icalproperty_get_value(m_properties.front()) : nullptr;
        return value && icalvalue_isa(value) == kind ? value : nullptr;
    }
    QString parameter(icalparameter_kind kind, const char* (*of)(const icalparameter*)) const {
        icalparameter* found = icalproperty_get_first_parameter(m_properties.front(), kind);
        return found ? QString::fromUtf8(of(found)) : QString();
    }
    template <class Value>
    Value choice(icalparameter_kind kind, Value (*of)(const icalparameter*), Value otherwise) const {
        icalparameter* found = icalproperty_get_first_parameter(m_properties.front(), kind);
        return found ? of(found) : otherwise;
    }

  private:
    icalcomponent* m_component = nullptr;
    std::vector<icalproperty*> m_properties;
};

std::nullopt_t unreadable(const CalendarLine& line, Faults& faults) {
    faults.add(line.at, FaultCode::PropertyUnreadable, QString::fromUtf8(line.name),
               QString::fromUtf8(line.text.mid(line.text.indexOf(':') + 1).left(80)));
    return std::nullopt;
}

std::optional<CalendarTime> timeOf(const icaltimetype& given, const QString& zone) {
    const year_month_day date{year(given.year), month(unsigned(given.month)), day(unsigned(given.day))};
    const bool isClock = given.hour >= 0 && given.hour < 24 && given.minute >= 0 && given.minute < 60 &&
                         given.second >= 0 && given.second <= 60;
    if (given.year < earliestYear || given.year > latestYear || !date.ok() || !isClock) {
        return std::nullopt;
    }
    const bool isDay = given.is_date != 0;
    WallTime wall = local_days(date);
    if (!isDay) {
        wall += hours(given.hour) + minutes(given.minute) + seconds(given.second);
    }
    const bool isUtc = !isDay && icaltime_is_utc(given) != 0;
    return CalendarTime{wall, isDay, isUtc, isUtc || isDay ? QString() : zone};
}

std::optional<CalendarLength> lengthOf(const icaldurationtype& given) {
    constexpr unsigned most = 100'000; // days, and as many seconds as they have
    const bool isSmall = given.days <= most && given.weeks <= most && given.hours <= 24 * most &&
                         given.minutes <= 1440 * most && given.seconds <= 86'400U * 10'000;
    const CalendarLength length{days(long(given.days) + 7 * long(given.weeks)),
                                hours(long(given.hours)) + minutes(long(given.minutes)) +
                                    seconds(long(given.seconds))};
    return isSmall && !given.is_neg && length.days + length.seconds > seconds(0) ? std::optional(length)
                                                                                 : std::nullopt;
}

std::optional<CalendarPeriod> periodOf(const icalvalue* value, const QString& zone) {
    const icalvalue_kind kind = icalvalue_isa(value);
    if (kind != ICAL_PERIOD_VALUE) {
        if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE) {
            return std::nullopt;
        }
        const auto time = timeOf(icalvalue_get_datetime(value), zone);
        return time ? std::optional(CalendarPeriod{*time}) : std::nullopt;
    }
    const icalperiodtype given = icalvalue_get_period(value);
    const auto from = timeOf(given.start, zone);
    if (!from || icaltime_is_null_time(given.end)) {
        const auto length = lengthOf(given.duration);
        return from && length ? std::optional(CalendarPeriod{*from, {}, *length}) : std::nullopt;
    }
    const auto until = timeOf(given.end, zone);
    return until ? std::optional(CalendarPeriod{*from, *until, {}}) : std::nullopt;
}

template <std::size_t Size>
std::vector<int> listOf(const short (&given)[Size]) {
    std::vector<int> list;
    for (std::size_t i = 0; i < Size && given[i] != ICAL_RECURRENCE_ARRAY_MAX; ++i) {
        list.push_back(given[i]);
    }
    return list;
}

weekday weekdayOf(icalrecurrencetype_weekday given) {
    return weekday(unsigned(given) - unsigned(ICAL_SUNDAY_WEEKDAY));
}

std::optional<RecurrenceRule::Frequency> frequencyOf(icalrecurrencetype_frequency given) {
    using Frequency = RecurrenceRule::Frequency;
    switch (given) {
    case ICAL_SECONDLY_RECURRENCE:
        return Frequency::Secondly;
    case ICAL_MINUTELY_RECURRENCE:
        return Frequency::Minutely;
    case ICAL_HOURLY_RECURRENCE:
        return Frequency::Hourly;
    case ICAL_DAILY_RECURRENCE:
        return Frequency::Daily;
    case ICAL_WEEKLY_RECURRENCE:
        return Frequency::Weekly;
    case ICAL_MONTHLY_RECURRENCE:
        return Frequency::Monthly;
    case ICAL_YEARLY_RECURRENCE:
        return Frequency::Yearly;
    default:
        return std::nullopt;
    }
}

// Nothing of another calendar than the Gregorian, and no leap months.
std::optional<CalendarRule> ruleOf(const icalrecurrencetype& given) {
    const auto frequency = frequencyOf(given.freq);
    if (!frequency || given.interval < 1 || given.rscale || given.skip != ICAL_SKIP_OMIT) {
        return std::nullopt;
    }
    CalendarRule made;
    RecurrenceRule& rule = made.rule;
    rule.frequency = *frequency;
    rule.interval = given.interval;
    rule.count = given.count > 0 ? std::optional(given.count) : std::nullopt;
    rule.seconds = listOf(given.by_second);
    rule.minutes = listOf(given.by_minute);
    rule.hours = listOf(given.by_hour);
    rule.monthDays = listOf(given.by_month_day);
    rule.yearDays = listOf(given.by_year_day);
    rule.weeks = listOf(given.by_week_no);
    rule.positions = listOf(given.by_set_pos);
    rule.months = listOf(given.by_month);
    for (const int encoded : listOf(given.by_day)) {
        rule.weekdays.push_back({weekdayOf(icalrecurrencetype_day_day_of_week(short(encoded))),
                                 icalrecurrencetype_day_position(short(encoded))});
    }
    if (given.week_start != ICAL_NO_WEEKDAY) {
        rule.weekStart = weekdayOf(given.week_start);
    }
    if (!icaltime_is_null_time(given.until)) {
        made.until = timeOf(given.until, {});
    }
    const bool isMonth =
        std::all_of(rule.months.begin(), rule.months.end(), [](int m) { return m >= 1 && m <= 12; });
    const bool isUntil = made.until || icaltime_is_null_time(given.until);
    return isMonth && isUntil && isAllowed(rule) ? std::optional(made) : std::nullopt;
}

// What only moves a line (a tab; libical makes others of \r, \b and \f) is a space to whoever reads the name,
// and to those who look for somebody by it.
QString composed(const QString& text) {
    QString found = toNfc(text).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    std::replace_if(
        found.begin(), found.end(),
        [](QChar c) { return (c < QChar(0x20) && c != u'\n') || c == QChar(0x7f); }, QChar(u' '));
    return found.trimmed();
}

QString composed(QByteArrayView utf8) {
    return composed(QString::fromUtf8(utf8));
}

// Nearly all lines of a large file are written so plainly that there is nothing to parse. What follows reads
// those, and leaves whatever else there may be to libical.

// What stands behind "NAME:"; nothing where there are parameters, escapes or several values.
std::optional<QByteArrayView> plainValue(const CalendarLine& line) {
    const qsizetype behind = line.name.size() + 1;
    if (line.text.size() <= behind || line.text[behind - 1] != ':') {
        return std::nullopt;
    }
    const QByteArrayView value = QByteArrayView(line.text).sliced(behind);
    const bool isPlain = std::none_of(value.begin(), value.end(), [](char c) {
        return c == '\\' || c == ',' || c == ';' || c == '"' || c == '\t';
    });
    return isPlain && !value.trimmed().isEmpty() ? std::optional(value) : std::nullopt;
}

std::optional<int> digits(QByteArrayView text, qsizetype from, qsizetype count) {
    int number = 0;
    for (const char c : text.sliced(from, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = 10 * number + (c - '0');
    }
    return number;
}

// "DTSTART;TZID=Asia/Seoul:20261101T230000", "DTSTART:20261101T140000Z".
std::optional<CalendarTime> plainTime(const CalendarLine& line) {
    constexpr QByteArrayView mark = ";TZID=";
    constexpr qsizetype clock = 15; // 20261101T230000
    QByteArrayView rest = QByteArrayView(line.text).sliced(line.name.size());
    const qsizetype colon = rest.indexOf(':');
    const QByteArrayView zone = rest.startsWith(mark) && colon > mark.size()
                                    ? rest.sliced(mark.size(), colon - mark.size())
                                    : QByteArrayView();
    const bool isPlain = std::all_of(zone.begin(), zone.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
               c == '_';
    });
    if (!isPlain || colon < 0 || (zone.isEmpty() && colon != 0)) {
        return std::nullopt;
    }
    rest = rest.sliced(colon + 1);
    const bool isUtc = zone.isEmpty() && rest.endsWith('Z');
    if (rest.size() != clock + (isUtc ? 1 : 0) || rest[8] != 'T') {
        return std::nullopt;
    }
    const auto y = digits(rest, 0, 4), mo = digits(rest, 4, 2), d = digits(rest, 6, 2);
    const auto h = digits(rest, 9, 2), mi = digits(rest, 11, 2), s = digits(rest, 13, 2);
    if (!y || !mo || !d || !h || !mi || !s) {
        return std::nullopt;
    }
    const year_month_day date{year(*y), month(unsigned(*mo)), day(unsigned(*d))};
    const bool isTime = *y >= earliestYear && *y <= latestYear && date.ok() && *h < 24 && *mi < 60 && *s < 60;
    return isTime ? std::optional(CalendarTime{local_days(date) + hours(*h) + minutes(*mi) + seconds(*s),
                                               false, isUtc, QString::fromLatin1(zone)})
                  : std::nullopt;
}

} // namespace

std::optional<std::vector<CalendarPeriod>> periodsIn(const CalendarLine& line, Faults& faults) {
    const Parsed parsed(line);
    if (parsed.properties().size() > mostValues) {
        faults.add(line.at, FaultCode::TooMany, QString::number(mostValues));
        return std::nullopt;
    }
    if (parsed.properties().empty()) {
        return unreadable(line, faults);
    }
    const QString zone = parsed.parameter(ICAL_TZID_PARAMETER, icalparameter_get_tzid);
    std::vector<CalendarPeriod> periods;
    for (icalproperty* property : parsed.properties()) {
        const auto period = periodOf(icalproperty_get_value(property), zone);
        if (!period) {
            return unreadable(line, faults);
        }
        periods.push_back(*period);
    }
    return periods;
}

std::optional<CalendarTime> timeIn(const CalendarLine& line, Faults& faults) {
    if (auto plain = plainTime(line)) {
        return plain;
    }
    const auto periods = periodsIn(line, faults);
    if (!periods) {
        return std::nullopt;
    }
    const CalendarPeriod& first = periods->front();
    if (periods->size() > 1 || first.until || first.length) {
        return unreadable(line, faults);
    }
    return first.from;
}

std::optional<CalendarLength> lengthIn(const CalendarLine& line, Faults& faults) {
    const Parsed parsed(line);
    const icalvalue* value = parsed.only(ICAL_DURATION_VALUE);
    const auto length = value ? lengthOf(icalvalue_get_duration(value)) : std::nullopt;
    return length ? length : unreadable(line, faults);
}

std::optional<CalendarRule> ruleIn(const CalendarLine& line, Faults& faults) {
    const Parsed parsed(line);
    const icalvalue* value = parsed.only(ICAL_RECUR_VALUE);
    const auto rule = value ? ruleOf(icalvalue_get_recur(value)) : std::nullopt;
    if (!rule) {
        faults.add(line.at, FaultCode::RuleUnreadable,
                   QString::fromUtf8(line.text.mid(line.text.indexOf(':') + 1)));
    }
    return rule;
}

std::optional<std::chrono::seconds> offsetIn(const CalendarLine& line, Faults& faults) {
    const Parsed parsed(line);
    const icalvalue* value = parsed.only(ICAL_UTCOFFSET_VALUE);
    const auto offset = value ? std::optional(seconds(icalvalue_get_utcoffset(value))) : std::nullopt;
    return offset && abs(*offset) < days(1) ? offset : unreadable(line, faults);
}

std::optional<QString> textIn(const CalendarLine& line, Faults& faults) {
    QString found;
    if (const auto plain = plainValue(line)) {
        found = composed(*plain);
    } else {
        const Parsed parsed(line);
        if (parsed.properties().empty()) { // also of one without a value
            return line.text.trimmed().endsWith(':') ? std::optional(QString()) : unreadable(line, faults);
        }
        const icalvalue* value = icalproperty_get_value(parsed.properties().front());
        const char* text = icalvalue_isa(value) == ICAL_TEXT_VALUE ? icalvalue_get_text(value) : nullptr;
        if (!text) {
            return unreadable(line, faults);
        }
        found = composed(QByteArrayView(text));
    }
    if (found.toUtf8().size() > limits::documentTextBytes) {
        faults.add(line.at, FaultCode::TooLong, QString::number(limits::documentTextBytes));
        return std::nullopt;
    }
    return found;
}

std::optional<int> numberIn(const CalendarLine& line, Faults& faults) {
    bool isNumber = false;
    const int number = line.text.mid(line.text.indexOf(':') + 1).trimmed().toInt(&isNumber);
    return isNumber ? std::optional(number) : unreadable(line, faults);
}

std::optional<CalendarPerson> personIn(const CalendarLine& line, Faults& faults) {
    const Parsed parsed(line);
    if (parsed.properties().size() != 1) {
        return unreadable(line, faults);
    }
    const auto type = parsed.choice(ICAL_CUTYPE_PARAMETER, icalparameter_get_cutype, ICAL_CUTYPE_INDIVIDUAL);
    const auto role = parsed.choice(ICAL_ROLE_PARAMETER, icalparameter_get_role, ICAL_ROLE_REQPARTICIPANT);
    const auto said =
        parsed.choice(ICAL_PARTSTAT_PARAMETER, icalparameter_get_partstat, ICAL_PARTSTAT_NEEDSACTION);
    const QString name = parsed.parameter(ICAL_CN_PARAMETER, icalparameter_get_cn);
    return CalendarPerson{composed(name), type != ICAL_CUTYPE_ROOM && type != ICAL_CUTYPE_RESOURCE &&
                                              role != ICAL_ROLE_NONPARTICIPANT &&
                                              said != ICAL_PARTSTAT_DECLINED};
}

bool isForAllThatFollow(const CalendarLine& line) {
    const Parsed parsed(line);
    return !parsed.properties().empty() && parsed.choice(ICAL_RANGE_PARAMETER, icalparameter_get_range,
                                                         ICAL_RANGE_NONE) == ICAL_RANGE_THISANDFUTURE;
}

} // namespace bongsu
