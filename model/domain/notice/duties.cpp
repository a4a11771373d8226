#include "domain/notice/duties.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr std::chrono::hours day{24};

QDate dateOf(Moment at, std::chrono::minutes utcOffset) {
    const auto days = std::chrono::floor<std::chrono::days>(at + utcOffset);
    return QDate(1970, 1, 1).addDays(days.time_since_epoch().count());
}

// The end of that day on the wall clock.
Moment endOfDay(const QDate& date, std::chrono::minutes utcOffset) {
    const qint64 days = QDate(1970, 1, 1).daysTo(date) + 1;
    return Moment(std::chrono::duration_cast<Millis>(days * day)) - utcOffset;
}

bool isWorkday(const QDate& date, const std::vector<QDate>& holidays) {
    return date.dayOfWeek() < Qt::Saturday &&
           std::find(holidays.begin(), holidays.end(), date) == holidays.end();
}

QDate nearestWorkday(QDate date, int step, const std::vector<QDate>& holidays) {
    while (!isWorkday(date, holidays)) {
        date = date.addDays(step);
    }
    return date;
}

// The day before the one that corresponds to the first day counted; where that month has none such, its last.
QDate monthsLater(const QDate& from, int months) {
    const QDate first = from.addDays(1);
    const QDate month = QDate(first.year(), first.month(), 1).addMonths(months);
    return first.day() <= month.daysInMonth() ? QDate(month.year(), month.month(), first.day()).addDays(-1)
                                              : QDate(month.year(), month.month(), month.daysInMonth());
}

std::optional<Moment> startOf(const DutyClock& duty, const DutyStatus* status, const Course& course,
                              Moment now) {
    if (status && status->begun) {
        return status->begun;
    }
    switch (duty.start) {
    case DutyStart::Outage: {
        const Moment from = course.from + duty.after;
        const bool lasted = (course.running ? now : course.until) >= from;
        return lasted ? std::optional(from) : std::nullopt;
    }
    case DutyStart::Restored:
        return course.running ? std::nullopt : std::optional(course.until);
    case DutyStart::Person:
        break;
    }
    return std::nullopt;
}

std::optional<Moment> metBy(const DutyClock& duty, const NoticesTold& told) {
    if (duty.stop == DutyStop::Compensation) {
        return told.compensated;
    }
    const auto disclosed = disclosedBy(told);
    if (duty.stop != DutyStop::Users || disclosed.size() < std::size_t(Disclosure::Last)) {
        return std::nullopt;
    }
    return std::max_element(disclosed.begin(), disclosed.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->second;
}

DutyLine lineOf(const DutyClock& duty, const Duties& duties, const Incident& incident, const Course& course,
                Moment now, std::chrono::minutes utcOffset) {
    const auto known = incident.duties.find(duty.key);
    const DutyStatus* status = known == incident.duties.end() ? nullptr : &known->second;
    DutyLine line{duty};
    line.from = startOf(duty, status, course, now);
    if (line.from && duty.within) {
        line.end = endOf(*duty.within, *line.from, duties.holidays, utcOffset);
    }
    if (duty.stop == DutyStop::Users) {
        for (const auto& [disclosure, at] : disclosedBy(incident.told)) {
            line.told.insert(disclosure);
        }
    }
    if (status && status->outcome) {
        line.state = *status->outcome == DutyOutcome::Met ? DutyState::Met : DutyState::Excused;
        line.settledAt = status->settledAt;
        line.settledBy = status->settledBy;
    } else if (const auto met = metBy(duty, incident.told)) {
        line.state = DutyState::Met;
        line.settledAt = met;
    } else if (line.from) {
        line.state = line.end && now > line.end->at ? DutyState::Late : DutyState::Running;
    }
    return line;
}

} // namespace

const DutyClock* Duties::duty(const QString& key) const {
    const auto found =
        std::find_if(duties.begin(), duties.end(), [&key](const DutyClock& one) { return one.key == key; });
    return found == duties.end() ? nullptr : &*found;
}

std::map<Disclosure, Moment> disclosedBy(const NoticesTold& told) {
    std::map<Disclosure, Moment> disclosed = told.disclosed;
    const auto add = [&disclosed](Disclosure disclosure, const std::optional<Moment>& at) {
        if (at) {
            const auto [held, isNew] = disclosed.try_emplace(disclosure, *at);
            held->second = std::min(held->second, *at);
        }
    };
    add(Disclosure::Event, told.elsewhere);
    add(Disclosure::Response, told.elsewhere);
    add(Disclosure::Contact, told.contact);
    return disclosed;
}

DutyRights rightsTo(const DutyLine& line) {
    const bool isOpen = line.state == DutyState::Running || line.state == DutyState::Late;
    return {.begin = line.state == DutyState::Off && line.duty.start == DutyStart::Person,
            .meet = isOpen && line.duty.stop == DutyStop::Person,
            .excuse = isOpen,
            .reopen = line.settledBy.has_value()};
}

DutyEnd endOf(const DutyLength& length, Moment from, const std::vector<QDate>& holidays,
              std::chrono::minutes utcOffset) {
    if (length.unit == DutyLength::Unit::Minutes) {
        return {from + std::chrono::minutes(length.count)};
    }
    const QDate start = dateOf(from, utcOffset);
    const QDate ends = length.unit == DutyLength::Unit::Days ? start.addDays(length.count)
                                                             : monthsLater(start, length.count);
    const QDate last = nearestWorkday(ends, 1, holidays);
    return {endOfDay(last, utcOffset), ends, last, nearestWorkday(ends, -1, holidays)};
}

std::vector<DutyLine> dutyLines(const Duties& duties, const Incident& incident, const Course& course,
                                Moment now, std::chrono::minutes utcOffset) {
    std::vector<DutyLine> lines;
    for (const DutyClock& duty : duties.duties) {
        lines.push_back(lineOf(duty, duties, incident, course, now, utcOffset));
    }
    return lines;
}

} // namespace bongsu
