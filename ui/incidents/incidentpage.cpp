#include "ui/incidents/incidentpage.h"

#include "ui/incidents/topline.h"
#include "ui/shell/foot.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QEvent>

namespace bongsu {

IncidentPage::IncidentPage(const WindowParts& parts, const Ticker& ticker, QWidget* parent)
    : QWidget(parent), m_parts(parts) {
    build();
    connectParts();
    connect(&ticker, &Ticker::minuteBegun, this, &IncidentPage::refresh);
    name();
}

IncidentPage::~IncidentPage() = default;

void IncidentPage::build() {
    lay(this, "surface");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopLine(m_parts.journal, m_parts.connection, m_parts.theme, this);
    m_bars = new Bars(m_parts.journal, m_parts.connection, m_parts.theme, this);
    m_beyond = new Bar(m_parts.theme, Bar::Tone::Alarming, this);
    m_view = new TimelineView(m_parts.theme, this);
    m_composer = new Composer(m_parts.journal, m_parts.clock, m_parts.theme, this);
    m_actions = new Actions(this);
    m_foot = new Foot(m_parts.theme, *m_actions, this);
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Incidents"),
                                     .keys = Qt::Key_Escape,
                                     .run = [this] { Q_EMIT left(); }}));
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Show three times"),
                                     .keys = Qt::CTRL | Qt::Key_T,
                                     .run = [this] { toggleTimes(); }}));
    connect(m_actions, &Actions::hindered, m_composer, &Composer::tell);
    column->addWidget(m_top);
    column->addWidget(m_bars);
    column->addWidget(m_beyond);
    column->addWidget(makeHead());
    column->addWidget(m_view, 1);
    column->addWidget(makeRule(this));
    column->addWidget(m_composer);
    column->addWidget(m_foot);
}

QWidget* IncidentPage::makeHead() {
    auto* head = new QWidget(this);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(metric::margin, px(10), metric::margin, px(4));
    line->setSpacing(metric::margin);
    m_heading = makeLabel(head, Ink::Quiet, TextSize::Small, Weight::Bold);
    m_trouble = makeLabel(head, Ink::Ember, TextSize::Small);
    m_empty = makeLabel(head, Ink::Quiet, TextSize::Small);
    for (QLabel* label : {m_heading, m_trouble, m_empty}) {
        line->addWidget(label);
    }
    line->addStretch();
    return head;
}

void IncidentPage::connectParts() {
    connect(&m_parts.journal, &Journal::incidentChanged, this, [this](const LogId& log) {
        if (log == m_log) {
            refresh();
        }
    });
    connect(&m_parts.journal, &Journal::organisationChanged, this, &IncidentPage::refresh);
    connect(m_composer, &Composer::left, this, &IncidentPage::left);
    connect(m_composer, &Composer::lookedUp, this, [this] {
        m_view->setFocus(); // may choose the first row by itself: the line above the composer is the newest
        if (m_model) {
            m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1));
        }
    });
    connect(m_view, &TimelineView::correctionAsked, this, &IncidentPage::correct);
    connect(m_view, &TimelineView::pinAsked, this, &IncidentPage::pin);
    connect(m_view, &TimelineView::retryAsked, this, &IncidentPage::retry);
    connect(m_view, &TimelineView::discardAsked, this, &IncidentPage::discard);
}

void IncidentPage::open(const LogId& log) {
    if (m_log == log) {
        return;
    }
    m_log = log;
    const bool times = m_model && m_model->showsThreeTimes();
    m_view->follow(nullptr);
    m_model = std::make_unique<TimelineModel>(m_parts.journal, log);
    m_model->showThreeTimes(times);
    m_trouble->hide();
    connect(m_model.get(), &TimelineModel::readFailed, this, [this](const Error& why) {
        m_trouble->setText(sentence(why));
        m_trouble->show();
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model.get(), changed, this, &IncidentPage::refreshHead);
    }
    m_view->follow(m_model.get());
    m_composer->setIncident(log);
    refresh();
}

void IncidentPage::focusComposer() {
    m_composer->field().setFocus();
}

QString IncidentPage::title() const {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    return incident ? m_parts.journal.texts().title(*incident) : QString();
}

void IncidentPage::name() {
    m_heading->setText(tr("Record"));
    m_empty->setText(tr("Nothing is recorded yet. Type one line below and press Enter."));
    refresh();
}

void IncidentPage::refresh() {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    if (incident) {
        m_top->tell(wordsFor(m_parts.journal, *incident, m_parts.clock.now()));
        const QString beyond = beyondThisVersion(m_parts.journal.organisation(), *incident);
        m_beyond->setWords(beyond.isEmpty() ? QString() : tr("Not all of this record is verified here."),
                           beyond);
    }
    refreshHead();
}

void IncidentPage::refreshHead() {
    m_empty->setVisible(m_model && m_model->rowCount() <= 1 && m_trouble->isHidden());
}

void IncidentPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

void IncidentPage::toggleTimes() {
    if (m_model) {
        m_model->showThreeTimes(!m_model->showsThreeTimes());
    }
}

void IncidentPage::correct(const EventId& event) {
    if (const auto row = m_model->find(event); row && !m_model->row(*row).refusal) {
        m_composer->correct(m_model->row(*row));
    }
}

void IncidentPage::pin(const EventId& event) {
    const auto row = m_model->find(event);
    if (row && m_model->row(*row).seq) {
        m_composer->recordAct(EntryPinned{event, !m_model->isPinned(event)});
    }
}

void IncidentPage::retry(const EventId& event) {
    const auto recorded = m_parts.journal.retry(event);
    if (!recorded) {
        m_composer->tell(sentence(recorded.error()));
    }
}

void IncidentPage::discard(const EventId& event) {
    if (const auto refusal = m_parts.journal.discard(event)) {
        m_composer->tell(sentence(*refusal));
    }
}

} // namespace bongsu
