// What is done with what the page shows: with one line of the record, and with all of it in one sentence.
#include "ui/incidents/incidentpage.h"
#include "ui/outgoing/outgoing.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/timelinemodel.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QClipboard>
#include <QGuiApplication>

namespace bongsu {

void IncidentPage::toggleTimes() {
    if (m_model) {
        m_model->showThreeTimes(!m_model->showsThreeTimes());
    }
}

void IncidentPage::copyBrief() {
    if (m_log) {
        const QString brief = briefFor(m_parts.journal, *m_log, m_parts.clock.now());
        QGuiApplication::clipboard()->setText(brief);
        m_composer->tell(filled(tr("Copied: %1"), {brief}));
    }
}

void IncidentPage::correct(const EventId& event) {
    if (isHinderedByPast()) {
        return;
    }
    if (const auto row = m_model->find(event); row && !m_model->row(*row).refusal) {
        m_composer->correct(m_model->row(*row));
    }
}

void IncidentPage::pin(const EventId& event) {
    if (isHinderedByPast()) {
        return;
    }
    const auto row = m_model->find(event);
    if (row && m_model->row(*row).seq) {
        m_composer->recordAct(EntryPinned{event, !m_model->isPinned(event)});
    }
}

void IncidentPage::retry(const EventId& event) {
    if (isHinderedByPast()) {
        return;
    }
    const auto recorded = m_parts.journal.retry(event);
    if (!recorded) {
        m_composer->tell(sentence(recorded.error()));
    }
}

void IncidentPage::discard(const EventId& event) {
    if (isHinderedByPast()) {
        return;
    }
    if (const auto refusal = m_parts.journal.discard(event)) {
        m_composer->tell(sentence(*refusal));
    }
}

} // namespace bongsu
