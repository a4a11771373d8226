// The page as it was known earlier, and how long things took.
#include "ui/attachments/attachmenttools.h"
#include "ui/board/acts.h"
#include "ui/board/needsbar.h"
#include "ui/hindsight/hindsightbar.h"
#include "ui/hindsight/measuressheet.h"
#include "ui/incidents/incidentpage.h"
#include "ui/retro/retroacts.h"
#include "ui/retro/retrosheet.h"
#include "ui/roles/callbar.h"
#include "ui/roles/roletools.h"
#include "ui/shell/actions.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/recordtools.h"
#include "ui/timeline/timelineview.h"
#include "wording/sentence.h"

#include <QSlider>

namespace bongsu {

static QString notInThePast() {
    return IncidentPage::tr("This is how it was known then. Esc goes back to now, where it can be done.");
}

void IncidentPage::addPastActions() {
    m_measures = new MeasuresSheet(m_parts, this);
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "What was known at an earlier time"),
                    .keys = Qt::CTRL | Qt::Key_H,
                    .run = [this] { m_hindsight ? backToNow() : beginLookingBack(); },
                    .whilePaused = true});
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "How long things took"),
                    .keys = Qt::CTRL | Qt::Key_M,
                    .run = [this] { m_measures->show(*m_log); }});
    connect(m_measures, &MeasuresSheet::lineChosen, m_tools, &RecordTools::goTo);
    connect(m_measures, &MeasuresSheet::done, m_composer, &Composer::tell);
    connect(m_hindsightBar, &HindsightBar::placeAsked, this, &IncidentPage::lookBack);
    connect(m_hindsightBar, &HindsightBar::left, this, &IncidentPage::backToNow);
    connect(&m_parts.journal, &Journal::rewound, this, &IncidentPage::backToNow); // that past is no more
}

// Where no desk is, none is written; the name stays, so that whoever looks for it is told why.
void IncidentPage::addRetroActions() {
    const auto hindrance = [this] {
        return m_retro ? QString() : tr("No retrospective is written on this device.");
    };
    if (m_parts.retro && m_parts.documents) {
        m_retro = new RetroSheet(m_parts, *m_questions, this);
        connect(m_acts, &Acts::safetyAsked, this, [this] { m_retro->showSafety(*m_log); });
    }
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Look back: the retrospective"),
                    .keys = Qt::Key_F10,
                    .run = [this] { m_retro->show(*m_log); },
                    .hindrance = hindrance});
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Look back in one piece or by sub-committees"),
                    .run =
                        [this] {
                            m_retro->show(*m_log);
                            m_retro->acts().arrangeFor(*m_log);
                        },
                    .hindrance = hindrance});
}

const Incident* IncidentPage::shown() const {
    if (m_past) {
        return &*m_past->past.incident;
    }
    return m_log ? m_parts.journal.incident(*m_log) : nullptr;
}

Moment IncidentPage::shownAt() const {
    return m_past ? m_past->at : m_parts.clock.now();
}

void IncidentPage::beginLookingBack() {
    const quint64 last = m_parts.journal.recordOf(*m_log).size();
    if (last == 0) {
        m_composer->tell(tr("Nothing of this has a number yet: there is no earlier state to show."));
        return;
    }
    m_hindsightBar->begin(last);
    lookBack(last);
}

void IncidentPage::lookBack(quint64 seq) {
    if (!m_hindsight) {
        m_hindsight = std::make_unique<Hindsight>(m_parts.journal);
        m_actions->pause([] { return notInThePast(); });
        m_composer->hide();
        m_needs->hide();
        m_roles->bar().hide();
        showFoot();
        setAcceptDrops(false);
        if (m_hindsightBar->isHidden()) {
            m_hindsightBar->begin(m_parts.journal.recordOf(*m_log).size());
        }
    }
    if (quint64(m_hindsightBar->slider().value()) != seq) {
        m_hindsightBar->slider().setValue(int(seq)); // which asks for it
        return;
    }
    m_hindsight->ask(*m_log, seq, [this](const Result<AsOf>& found) { showPast(found); });
}

void IncidentPage::showPast(const Result<AsOf>& found) {
    if (!found || !found->past.incident) {
        m_hindsightBar->say(found ? QString() : sentence(found.error()));
        return;
    }
    m_past = std::make_unique<AsOf>(*found);
    m_model->showUpTo(m_past->past.seq);
    m_hindsightBar->tell(*m_past);
    refresh();
    refreshBoard();
}

void IncidentPage::backToNow() {
    if (!m_hindsight) {
        return;
    }
    m_hindsight.reset();
    m_past.reset();
    m_actions->resume();
    m_hindsightBar->hide();
    m_composer->setVisible(!m_readOnly);
    m_needs->setVisible(true);
    showFoot();
    setAcceptDrops(!m_readOnly);
    m_model->showUpTo({});
    m_view->scrollToNewest();
    refresh();
    refreshBoard();
    focusComposer();
}

bool IncidentPage::isHinderedByPast() {
    if (m_hindsight) {
        m_hindsightBar->say(notInThePast());
    }
    return m_hindsight != nullptr;
}

} // namespace bongsu
