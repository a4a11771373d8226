#include "ui/incidents/incidentpage.h"
#include "ui/outgoing/printerdialog.h"
#include "ui/shell/actions.h"
#include "ui/timeline/composer.h"
#include "wording/manualnames.h"
#include "wording/sentence.h"

#include <QPointer>

namespace bongsu {

void IncidentPage::addPrintActions() {
    const auto add = [this](const char* name, const QKeySequence& keys, Printed what) {
        m_actions->add({.name = name, .keys = keys, .run = [this, what] { print(what); }});
    };
    add(QT_TRANSLATE_NOOP("Action", "Print the board"), Qt::CTRL | Qt::ALT | Qt::Key_P, Printed::Board);
    add(QT_TRANSLATE_NOOP("Action", "Print the record"), Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_P,
        Printed::Timeline);
    add(QT_TRANSLATE_NOOP("Action", "Print the situation summary"), {}, Printed::Summary);
    add(QT_TRANSLATE_NOOP("Action", "Print the response organisation"), {}, Printed::Organisation);
    add(QT_TRANSLATE_NOOP("Action", "Print the situation report"), {}, Printed::Sitrep);
    add(QT_TRANSLATE_NOOP("Action", "Print my activity log"), {}, Printed::Activity);
    add(QT_TRANSLATE_NOOP("Action", "Print the retrospective's draft"), {}, Printed::Retrospective);
}

void IncidentPage::print(Printed what) {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    const auto person = m_parts.journal.person();
    if (!incident || (what == Printed::Activity && !person)) {
        return;
    }
    const auto held = m_parts.documents ? m_parts.documents->manualOf(*incident) : std::nullopt;
    const Moment now = m_parts.clock.now();
    const PrintOrder order{what, *m_log, {}, now, held ? held->manual : nullptr, person};
    if (what != Printed::Retrospective || !m_parts.retro) {
        print(order);
        return;
    }
    m_parts.retro->gather(*m_log, now, languageInstalled(),
                          [this, order, page = QPointer(this)](const RetroMaterial& material) {
                              if (page) {
                                  PrintOrder whole = order;
                                  whole.retro = material;
                                  print(whole);
                              }
                          });
}

void IncidentPage::print(const PrintOrder& order) {
    askAndPrint(this, m_parts.journal, order, [this](const Result<int>& pages) {
        m_composer->tell(pages ? tr("Given to the printer: %n page(s).", "", *pages)
                               : sentence(pages.error()));
    });
}

} // namespace bongsu
