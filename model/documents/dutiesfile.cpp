#include "documents/dutiesfile.h"

#include "documents/lengthfield.h"
#include "documents/vocabulary.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {

constexpr int mostHolidays = 512;

class DutiesReader {
  public:
    explicit DutiesReader(Faults& faults) : m_faults(faults) {}

    Duties read(const YamlNode& root) {
        Fields file(root, QStringLiteral("duties"), {u"duties", u"holidays", u"list"}, m_faults);
        const QString version = file.text(u"duties", Need::Required);
        const QString known = QString::number(dutiesVersion);
        if (!version.isEmpty() && version != known) {
            file.say(u"duties", FaultCode::UnknownVersion, version, known);
        }
        Duties duties;
        for (const YamlNode* item : file.list(u"holidays", mostHolidays)) {
            const QString written = textOf(*item, u"holidays", m_faults);
            const QDate day = QDate::fromString(written, Qt::ISODate);
            if (day.isValid()) {
                duties.holidays.push_back(day);
            } else if (!written.isEmpty()) {
                m_faults.add(item->position, FaultCode::NotADate, written);
            }
        }
        for (const YamlNode* item : file.list(u"list", limits::duties)) {
            if (auto one = duty(*item)) {
                duties.duties.push_back(std::move(*one));
            }
        }
        return duties;
    }

  private:
    // Nothing where it is switched off; its faults are said anyway.
    std::optional<DutyClock> duty(const YamlNode& node) {
        Fields fields(node, QStringLiteral("list"),
                      {u"duty", u"on", u"name", u"law", u"starts", u"after-minutes", u"within", u"stops"},
                      m_faults);
        DutyClock duty;
        duty.key = fields.name(u"duty", Need::Required);
        m_duties.add(duty.key, fields.positionOf(u"duty"), m_faults);
        duty.name = fields.localText(u"name", Need::Required);
        duty.law = fields.localText(u"law", Need::Optional);
        duty.start =
            valueOf<DutyStart>(fields, u"starts", Need::Required, m_faults).value_or(DutyStart::Outage);
        duty.after = fields.minutes(u"after-minutes", minutesOfAYear, Need::Optional).value_or(Millis(0));
        duty.within = lengthIn(fields, u"within", Need::Optional, m_faults);
        duty.stop = valueOf<DutyStop>(fields, u"stops", Need::Required, m_faults).value_or(DutyStop::Person);
        return fields.yesOrNo(u"on") ? std::optional(duty) : std::nullopt;
    }

    Faults& m_faults;
    Names m_duties;
};

} // namespace

tl::expected<Duties, std::vector<DocumentFault>> readDuties(QByteArrayView bytes) {
    Faults faults;
    Duties duties;
    if (const auto root = readYaml(bytes, faults)) {
        duties = DutiesReader(faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return duties;
}

} // namespace bongsu
