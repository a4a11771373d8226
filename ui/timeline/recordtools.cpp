#include "ui/timeline/recordtools.h"

#include "ui/search/searchsheet.h"
#include "ui/shell/actions.h"
#include "ui/timeline/awaysheet.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/jumpsheet.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QEvent>

namespace bongsu {

RecordTools::RecordTools(const WindowParts& parts, QWidget& page, TimelineView& view, Actions& actions)
    : QObject(&page), m_parts(parts), m_page(page), m_view(view),
      m_filter(new FilterBar(parts.journal, &page)), m_search(new SearchSheet(parts, &page)),
      m_jump(new JumpSheet(parts.clock, parts.theme, &page)), m_away(new AwaySheet(parts, &page)) {
    addActions(actions);
    connectSheets();
    qApp->installEventFilter(this);
}

void RecordTools::addActions(Actions& actions) {
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Find in the record"),
                 .keys = Qt::CTRL | Qt::Key_F,
                 .run = [this] { find(); }});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Go to a time"),
                 .keys = Qt::CTRL | Qt::Key_G,
                 .run = [this] { jump(); }});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Show all lines"),
                 .keys = Qt::CTRL | Qt::Key_1,
                 .run = [this] { m_filter->showAll(); },
                 .whilePaused = true});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Show decisions only"),
                 .keys = Qt::CTRL | Qt::Key_2,
                 .run = [this] { m_filter->showDecisions(); },
                 .whilePaused = true});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Show what names me"),
                 .keys = Qt::CTRL | Qt::Key_3,
                 .run = [this] { m_filter->showWhatConcernsMe(); },
                 .whilePaused = true});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Show one kind, person or service"),
                 .keys = Qt::CTRL | Qt::Key_4,
                 .run = [this] { m_filter->openMenu(); },
                 .whilePaused = true});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "What I missed"),
                 .keys = Qt::CTRL | Qt::Key_5,
                 .run = [this] { tellWhatWasMissed(false); },
                 .hindrance =
                     [this] {
                         return m_missedFrom ? QString()
                                             : tr("You have missed nothing since this was opened.");
                     }});
}

void RecordTools::connectSheets() {
    connect(m_filter, &FilterBar::filtered, this, &RecordTools::filtered);
    connect(m_search, &SearchSheet::lineChosen, this, &RecordTools::showLine);
    connect(m_away, &AwaySheet::lineChosen, this, &RecordTools::goTo);
    connect(m_jump, &JumpSheet::placeChosen, this, [this](const AskedPlace& place) {
        if (m_model) {
            goTo(place.seq ? *place.seq : m_parts.journal.recordOf(m_model->log()).lineAt(*place.time));
        }
    });
}

void RecordTools::follow(TimelineModel* model) {
    m_model = model;
    m_filter->follow(model);
    m_read.reset();
    m_missedFrom.reset();
    if (!model) {
        return;
    }
    const auto stopped = readingStoppedFrom(m_parts.journal.setting(readingSettingKey(model->log())));
    if (!stopped) {
        return;
    }
    m_read = stopped;
    if (m_parts.clock.now() - stopped->at >= awayAfter) {
        comeBack(*stopped, false);
    } else if (isMissed(stopped->seq + 1)) {
        model->setReadTo(stopped->seq);
    }
}

quint64 RecordTools::newest() const {
    return m_parts.journal.recordOf(m_model->log()).size();
}

bool RecordTools::isMissed(quint64 fromSeq) const {
    return awaySince(m_parts.journal.recordOf(m_model->log()), fromSeq, m_parts.journal.person()).lines > 0;
}

// Who comes back writing is not interrupted: the line in the record marks where they were, and Ctrl+5 tells.
void RecordTools::comeBack(const ReadingStopped& stopped, bool typed) {
    if (isMissed(stopped.seq + 1)) {
        m_missedFrom = stopped;
        m_model->setReadTo(stopped.seq);
        const QWidget* focused = m_page.window()->focusWidget();
        if (!typed) {
            tellWhatWasMissed(focused && focused->testAttribute(Qt::WA_InputMethodEnabled));
        }
    }
}

void RecordTools::tellWhatWasMissed(bool typing) {
    if (m_model && m_missedFrom) {
        m_away->tell(m_model->log(), m_missedFrom->seq + 1, m_missedFrom->at, typing);
    }
}

void RecordTools::find() {
    if (m_model) {
        m_search->ask(m_model->log());
    }
}

void RecordTools::jump() {
    if (m_model) {
        const TimelineRow* row = m_view.lookedAt();
        m_jump->ask(row ? row->times.told() : m_parts.clock.now());
    }
}

// Another incident's page opens first; a line that the filter hides is shown among all.
void RecordTools::showLine(const LogId& log, const EventId& event, quint64 seq) {
    if (!m_model || m_model->log() != log) {
        Q_EMIT incidentAsked(log);
    }
    if (!m_model || m_model->log() != log) {
        return;
    }
    if (seq == 0) {
        m_filter->showAll();
        m_view.scrollToNewest();
        if (const auto row = m_model->find(event)) {
            m_view.setCurrentIndex(m_model->index(*row));
        }
    } else {
        goTo(seq);
    }
    m_view.setFocus();
}

void RecordTools::goTo(quint64 seq) {
    if (!m_model || seq == 0) {
        return;
    }
    const RecordSearch passing(RecordQuery{{}, false, m_model->filter()});
    const RecordIndex& record = m_parts.journal.recordOf(m_model->log());
    if (seq <= record.size() && !passing.matches(record, seq)) {
        m_filter->showAll();
    }
    m_model->show(seq);
    m_view.setFocus();
}

bool RecordTools::isBelowAway(QObject* watched) const {
    const auto* widget = qobject_cast<QWidget*>(watched);
    return widget && m_away->isOpen() && widget == QApplication::focusWidget() &&
           m_page.isAncestorOf(widget) && widget->testAttribute(Qt::WA_InputMethodEnabled) &&
           !m_away->isAncestorOf(widget);
}

bool RecordTools::eventFilter(QObject* watched, QEvent* event) {
    if (isBelowAway(watched) && m_away->hearsOver(*event)) {
        return true;
    }
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowActivate:
        noteSign(isTyped(*event));
        break;
    default:
        break;
    }
    return false;
}

// Somebody is here. What is in view now is read; what came while nobody gave a sign is not, though it was
// shown.
void RecordTools::noteSign(bool typed) {
    if (!m_model || !m_page.isVisible() || !m_page.window()->isActiveWindow()) {
        return;
    }
    const Moment now = m_parts.clock.now();
    if (m_read && now - m_read->at >= awayAfter) {
        const ReadingStopped stopped = *m_read;
        m_read->at = now;
        comeBack(stopped, typed);
        return;
    }
    const bool atNewest = m_view.isAtNewest();
    if (!m_read && !atNewest) {
        return;
    }
    const quint64 seq = atNewest ? newest() : m_read->seq;
    const bool moved = !m_read || m_read->seq != seq;
    m_read = ReadingStopped{seq, now};
    if (moved) {
        m_parts.journal.setSetting(readingSettingKey(m_model->log()), toSetting(*m_read));
    }
}

} // namespace bongsu
