#include "wording/retrolines.h"

#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

QString withPerson(const QString& line, const QString& person) {
    return person.isEmpty() ? line : filled(QStringLiteral("%1 \u00B7 %2"), {line, person});
}

QString withDue(const QString& line, const std::optional<Moment>& due) {
    return due ? filled(translate("RetroLine", "%1, due %2"), {line, dayAndClock(*due)}) : line;
}

QString planned(const QString& line, const ActionPlan& plan, const QString& person) {
    return withDue(withPerson(line, person), plan.due);
}

} // namespace

QString factsLine(const RetroArranged& f, const LineWords&) {
    return f.subcommittees ? translate("RetroLine", "The retrospective goes by three sub-committees")
                           : translate("RetroLine", "The retrospective goes in one piece");
}

QString factsLine(const StepAssigned& f, const LineWords& words) {
    const QString line = filled(translate("RetroLine", "Step of the retrospective: %1"), {f.step});
    return withDue(withPerson(line, words.person), f.due);
}

QString factsLine(const StepSettled& f, const LineWords& words) {
    const QString line =
        filled(translate("RetroLine", "Step of the retrospective %1: %2"), {f.step, nameOf(f.outcome)});
    return withText(line, words);
}

QString factsLine(const SectionWritten& f, const LineWords& words) {
    const QString line =
        f.against.size() > 1
            ? filled(translate("RetroLine", "Section brought together by %1: %2"), {words.author, f.section})
            : filled(translate("RetroLine", "Section written by %1: %2"), {words.author, f.section});
    return withText(line, words);
}

QString factsLine(const SectionRemarked& f, const LineWords& words) {
    return filled(translate("RetroLine", "Remark on section %1: %2"), {f.section, words.text});
}

QString factsLine(const RemarkSettled&, const LineWords& words) {
    return withText(filled(translate("RetroLine", "Remark %1 settled"), {words.entry}), words);
}

QString factsLine(const FindingAdded& f, const LineWords& words) {
    const QString kind = f.area ? filled(QStringLiteral("%1 (%2)"), {nameOf(f.findingKind), nameOf(*f.area)})
                                : nameOf(f.findingKind);
    return filled(QStringLiteral("%1: %2"), {kind, words.text});
}

QString factsLine(const FindingDropped&, const LineWords& words) {
    return filled(translate("RetroLine", "Finding %1 does not hold"), {words.entry});
}

QString factsLine(const SafetyStated& f, const LineWords& words) {
    QStringList aspects;
    for (const SafetyAspect aspect : f.aspects) {
        aspects += nameOf(aspect);
    }
    const QString line = filled(QStringLiteral("%1 (%2): %3"),
                                {aspects.join(QStringLiteral(", ")),
                                 QStringList(f.services.begin(), f.services.end()).join(QStringLiteral(", ")),
                                 nameOf(f.finding)});
    return withText(withPerson(line, words.person), words);
}

QString factsLine(const RetroIssued& f, const LineWords& words) {
    const QString number = QString::number(f.number);
    return withText(filled(translate("RetroLine", "Document %1 to be signed: %2, %3"),
                           {number, nameOf(f.form), f.format}),
                    words);
}

QString factsLine(const RetroSigned& f, const LineWords& words) {
    return filled(f.answer == Approval::Approved ? translate("RetroLine", "%1 signed document %2")
                                                 : translate("RetroLine", "%1 does not sign document %2"),
                  {words.author, words.entry});
}

QString factsLine(const ActionAdded& f, const LineWords& words) {
    const QString line =
        f.plan.heading
            ? filled(translate("RetroLine", "Ordered action (%1): %2"), {nameOf(f.plan.kind), words.text})
            : filled(translate("RetroLine", "Action (%1): %2"), {nameOf(f.plan.kind), words.text});
    return planned(line, f.plan, words.person);
}

QString factsLine(const ActionChanged& f, const LineWords& words) {
    const QString line = filled(translate("RetroLine", "Action %1 changed"), {words.entry});
    return planned(f.reworded ? withText(line, words) : line, f.plan, words.person);
}

QString factsLine(const ActionSettled& f, const LineWords& words) {
    return withText(filled(translate("RetroLine", "Action %1: %2"), {words.entry, nameOf(f.outcome)}), words);
}

} // namespace bongsu
