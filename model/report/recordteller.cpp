#include "report/recordteller.h"

#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

Told told(const TimelineRow& row) {
    const bool present = row.textState == TextPart::State::Present;
    return Told{row.facts,  row.kind,        row.textState, present ? &row.text : nullptr,
                row.person, row.times.told()};
}

// Only where they are further apart than writing and sending takes.
QString timesOf(const TimelineRow& row) {
    if (!apart(row)) {
        return {};
    }
    const Moment seen = row.times.told();
    QStringList parts{filled(translate("Timeline", "happened %1"), {clockOf(seen)}),
                      filled(translate("Timeline", "written %1"), {clockSeenFrom(row.times.created, seen)})};
    if (row.times.recorded) {
        parts += filled(translate("Timeline", "recorded %1"), {clockSeenFrom(*row.times.recorded, seen)});
    }
    return parts.join(QStringView(u" \u00B7 "));
}

} // namespace

QString standingOf(const TimelineRow& row) {
    if (row.refusal) {
        return QStringLiteral("refused");
    }
    if (row.voidReason) {
        return QStringLiteral("void");
    }
    return row.seq ? QStringLiteral("recorded") : QStringLiteral("pending");
}

RecordTeller::RecordTeller(const RecordSource& source) : m_source(source), m_naming(namingOf(m_source)) {}

void RecordTeller::learn(const TimelineRow& row) {
    if (row.voidReason || row.refusal) {
        return;
    }
    if (const auto* corrected = std::get_if<EntryCorrected>(&row.facts)) {
        m_about[corrected->target].corrections +=
            filled(translate("Timeline", "Correction %1 %2: %3"),
                   {clockOf(row.times.told()), author(row),
                    oneLine(row.text.text.value_or(translate("Timeline", "[text erased]")))});
    } else if (const auto* withdrawn = std::get_if<EntryWithdrawn>(&row.facts)) {
        m_about[withdrawn->target].withdrawn = true;
    } else if (const auto* pinned = std::get_if<EntryPinned>(&row.facts)) {
        m_about[pinned->target].pinned = pinned->pinned;
    }
}

ToldLine RecordTeller::tell(const TimelineRow& row) const {
    const About& about = aboutOf(row);
    ToldLine line;
    line.at = row.times.told();
    line.time = clockOf(line.at);
    line.words = wordsOf(row, about);
    line.struck = row.voidReason || row.refusal || !about.corrections.isEmpty();
    line.decision = std::holds_alternative<DecisionMade>(row.facts);
    line.author = author(row);
    line.number = row.seq ? u'#' + QString::number(*row.seq) : translate("Timeline", "device");
    line.notes = notesOf(row, about);
    return line;
}

QString RecordTeller::author(const TimelineRow& row) const {
    return oneLine(
        (row.person ? m_naming.person(*row.person) : m_naming.device(row.device)).value_or(QString()));
}

QString RecordTeller::wordsOf(const TimelineRow& row, const About& about) const {
    if (row.textState == TextPart::State::Erased) {
        return about.withdrawn ? translate("Timeline", "Taken back by its author")
                               : translate("Timeline", "Text erased");
    }
    return lineOf(told(row), m_naming);
}

QStringList RecordTeller::notesOf(const TimelineRow& row, const About& about) const {
    QStringList notes{detailOf(told(row))};
    const Line* line = lineOf(row.facts);
    notes += line && line->source ? nameOf(*line->source) : QString();
    notes += about.corrections;
    notes += about.pinned ? translate("Timeline", "pinned") : QString();
    if (row.voidReason) {
        notes += filled(translate("Timeline", "Does not count: %1"), {sentence(*row.voidReason)});
    }
    if (row.refusal) {
        notes += filled(translate("Timeline", "Not accepted: %1"), {sentence(*row.refusal)});
    }
    notes += row.emergency ? translate("Timeline", "emergency powers") : QString();
    notes += timesOf(row);
    notes.removeAll(QString());
    return notes;
}

const RecordTeller::About& RecordTeller::aboutOf(const TimelineRow& row) const {
    static const About nothing;
    const auto found = m_about.find(row.event);
    return found == m_about.end() ? nothing : found->second;
}

} // namespace bongsu
