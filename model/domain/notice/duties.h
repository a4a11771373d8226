// Clocks of what must be told in time, by law, contract or promise: as the organisation wrote them down
// (duties.yaml, docs/duties.md), or as they ship with the program. Data that a lawyer confirms, not code.
#pragma once

#include "domain/base/localtext.h"
#include "domain/incident/declaring.h"
#include "domain/incident/incident.h"

#include <QDate>

namespace bongsu {

namespace documenttype {
inline constexpr QStringView duties = u"duties"; // key: "duties"
} // namespace documenttype

enum class DutyStart {
    Outage = 1, // the outage itself
    Restored,   // it is over
    Person,     // somebody says so: a breach was noticed, an order came
    Last = Person
};
template <>
struct Words<DutyStart> {
    static constexpr std::array all{"outage", "restored", "person"};
};

enum class DutyStop {
    Users = 1,    // all three statutory items stand in texts to users that were sent
    Compensation, // users were told who is compensated, by what criteria and procedure
    Person,       // somebody says that it is done
    Last = Person
};
template <>
struct Words<DutyStop> {
    static constexpr std::array all{"users", "compensation", "person"};
};

// Minutes run at once. Days and months end with a day, the first not counted; where that is none to work on,
// with the next one that is (Civil Act of Korea, articles 157 to 161).
struct DutyLength {
    enum class Unit { Minutes, Days, Months };
    Unit unit = Unit::Minutes;
    int count = 0;
    friend bool operator==(const DutyLength&, const DutyLength&) = default;
};

struct DutyClock {
    QString key; // what the record calls it (keytext.h)
    LocalText name;
    LocalText law{};
    DutyStart start = DutyStart::Outage;
    Millis after{0};                    // of the outage, until it starts to count
    std::optional<DutyLength> within{}; // absent: without delay, and counted up
    DutyStop stop = DutyStop::Person;
    friend bool operator==(const DutyClock&, const DutyClock&) = default;
};

struct Duties {
    std::vector<DutyClock> duties{}; // those this organisation has, in the order written
    std::vector<QDate> holidays{};   // days that are none to work on, beside Saturdays and Sundays

    const DutyClock* duty(const QString& key) const;
    friend bool operator==(const Duties&, const Duties&) = default;
};

enum class DutyState {
    Off = 1, // nothing has started it
    Running,
    Late, // its time is over
    Met,
    Excused, // it does not apply here
    Last = Excused
};
template <>
struct Words<DutyState> {
    static constexpr std::array all{"off", "running", "late", "met", "excused"};
};

// When a duty ends.
struct DutyEnd {
    Moment at;       // the last moment
    QDate day{};     // of days and months: the day that the law's count gives; else null
    QDate lastDay{}; // the same, or the next one to work on
    QDate aim{};     // the same, or the last one before it to work on: what to plan for
    friend bool operator==(const DutyEnd&, const DutyEnd&) = default;
};

struct DutyLine {
    DutyClock duty;
    DutyState state = DutyState::Off;
    std::optional<Moment> from{};
    std::optional<DutyEnd> end{};
    std::optional<Moment> settledAt{};
    std::optional<PersonId> settledBy{};
    std::set<Disclosure> told{}; // of a duty to users: what stands in a text that was sent
    friend bool operator==(const DutyLine&, const DutyLine&) = default;
};

// What people can do about it, beside telling users.
struct DutyRights {
    bool begin = false;
    bool meet = false; // say that it is done
    bool excuse = false;
    bool reopen = false;
    friend bool operator==(const DutyRights&, const DutyRights&) = default;
};
DutyRights rightsTo(const DutyLine& line);

// Each as it stands at `now`. `course`: when the outage began and whether it goes on (courseOf). `utcOffset`:
// of the law's wall clock.
std::vector<DutyLine> dutyLines(const Duties& duties, const Incident& incident, const Course& course,
                                Moment now, std::chrono::minutes utcOffset);

// When something of that length ends that started at `from`.
DutyEnd endOf(const DutyLength& length, Moment from, const std::vector<QDate>& holidays,
              std::chrono::minutes utcOffset);

// Since when each of the statutory three stands in a text to users that was sent, here or elsewhere.
std::map<Disclosure, Moment> disclosedBy(const NoticesTold& told);

} // namespace bongsu
