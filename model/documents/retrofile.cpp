#include "documents/retrofile.h"

#include "documents/lengthfield.h"
#include "documents/vocabulary.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {

// Of an incident the record takes limits::retroSteps keys of steps, and as many of sections: a document with
// more could not be followed to its end.
constexpr int mostSteps = limits::retroSteps;
constexpr int mostSections = limits::retroSteps;
constexpr int mostHeadings = 64;

class RetroReader {
  public:
    explicit RetroReader(Faults& faults) : m_faults(faults) {}

    RetroProcess read(const YamlNode& root) {
        Fields file(root, QStringLiteral("retrospective"),
                    {u"retrospective", u"steps", u"sections", u"headings"}, m_faults);
        const QString version = file.text(u"retrospective", Need::Required);
        const QString known = QString::number(retroVersion);
        if (!version.isEmpty() && version != known) {
            file.say(u"retrospective", FaultCode::UnknownVersion, version, known);
        }
        RetroProcess process;
        for (const YamlNode* item : file.list(u"steps", mostSteps, Need::Required)) {
            process.steps.push_back(step(*item));
        }
        for (const YamlNode* item : file.list(u"sections", mostSections, Need::Required)) {
            process.sections.push_back(section(*item));
        }
        for (const YamlNode* item : file.list(u"headings", mostHeadings)) {
            process.headings.push_back(heading(*item));
        }
        return process;
    }

  private:
    RetroStepPlan step(const YamlNode& node) {
        Fields fields(node, QStringLiteral("steps"),
                      {u"step", u"name", u"within", u"grades", u"when", u"confirmed", u"seat"}, m_faults);
        RetroStepPlan plan;
        plan.key = fields.name(u"step", Need::Required);
        m_steps.add(plan.key, fields.positionOf(u"step"), m_faults);
        plan.name = fields.localText(u"name", Need::Required);
        plan.within = lengthIn(fields, u"within", Need::Required, m_faults);
        if (fields.has(u"grades")) { // an empty list would be a step of no incident
            const auto grades = valuesOf<Grade>(fields, u"grades", Need::Required, m_faults);
            plan.grades.emplace(grades.begin(), grades.end());
        }
        plan.when = when(fields);
        plan.confirmed = fields.yesOrNo(u"confirmed");
        if (const QString seat = fields.name(u"seat", Need::Optional); !seat.isEmpty()) {
            plan.seat = seat;
        }
        return plan;
    }

    RetroSectionPlan section(const YamlNode& node) {
        Fields fields(node, QStringLiteral("sections"), {u"section", u"name", u"hint", u"open-to", u"when"},
                      m_faults);
        RetroSectionPlan plan;
        plan.key = fields.name(u"section", Need::Required);
        m_sections.add(plan.key, fields.positionOf(u"section"), m_faults);
        plan.name = fields.localText(u"name", Need::Required);
        plan.hint = fields.localText(u"hint", Need::Optional);
        plan.openTo =
            valueOf<OpenTo>(fields, u"open-to", Need::Optional, m_faults).value_or(OpenTo::Organisation);
        plan.when = when(fields);
        return plan;
    }

    RetroHeading heading(const YamlNode& node) {
        Fields fields(node, QStringLiteral("headings"), {u"heading", u"name"}, m_faults);
        RetroHeading heading;
        heading.key = fields.name(u"heading", Need::Required);
        m_headings.add(heading.key, fields.positionOf(u"heading"), m_faults);
        heading.name = fields.localText(u"name", Need::Required);
        return heading;
    }

    RetroWhen when(Fields& fields) {
        return valueOf<RetroWhen>(fields, u"when", Need::Optional, m_faults).value_or(RetroWhen::Always);
    }

    Faults& m_faults;
    Names m_steps;
    Names m_sections;
    Names m_headings;
};

} // namespace

tl::expected<RetroProcess, std::vector<DocumentFault>> readRetroProcess(QByteArrayView bytes) {
    Faults faults;
    RetroProcess process;
    if (const auto root = readYaml(bytes, faults)) {
        process = RetroReader(faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return process;
}

} // namespace bongsu
