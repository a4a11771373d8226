#include "report/retrosections.h"

#include "wording/measurewords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

class Summary {
  public:
    explicit Summary(const RetroGathered& gathered) : m(gathered) {}

    DocumentSection section() {
        addLength();
        addServices();
        addNotices();
        if (m.context.form == RetroForm::Full) {
            addCommand();
        }
        addCause();
        return std::move(m_section);
    }

  private:
    void say(const QString& words, std::vector<quint64> entries = {}) {
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        m_section.blocks.push_back(
            {.kind = DocumentBlock::Kind::Paragraph, .text = {words, std::move(entries)}});
    }
    const Measure* the(MeasureKind kind) const {
        const auto found = std::find_if(m.measures.begin(), m.measures.end(),
                                        [kind](const Measure& measure) { return measure.kind == kind; });
        return found == m.measures.end() ? nullptr : &*found;
    }

    void addLength() {
        const Measure* all = the(MeasureKind::AllRestored);
        if (!all || !all->from) {
            return;
        }
        const QString from = dayAndTime(all->from->at);
        const QString grade = nameOf(m.source.incident.grade.value);
        if (all->until) {
            say(filled(translate("Retro", "From %1, for %2: a %3 incident."), {from, valueOf(*all), grade}),
                {all->from->seq, all->until->seq});
        } else {
            say(filled(
                    translate("Retro", "Since %1: a %2 incident. The record does not say that all is back."),
                    {from, grade}),
                {all->from->seq});
        }
    }

    void addServices() {
        QStringList names;
        std::vector<quint64> entries;
        for (const ServiceOutage& outage : m.outages) {
            if (!names.contains(outage.service.service)) {
                names += outage.service.service;
            }
            entries.push_back(outage.out.seq);
        }
        if (!names.isEmpty()) {
            say(filled(translate("Retro", "Out or impaired: %1."), {names.join(QStringLiteral(", "))}),
                entries);
        }
    }

    void addNotices() {
        const Measure* first = the(MeasureKind::FirstNotice);
        if (!first || !first->until) {
            say(translate("Retro", "The record has no notice to users."));
            return;
        }
        const Measure* whole = the(MeasureKind::StatutoryNotice);
        const bool isWhole = whole && whole->until;
        std::vector<quint64> entries{first->until->seq};
        if (isWhole) {
            entries.push_back(whole->until->seq);
        }
        say(isWhole
                ? filled(translate("Retro",
                                   "Users were told after %1; what happened, what was done and where to ask "
                                   "stood in notices after %2."),
                         {valueOf(*first), valueOf(*whole)})
                : filled(translate("Retro",
                                   "Users were told after %1. What happened, what was done and where to ask "
                                   "never stood in notices together."),
                         {valueOf(*first)}),
            entries);
    }

    void addCommand() {
        const Measure* commanded = the(MeasureKind::Commanded);
        if (commanded && commanded->until) {
            say(filled(translate("Retro", "Somebody named accepted command after %1."),
                       {valueOf(*commanded)}),
                {commanded->until->seq});
        } else if (commanded && commanded->why == Unmeasured::NotYet) {
            say(translate(
                "Retro", "Nobody named accepted command: whoever declared was acting commander throughout."));
        }
    }

    void addCause() {
        const CauseStatus& cause = m.source.incident.cause;
        const Text* text = m.source.texts.find(cause.setBy);
        const auto row = std::find_if(m.rows.begin(), m.rows.end(),
                                      [&cause](const TimelineRow& one) { return one.event == cause.setBy; });
        if (cause.setBy == m.source.incident.declaredBy || !text || !text->text || row == m.rows.end()) {
            say(translate("Retro", "The cause is not in the record."));
        } else {
            say(filled(translate("Retro", "Cause (%1): %2"), {nameOf(cause.certainty), *text->text}),
                {*row->seq});
        }
    }

    const RetroGathered& m;
    DocumentSection m_section{QStringLiteral("summary"), translate("Retro", "Summary")};
};

} // namespace

DocumentSection retroSummary(const RetroGathered& gathered) {
    return Summary(gathered).section();
}

} // namespace bongsu
