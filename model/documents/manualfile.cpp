#include "documents/manualfile.h"

#include "documents/fields.h"
#include "domain/base/limits.h"
#include "domain/catalogue/catalogue.h"

#include <QDate>

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

constexpr Range acceptMinutes{std::max<quint64>(1, limits::acceptWithinLeast / 1min),
                              limits::acceptWithinMost / 1min};

// YYYY-MM-DD of the calendar, in digits of ASCII.
bool isDate(const QString& text) {
    constexpr QStringView shape = u"dddd-dd-dd";
    const bool isShaped = text.size() == shape.size() &&
                          std::equal(text.begin(), text.end(), shape.begin(), [](QChar c, QChar s) {
                              return s == u'd' ? c >= u'0' && c <= u'9' : c == s;
                          });
    return isShaped &&
           QDate::isValid(text.left(4).toInt(), text.sliced(5, 2).toInt(), text.sliced(8, 2).toInt());
}

class ManualReader {
  public:
    ManualReader(const Catalogue* catalogue, Faults& faults)
        : m_checksDepartments(catalogue), m_faults(faults) {
        if (catalogue) {
            for (const CatalogueDepartment& department : catalogue->departments) {
                m_departments.add(department.key, {}, faults);
            }
        }
    }

    Manual read(const YamlNode& root) {
        Fields file(root, QStringLiteral("manual"),
                    {u"manual", u"name", u"criteria", u"reviewed", u"review-every-days", u"seats"}, m_faults);
        Manual manual;
        manual.failureType = file.name(u"manual", Need::Required);
        manual.name = file.localText(u"name", Need::Required);
        manual.criteria = file.localText(u"criteria", Need::Optional);
        manual.reviewed = file.text(u"reviewed", Need::Required);
        if (!manual.reviewed.isEmpty() && !isDate(manual.reviewed)) {
            file.say(u"reviewed", FaultCode::NotADate, manual.reviewed);
        }
        manual.reviewEveryDays =
            file.number(u"review-every-days", {1, 3650}, Need::Optional).value_or(Manual().reviewEveryDays);
        for (const YamlNode* item : file.list(u"seats", limits::seats, Need::Required)) {
            manual.seats.push_back(seat(*item));
        }
        if (file.has(u"seats") && !manual.seats.empty() && !manual.seat(commanderSeat.toString())) {
            file.say(u"seats", FaultCode::CommanderMissing, commanderSeat.toString());
        }
        checkReferences();
        return manual;
    }

  private:
    ManualSeat seat(const YamlNode& node) {
        Fields fields(node, QStringLiteral("seats"),
                      {u"seat", u"name", u"department", u"reports-to", u"holders", u"accept-minutes",
                       u"duties", u"decides", u"escalates", u"tasks"},
                      m_faults);
        ManualSeat seat;
        seat.key = fields.name(u"seat", Need::Required);
        m_seats.add(seat.key, fields.positionOf(u"seat"), m_faults);
        seat.name = fields.localText(u"name", Need::Required);
        seat.department = fields.name(u"department", Need::Required);
        expectDepartment(seat.department, fields.positionOf(u"department"));
        seat.reportsTo = reportsTo(fields, seat.key);
        seat.holders = holders(fields, seat.key);
        seat.acceptWithin =
            fields.minutes(u"accept-minutes", acceptMinutes, Need::Required).value_or(Millis());
        seat.duties = fields.localTexts(u"duties", limits::listItems, Need::Required);
        seat.decides = fields.localTexts(u"decides", limits::listItems);
        for (const YamlNode* item : fields.list(u"escalates", limits::listItems)) {
            seat.escalations.push_back(escalation(*item));
        }
        for (const YamlNode* item : fields.list(u"tasks", limits::listItems)) {
            seat.tasks.push_back(task(*item));
        }
        return seat;
    }

    QString reportsTo(Fields& fields, const QString& seat) {
        const Reference to{fields.name(u"reports-to", Need::Optional), fields.positionOf(u"reports-to")};
        if (to.name.isEmpty()) {
            return {};
        }
        if (seat == commanderSeat) {
            m_faults.add(to.position, FaultCode::CommanderReports, to.name);
        } else {
            m_reports.push_back({seat, {to}});
        }
        m_seatsNamed.push_back(to);
        return to.name;
    }

    std::vector<Candidate> holders(Fields& fields, const QString& seat) {
        std::vector<Candidate> holders;
        std::vector<Reference> seats;
        Names persons; // whom a seat names twice it names once too often
        for (const YamlNode* item : fields.list(u"holders", 1 + limits::successors)) {
            const bool isPerson = item->kind == YamlNode::Kind::Text;
            const auto holder = isPerson ? person(*item) : placeHolder(*item, seats);
            if (!holder) {
                continue;
            }
            if (const auto* named = std::get_if<NamedPerson>(&*holder)) {
                persons.add(named->name, item->position, m_faults);
            }
            holders.push_back(*holder);
        }
        m_seatsNamed.insert(m_seatsNamed.end(), seats.begin(), seats.end());
        m_holders.push_back({seat, std::move(seats)});
        return holders;
    }

    std::optional<Candidate> person(const YamlNode& node) {
        const QString name = textOf(node, u"holders", m_faults);
        return name.isEmpty() ? std::nullopt : std::optional<Candidate>(NamedPerson{name});
    }

    // Whoever another seat would go to, or anybody of a department.
    std::optional<Candidate> placeHolder(const YamlNode& node, std::vector<Reference>& seats) {
        if (node.kind == YamlNode::Kind::Faulty) {
            return std::nullopt;
        }
        if (node.kind != YamlNode::Kind::Map || node.entries.size() != 1) {
            m_faults.add(node.position, FaultCode::HolderExpected);
            return std::nullopt;
        }
        Fields fields(node, QStringLiteral("holders"), {u"seat", u"department"}, m_faults);
        if (const QString seat = fields.name(u"seat", Need::Optional); !seat.isEmpty()) {
            seats.push_back({seat, fields.positionOf(u"seat")});
            return OfSeat{seat};
        }
        const QString department = fields.name(u"department", Need::Optional);
        expectDepartment(department, fields.positionOf(u"department"));
        return department.isEmpty() ? std::nullopt : std::optional<Candidate>(OfDepartment{department});
    }

    Escalation escalation(const YamlNode& node) {
        Fields fields(node, QStringLiteral("escalates"), {u"when", u"after-minutes", u"to"}, m_faults);
        Escalation escalation;
        escalation.when = fields.localText(u"when", Need::Required);
        escalation.after = fields.minutes(u"after-minutes", minutesOfAYear, Need::Optional);
        escalation.to = fields.name(u"to", Need::Required);
        m_seatsNamed.push_back({escalation.to, fields.positionOf(u"to")});
        return escalation;
    }

    ManualTask task(const YamlNode& node) {
        Fields fields(node, QStringLiteral("tasks"), {u"task", u"name", u"due-minutes"}, m_faults);
        ManualTask task;
        task.key = fields.name(u"task", Need::Required);
        m_tasks.add(task.key, fields.positionOf(u"task"), m_faults);
        task.name = fields.localText(u"name", Need::Required);
        task.due = fields.minutes(u"due-minutes", {0, minutesOfAYear.most}, Need::Optional);
        if (++m_taskCount == limits::tasks + 1) {
            m_faults.add(node.position, FaultCode::TooMany, QString::number(limits::tasks));
        }
        return task;
    }

    void expectDepartment(const QString& name, Position at) {
        if (m_checksDepartments) {
            m_departments.expect(name, at, FaultCode::UnknownDepartment, m_faults);
        }
    }

    // Once all seats are known.
    void checkReferences() {
        for (const Reference& seat : m_seatsNamed) {
            m_seats.expect(seat.name, seat.position, FaultCode::UnknownSeat, m_faults);
        }
        sayCircles(m_reports, FaultCode::ReportsCircle, m_faults);
        sayCircles(m_holders, FaultCode::HoldersCircle, m_faults);
    }

    const bool m_checksDepartments;
    Faults& m_faults;
    Names m_departments;
    Names m_seats;
    Names m_tasks;
    int m_taskCount = 0;
    std::vector<Reference> m_seatsNamed;
    ReferenceGraph m_reports;
    ReferenceGraph m_holders;
};

} // namespace

tl::expected<Manual, std::vector<DocumentFault>> readManual(QByteArrayView bytes,
                                                            const Catalogue* catalogue) {
    Faults faults;
    Manual manual;
    if (const auto root = readYaml(bytes, faults)) {
        manual = ManualReader(catalogue, faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return manual;
}

} // namespace bongsu
